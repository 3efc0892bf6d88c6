import { randomUUID } from 'node:crypto'
import { recordTypes, type RecordType } from '../../../../shared/ids'
import { planOf, typeSections, type FoldedEntry, type Plan, type Sections } from './base-columns'
import { partSections, referenceSections } from './base-references'
import { BaseTable, baseVersion, type BaseHead } from './base-table'
import { packSections } from './sections'
import type { Lookups } from './sort-keys'

/** What a new table is made of. */
export interface Ingredients {
  /** The table so far. */
  old: BaseTable | undefined
  /** Its rows that are out of date. */
  dead: Record<RecordType, Uint8Array>
  /** What has come or changed since. */
  changed: ReadonlyMap<RecordType, readonly FoldedEntry[]>
}

/**
 * Builds a table from the one before and what has changed since. Rows that stay are copied as bytes, so that a large table
 * does not fill the memory with objects. Pauses often, so that saves go on meanwhile. In: names and counts of other records;
 * the journal position that the table has reached.
 */
export async function buildBase(
  { old, dead, changed }: Ingredients,
  look: Lookups,
  place: { archiveId: string; seq: number; tid: string },
): Promise<BaseTable> {
  const sections: Sections = new Map()
  const empties: Record<string, number> = {}
  const plans = new Map<RecordType, Plan>()
  for (const type of recordTypes) {
    plans.set(type, planOf(type, old?.types[type], dead[type], changed.get(type) ?? []))
  }
  for (const plan of plans.values()) await typeSections(sections, empties, plan, look)
  const roleSets = await referenceSections(sections, old, plans)
  await partSections(sections, old, plans.get('meeting'))
  const counts = Object.fromEntries([...plans].map(([type, { from }]) => [type, from.length]))
  const head: BaseHead = {
    version: baseVersion,
    baseId: randomUUID(),
    ...place,
    counts: counts as BaseHead['counts'],
    roleSets,
    empties,
  }
  const table = BaseTable.open(packSections(head, sections))
  if (!table) throw new Error('a table just built cannot be opened')
  return table
}
