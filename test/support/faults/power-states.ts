import { dirname } from 'node:path'
import type { Random } from '../generator/random'
import { resize, splice } from './memory-files'
import type { DiskOp, PowerLog } from './power-log'

/** What the cut made of an operation that was not certain yet. `both`: a move between folders left both names. */
export type Fate = 'lost' | 'kept' | 'both' | Tear
/** A write of which only some pieces of `piece` bytes arrived: the first ones, any, or none although the file grew. */
interface Tear {
  piece: 512 | 4096
  arrived: 'first' | 'any' | 'none'
  seed: number
}

/** Operations before a cut: which may not have lasted, and whether a move at least left its new name. */
export interface Cut {
  at: number
  pending: number[]
  halfSure: ReadonlySet<number>
}

type NameOp = Extract<DiskOp, { kind: 'make' | 'rename' | 'unlink' | 'mkdir' }>
const isNameOp = (op: DiskOp): op is NameOp => /^(make|rename|unlink|mkdir)$/.test(op.kind)

/** Works out what is certain at a cut before operation number `at`. */
export function cutAt(log: PowerLog, at: number): Cut {
  const fileSync = new Map<number, number>()
  const folderSync = new Map<string, number>()
  for (const op of log.ops.slice(0, at)) {
    if (op.kind === 'sync') fileSync.set(op.file, Math.max(op.before, fileSync.get(op.file) ?? 0))
    if (op.kind === 'syncDir') folderSync.set(op.path, Math.max(op.before, folderSync.get(op.path) ?? 0))
  }
  const pending: number[] = []
  const halfSure = new Set<number>()
  for (let n = 0; n < at; n += 1) {
    const op = log.ops[n] as DiskOp
    const folder = (path: string) => n < (folderSync.get(dirname(path)) ?? 0)
    if (op.kind === 'write' || op.kind === 'truncate') {
      if (n >= (fileSync.get(op.file) ?? 0)) pending.push(n)
    } else if (op.kind === 'rename') {
      // File systems keep a move whole, but the old name may come back while its folder is not certain.
      if (folder(op.from)) continue
      pending.push(n)
      if (folder(op.to)) halfSure.add(n)
    } else if (isNameOp(op) && !folder(op.path)) pending.push(n)
  }
  return { at, pending, halfSure }
}

function torn(old: Uint8Array, bytes: Uint8Array, at: number, { piece, arrived, seed }: Tear): Uint8Array {
  if (arrived === 'first') {
    // The end of a piece of the disk, not of the write.
    const end = Math.floor((at + (seed % bytes.length)) / piece) * piece
    return end <= at ? old : splice(old, bytes.subarray(0, end - at), at)
  }
  let next = resize(old, Math.max(old.length, at + bytes.length))
  if (arrived === 'none') return next
  for (let from = at; from < at + bytes.length;) {
    const to = Math.min((Math.floor(from / piece) + 1) * piece, at + bytes.length)
    if (((seed >>> (Math.floor(from / piece) % 31)) & 1) === 1)
      next = splice(next, bytes.subarray(from - at, to - at), from)
    from = to
  }
  return next
}

/** A disk as found after the power cut; `key` is the same for the same content. */
export interface PowerState {
  files: [string, Uint8Array][]
  folders: string[]
  key: string
}

