import { dirname } from 'node:path/posix'
import { recordTypes } from '../../../shared/ids'
import { DiskError, type FileStat } from './archive-files'
import { readHead } from './archive-head'
import type { ArchiveState } from './archive-state'
import { isInFlight } from './durable-adapter'
import type { NewOp } from './journal-lines'
import { inParallel } from './keyed-queue'
import { recordFile, shardOf } from './layout'
import { changedShards, scanRecords, type ScanVisitor } from './scan'
import type { ChangedRecord } from './store-types'

/** A change found on the disk, with the version that was known before. */
export interface OutsideChange {
  change: ChangedRecord
  before: string | null
}

/** Files read at a time while a catalogue is built. */
const width = 12
/** Temp files are only cleared when this much older (ms) than our own lock: nobody can still be writing them. */
const tempAge = 60_000

/** Clears bytes that a killed program left behind. In: time of our lock file, on the same disk's clock. */
async function clearTemp(
  state: ArchiveState,
  path: string,
  mtimeMs: number,
  lockedAt: number,
): Promise<void> {
  if (!state.lock || mtimeMs > lockedAt - tempAge || isInFlight(path)) return
  await state.files.unlink(path).catch((error: unknown) => {
    if (!(error instanceof DiskError)) throw error
  })
}

/** The folder (`notes/3f`) that a record's file lies in. */
function shardNameOf(id: string): string {
  return shardOf(id).replaceAll('\\', '/')
}

/**
 * Compares record files with the catalogue by name, size and time, reads those that differ, and takes them in.
 * Fills an empty catalogue likewise. `only`: the folders (`notes/3f`) to look into; left out = all.
 * Out: what has changed. Errors: `DiskError` (nothing is dropped then).
 */
export async function checkFiles(
  state: ArchiveState,
  onProgress?: (done: number, total: number) => void,
  only?: ReadonlySet<string>,
): Promise<OutsideChange[]> {
  const met = new Set<string>()
  const odd = new Set<string>()
  const differing = new Map<string, FileStat>()
  const times = new Map<string, number>()
  const visitor: ScanVisitor = {
    shard: (name, time) => times.set(name, time),
    record: (id, _type, stat) => {
      met.add(id)
      const known = state.catalogue.facts(id)
      if (known?.size !== stat.size || known.mtimeMs !== stat.mtimeMs) differing.set(id, stat)
    },
    problem: ({ file, kind, id }) => {
      odd.add(file)
      state.setProblem(file, id === undefined ? { kind } : { kind, id })
    },
    temp: (path, stat) => clearTemp(state, path, stat.mtimeMs, state.lockedAt),
  }
  await scanRecords(state.files, state.root, visitor, only)
  const expected = recordTypes.flatMap((type) => state.catalogue.ids(type))
  const gone = expected.filter((id) => !met.has(id) && (!only || only.has(shardNameOf(id))))
  if (gone.length > 0) {
    // A stick that was pulled out must not look like an archive whose records were all deleted.
    const head = await readHead(state.files, state.root)
    if (!head.ok || head.value.head.id !== state.head.id) throw new DiskError('disk-gone', 'ENOENT', 'scan')
  }
  const changes: OutsideChange[] = []
  const todo = [...differing.keys(), ...gone]
  let done = 0
  await inParallel(todo, width, (id) =>
    // In the record's queue: a save may be running.
    state.queue.run([id], async () => {
      if (state.isOwnDoing(id)) return
      const before = state.catalogue.facts(id)?.hash ?? null
      const stat = differing.get(id)
      // One that was missing may have been made meanwhile.
      const file = stat ? await state.records.glance(id, stat) : await state.records.read(id)
      const change = state.takeIn(id, file)
      if (change) changes.push({ change, before })
      done += 1
      if (done % 100 === 0 || done === todo.length) onProgress?.(done, todo.length)
    }),
  )
  for (const name of only ?? state.shardTimes.keys()) if (!times.has(name)) state.shardTimes.delete(name)
  for (const [name, time] of times) state.shardTimes.set(name, time)
  const own = [...met].map((id) => recordFile(id).replaceAll('\\', '/'))
  const unseen = only ? state.listProblems().filter(({ file }) => !only.has(dirname(file))) : []
  state.keepProblems(
    new Set([...odd, ...own, ...unseen.map(({ file }) => file), 'settings.json', 'archive.json']),
  )
  return changes
}

/**
 * A short look for what others changed: folders whose entries are not as they were, and records that are open somewhere
 * (an editor that writes in place leaves its folder as it was). Errors: `DiskError`.
 */
export async function lookAround(state: ArchiveState, open: Iterable<string>): Promise<OutsideChange[]> {
  const changed = await changedShards(state.files, state.root, state.shardTimes)
  // Times of folders are coarse on some disks: one that has changed is looked into twice.
  const fresh = [...changed].filter((name) => !state.changedLately.has(name))
  const only = new Set([...changed, ...state.changedLately])
  state.changedLately = new Set(fresh)
  const found = only.size > 0 ? await checkFiles(state, undefined, only) : []
  const seen = new Set(found.map(({ change }) => change.id))
  for (const id of open) {
    if (seen.has(id)) continue
    await state.queue.run([id], async () => {
      const facts = state.catalogue.facts(id)
      const file = await state.records.read(id)
      if (file && facts?.size === file.stat.size && facts.mtimeMs === file.stat.mtimeMs) return
      const change = state.takeIn(id, file)
      if (change) found.push({ change, before: facts?.hash ?? null })
    })
  }
  return found
}

/** Tells listeners, and later openings, what was found changed on the disk. Errors: `DiskError`. */
export async function announceOutside(state: ArchiveState, found: readonly OutsideChange[]): Promise<void> {
  if (found.length === 0) return
  let { seq } = state.journal.position
  if (await state.isWriter()) {
    const ops = found.map(({ change: { id, kind, hash }, before }): NewOp => {
      return { id, op: kind === 'removed' ? 'remove' : 'save', before, after: hash ?? null }
    })
    const entry = await state.journal.append({
      at: state.now(),
      by: state.options.savedBy(),
      kind: 'seen',
      ops,
    })
    seq = entry.seq
    state.notePosition()
  } else state.unannounced = true
  state.emit({ seq, changes: found.map(({ change }) => change), outside: true })
}
