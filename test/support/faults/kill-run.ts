import { spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { nodeArchiveFiles } from '../../../electron/services/store/archive-files'
import { initArchive } from '../../../electron/services/store/archive-init'
import { openArchive } from '../../../electron/services/store/record-store'
import { randomOf, type Random } from '../generator/random'
import { Acknowledged, type WorkEvent } from './acknowledged'
import { checkArchive, optionsFor, readAll } from './check-archive'
import { Workload } from './workload'

/** Figures of a number of killed programs. */
export interface KillFigures {
  runs: number
  /** Programs that died by their own hand at a step, and those killed from outside at some moment. */
  atStep: number
  atMoment: number
  acknowledged: number
  violations: string[]
}

/** Makes an archive `Arşiv İl` with some records in a folder, closes it, and tells what it holds. */
export async function startArchive(folder: string, random: Random): Promise<WorkEvent> {
  const files = nodeArchiveFiles()
  const root = join(folder, 'Arşiv İl')
  await initArchive({ path: root, files, name: 'Deneme', clock: () => new Date(), savedBy: 'Deneme' })
  const opened = await openArchive(optionsFor(files, root, join(folder, 'önbellek')))
  if (!opened.ok) throw new Error(opened.error.code)
  await new Workload(random, () => undefined, 300).run(opened.value, 12)
  const { found } = await readAll(opened.value)
  await opened.value.close()
  return { kind: 'seen', state: Object.fromEntries(found) }
}

/** Runs the program until it is dead. In: milliseconds after opening when it is killed; undefined: it does so itself. */
function runToDeath(program: string, args: string[], after: number | undefined): Promise<WorkEvent[]> {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
  let text = ''
  let timer: NodeJS.Timeout | undefined
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
    text += chunk
    if (after !== undefined) timer ??= setTimeout(() => child.kill('SIGKILL'), after)
  })
  return new Promise((done, failed) => {
    child.on('error', failed)
    child.on('close', (code) => {
      clearTimeout(timer)
      if (code !== null && code !== 0) return failed(new Error(`the program ended with ${code}`))
      // The last line may have been cut off by the kill.
      const lines = text.split('\n').slice(0, -1)
      done(lines.map((line) => JSON.parse(line) as WorkEvent).filter((event) => event.kind !== undefined))
    })
  })
}

/** A step of the program where it dies: the opening takes some, and each operation about eight. */
const lastStep = 240

/**
 * Lets a program work on a real folder and die, many times, each time on a copy of the same archive, and says what is
 * wrong afterwards. In: the bundled {@link file://./kill-program.ts}.
 */
export async function killRuns(program: string, seeds: readonly number[], lanes = 2): Promise<KillFigures> {
  const figures: KillFigures = { runs: 0, atStep: 0, atMoment: 0, acknowledged: 0, violations: [] }
  const scratch = await mkdtemp(join(tmpdir(), 'tutanak öldürme İşi '))
  try {
    const first = await startArchive(join(scratch, 'asıl'), randomOf(seeds[0] ?? 1))
    const left = [...seeds]
    const once = async (seed: number) => {
      const random = randomOf(seed)
      const folder = join(scratch, String(seed))
      await mkdir(folder)
      await cp(join(scratch, 'asıl'), folder, { recursive: true, preserveTimestamps: true })
      const root = join(folder, 'Arşiv İl')
      const cache = join(folder, 'önbellek')
      const after = random.chance(0.3) ? random.int(0, 120) : undefined
      const step = after === undefined ? random.int(1, lastStep) : 0
      const how = random.pick(['before', 'after', 'middle'])
      const events = await runToDeath(program, [root, cache, String(seed), String(step), how], after)
      const demanded = new Acknowledged([first, ...events])
      const wrong = await checkArchive(optionsFor(nodeArchiveFiles(), root, cache), demanded, seed % 5 === 0)
      figures.runs += 1
      figures[after === undefined ? 'atStep' : 'atMoment'] += 1
      figures.acknowledged += events.filter(({ kind }) => kind === 'done').length
      const where = after === undefined ? `${how} step ${step}` : `after ${after} ms`
      if (wrong.length > 0) figures.violations.push(`seed ${seed}, killed ${where}: ${wrong.join('; ')}`)
      await rm(folder, { recursive: true, force: true })
    }
    const lane = async () => {
      for (let seed = left.shift(); seed !== undefined; seed = left.shift()) await once(seed)
    }
    await Promise.all(Array.from({ length: lanes }, lane))
    return figures
  } finally {
    await rm(scratch, { recursive: true, force: true, maxRetries: 3 })
  }
}
