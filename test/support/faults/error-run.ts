import { DiskError, patientFiles } from '../../../electron/services/store/archive-files'
import { initArchive } from '../../../electron/services/store/archive-init'
import type { ErrorCode } from '../../../shared/result'
import { randomOf } from '../generator/random'
import { Acknowledged, type WorkEvent } from './acknowledged'
import { checkArchive, openAfterFault, optionsFor, readAll } from './check-archive'
import { hookedFiles, type Step } from './hooked-files'
import { MemoryDisk, memoryFiles } from './memory-files'
import { Workload } from './workload'

/** A disk that refuses: with which errno, what the user is told, and which steps it refuses. */
export interface Refusal {
  errno: string
  code: ErrorCode
  steps: (step: Step) => boolean
}

const any = () => true
const names = ({ kind }: Step) => kind !== 'sync' && kind !== 'write'
const growing = ({ kind }: Step) => /^(open|append|write|mkdir|sync|truncate|rename)$/.test(kind)
const renaming = ({ kind }: Step) => kind === 'rename'

export const refusals: readonly Refusal[] = [
  { errno: 'ENOSPC', code: 'disk-full', steps: growing },
  { errno: 'EIO', code: 'disk-error', steps: any },
  { errno: 'EACCES', code: 'disk-denied', steps: names },
  { errno: 'EROFS', code: 'disk-read-only', steps: any },
  { errno: 'EPERM', code: 'disk-denied', steps: renaming },
  { errno: 'EBUSY', code: 'disk-busy', steps: renaming },
]

export interface ErrorFigures {
  runs: number
  /** Steps that were refused, and operations that the store reported as failed. */
  refused: number
  failed: number
  violations: string[]
}

const root = '/ev/Arşiv İl'
const cache = '/ev/önbellek'

/**
 * One seeded run: work on a whole disk, on one that refuses now and then or always, and on a whole one again, while the
 * clock jumps about; then the program ends or dies, and the archive is opened. Adds to the figures what was wrong.
 */
export async function errorRun(seed: number, refusal: Refusal, figures: ErrorFigures): Promise<void> {
  const random = randomOf(seed)
  const disk = new MemoryDisk([], ['/ev', cache])
  const plain = memoryFiles(disk)
  await initArchive({ path: root, files: plain, name: 'Deneme', clock: () => new Date(), savedBy: 'Deneme' })
  // From which step of the middle part on, and how often; 1 = always.
  const from = random.int(0, 60)
  const share = random.pick([0.15, 0.5, 1])
  let armed = false
  let steps = 0
  const faulty = hookedFiles(plain, async (step, act) => {
    if (step.path.startsWith(cache)) return act()
    if (armed && steps++ >= from && refusal.steps(step) && random.chance(share)) {
      figures.refused += 1
      // Some disks take half of what they then refuse.
      if (step.kind === 'write' && step.bytes && step.position === undefined && random.chance(0.5))
        await act(step.bytes.subarray(0, step.bytes.length / 2))
      throw new DiskError(refusal.code, refusal.errno, step.kind)
    }
    await act()
  })
  const files = patientFiles(faulty, () => Promise.resolve())
  const clock = () => new Date(Date.UTC(random.int(1990, 2090), 0, 1))
  const events: WorkEvent[] = []
  const wrong: string[] = []
  const note = (part: string) => (sentence: string) =>
    wrong.push(`${refusal.errno}, seed ${seed}, ${part}: ${sentence}`)
  const work = new Workload(random, (event) => void events.push(event), random.pick([300, 20_000]))
  const opened = await openAfterFault({ ...optionsFor(files, root, cache), clock })
  if (!opened.ok) throw new Error(opened.error.code)
  const store = opened.value
  await work.run(store, 8)
  armed = true
  await work.run(store, 12)
  armed = false
  for (const event of events) {
    if (event.kind !== 'failed') continue
    figures.failed += 1
    if (event.code !== refusal.code) note('refusing')(`operation ${event.op} answered ${event.code}`)
  }
  const { found } = await readAll(store)
  new Acknowledged(events).violations(found).forEach(note('after refusing'))
  const before = events.length
  await work.run(store, 8)
  for (const event of events.slice(before))
    if (event.kind === 'failed') note('whole again')(`operation ${event.op} answered ${event.code}`)
  // Left open: as if the program had died. It does nothing more by itself.
  if (random.chance(0.6)) await store.close()
  const left = optionsFor(memoryFiles(new MemoryDisk(disk.contents(), disk.folders)), root, cache)
  ;(await checkArchive(left, new Acknowledged(events), true)).forEach(note('opened again'))
  await store.close()
  figures.runs += 1
  figures.violations.push(...wrong)
}
