import { join } from 'node:path'
import { recordTypes, type RecordType } from '../../../shared/ids'
import { referencesIn, type AnyRecord } from '../../../shared/records/registry'
import { ok, type Result } from '../../../shared/result'
import { attempt, isMissing } from './archive-files'
import type { ArchiveState } from './archive-state'
import { readAttachment } from './attachments'
import { checkFiles } from './checking'
import { archiveNames, isSystemName } from './layout'
import { openState } from './opening'
import { readSettings } from './settings-file'
import type { OpenOptions, Problem } from './store-types'

/** Something that is not as it should be; beyond {@link Problem}: what records point at and cannot be found. */
export interface Finding {
  kind: Problem['kind'] | 'missing-attachment' | 'damaged-attachment' | 'missing-reference'
  /** Relative to the archive. */
  file: string
  id?: string
  /** What is missing. */
  target?: string
}

export interface Verification {
  records: Record<RecordType, number>
  attachments: number
  findings: Finding[]
}

async function checkAttachments(
  state: ArchiveState,
): Promise<{ count: number; findings: Finding[]; good: Set<string> }> {
  const { files, root } = state
  const findings: Finding[] = []
  const good = new Set<string>()
  let count = 0
  const list = (path: string) =>
    files.readdir(path).catch((error: unknown) => {
      if (isMissing(error)) return []
      throw error
    })
  for (const shard of await list(join(root, archiveNames.attachments))) {
    if (shard.kind !== 'folder') continue
    for (const { name } of await list(join(root, archiveNames.attachments, shard.name))) {
      if (isSystemName(name)) continue
      count += 1
      const file = `${archiveNames.attachments}/${shard.name}/${name}`
      const [sha256 = '', ext = ''] = name.split('.')
      const read = await readAttachment(files, root, { sha256, ext })
      if (read.ok) good.add(sha256)
      else findings.push({ kind: 'damaged-attachment', file })
    }
  }
  return { count, findings, good }
}

function attachmentsOf(record: AnyRecord): string[] {
  return 'attachments' in record ? record.attachments.map(({ sha256 }) => sha256) : []
}

/**
 * Reads every file of an archive and says what is wrong; changes nothing, needs no lock.
 * Errors: those of opening, disk codes.
 */
export async function verifyArchive(options: OpenOptions): Promise<Result<Verification>> {
  const opened = await openState({ ...options, readOnly: true })
  if (!opened.ok) return opened
  const state = opened.value
  return attempt(async () => {
    await checkFiles(state, options.onProgress)
    await readSettings(state)
    const attachments = await checkAttachments(state)
    const findings: Finding[] = [...state.listProblems(), ...attachments.findings]
    for (const type of recordTypes) {
      for (const id of state.catalogue.ids(type)) {
        const file = await state.records.read(id)
        if (file?.state.state !== 'ok' && file?.state.state !== 'changed-outside') continue
        const { record } = file.state
        const name = state.relativeName(state.records.pathOf(id))
        for (const target of attachmentsOf(record)) {
          if (!attachments.good.has(target))
            findings.push({ kind: 'missing-attachment', file: name, id, target })
        }
        const targets = new Set(referencesIn(type, record).map((reference) => reference.id))
        for (const target of targets) {
          if (!state.catalogue.facts(target))
            findings.push({ kind: 'missing-reference', file: name, id, target })
        }
      }
    }
    return ok({ records: state.catalogue.counts(), attachments: attachments.count, findings })
  }).finally(() => state.journal.close())
}
