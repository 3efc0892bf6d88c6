import type { Usage } from '../../../shared/contract/rows'
import type { RecordType } from '../../../shared/ids'
import { fail, ok, type Result } from '../../../shared/result'
import type { ArchiveState } from './archive-state'
import { typeOf } from './record-content'

/** Types that others point at by id and name: they stay while anybody does. */
const heldByUse: ReadonlySet<RecordType> = new Set(['agency', 'participant', 'body'])

/** At most this many names are told of those who use a record. */
const titlesTold = 5

/** Whether records of this type stay while others name them. */
export function isHeldByUse(id: string): boolean {
  return heldByUse.has(typeOf(id))
}

/** Records that name this one, without itself and those that go with it. */
export function usersOf(state: ArchiveState, id: string, going: ReadonlySet<string>): Usage[] {
  return state.catalogue.usages(id).filter((usage) => usage.id !== id && !going.has(usage.id))
}

/**
 * Errors `in-use` (params: count, ids, titles, where) while others that stay name an agency, person or body;
 * `lists-not-ready` while nobody knows yet.
 */
export function mayGo(state: ArchiveState, id: string, going: ReadonlySet<string>): Result<void> {
  if (isHeldByUse(id) && !state.catalogueReady) return fail('lists-not-ready')
  const users = isHeldByUse(id) ? usersOf(state, id, going) : []
  if (users.length === 0) return ok(undefined)
  return fail('in-use', {
    count: users.length,
    ids: users.map((usage) => usage.id).slice(0, 100),
    titles: users.slice(0, titlesTold).map((usage) => usage.title),
    where: [...new Set(users.flatMap((usage) => usage.roles))],
  })
}
