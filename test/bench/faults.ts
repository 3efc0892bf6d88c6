import path from 'node:path'
import { bundleProgram } from '../support/bundle-program'
import { damageRun, damages, wholeArchive } from '../support/faults/damage'
import { errorRun, refusals, type ErrorFigures } from '../support/faults/error-run'
import { killRuns } from '../support/faults/kill-run'
import { searchTrace, traceWork } from '../support/faults/power-run'
import { single, type BenchRow } from './measure'

export interface FaultOptions {
  /** Programs that are killed. */
  kills: number
  /** Pieces of work whose every cut is searched. */
  traces: number
  /** Error runs for each errno. */
  errors: number
  seed: number
  tell: (text: string) => void
}

/**
 * The proof of the store: kills, power cuts, refusing disks, damaged files. Violations go to `tell`, one a line; in the
 * report they are counted. A store that keeps its word has none.
 */
export async function benchFaults({ kills, traces, errors, seed, tell }: FaultOptions): Promise<BenchRow[]> {
  const rows: BenchRow[] = []
  const row = (what: string, value: number, goal?: string) =>
    rows.push({ group: 'dayanma', what, unit: 'n', figures: single(value), ...(goal ? { goal } : {}) })
  const broken = (what: string, violations: readonly string[]) => {
    for (const sentence of violations) tell(`İHLAL: ${sentence}`)
    row(`${what}: ihlal`, violations.length, '0')
  }

  tell(`öldürme: ${kills} çalışma`)
  const program = await bundleProgram(path.join('test', 'support', 'faults', 'kill-program.ts'), 'kill-bench')
  const killed = await killRuns(
    program,
    Array.from({ length: kills }, (_, n) => seed * 10_000 + n),
  )
  row('öldürülen program (bir adımda)', killed.atStep)
  row('öldürülen program (rastgele anda)', killed.atMoment)
  row('bunların onaylanmış değişiklikleri', killed.acknowledged)
  broken('öldürme', killed.violations)

  const power = { cuts: 0, states: 0, pending: 0, violations: [] as string[] }
  for (let n = 0; n < traces; n += 1) {
    const trace = await traceWork({ seed: seed * 1_000 + n, work: 20, kills: n % 3 })
    const found = await searchTrace(trace, { seed: seed * 1_000 + n })
    power.cuts += found.cuts
    power.states += found.states
    power.pending = Math.max(power.pending, found.pending)
    power.violations.push(...found.violations)
    tell(`güç kesintisi: ${n + 1}/${traces} iş, ${power.states} durum, ${power.violations.length} ihlal`)
  }
  row('güç kesintisi: kesilen an', power.cuts)
  row('güç kesintisi: kurulup açılan disk durumu', power.states)
  row('güç kesintisi: aynı anda en çok belirsiz işlem', power.pending)
  broken('güç kesintisi', power.violations)

  tell('disk hataları')
  const refused: ErrorFigures = { runs: 0, refused: 0, failed: 0, violations: [] }
  for (const refusal of refusals)
    for (let n = 0; n < errors; n += 1) await errorRun(seed * 1_000 + n, refusal, refused)
  row('disk hatası: çalışma', refused.runs)
  row('disk hatası: reddedilen adım', refused.refused)
  broken('disk hatası', refused.violations)

  tell('bozuk dosyalar')
  const whole = await wholeArchive(seed)
  const spoilt: string[] = []
  let files = 0
  for (const kind of Object.keys(damages)) {
    for (const [index, file] of whole.files.entries()) {
      files += 1
      spoilt.push(...(await damageRun(whole, file, kind, seed + index, index % 2 === 0)))
    }
  }
  row('bozulan dosya', files)
  broken('bozulma', spoilt)
  return rows
}
