import { readFile, readdir } from 'node:fs/promises'

/** Figures of one kind of measurement, in the unit of the samples (milliseconds unless said). */
export interface Figures {
  runs: number
  min: number
  p50: number
  p95: number
  max: number
}

/** One line of the report. */
export interface BenchRow {
  group: string
  what: string
  unit: 'ms' | 'MB' | '×' | 'n'
  figures: Figures
  /** The goal of the plan, in words, where there is one. */
  goal?: string
}

/** Sorted statistics of samples. Throws on an empty list: a measurement that did not happen must not look like one. */
export function figuresOf(samples: readonly number[]): Figures {
  if (samples.length === 0) throw new Error('nothing was measured')
  const sorted = [...samples].sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? NaN
  return { runs: sorted.length, min: at(0), p50: at(0.5), p95: at(0.95), max: at(1) }
}

/** Runs and times one piece of work. Out: milliseconds. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const begin = performance.now()
  await work()
  return performance.now() - begin
}

/** Ratio of two medians taken in turn in one run. */
export function ratioOf(a: readonly number[], b: readonly number[]): number {
  return figuresOf(a).p50 / figuresOf(b).p50
}

/** A figure that is one number. */
export function single(value: number): Figures {
  return figuresOf([value])
}

const text = (n: number) => (n >= 100 ? n.toFixed(0) : n >= 10 ? n.toFixed(1) : n.toFixed(2))

/** The report as a plain table. */
export function tableOf(rows: readonly BenchRow[]): string {
  const lines = rows.map(({ group, what, unit, figures, goal }) =>
    [
      group.padEnd(10),
      what.padEnd(52),
      figures.runs > 1
        ? `p50 ${text(figures.p50)} p95 ${text(figures.p95)} max ${text(figures.max)}`
        : text(figures.p50),
      unit,
      figures.runs > 1 ? `(${figures.runs})` : '',
      goal ? `  hedef: ${goal}` : '',
    ].join(' '),
  )
  return lines.join('\n')
}

async function childrenOf(): Promise<Map<number, number[]>> {
  const children = new Map<number, number[]>()
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '')
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1])
    if (stat) children.set(parent, [...(children.get(parent) ?? []), Number(name)])
  }
  return children
}

/**
 * Memory of a process and all its descendants in MB: proportional set size, so that shared pages count once.
 * Linux only; elsewhere undefined.
 */
export async function memoryOfTree(root: number): Promise<number | undefined> {
  if (process.platform !== 'linux') return undefined
  const children = await childrenOf()
  const open = [root]
  let kilobytes = 0
  for (let pid = open.pop(); pid !== undefined; pid = open.pop()) {
    open.push(...(children.get(pid) ?? []))
    const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => '')
    kilobytes += Number(/^Pss:\s+(\d+)/m.exec(rollup)?.[1] ?? 0)
  }
  return kilobytes / 1024
}
