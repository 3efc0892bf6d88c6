/** Why a backup was made. The last three are made before something that changes much at once. */
export const backupReasons = ['daily', 'manual', 'upgrade', 'import', 'restore'] as const
export type BackupReason = (typeof backupReasons)[number]

/** How many are kept, how much room they may take, and how long those made before a big change stay at least. */
export interface RotationRules {
  days: number
  weeks: number
  months: number
  capBytes: number
  specialDays: number
}

export const defaultRules: RotationRules = {
  days: 7,
  weeks: 5,
  months: 12,
  capBytes: 5 * 1024 ** 3,
  specialDays: 30,
}

/** A backup as rotation sees it: `at` in ISO time, `size` in bytes. */
export interface RotatedBackup {
  name: string
  at: string
  reason: BackupReason
  size: number
  good: boolean
}

export interface Rotation {
  keep: string[]
  remove: string[]
  /** What is kept is more than the cap, and nothing more may go. */
  overCap: boolean
}

const dayMs = 86_400_000

/** The local day, the Monday of its week and the month of a moment, as keys. */
function periodsOf(at: string): { day: string; week: string; month: string } {
  const date = new Date(at)
  const noon = new Date(date.getFullYear(), date.getMonth(), date.getDate(), 12)
  const monday = new Date(noon.getTime() - ((noon.getDay() + 6) % 7) * dayMs)
  return {
    day: `${noon.getFullYear()}-${noon.getMonth()}-${noon.getDate()}`,
    week: `${monday.getFullYear()}-${monday.getMonth()}-${monday.getDate()}`,
    month: `${noon.getFullYear()}-${noon.getMonth()}`,
  }
}

/** The time by which ages are counted: a clock that jumped ahead must not make everything old at once. */
function steadyNow(sorted: readonly RotatedBackup[], made: string, now: number): number {
  const before = sorted.find(({ name }) => name !== made)
  return before ? Math.min(now, Date.parse(before.at) + dayMs) : now
}

/**
 * Which backups of one archive stay. In: all that are there, the name of the one just made and checked (undefined: it
 * failed, then nothing goes), the time, the rules, and bytes that count against the cap besides (attachments).
 * The newest of each of the last days, weeks and months that have one stays, those made by hand for a day. Under the cap the oldest go first, damaged
 * ones before good ones; the one just made, the newest good one and those before a big change (for their time) never.
 */
export function rotate(
  backups: readonly RotatedBackup[],
  made: string | undefined,
  now: Date,
  rules: RotationRules = defaultRules,
  otherBytes = 0,
): Rotation {
  const all = backups.map(({ name }) => name)
  if (made === undefined || !backups.some(({ name, good }) => name === made && good)) {
    return { keep: all, remove: [], overCap: false }
  }
  const sorted = [...backups].sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
  const good = sorted.filter((backup) => backup.good)
  const untouchable = new Set([made, good[0]?.name ?? made])
  const steady = steadyNow(sorted, made, now.getTime())
  const youngest = steady - rules.specialDays * dayMs
  for (const { name, reason, at } of good) {
    const special = reason === 'upgrade' || reason === 'import' || reason === 'restore'
    if (special && Date.parse(at) > youngest) untouchable.add(name)
  }
  const kept = new Set(untouchable)
  // Whoever makes two by hand on one day wants both, at least for that day.
  for (const { name, reason, at } of good)
    if (reason === 'manual' && Date.parse(at) > steady - dayMs) kept.add(name)
  const slots = [
    ['day', rules.days],
    ['week', rules.weeks],
    ['month', rules.months],
  ] as const
  for (const [period, limit] of slots) {
    const seen = new Set<string>()
    for (const { name, at } of good) {
      const key = periodsOf(at)[period]
      if (seen.has(key) || seen.size >= limit) continue
      seen.add(key)
      kept.add(name)
    }
  }
  // A damaged one may still hold what no other does; only want of room takes it.
  for (const { name, good: isGood } of sorted) if (!isGood) kept.add(name)
  const sizes = new Map(sorted.map(({ name, size }) => [name, size]))
  let total = otherBytes + [...kept].reduce((sum, name) => sum + (sizes.get(name) ?? 0), 0)
  const oldestFirst = [...sorted].reverse().sort((a, b) => Number(a.good) - Number(b.good))
  for (const { name, size } of oldestFirst) {
    if (total <= rules.capBytes) break
    if (!kept.has(name) || untouchable.has(name)) continue
    kept.delete(name)
    total -= size
  }
  return {
    keep: all.filter((name) => kept.has(name)),
    remove: all.filter((name) => !kept.has(name)),
    overCap: total > rules.capBytes,
  }
}
