import { recordTypes } from '../../../shared/ids'
import { DiskError, type FileStat } from './archive-files'
import { readHead } from './archive-head'
import type { ArchiveState } from './archive-state'
import type { NewOp } from './journal-lines'
import { inParallel } from './keyed-queue'
import { recordFile } from './layout'
import { scanRecords } from './scan'
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
  if (!state.lock || mtimeMs > lockedAt - tempAge) return
  await state.files.unlink(path).catch((error: unknown) => {
    if (!(error instanceof DiskError)) throw error
  })
}

/**
 * Compares all record files with the catalogue by name, size and time, reads those that differ, and takes them in.
 * Fills an empty catalogue likewise. Out: what has changed. Errors: `DiskError` (nothing is dropped then).
 */
export async function checkFiles(
  state: ArchiveState,
  onProgress?: (done: number, total: number) => void,
): Promise<OutsideChange[]> {
  const met = new Set<string>()
  const odd = new Set<string>()
  const differing = new Map<string, FileStat>()
  await scanRecords(state.files, state.root, {
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
  })
  const gone = recordTypes.flatMap((type) => state.catalogue.ids(type)).filter((id) => !met.has(id))
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
  const own = new Set([...met].map((id) => recordFile(id).replaceAll('\\', '/')))
  state.keepProblems(new Set([...odd, ...own, 'settings.json', 'archive.json']))
  return changes
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
