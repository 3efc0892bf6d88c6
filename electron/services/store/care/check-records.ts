import { join } from 'node:path'
import { filesOf } from '../../../../shared/domain/recordings'
import { recordTypes, type RecordType } from '../../../../shared/ids'
import { definitionOf, referencesIn, type AnyRecord } from '../../../../shared/records/registry'
import type { FollowUp } from '../../../../shared/records/follow-up'
import type { Meeting } from '../../../../shared/records/meeting'
import { isMissing } from '../archive-files'
import type { FileState } from '../envelope'
import { archiveNames, parseRecordName, recordFile } from '../layout'
import { readRecordBytes } from '../record-files'
import { scanRecords } from '../scan'
import { lastJournaled } from '../versions'
import type { CheckRun } from './check-run'

/** What the names of an archive's files say, before any is read. */
export interface Names {
  ids: Set<string>
  /** Records in the bin. */
  binned: Set<string>
}

/** Temp files younger than this (ms before our own look) may still be on their way. */
const tempAge = 60_000

/** Looks at all names of record folders. Out: ids. Errors: `DiskError`, `Cancelled`. */
export async function checkNames(run: CheckRun): Promise<Names> {
  const { state, findings } = run
  const names: Names = { ids: new Set(), binned: new Set() }
  const misplaced: { file: string; id: string }[] = []
  await scanRecords(state.files, state.root, {
    record: (id) => void names.ids.add(id),
    problem: ({ file, kind, id }) => {
      if (kind === 'misplaced' && id !== undefined) misplaced.push({ file, id })
      else if (kind === 'conflict-copy') {
        findings.add({
          code: 'file-copy',
          where: file,
          ...(id ? { params: { id } } : {}),
          repair: 'move-aside',
        })
      } else findings.add({ code: 'file-foreign', where: file, repair: 'move-aside' })
    },
    temp: (path, { mtimeMs }) => {
      // Times are the disk's own; our lock file is the clock to compare with.
      if (mtimeMs > (state.lockedAt || Date.now()) - tempAge) return
      findings.add({ code: 'temp-left', where: state.relativeName(path), repair: 'clear-temp' })
    },
  })
  for (const { name } of await run.entries(join(state.root, archiveNames.trash))) {
    const parsed = parseRecordName(name)
    if (parsed) names.binned.add(parsed.id)
  }
  for (const { file, id } of misplaced) {
    await run.step()
    const bytes = names.ids.has(id) ? undefined : await run.bytes(join(state.root, file))
    const found = bytes && readRecordBytes(id, bytes, false).state
    // The only copy goes where it belongs; a second one is only in the way.
    const fits = (found === 'ok' || found === 'changed-outside') && !names.binned.has(id)
    findings.add({
      code: 'file-misplaced',
      where: file,
      params: { id, place: plain(recordFile(id)) },
      repair: fits ? 'put-back' : 'move-aside',
    })
  }
  return names
}

const plain = (path: string) => path.replaceAll('\\', '/')

function titleOf(record: AnyRecord): string {
  if ('title' in record) return record.title
  return 'name' in record ? record.name : ''
}

/** Whether names in this record are snapshots: minutes stay whole when the card behind a name is gone. */
function keepsNames(type: RecordType, role: string): boolean {
  return type === 'meeting' && role !== 'carried'
}

/** Where an attachment is used first, by its hash. */
export type UsedAttachments = Map<string, { where: string; name: string; ext: string; title: string }>

/** Reads all records, one after another. Out: how many by type, and the attachments they name. */
export async function checkRecords(
  run: CheckRun,
  names: Names,
): Promise<{ counts: Record<string, number>; used: UsedAttachments }> {
  const { state, findings } = run
  const counts: Record<string, number> = {}
  const used: UsedAttachments = new Map()
  for (const type of recordTypes) counts[type] = 0
  for (const id of names.ids) {
    await run.step()
    const path = state.records.pathOf(id)
    const bytes = await run.bytes(path)
    if (!bytes) continue
    const where = state.relativeName(path)
    const found = readRecordBytes(id, bytes, false)
    if (found.state !== 'ok' && found.state !== 'changed-outside') {
      await tellUnreadable(run, id, where, found, bytes)
      continue
    }
    const { type } = found as { type: RecordType }
    const { record, version, hash } = found
    counts[type] = (counts[type] ?? 0) + 1
    const title = titleOf(record)
    if (found.state === 'changed-outside')
      findings.add({ code: 'record-changed', where, params: { id, title } })
    if (version < definitionOf(type).version) {
      findings.add({ code: 'record-old', where, params: { id, title, version } })
    }
    await checkListed(run, id, where, hash, title)
    for (const { sha256, name, ext } of filesOf(record)) {
      if (!used.has(sha256)) used.set(sha256, { where, name, ext, title })
    }
    await checkReferences(run, names, type, record, where)
  }
  return { counts, used }
}

