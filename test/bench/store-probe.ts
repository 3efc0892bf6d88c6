import { monitorEventLoopDelay } from 'node:perf_hooks'
import { nodeArchiveFiles } from '../../electron/services/store/archive-files'
import { openArchive } from '../../electron/services/store/record-store'
import type { ArchiveStore } from '../../electron/services/store/store-types'
import { memoryOfTree, timed } from './measure'

/** What a process that does nothing but hold one archive measures of itself. Times in ms, memory in MB. */
export interface ProbeAnswer {
  rebuilt: boolean
  open: number
  /** Until lists knew 200 meetings, and all records. */
  someListed: number
  listed: number
  /** The longest stretch in which nothing else was let in while lists were made. */
  longestHold: number
  firstRows: number
  windows: Record<string, number[]>
  checked: number
  lookAround: number
  progressed: number
  memoryOpen: number
  memoryPeak: number
  verify?: number
  memoryVerify?: number
}

const rounds = 20

async function windowsOf(store: ArchiveStore): Promise<Record<string, number[]>> {
  const { total } = store.list({ type: 'meeting' })
  const queries = {
    'tarihe göre, ortadan': { type: 'meeting', sort: 'start', desc: true, offset: total >> 1 },
    'ada göre': { type: 'meeting', sort: 'title' },
    'kurula göre': { type: 'meeting', sort: 'bodyName' },
    'süzerek (kurul)': { type: 'meeting', sort: 'start', desc: true, text: 'kurul' },
    'kişiler, toplantı sayısına göre': { type: 'participant', sort: 'meetings', desc: true },
  } as const
  const found: Record<string, number[]> = {}
  for (const [name, query] of Object.entries(queries)) {
    const times: number[] = []
    for (let round = 0; round < rounds; round += 1) {
      times.push(await timed(async () => store.list(query as Parameters<ArchiveStore['list']>[0])))
    }
    found[name] = times
  }
  return found
}

/** Opens the archive in this process and tells what it cost. In: its folder, the folder for caches, whether to check all files too. */
export async function probeStore(path: string, cacheFolder: string, verify: boolean): Promise<ProbeAnswer> {
  let peak = 0
  const memory = async () => (await memoryOfTree(process.pid)) ?? process.memoryUsage().rss / 1024 / 1024
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss / 1024 / 1024)
  }, 50)
  let progressed = 0
  let someListed = 0
  const delay = monitorEventLoopDelay({ resolution: 5 })
  const begun = performance.now()
  const since = () => performance.now() - begun
  const known: { store?: ArchiveStore } = {}
  delay.enable()
  const opened = await openArchive({
    path,
    files: nodeArchiveFiles(),
    cacheFolder,
    clock: () => new Date(),
    machine: { id: 'olcum', name: 'Ölçüm' },
    savedBy: () => 'Ölçüm',
    background: true,
    onProgress: () => {
      progressed += 1
      const listed = known.store?.counts().meeting ?? 0
      if (someListed === 0 && listed >= 200) someListed = since()
    },
  })
  if (!opened.ok) throw new Error(opened.error.code)
  const store = opened.value
  known.store = store
  const open = since()
  const firstRows = await timed(async () => store.list({ type: 'meeting', sort: 'start', desc: true }))
  await store.listed
  const listed = since()
  await store.checked
  const checked = since() - open
  delay.disable()
  const windows = await windowsOf(store)
  const lookAround = await timed(() => store.lookAround())
  const memoryOpen = await memory()
  const answer: ProbeAnswer = {
    rebuilt: store.rebuilt,
    open,
    someListed,
    listed,
    longestHold: delay.max / 1e6,
    firstRows,
    windows,
    checked,
    lookAround,
    progressed,
    memoryOpen,
    memoryPeak: peak,
  }
  if (verify) {
    answer.verify = await timed(async () => {
      const report = await store.verify()
      if (!report.ok) throw new Error(report.error.code)
      const { findings } = report.value
      if (findings.length > 0) throw new Error(`${findings[0]?.code} ${findings[0]?.where}`)
    })
    answer.memoryVerify = await memory()
  }
  await store.close()
  clearInterval(watch)
  return { ...answer, memoryPeak: peak }
}
