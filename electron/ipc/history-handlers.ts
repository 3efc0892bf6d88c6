import type { HoldingBackup } from '../../shared/contract/history-contract'
import type { CallContext } from '../../shared/contract/door'
import type { ListQueryInput } from '../../shared/contract/rows'
import { maxRows } from '../../shared/contract/rows'
import { ok, type Result } from '../../shared/result'
import type { Session } from '../services/workspace'
import type { Deps, HandlersFor } from './deps'

type HistoryCalls = HandlersFor<
  `history.${string}` | `bin.${string}` | `purge.${string}` | 'records.removeMany' | 'records.idsOf'
>

const done = <T>(result: Result<T>): Result<void> => (result.ok ? ok(undefined) : result)

/** Handlers of versions, the bin and purging. */
export function historyHandlers({ workspace, backup }: Deps): HistoryCalls {
  const backupsHolding = async (ids: readonly string[]): Promise<HoldingBackup[]> =>
    (await backup.backups.backupsHolding(ids)).map(({ name, at }) => ({ name, at }))
  const withSession = async <T>(work: (session: Session) => Promise<Result<T>>): Promise<Result<T>> => {
    const session = workspace.session()
    return session.ok ? work(session.value) : session
  }
  const windowOf = ({ windowId }: CallContext) => ({ window: String(windowId) })

  return {
    'history.versions': ({ id }) =>
      withSession(({ store }) => {
        // Whoever looks back does not write: what was written until now is a version.
        store.past.leave(id)
        return store.past.versions(id)
      }),
    'history.version': ({ id, hash }) => withSession(({ store }) => store.past.version(id, hash)),
    'history.restore': ({ id, hash }, context) =>
      withSession(async ({ store }) => {
        const restored = await store.past.restoreVersion(id, hash, windowOf(context))
        return restored.ok ? ok({ hash: restored.value.hash }) : restored
      }),
    'history.lastGood': ({ id }) =>
      withSession(async ({ store }) => {
        const found = await store.past.lastGood(id)
        if (!found.ok) return found
        const record = found.value
        return ok(record ? { savedAt: record.updatedAt, savedBy: record.savedBy } : null)
      }),
    'history.rescue': ({ id }) => withSession(async ({ store }) => done(await store.restoreLast(id))),
    'history.leave': ({ id }) =>
      withSession(async ({ store }) => {
        store.past.leave(id)
        return ok(undefined)
      }),
    'history.clock': () => withSession(async ({ store }) => ok(store.past.clockJump() ?? null)),
    'history.confirmClock': () =>
      withSession(async ({ store }) => {
        await store.past.confirmClock()
        return ok(undefined)
      }),

    'bin.list': () => withSession(({ store }) => store.past.bin()),
    'bin.restore': ({ ids }, context) =>
      withSession(async ({ store }) => done(await store.past.restoreMany(ids, windowOf(context)))),
    'bin.empty': () => withSession(({ store }) => store.past.emptyBin()),

    'purge.preview': ({ id }) =>
      withSession(async ({ store }) => {
        const found = await store.past.previewPurge(id)
        return found.ok ? ok({ ...found.value, backups: await backupsHolding([id]) }) : found
      }),
    'purge.run': ({ id, reason }) =>
      withSession(async ({ store, feed }) => {
        const purged = await store.past.purge(id, reason)
        if (!purged.ok) return purged
        // The index keeps words of what went until it is made anew.
        void feed.rebuild()
        return ok({ backups: await backupsHolding([id]) })
      }),
    'purge.tombstones': () => withSession(({ store }) => store.past.tombstones()),

    'records.removeMany': ({ ids }, context) =>
      withSession(async ({ store }) => {
        const operations = [...new Set(ids)].map((id) => ({ kind: 'remove', id }) as const)
        return done(await store.commitMany(operations, windowOf(context)))
      }),
    'records.idsOf': ({ query, from, to }) =>
      withSession(async ({ store }) => {
        const ids: string[] = []
        for (let offset = from; offset <= to; offset += maxRows) {
          const limit = Math.min(maxRows, to - offset + 1)
          const { rows } = store.list({ ...query, offset, limit } as ListQueryInput & { type: 'meeting' })
          ids.push(...rows.map((row) => row.id))
          if (rows.length < limit) break
        }
        return ok(ids)
      }),
  }
}
