import { setImmediate as breathe } from 'node:timers/promises'
import { recordTypes, type RecordType } from '../../../../shared/ids'
import { chunk, type Plan, type Sections } from './base-columns'
import { codeParts, rowCode, type BaseTable } from './base-table'
import { idBytes, idWidth } from './id-bytes'

/** Who points at one id, before it is sorted. */
type Pointing = { source: number; role: number }[]

/** Numbers of sets of roles: those of the old table stay. */
class RoleSets {
  readonly sets: string[][]
  private readonly numbers = new Map<string, number>()

  constructor(old: readonly string[][]) {
    this.sets = [...old]
    this.sets.forEach((roles, number) => this.numbers.set(roles.join(), number))
  }

  numberOf(roles: string[]): number {
    const name = roles.join()
    let number = this.numbers.get(name)
    if (number === undefined) {
      number = this.sets.push(roles) - 1
      this.numbers.set(name, number)
    }
    return number
  }
}

/** What entries point at, by id. */
function pointingOf(plans: Iterable<Plan>, roleSets: RoleSets): { id: Buffer; pointing: Pointing }[] {
  const found = new Map<string, Pointing>()
  for (const { type, entries, from } of plans) {
    for (const [row, source] of from.entries()) {
      if (source >= 0) continue
      for (const [target, roles] of entries[-1 - source]?.refs ?? []) {
        const pointing = found.get(target) ?? []
        found.set(target, pointing)
        pointing.push({ source: rowCode(type, row), role: roleSets.numberOf(roles) })
      }
    }
  }
  return [...found]
    .map(([id, pointing]) => ({ id: idBytes(id), pointing }))
    .sort((a, b) => a.id.compare(b.id))
}

const sliceOf = (column: Buffer, index: number) => column.subarray(index * idWidth, (index + 1) * idWidth)

/**
 * Who points at whom: the old table's references with their new rows, and those of entries. Out: the sets of roles that the
 * references' numbers mean.
 */
export async function referenceSections(
  sections: Sections,
  old: BaseTable | undefined,
  plans: ReadonlyMap<RecordType, Plan>,
): Promise<string[][]> {
  const roleSets = new RoleSets(old?.head.roleSets ?? [])
  const added = pointingOf(plans.values(), roleSets)
  const toNew = recordTypes.map((type) => plans.get(type)?.toNew)
  const oldTargets = old?.targets ?? Buffer.alloc(0)
  const oldCount = oldTargets.length / idWidth
  const total = (old?.refSources.length ?? 0) + added.reduce((sum, { pointing }) => sum + pointing.length, 0)
  const sources = new Uint32Array(total)
  const roles = new Uint16Array(total)
  const targets = Buffer.alloc((oldCount + added.length) * idWidth)
  const offsets = [0]
  let filled = 0
  const take = (id: Buffer, pointing: Pointing) => {
    if (pointing.length === 0) return
    pointing.sort((a, b) => a.source - b.source)
    for (const { source, role } of pointing) {
      sources[filled] = source
      roles[filled] = role
      filled += 1
    }
    id.copy(targets, (offsets.length - 1) * idWidth)
    offsets.push(filled)
  }
  const kept = (index: number): Pointing => {
    const found: Pointing = []
    for (let at = old?.refOffsets[index] ?? 0; at < (old?.refOffsets[index + 1] ?? 0); at++) {
      const [type, row] = codeParts(old?.refSources[at] ?? 0)
      const now = toNew[type]?.[row] ?? -1
      if (now >= 0)
        found.push({ source: rowCode(recordTypes[type] as RecordType, now), role: old?.refRoles[at] ?? 0 })
    }
    return found
  }
  let next = 0
  for (let index = 0; index < oldCount; index++) {
    const id = sliceOf(oldTargets, index)
    while (next < added.length && (added[next]?.id.compare(id) ?? 0) < 0) {
      const { id: between, pointing } = added[next++] as (typeof added)[number]
      take(between, pointing)
    }
    const more = added[next]?.id.equals(id) ? (added[next++]?.pointing ?? []) : []
    take(id, [...kept(index), ...more])
    if (index % chunk === chunk - 1) await breathe()
  }
  for (const { id, pointing } of added.slice(next)) take(id, pointing)
  sections.set('refs.targets', targets.subarray(0, (offsets.length - 1) * idWidth))
  sections.set('refs.offsets', Uint32Array.from(offsets))
  sections.set('refs.sources', sources.subarray(0, filled))
  sections.set('refs.roles', roles.subarray(0, filled))
  return roleSets.sets
}

/** Which meeting holds a decision or action item. */
export async function partSections(
  sections: Sections,
  old: BaseTable | undefined,
  plan: Plan | undefined,
): Promise<void> {
  const added: { id: Buffer; owner: number }[] = []
  for (const [row, source] of plan?.from.entries() ?? []) {
    if (source >= 0) continue
    for (const part of plan?.entries[-1 - source]?.parts ?? []) added.push({ id: idBytes(part), owner: row })
  }
  added.sort((a, b) => a.id.compare(b.id))
  await breathe()
  const oldParts = old?.parts ?? Buffer.alloc(0)
  const oldCount = oldParts.length / idWidth
  const ids = Buffer.alloc((oldCount + added.length) * idWidth)
  const owners = new Uint32Array(oldCount + added.length)
  let filled = 0
  const take = (id: Buffer, owner: number) => {
    id.copy(ids, filled * idWidth)
    owners[filled] = owner
    filled += 1
  }
  let next = 0
  for (let index = 0; index < oldCount; index++) {
    const id = sliceOf(oldParts, index)
    for (; next < added.length && (added[next]?.id.compare(id) ?? 0) < 0; next++)
      take(added[next]?.id as Buffer, added[next]?.owner ?? 0)
    const owner = plan?.toNew[old?.partOwners[index] ?? 0] ?? -1
    if (owner >= 0) take(id, owner)
    if (index % (chunk * 20) === 0) await breathe()
  }
  for (; next < added.length; next++) take(added[next]?.id as Buffer, added[next]?.owner ?? 0)
  sections.set('parts.ids', ids.subarray(0, filled * idWidth))
  sections.set('parts.owners', owners.subarray(0, filled))
}
