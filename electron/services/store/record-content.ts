import { recordTypeOfId, type RecordType } from '../../../shared/ids'
import { storeOwnedKeys } from '../../../shared/records/define-record'
import type { AnyRecord } from '../../../shared/records/registry'
import { fail, ok, type Result } from '../../../shared/result'
import type { RecordFile } from './record-files'

/** The type of a record's id. In: a full record id. */
export function typeOf(id: string): RecordType {
  return recordTypeOfId(id) as RecordType
}

/** Whether the store sets this key itself. */
export function isStoreOwned(key: string): boolean {
  return storeOwnedKeys.some((owned) => owned === key)
}

/** A record without the keys that the store sets: what the user sees as its content. */
export function content(record: AnyRecord): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => !isStoreOwned(key)))
}

/** The record of a file as a value, or why there is none. */
export function readable(
  file: RecordFile | undefined,
): Result<{ record: AnyRecord; hash: string; outside: boolean }> {
  if (!file) return fail('not-found')
  const { state } = file
  if (state.state === 'too-new') return fail('too-new')
  if (state.state === 'damaged' || state.state === 'foreign') return fail('damaged')
  return ok({ record: state.record, hash: state.hash, outside: state.state === 'changed-outside' })
}
