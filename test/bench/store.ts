import { execFile } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { promisify } from 'node:util'
import { figuresOf, single, type BenchRow } from './measure'
import type { ProbeAnswer } from './store-probe'

const run = promisify(execFile)

/** Starts a process of its own that opens the archive, so that its memory is its own. */
async function probe(program: string, archive: string, cache: string, verify: boolean): Promise<ProbeAnswer> {
  const { stdout } = await run(
    process.execPath,
    [program, '--probe', archive, cache, verify ? 'verify' : ''],
    {
      maxBuffer: 1024 * 1024,
    },
  )
  return JSON.parse(stdout) as ProbeAnswer
}

const group = 'arşiv'

/** Opening with and without the cache, lists, memory and checks, each in a fresh process. */
export async function benchStore(program: string, archive: string, cache: string): Promise<BenchRow[]> {
  await rm(cache, { recursive: true, force: true })
  const cold = await probe(program, archive, cache, false)
  const warm: ProbeAnswer[] = []
  for (let round = 0; round < 5; round += 1) warm.push(await probe(program, archive, cache, round === 4))
  const last = warm.at(-1)
  if (!last || !cold.rebuilt || warm.some(({ rebuilt }) => rebuilt))
    throw new Error('the cache was not as expected')
  const of = (pick: (answer: ProbeAnswer) => number) => figuresOf(warm.map(pick))
  return [
    { group, what: 'önbellek silinince açma', unit: 'ms', figures: single(cold.open), goal: '≤ 300' },
    { group, what: '… ilk 200 toplantı listede', unit: 'ms', figures: single(cold.someListed) },
    { group, what: '… bütün kayıtlar listede', unit: 'ms', figures: single(cold.listed) },
    { group, what: '… en uzun takılma', unit: 'ms', figures: single(cold.longestHold) },
    { group, what: '… bildirilen ilerleme', unit: 'n', figures: single(cold.progressed) },
    { group, what: '… bellek, en çok', unit: 'MB', figures: single(cold.memoryPeak) },
    { group, what: 'açma, katalog hazırken', unit: 'ms', figures: of(({ open }) => open), goal: '≤ 300' },
    { group, what: 'ilk 200 satır', unit: 'ms', figures: of(({ firstRows }) => firstRows) },
    ...Object.entries(last.windows).map(([name, times]): BenchRow => ({
      group,
      what: `200 satır ${name}`,
      unit: 'ms',
      figures: figuresOf(times),
    })),
    { group, what: 'arka planda karşılaştırma', unit: 'ms', figures: of(({ checked }) => checked) },
    {
      group,
      what: 'dışarıdan değişenlere kısa bakış',
      unit: 'ms',
      figures: of(({ lookAround }) => lookAround),
    },
    { group, what: 'bellek, açıkken', unit: 'MB', figures: of(({ memoryOpen }) => memoryOpen) },
    { group, what: 'bütün dosyaları denetleme', unit: 'ms', figures: single(last.verify ?? NaN) },
    { group, what: 'bellek, denetlemeden sonra', unit: 'MB', figures: single(last.memoryVerify ?? NaN) },
  ]
}
