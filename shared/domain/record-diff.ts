import { weave } from './meeting-merge'

/** One thing that a record says, in words: a field, a row, a paragraph. */
export interface RecordLine {
  /** The same thing in another version has the same key. */
  key: string
  label: string
  value: string
  /** What was written exactly, where `value` shows it without marks: tells apart what would look the same. */
  raw?: string
}

/** Lines that belong together: the head, the roll, an agenda item. */
export interface LineGroup {
  key: string
  label: string
  lines: RecordLine[]
}

/** A line that differs. A side that is undefined does not have it. */
export interface ChangedLine {
  key: string
  label: string
  before: string | undefined
  after: string | undefined
}

export interface ChangedGroup {
  key: string
  label: string
  /** Lines of both sides stand in another order. */
  reordered: boolean
  lines: ChangedLine[]
}

function isReordered(before: readonly string[], after: readonly string[]): boolean {
  const there = new Set(after)
  const here = new Set(before)
  const common = before.filter((key) => there.has(key))
  return after.filter((key) => here.has(key)).some((key, index) => common[index] !== key)
}

function changedLine(before: RecordLine | undefined, after: RecordLine | undefined): ChangedLine | undefined {
  const known = after ?? before
  if (!known) return undefined
  const { key, label } = known
  if (before && after) {
    if (before.value !== after.value) return { key, label, before: before.value, after: after.value }
    if (before.raw === after.raw) return undefined
    return { key, label, before: before.raw ?? before.value, after: after.raw ?? after.value }
  }
  return { key, label, before: before?.value, after: after?.value }
}

const keysOf = (items: readonly { key: string }[] | undefined) => (items ?? []).map(({ key }) => key)
const byKey = <T extends { key: string }>(items: readonly T[] | undefined) =>
  new Map((items ?? []).map((item) => [item.key, item]))

/** Where two versions differ, group by group, in the order of the newer one; groups that say the same are left out. */
export function diffLines(before: readonly LineGroup[], after: readonly LineGroup[]): ChangedGroup[] {
  const old = byKey(before)
  const now = byKey(after)
  const changed: ChangedGroup[] = []
  for (const key of weave(keysOf(after), keysOf(before))) {
    const left = old.get(key)
    const right = now.get(key)
    const leftLines = byKey(left?.lines)
    const rightLines = byKey(right?.lines)
    const order = weave(keysOf(right?.lines), keysOf(left?.lines))
    const lines = order.flatMap((line) => changedLine(leftLines.get(line), rightLines.get(line)) ?? [])
    const reordered = isReordered(keysOf(left?.lines), keysOf(right?.lines))
    if (lines.length > 0 || reordered)
      changed.push({ key, label: (right ?? left)?.label ?? '', reordered, lines })
  }
  if (isReordered(keysOf(before), keysOf(after))) {
    const head = changed.find(({ key }) => key === 'head')
    if (head) head.reordered = true
    else changed.unshift({ key: 'head', label: before[0]?.label ?? '', reordered: true, lines: [] })
  }
  return changed
}
