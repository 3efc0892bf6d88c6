import { useTranslation } from 'react-i18next'
import type { TFunction } from 'i18next'
import type { VersionInfo } from '../../../../shared/contract/history-contract'
import { recordLines } from '../../../../shared/domain/record-lines'
import { diffLines, type ChangedGroup } from '../../../../shared/domain/record-diff'
import type { AnyRecord } from '../../../../shared/records/registry'
import { useCall } from '../../api/door'
import { useLanguage } from '../../api/use-app-info'

/** What a record is called: the title of meetings and notes, the name of all others. */
export function titleOf(record: AnyRecord | undefined): string {
  if (!record) return ''
  if ('title' in record) return record.title
  return 'name' in record ? record.name : ''
}

/** Why a version was made, in words. */
export function whyWords(version: VersionInfo, t: TFunction): string {
  return t(`history.why.${version.why ?? 'now'}`)
}

function useVersion(id: string, hash: string | undefined) {
  return useCall(
    'history.version',
    { id, hash: hash ?? '' },
    // A version never changes; names of other records may.
    { enabled: hash !== undefined, staleTime: 60_000, gcTime: 60_000 },
  )
}

export type Comparison =
  { state: 'loading' } | { state: 'failed'; code: string } | { state: 'ready'; groups: ChangedGroup[] }

/** Where a version differs from another one (undefined: there is none). */
export function useComparison(id: string, before: string | undefined, after: string): Comparison {
  const { t } = useTranslation()
  const lang = useLanguage()
  const left = useVersion(id, before)
  const right = useVersion(id, after)
  const error = left.error ?? right.error
  if (error) return { state: 'failed', code: error.error.code }
  if (!right.data || (before !== undefined && !left.data)) return { state: 'loading' }
  const names = { ...left.data?.names, ...right.data.names }
  const words = { t, lang, nameOf: (other: string) => names[other] ?? '' }
  const old = left.data ? recordLines(left.data.record as AnyRecord, words) : []
  return { state: 'ready', groups: diffLines(old, recordLines(right.data.record as AnyRecord, words)) }
}

/** The title of a record from one of its versions. */
export function useTitle(id: string, hash: string | undefined): string {
  return titleOf(useVersion(id, hash).data?.record as AnyRecord | undefined)
}