/** Builds what a cut leaves. In: the fates of operations that were not certain; those not named have lasted. */
export function stateAfter(log: PowerLog, { at }: Cut, fates: ReadonlyMap<number, Fate>): PowerState {
  const names = new Map(log.base.files)
  const folders = new Set(log.base.folders)
  const bytes = new Map(log.base.bytes)
  const story = new Map<number, string>()
  for (let n = 0; n < at; n += 1) {
    const op = log.ops[n] as DiskOp
    const fate = fates.get(n) ?? 'kept'
    if (fate === 'lost' || op.kind === 'sync' || op.kind === 'syncDir') continue
    if (op.kind === 'mkdir') folders.add(op.path)
    else if (op.kind === 'make') names.set(op.path, op.file)
    else if (op.kind === 'unlink') {
      if (names.get(op.path) === op.file) names.delete(op.path)
    } else if (op.kind === 'rename') {
      if (fate !== 'both' && names.get(op.from) === op.file) names.delete(op.from)
      names.set(op.to, op.file)
    } else {
      const old = bytes.get(op.file) ?? new Uint8Array()
      story.set(op.file, `${story.get(op.file) ?? ''},${n}${JSON.stringify(fate)}`)
      if (op.kind === 'truncate') bytes.set(op.file, resize(old, op.size))
      else
        bytes.set(
          op.file,
          typeof fate === 'string' ? splice(old, op.bytes, op.at) : torn(old, op.bytes, op.at, fate),
        )
    }
  }
  const there = (path: string): boolean =>
    log.base.folders.has(path) || (folders.has(path) && there(dirname(path)))
  const found = [...names].filter(([path]) => there(dirname(path))).sort(([a], [b]) => (a < b ? -1 : 1))
  return {
    files: found.map(([path, file]) => [path, bytes.get(file) ?? new Uint8Array()]),
    folders: [...folders].filter(there),
    key: found.map(([path, file]) => `${path}:${file}${story.get(file) ?? ''}`).join('\n'),
  }
}

/** At most so many uncertain operations are tried in all combinations. */
const mostSubsets = 12

/**
 * The fates that are tried at a cut: all combinations of lost and kept up to 12 uncertain operations, all single tears;
 * beyond that all prefixes, single and double losses, and `seeded` random combinations with tears.
 */
export function* fatesAt(
  log: PowerLog,
  cut: Cut,
  random: Random,
  seeded: number,
): Generator<Map<number, Fate>> {
  const { pending, halfSure } = cut
  const absent = (n: number): Fate => (halfSure.has(n) ? 'both' : 'lost')
  const without = (lost: readonly number[]) => new Map(lost.map((n) => [n, absent(n)]))
  const tear = (): Tear => ({
    piece: random.chance(0.5) ? 512 : 4096,
    arrived: random.pick(['first', 'any', 'none'] as const),
    seed: random.int(0, 2 ** 31),
  })
  const writes = pending.filter((n) => {
    const op = log.ops[n]
    return op?.kind === 'write' && op.bytes.length > 0
  })
  const moves = pending.filter((n) => {
    const op = log.ops[n]
    return op?.kind === 'rename' && dirname(op.from) !== dirname(op.to)
  })
  if (pending.length <= mostSubsets) {
    for (let set = 0; set < 1 << pending.length; set += 1)
      yield without(pending.filter((_, bit) => (set >> bit) & 1))
  } else {
    for (let n = 0; n <= pending.length; n += 1) yield without(pending.slice(n))
    for (const [index, n] of pending.entries()) {
      yield without([n])
      for (const m of pending.slice(index + 1)) yield without([n, m])
    }
    for (let n = 0; n < seeded; n += 1) yield seededFates()
  }
  for (const n of writes) {
    for (const piece of [512, 4096] as const)
      for (const arrived of ['first', 'any', 'none'] as const)
        yield new Map<number, Fate>([[n, { piece, arrived, seed: random.int(0, 2 ** 31) }]])
    // Torn, while everything that followed was lost.
    yield new Map<number, Fate>([...without(pending.filter((m) => m > n)), [n, tear()]])
  }
  for (const n of moves) yield new Map<number, Fate>([[n, 'both']])
  function seededFates(): Map<number, Fate> {
    const fates = new Map<number, Fate>()
    for (const n of pending) {
      const dice = random.next()
      if (dice < 0.4) fates.set(n, absent(n))
      else if (dice < 0.6 && writes.includes(n)) fates.set(n, tear())
      else if (dice < 0.6 && moves.includes(n)) fates.set(n, 'both')
    }
    return fates
  }
}
