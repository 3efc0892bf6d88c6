import { dirname, join } from 'node:path'
import type { RecordType } from '../../../shared/ids'
import { definitionOf, type AnyRecord } from '../../../shared/records/registry'
import { DiskError, type FileStat } from './archive-files'
import type { ArchiveState } from './archive-state'
import { ensureArchiveFolder } from './durable-adapter'
import { digestOf, seal } from './envelope'
import type { JournalOp, NewEntry } from './journal-lines'
import { inParallel } from './keyed-queue'
import { trashFile } from './layout'
import { moveRecord } from './recovery'
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
  /** The new version as JSON text, for the journal. */
  json?: string
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
  const { bytes, hash, text } = seal(definitionOf(type), record, stamp)
  return {
    id: record.id,
    type,
    op: 'save',
    was,
    before,
    after: hash,
    record,
    bytes,
    json: text,
  } satisfies Prepared
}

/** What the journal is told of a commit. */
function announcement(
  state: ArchiveState,
  prepared: readonly Prepared[],
  window: string | undefined,
): NewEntry {
  return {
    at: prepared[0]?.record?.updatedAt ?? state.now(),
    by: state.options.savedBy(),
    ...(window === undefined ? {} : { window }),
    kind: 'commit',
    ops: prepared.map(({ id, op, before, after, type, json }) => ({
      id,
      op,
      before,
      after,
      ...(json === undefined ? {} : { version: definitionOf(type).version, json }),
    })),
  }
}

/** A commit that reached the journal and failed behind it. */
export interface Unfinished {
  seq: number
  prepared: readonly Prepared[]
}

/**
 * Writes a commit: all new bytes beside their files and on the disk, the journal, then each file is replaced. All or
 * nothing: what fails before the journal leaves no trace; what fails behind it is taken back, and if even that fails,
 * taken back before the next write or finished at the next opening. Out: the journal number, size and time of the new files.
 * Errors: `DiskError`.
 */
export async function commit(
  state: ArchiveState,
  prepared: readonly Prepared[],
  window: string | undefined,
): Promise<{ seq: number; stats: Map<string, FileStat> }> {
  const { files, root, journal, records } = state
  const saves = prepared.flatMap((item) => {
    if (item.op !== 'save' || !item.bytes) return []
    return { item, adapter: records.low(records.pathOf(item.id), item.bytes).adapter, bytes: item.bytes }
  })
  const discard = () => Promise.all(saves.map(({ adapter }) => adapter.discard()))
  const entry = announcement(state, prepared, window)
  const stage = () => inParallel(saves, width, ({ adapter, bytes }) => adapter.stage(bytes))
  let seq: number
  try {
    if (isTyping(prepared)) {
      // A text being typed: both at once, since neither replaces anything. If only the journal took it, the text is
      // kept there, although the save is called failed.
      const [staged, told] = await Promise.allSettled([stage(), journal.append(entry)])
      if (told.status === 'fulfilled' && staged.status === 'rejected') notePhantom(state, prepared)
      if (staged.status === 'rejected') throw staged.reason
      if (told.status === 'rejected') throw told.reason
      seq = told.value.seq
    } else {
      await stage()
      for (const { id, op } of prepared) {
        if (op === 'save') continue
        const target = op === 'remove' ? join(root, trashFile(id)) : records.pathOf(id)
        await ensureArchiveFolder(files, root, dirname(target))
      }
      seq = (await journal.append(entry)).seq
    }
  } catch (error) {
    await discard()
    throw error
  }
  const stats = new Map<string, FileStat>()
  try {
    await inParallel(saves, width, async ({ item, adapter }) => {
      await state.assertWriter()
      const stat = await adapter.replace()
      if (stat) stats.set(item.id, stat)
    })
    for (const { id, op } of prepared) {
      if (op === 'save') continue
      await state.assertWriter()
      await moveRecord(state, id, op)
    }
  } catch (error) {
    await discard()
    if (error instanceof DiskError) {
      // Whoever took the archive over has read the journal and writes now: nothing is taken back behind their back.
      if (await state.hasLostArchive()) throw new DiskError('archive-locked', 'ELOCKED', 'replace')
      if (isTyping(prepared)) notePhantom(state, prepared)
      else {
        const unfinished = { seq, prepared }
        if (await takeBack(state, unfinished)) state.unfinished.push(unfinished)
      }
    }
    throw error
  }
  return { seq, stats }
}

/** One record changed, as by every autosave. */
function isTyping(prepared: readonly Prepared[]): boolean {
  return prepared.length === 1 && prepared[0]?.op === 'save' && prepared[0].before !== null
}

/** The journal has a text whose save was called failed: the next opening finishes it, unless a later save succeeds. */
function notePhantom(state: ArchiveState, [item]: readonly Prepared[]): void {
  if (item?.before) state.phantoms.set(item.id, { before: item.before, after: item.after })
}

/**
 * Takes back all that is unfinished; everybody who asks meanwhile waits for the same work. Out: what hinders it.
 */
export function takeAllBack(state: ArchiveState): Promise<DiskError | undefined> {
  state.takingBack ??= (async () => {
    for (let next = state.unfinished[0]; next; next = state.unfinished[0]) {
      const fault = await takeBack(state, next)
      if (fault) return fault
      // Others may have failed meanwhile: they stand behind it.
      state.unfinished.shift()
    }
    return undefined
  })().finally(() => {
    state.takingBack = undefined
  })
  return state.takingBack
}

/** Puts back what was before a commit that failed behind the journal, and says so there. Out: why it could not. */
async function takeBack(state: ArchiveState, unfinished: Unfinished): Promise<DiskError | undefined> {
  const { files, root, records } = state
  try {
    for (const { id, op, was } of unfinished.prepared) {
      const path = records.pathOf(id)
      const bin = join(root, trashFile(id))
      if (op === 'save' && was) await putBack(state, id, was)
      else if (op === 'save' && (await exists(state, path))) await files.unlink(path)
      else if (op === 'remove' && (await exists(state, bin)) && !(await exists(state, path))) {
        await files.rename(bin, path)
      } else if (op === 'restore' && (await exists(state, path)) && !(await exists(state, bin))) {
        await files.rename(path, bin)
      }
      if (op !== 'save') await files.fsyncDir(dirname(bin))
      await files.fsyncDir(dirname(path))
      records.forget(id)
    }
    await state.journal.mark('void', unfinished.seq)
    return undefined
  } catch (error) {
    if (!(error instanceof DiskError)) throw error
    return error
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

/**
 * The file of a record just written, as if read: caches take it without touching the disk again. In: what was written,
 * size and time of the file (unknown: the next look reads it again).
 */
export async function writtenFile(
  state: ArchiveState,
  item: Prepared,
  stat: RecordFile['stat'] | undefined,
): Promise<RecordFile | undefined> {
  if (!item.bytes || !item.record || item.after === null) return state.records.read(item.id)
  const file: RecordFile = {
    state: {
      state: 'ok',
      type: item.type,
      version: definitionOf(item.type).version,
      hash: item.after,
      record: item.record,
    },
    bytes: item.bytes,
    digest: digestOf(item.bytes),
    stat: stat ?? { size: item.bytes.length, mtimeMs: 0, inode: 0 },
  }
  state.records.keep(item.id, file)
  return file
}
