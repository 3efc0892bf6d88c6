import { isDeepStrictEqual } from 'node:util'
import { recordTypeOfId, recordTypes, type RecordType } from '../../../shared/ids'
import type { AnyRecord } from '../../../shared/records/registry'
import { fail, ok, type Result } from '../../../shared/result'
import type { ArchiveFiles } from '../store/archive-files'
import { entryOf } from '../store/catalogue/entry'
import { archiveNames } from '../store/layout'
import { content } from '../store/record-content'
import { readRecordBytes } from '../store/record-files'
import type { ArchiveReader, ArchiveStore } from '../store/store-types'
import { attachmentsIn } from './attachment-store'
import type { BackupWork } from './faults'
import type { BackupAttachment } from './manifest'
import { idIn, recordAt } from './names'
import { attachmentsBeside, checkFilesOf, type OpenBackup } from './open-backup'

/** A record that a restore would touch, with the words to know it by. */
export interface TouchedRecord {
  id: string
  type: RecordType
  title: string
}

/** What a restore into place would change. */
export interface RestoreDiff {
  fresh: TouchedRecord[]
  changed: TouchedRecord[]
  gone: TouchedRecord[]
  same: number
  /** Records of the backup that were damaged already when it was made: they are left as they are now. */
  damaged: number
  /** New and changed records in full; undefined when they are too many for one step. */
  records: AnyRecord[] | undefined
  settings: Uint8Array | undefined
  /** Files of the archive's past (finals, ledger, versions) by path: only those missing now are put back. */
  past: string[]
  /** Attachments that the archive does not have any more. */
  attachments: BackupAttachment[]
  /** Of these: not beside the backup either. */
  missingAttachments: number
}

/** One step takes at most so many records, or so many bytes of them. */
const mostRecords = 20_000
const mostBytes = 96 * 1024 * 1024
const pastFolders: ReadonlySet<string> = new Set([
  'final',
  'ledger',
  archiveNames.history,
  archiveNames.tombstones,
])

/** The name of a record for people; '' when it has none. */
export function titleOf(type: RecordType, record: AnyRecord): string {
  return entryOf(type, record, { hash: '', size: 0, mtimeMs: 0 }).names[0] ?? ''
}

async function titleNow(store: ArchiveReader, id: string): Promise<string> {
  const found = await store.get(id)
  const type = recordTypeOfId(id)
  return found.ok && type ? titleOf(type, found.value.record) : ''
}

/** Reads and checks a whole backup and compares it with the archive as it is. Throws `ZipFault`; when told to stop. */
export async function diffOf(
  files: ArchiveFiles,
  store: ArchiveStore,
  backup: OpenBackup,
  file: string,
  work: BackupWork,
): Promise<Result<RestoreDiff>> {
  const fresh: TouchedRecord[] = []
  const changed: TouchedRecord[] = []
  const records: AnyRecord[] = []
  const past: string[] = []
  const met = new Set<string>()
  // Lists that are still being built would make a part pass for the whole.
  if (!store.listsReady) return fail('lists-not-ready')
  const stones = await store.past.tombstones()
  if (!stones.ok) return stones
  // What was purged for good does not come back with a backup that is older.
  const purged = new Set(stones.value.map(({ id }) => id))
  let bytesHeld = 0
  let same = 0
  let damaged = 0
  let settings: Uint8Array | undefined
  await checkFilesOf(backup, work, async ({ path, hash }, bytes) => {
    if (path === archiveNames.settings) settings = bytes
    const id = recordAt(path)
    if (purged.has(idIn(path) ?? '') && !path.startsWith(archiveNames.tombstones)) return
    if (pastFolders.has(path.split('/')[0] ?? '')) past.push(path)
    const type = id === undefined ? undefined : recordTypeOfId(id)
    if (id === undefined || !type) return
    met.add(id)
    if (hash === undefined) {
      damaged += 1
      return
    }
    const now = store.hashOf(id)
    const state = now === hash ? undefined : readRecordBytes(id, bytes, false)
    if (!state || (state.state !== 'ok' && state.state !== 'changed-outside')) {
      same += 1
      return
    }
    const { record } = state
    const current = now === undefined ? undefined : await store.get(id)
    if (current?.ok && isDeepStrictEqual(content(current.value.record), content(record))) {
      same += 1
      return
    }
    const list = current === undefined ? fresh : changed
    list.push({ id, type, title: titleOf(type, record) })
    bytesHeld += bytes.length
    if (records.length < mostRecords && bytesHeld <= mostBytes) records.push(record)
  })
  const gone: TouchedRecord[] = []
  for (const type of recordTypes) {
    for (const id of store.ids(type)) {
      work.signal.throwIfAborted()
      if (!met.has(id)) gone.push({ id, type, title: await titleNow(store, id) })
    }
  }
  const held = new Set((await attachmentsIn(files, store.path)).map(({ sha256 }) => sha256))
  const beside = new Set((await attachmentsIn(files, attachmentsBeside(file))).map(({ sha256 }) => sha256))
  const attachments = backup.manifest.attachments.filter((one) => !one.damaged && !held.has(one.sha256))
  const fits = fresh.length + changed.length + gone.length <= mostRecords && bytesHeld <= mostBytes
  return ok({
    fresh,
    changed,
    gone,
    same,
    damaged,
    records: fits ? records : undefined,
    settings,
    past,
    attachments: attachments.filter(({ sha256 }) => beside.has(sha256)),
    missingAttachments: attachments.filter(({ sha256 }) => !beside.has(sha256)).length,
  })
}