async function tellUnreadable(
  run: CheckRun,
  id: string,
  where: string,
  found: FileState,
  bytes: Uint8Array,
): Promise<void> {
  const { findings } = run
  if (found.state === 'too-new') {
    findings.add({ code: 'record-too-new', where, params: { id, version: found.version } })
    return
  }
  const mends = (await isJournaled(run, id)) ? ({ repair: 'restore-record' } as const) : {}
  if (found.state === 'damaged') {
    const code = `record-${found.reason === 'unparsable' ? 'unreadable' : found.reason}` as const
    findings.add({ code, where, params: { id }, ...mends })
    return
  }
  const holds = idInside(bytes)
  if (holds === undefined) findings.add({ code: 'record-foreign', where, params: { id }, ...mends })
  else findings.add({ code: 'record-misnamed', where, params: { id, holds }, ...mends })
}

/** The journal is searched for so many damaged records in one run: each search reads all of it. */
const searchesMost = 200

/** Whether the journal can give a damaged record back. */
async function isJournaled(run: CheckRun, id: string): Promise<boolean> {
  run.searches += 1
  return run.searches <= searchesMost && (await lastJournaled(run.state, id)) !== undefined
}

/** The id of the record in a file of ours that stands under another name. */
function idInside(bytes: Uint8Array): string | undefined {
  try {
    const parsed = JSON.parse(Buffer.from(bytes).toString('utf8')) as {
      format?: unknown
      record?: { id?: unknown }
    }
    return parsed.format === 'tutanak' && typeof parsed.record?.id === 'string' ? parsed.record.id : undefined
  } catch {
    return undefined
  }
}

/** Whether the lists know the record as it is. A catalogue that is not filled is not asked. */
async function checkListed(
  run: CheckRun,
  id: string,
  where: string,
  hash: string,
  title: string,
): Promise<void> {
  const { state, findings } = run
  const isListed = (now: string) => state.catalogue.facts(id)?.hash === now
  if (!state.catalogueReady || isListed(hash)) return
  // A save may be running: asked again in its queue.
  await state.queue.run([id], async () => {
    const file = await run.guarded(state.records.pathOf(id), () => state.records.readFresh(id))
    const now =
      file?.state.state === 'ok' || file?.state.state === 'changed-outside' ? file.state.hash : undefined
    if (now === undefined || isListed(now)) return
    findings.add({ code: 'list-stale', where, params: { id, title }, repair: 'rebuild-lists' })
  })
}

async function exists(run: CheckRun, id: string): Promise<boolean> {
  try {
    await run.state.files.stat(run.state.records.pathOf(id))
    return true
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
}

async function checkReferences(
  run: CheckRun,
  names: Names,
  type: RecordType,
  record: AnyRecord,
  where: string,
): Promise<void> {
  const { findings } = run
  const seen = new Set<string>()
  for (const { id: target, role } of referencesIn(type, record)) {
    // Made since the names were read: looked for again.
    if (names.ids.has(target) || seen.has(target) || (await exists(run, target))) continue
    seen.add(target)
    const params = { id: record.id, title: titleOf(record), target, role }
    if (names.binned.has(target)) findings.add({ code: 'reference-in-bin', where, params })
    else if (keepsNames(type, role)) findings.add({ code: 'reference-snapshot', where, params })
    else findings.add({ code: 'reference-missing', where, params })
  }
  if (type === 'followup') await checkFollowUp(run, record as FollowUp, where)
}

/** A follow-up belongs to one decision or action item of its meeting. */
async function checkFollowUp(
  run: CheckRun,
  { id, meetingId, targetId }: FollowUp,
  where: string,
): Promise<void> {
  const bytes = await run.bytes(run.state.records.pathOf(meetingId))
  const found = bytes && readRecordBytes(meetingId, bytes, false)
  if (found?.state !== 'ok' && found?.state !== 'changed-outside') return
  const { agenda } = found.record as Meeting
  if (agenda.some((item) => item.blocks.some((block) => block.id === targetId))) return
  run.findings.add({ code: 'follow-up-lost', where, params: { id, target: targetId } })
}
