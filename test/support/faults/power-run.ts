import { setImmediate as turn } from 'node:timers/promises'
import type { ArchiveFiles } from '../../../electron/services/store/archive-files'
import { initArchive } from '../../../electron/services/store/archive-init'
import { openArchive } from '../../../electron/services/store/record-store'
import { randomOf, type Random } from '../generator/random'
import { Acknowledged, type WorkEvent } from './acknowledged'
import { checkArchive, openAfterFault, optionsFor, readAll } from './check-archive'
import { MemoryDisk, memoryFiles } from './memory-files'
import { PowerLog, loggedFiles } from './power-log'
import { cutAt, fatesAt, stateAfter, type Fate } from './power-states'
import { Workload } from './workload'

const root = '/ev/Arşiv İl'
const cache = '/ev/önbellek'

/** A piece of work whose every operation on the disk is known, with what the store acknowledged and when. */
export interface PowerTrace {
  log: PowerLog
  /** Each with the length of the log at that moment. */
  events: { at: number; event: WorkEvent }[]
  /** Nothing is cut before this operation. */
  from: number
}

export interface PowerOptions {
  seed: number
  /** Operations of the secretary. */
  work: number
  /** How often the program dies and is started again on the way. */
  kills?: number
  /** Stands over the logged port: a store that does wrong, to see whether that is noticed. */
  wrong?: (files: ArchiveFiles) => ArchiveFiles
}

/** Waits for none, some or many turns, so that what overlaps on a disk overlaps here. */
function pauses(random: Random): () => Promise<void> {
  return async () => {
    if (random.chance(0.1)) await turn()
    else for (let n = random.int(0, 3); n > 0; n -= 1) await Promise.resolve()
  }
}

/** Does random work on a disk in memory and notes everything. Errors: those of opening are faults of the store and throw. */
export async function traceWork(options: PowerOptions): Promise<PowerTrace> {
  const random = randomOf(options.seed)
  const disk = new MemoryDisk([], ['/ev', cache])
  const plain = memoryFiles(disk)
  const clock = () => new Date()
  await initArchive({ path: root, files: plain, name: 'Deneme', clock, savedBy: 'Deneme' })
  const first = await openArchive(optionsFor(plain, root, cache))
  if (!first.ok) throw new Error(first.error.code)
  await first.value.close()

  const log = new PowerLog(disk)
  const events: PowerTrace['events'] = []
  const tell = (event: WorkEvent) => void events.push({ at: log.ops.length, event })
  const work = new Workload(random, tell, random.pick([300, 3_000, 20_000]))
  const lives = (options.kills ?? 0) + 1
  for (let life = 0; life < lives; life += 1) {
    const logged = loggedFiles(plain, log, pauses(random), life)
    const files = options.wrong?.(logged.files) ?? logged.files
    const opened = await openAfterFault(optionsFor(files, root, cache))
    if (!opened.ok) throw new Error(`does not open: ${opened.error.code}`)
    const store = opened.value
    if (life > 0) {
      // What it shows now, the user has seen: a later cut must not take it back.
      await store.checked
      const { found } = await readAll(store)
      const state: Record<string, (typeof found extends Map<string, infer F> ? F : never) | null> = {}
      for (const id of new Acknowledged(events.map(({ event }) => event)).records.keys()) {
        state[id] = found.get(id) ?? null
        const read = await store.get(id)
        // The settings are no record, and answer none.
        work.adopt(id, read.ok ? read.value.record : undefined, read.ok ? read.value.hash : '')
      }
      tell({ kind: 'seen', state })
    }
    const running = work.run(store, Math.ceil(options.work / lives))
    if (life === lives - 1) {
      await running
      await store.close()
    } else {
      const until = log.ops.length + random.int(5, 25 * Math.ceil(options.work / lives))
      const done = running.then(() => 'done' as const)
      while (log.ops.length < until && (await Promise.race([done, turn('on' as const)])) !== 'done');
      logged.kill()
    }
  }
  return { log, events, from: 0 }
}

/** Figures of a number of states that were built and opened. */
export interface PowerFigures {
  cuts: number
  states: number
  /** Most operations that were uncertain at one cut. */
  pending: number
  violations: string[]
}

export interface Search {
  seed: number
  /** Share of the cuts that are looked at. */
  cuts?: number
  /** At most so many states a cut, chosen by the seed; all when left out. */
  statesPerCut?: number
  /** Random combinations where not all can be tried. */
  seeded?: number
  /** Share of the states that are also written to and opened once more. */
  use?: number
}

const inWords = (fates: ReadonlyMap<number, Fate>) => JSON.stringify([...fates])

/** Cuts the power at every operation of a trace, builds the disks that may be found, opens each, and says what is wrong. */
export async function searchTrace(trace: PowerTrace, search: Search): Promise<PowerFigures> {
  const { log, events } = trace
  const random = randomOf(search.seed)
  const figures: PowerFigures = { cuts: 0, states: 0, pending: 0, violations: [] }
  const seen = new Set<string>()
  for (let at = trace.from; at <= log.ops.length; at += 1) {
    if (!random.chance(search.cuts ?? 1)) continue
    figures.cuts += 1
    const cut = cutAt(log, at)
    figures.pending = Math.max(figures.pending, cut.pending.length)
    const known = events.filter((entry) => entry.at <= at)
    let states = [...fatesAt(log, cut, random, search.seeded ?? 2_000)]
    if (search.statesPerCut !== undefined) states = random.some(states, search.statesPerCut)
    for (const fates of states) {
      const state = stateAfter(log, cut, fates)
      const key = `${known.length}\n${state.key}`
      if (seen.has(key)) continue
      seen.add(key)
      figures.states += 1
      const options = optionsFor(memoryFiles(new MemoryDisk(state.files, state.folders)), root, cache)
      const demanded = new Acknowledged(known.map(({ event }) => event))
      const wrong = await checkArchive(options, demanded, random.chance(search.use ?? 0.1))
      if (wrong.length > 0)
        figures.violations.push(`cut at ${at}, fates ${inWords(fates)}: ${wrong.join('; ')}`)
    }
  }
  return figures
}
