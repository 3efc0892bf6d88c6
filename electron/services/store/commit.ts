import { dirname, join } from 'node:path'
import type { RecordType } from '../../../shared/ids'
import { definitionOf, type AnyRecord } from '../../../shared/records/registry'
import { DiskError } from './archive-files'
import type { ArchiveState } from './archive-state'
import { ensureFolder } from './durable-adapter'
import { digestOf, seal } from './envelope'
import type { JournalEntry, JournalOp } from './journal-lines'
import { inParallel } from './keyed-queue'
import { trashFile } from './layout'
import { applyOp } from './recovery'
import type { RecordFile } from './record-files'

/** One operation of a commit, worked out: from which version to which. */
export interface Prepared {
  id: string
  type: RecordType
  op: JournalOp['op']
  /** The record's file before; undefined = there was none. */
  was: RecordFile | undefined
  before: string | null
  after: string | null
  /** The new version, for saves. */
  record?: AnyRecord
  bytes?: Uint8Array
}

/** Files written at a time within one commit. */
const width = 8

/** A save of a record, ready for the disk. In: the new version (stamps set), the file it replaces. */
export function prepareSave(
  type: RecordType,
  record: AnyRecord,
  was: RecordFile | undefined,
  before: string | null,
) {
  const stamp = { savedAt: record.updatedAt, savedBy: record.savedBy }
  const { bytes, hash } = seal(definitionOf(type), record, stamp)
  return { id: record.id, type, op: 'save', was, before, after: hash, record, bytes } satisfies Prepared
}

/**
 * Writes a commit: all new bytes beside their files and on the disk, then the journal, then each file is replaced. All or
 * nothing: what fails before the journal leaves no trace; what fails behind it is taken back, and if even that fails
 * it is finished at the next write or opening. Out: the journal entry.
 * Errors: `DiskError`.
 */
export async function commit(
  state: ArchiveState,
  prepared: readonly Prepared[],
  window: string | undefined,
): Promise<JournalEntry> {
  const { files, root, journal, records } = state
  const saves = prepared.flatMap((item) => {
    if (item.op !== 'save' || !item.bytes) return []
    return { item, adapter: records.low(records.pathOf(item.id), item.bytes).adapter, bytes: item.bytes }
  })
  const moves = prepared.filter((item) => item.op !== 'save')
  let entry: JournalEntry
  try {
    await inParallel(saves, width, ({ adapter, bytes }) => adapter.stage(bytes))
    for (const move of moves) {
      await ensureFolder(
        files,
        dirname(move.op === 'remove' ? join(root, trashFile(move.id)) : records.pathOf(move.id)),
      )
    }
    entry = await journal.append({
      at: prepared[0]?.record?.updatedAt ?? state.now(),
      by: state.options.savedBy(),
      ...(window === undefined ? {} : { window }),
      kind: 'commit',
      ops: prepared.map(({ id, op, before, after, type, record }) => ({
        id,
        op,
        before,
        after,
        ...(record ? { version: definitionOf(type).version, record } : {}),
      })),
    })
  } catch (error) {
    await Promise.all(saves.map(({ adapter }) => adapter.discard()))
    throw error
  }
  try {
    await inParallel(saves, width, ({ adapter }) => adapter.replace())
    for (const op of entry.ops) if (op.op !== 'save') await applyOp(state, entry, op)
  } catch (error) {
    await Promise.all(saves.map(({ adapter }) => adapter.discard()))
    if (error instanceof DiskError) await takeBack(state, entry, prepared)
    throw error
  }
  return entry
}

/** After a failure behind the journal: puts back what was, and says so in the journal. */
async function takeBack(
  state: ArchiveState,
  entry: JournalEntry,
  prepared: readonly Prepared[],
): Promise<void> {
  const { files, root, records } = state
  const single = prepared.length === 1 ? prepared[0] : undefined
  if (single?.op === 'save' && single.before !== null) {
    // A text that was typed: the journal keeps it, and the next opening finishes the save unless a later one succeeds.
    state.phantoms.set(single.id, { before: single.before, after: single.after })
    return
  }
  try {
    for (const { id, op, was } of prepared) {
      const path = records.pathOf(id)
      const bin = join(root, trashFile(id))
      if (op === 'save' && was) await putBack(state, id, was)
      else if (op === 'save' && (await exists(state, path))) await files.unlink(path)
      else if (op === 'remove' && (await exists(state, bin)) && !(await exists(state, path)))
        await files.rename(bin, path)
      else if (op === 'restore' && (await exists(state, path)) && !(await exists(state, bin)))
        await files.rename(path, bin)
      await files.fsyncDir(dirname(path))
    }
    await state.journal.mark('void', entry.seq)
  } catch (error) {
    if (!(error instanceof DiskError)) throw error
    state.unfinished = entry
  }
}

/** Writes the old bytes again, unless they are still there (a full disk could not take them twice). */
async function putBack(state: ArchiveState, id: string, was: RecordFile): Promise<void> {
  const now = await state.records.readFresh(id)
  if (now?.digest !== was.digest) await state.records.low(state.records.pathOf(id), was.bytes).low.write()
}

async function exists(state: ArchiveState, path: string): Promise<boolean> {
  return state.files.stat(path).then(
    () => true,
    (error: unknown) => {
      if (error instanceof DiskError && error.errno === 'ENOENT') return false
      throw error
    },
  )
}

/** The file of a record just written, as if read: caches take it without touching the disk again. */
export async function writtenFile(state: ArchiveState, item: Prepared): Promise<RecordFile | undefined> {
  if (!item.bytes || !item.record || item.after === null) return state.records.read(item.id)
  // The commit stands even if the disk cannot be asked about it now; the next look will then read the file again.
  const stat = await state.files.stat(state.records.pathOf(item.id)).catch((error: unknown) => {
    if (!(error instanceof DiskError)) throw error
    return { size: item.bytes?.length ?? 0, mtimeMs: 0, inode: 0 }
  })
  const { version } = definitionOf(item.type)
  const file: RecordFile = {
    state: { state: 'ok', type: item.type, version, hash: item.after, record: item.record },
    bytes: item.bytes,
    digest: digestOf(item.bytes),
    stat,
  }
  state.records.keep(item.id, file)
  return file
}
