import type { VersionReason } from '../../../../shared/contract/history-contract'

const hour = 3_600_000
const day = 24 * hour

/** Reasons whose versions are never thinned. */
const lasting: ReadonlySet<VersionReason> = new Set([
  'status',
  'before-restore',
  'restored',
  'before-import',
  'imported',
  'outside',
])

/** What thinning must know of a version. */
export interface Aged {
  why: VersionReason
  /** UTC ISO time. */
  savedAt: string
}

/**
 * Which versions of a record stay. In: its versions in the order they were written, and the greatest `savedAt` seen in the
 * archive, from which ages count. All of a day stay, then the last of each hour, after a week the last of each day; for
 * ever: the newest, and those at a change of status and around a restore or import. Out: one boolean a version.
 */
export function keptVersions(versions: readonly Aged[], greatest: string): boolean[] {
  const now = Date.parse(greatest)
  const taken = new Set<string>()
  const kept = versions.map(() => false)
  for (let index = versions.length - 1; index >= 0; index--) {
    const { why, savedAt } = versions[index] as Aged
    const at = Date.parse(savedAt)
    const age = now - at
    const stretch = age > 7 * day ? day : age > day ? hour : undefined
    const bucket = stretch === undefined ? undefined : `${stretch} ${Math.floor(at / stretch)}`
    const last = bucket === undefined || !taken.has(bucket)
    // A time nobody can read says nothing about age.
    kept[index] = last || lasting.has(why) || index === versions.length - 1 || Number.isNaN(at)
    if (bucket !== undefined) taken.add(bucket)
  }
  return kept
}

/** Whether every version has reached its last state: thinning it later would take nothing away. */
export function isSettled(versions: readonly Aged[], greatest: string): boolean {
  return versions.every(({ savedAt }) => Date.parse(greatest) - Date.parse(savedAt) > 7 * day)
}
