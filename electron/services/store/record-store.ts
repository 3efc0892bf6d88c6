import { LRUCache } from 'lru-cache'
import { join } from 'node:path'
import { setImmediate as later } from 'node:timers/promises'
import {
  ListQuery,
  type ListAnswer,
  type ListQueryInput,
  type ListedType,
} from '../../../shared/contract/rows'
import type { RecordType } from '../../../shared/ids'
import type { AttachmentRef } from '../../../shared/records/define-record'
import type { RecordOf } from '../../../shared/records/registry'
import { fail, ok, type Result } from '../../../shared/result'
import { DiskError, attempt } from './archive-files'
import type { ArchiveState } from './archive-state'
import { putAttachment, readAttachment } from './attachments'
import { repairState } from './care/repair'
import { countOutdated, upgradeState } from './care/upgrade'
import { verifyState } from './care/verify'
import { findNames } from './catalogue/find'
import { listRows } from './catalogue/list'
import { bringBack, runAll } from './bin/binning'
import { CatalogueKeeper } from './catalogue-keeper'
import { announceOutside, checkFiles, lookAround, type OutsideChange } from './checking'
import { archiveIsThere } from './durable-adapter'
import { HistoryKeeper } from './history/history-keeper'
import { archiveNames, attachmentFile, isRecordId } from './layout'
import { watchLock } from './lock'
import { closeState, openState, refreshExplainingFiles } from './opening'
import { pastOf } from './past'
import { putBack } from './putting-back'
import { readable } from './record-content'
import { acceptOutside, restoreLast } from './repairing'
import { readSettings, writeSettings } from './settings-file'
import type { ArchiveStore, Loaded, OpenOptions, RecordById, Saved, StoreEvent } from './store-types'
import { undoLast } from './undoing'
import { UndoList } from './undo-list'
import { journaledVersion } from './versions'
import { Writing, idOfOperation } from './writing'

/**
 * Opens an archive. When somebody else holds it, it opens for reading (`holder` tells who). A missing catalogue is built
 * first or, with `background`, behind the scenes (`listed`, `onProgress`); an existing one is usable at once and compared
 * with the files behind the scenes (`checked`).
 * Errors: `archive-not-found`, `archive-invalid`, `too-new`, disk codes.
 */
export async function openArchive(options: OpenOptions): Promise<Result<ArchiveStore>> {
  const opened = await openState(options)
  if (!opened.ok) return opened
  const state = opened.value
  const keeper = new CatalogueKeeper(state)
  const built = await attempt(async () => ok(await keeper.open()))
  if (!built.ok) {
    await closeState(state)
    return built
  }
  return ok(storeOf(state, keeper, built.value))
}

/** So many records asked for last are looked at by every short look. */
const askedMost = 16

function storeOf(
  state: ArchiveState,
  keeper: CatalogueKeeper,
  { rebuilt, found: foundAtOpen }: Awaited<ReturnType<CatalogueKeeper['open']>>,
): ArchiveStore {
  const { files, root, catalogue, head, journal } = state
  const undoList = new UndoList()
  const writing = new Writing(state, undoList)
  if (state.lock) state.history = new HistoryKeeper(state)

  const tell = async (found: readonly OutsideChange[]) => {
    try {
      await announceOutside(state, found)
    } catch (error) {
      // They are found again at the next opening.
      if (!(error instanceof DiskError)) throw error
      state.unannounced = true
    }
  }
  const compare = async (look: () => Promise<OutsideChange[]>) => {
    try {
      await tell(await look())
    } catch (error) {
      // The disk cannot be read just now; the next look will tell.
      if (!(error instanceof DiskError)) throw error
    }
  }
  /** A record that is not as the lists have it, perhaps without any sign in size and time (a disk that rots). */
  const lookAgain = async (id: string) => {
    try {
      await state.queue.run([id], async () => {
        if (state.isOwnDoing(id)) return
        const before = catalogue.facts(id)?.hash ?? null
        const file = await state.records.read(id)
        if (!file && !(await archiveIsThere(files, root))) return
        const change = state.takeIn(id, file)
        if (change) await tell([{ change, before }])
      })
    } catch (error) {
      if (!(error instanceof DiskError)) throw error
    }
  }
  let looking: Promise<void> | undefined
  const inTurn = (look: () => Promise<OutsideChange[]>) => {
    looking ??= compare(look).finally(() => {
      looking = undefined
    })
    return looking
  }
  const checkOutside = () => inTurn(() => checkFiles(state))
  /** Records asked for lately: what others do to them must be seen soon. */
  const asked = new LRUCache<string, true>({ max: askedMost })
  state.onChange(() => keeper.considerRenewal())
  const checked = (async () => {
    // Found before anybody could listen: told now.
    if (foundAtOpen.length > 0) await later()
    await tell(foundAtOpen)
    await keeper.listed
    if (!rebuilt) await checkOutside()
    await refreshExplainingFiles(state)
  })()

  const get = <Id extends string>(id: Id): Promise<Result<Loaded<RecordById<Id>>>> =>
    attempt(async () => {
      if (!isRecordId(id)) return fail('not-found')
      asked.set(id, true)
      const half = state.halfDone(id)
      const file = half ? half.was : await state.records.read(id)
      if (!file && catalogue.facts(id) && !(await archiveIsThere(files, root))) return fail('disk-gone')
      const found = readable(file)
      if ((found.ok ? found.value.hash : undefined) !== catalogue.facts(id)?.hash) void lookAgain(id)
      return found as Result<Loaded<RecordById<Id>>>
    })

  const store: ArchiveStore = {
    past: pastOf(state, writing, undoList, () => keeper.rewrite()),
    id: head.id,
    name: head.name,
    path: root,
    rebuilt,
    checked,
    listed: keeper.listed,
    get listsReady() {
      return state.catalogueReady
    },
    get keepsHistory() {
      return state.historyState === 'kept'
    },
    get readOnly() {
      return state.lock === undefined
    },
    get holder() {
      return state.holder
    },
    get seq() {
      return journal.position.seq
    },
    get,
    hashOf: (id) => catalogue.facts(id)?.hash,
    version: async (id, hash) => state.records.version(hash) ?? (await journaledVersion(state, id, hash)),
    list: <T extends ListedType>(query: Extract<ListQueryInput, { type: T }>) =>
      listRows(catalogue, ListQuery.parse(query) as Extract<ListQuery, { type: T }>) as ListAnswer<T>,
    find: (types, text, limit) => findNames(catalogue, types, text, limit),
    ids: (type) => catalogue.ids(type),
    counts: () => catalogue.counts(),
    usages: (id) => catalogue.usages(id),
    ownerOf: (partId) => catalogue.ownerOf(partId),
    problems: () => state.listProblems(),
    async changesSince(seq) {
      const { seq: now } = journal.position
      const entries = await journal.since({ seq })
      return entries && { seq: now, ids: [...new Set(entries.flatMap(({ ops }) => ops.map(({ id }) => id)))] }
    },
    readAttachment: (ref) => readAttachment(files, root, ref),
    attachmentPath: ({ sha256, ext }: Pick<AttachmentRef, 'sha256' | 'ext'>) =>
      join(root, attachmentFile(sha256, ext)),
    settings: () => readSettings(state),
    onChange: (listener: (event: StoreEvent) => void) => state.onChange(listener),
    onProblems: (listener) => state.onProblems(listener),
    onAccess: (listener) => state.onAccess(listener),
    whenFree: (listener) =>
      state.holder ? watchLock(files, join(root, archiveNames.lock), listener) : () => undefined,
    checkOutside,
    lookAround: () => inTurn(() => lookAround(state, asked.keys())),
    flush: () => state.queue.idle(),
    beginPicture: () => state.beginPicture(),
    async close() {
      if (state.closed) return
      state.closed = true
      await checked
      await looking
      await state.queue.idle()
      await state.history?.close()
      await keeper.close()
      await closeState(state)
    },

    create: async <T extends RecordType>(type: T, fields: object, given = {}) => {
      const operation = { kind: 'create' as const, type, fields: fields as Record<string, unknown> }
      return one(await writing.run([idOfOperation(operation)], [operation], given)) as Result<
        Saved<RecordOf<T>>
      >
    },
    change: async (id, basedOn, change, given = {}) =>
      one(
        await writing.run([id], [{ kind: 'change', id, basedOn, change: change as never }], given),
      ) as never,
    commitMany: (operations, given = {}) => runAll(state, writing, operations, given),
    async remove(id, given = {}) {
      const done = await runAll(state, writing, [{ kind: 'remove', id }], given)
      return done.ok ? ok(undefined) : done
    },
    restore: async (id, given = {}) => one(await bringBack(state, writing, undoList, [id], given)),
    verify: (given) => verifyState(state, given),
    repair: (kinds, given) => repairState(state, writing, kinds, given),
    outdated: (given) => countOutdated(state, given),
    upgrade: (backupBefore, given) => upgradeState(state, writing, backupBefore, given),
    undo: (window) => undoLast(state, writing, undoList, window),
    acceptOutside: (id) => acceptOutside(state, writing, id),
    restoreLast: (id) => restoreLast(state, writing, id),
    putBack: (records, gone, given = {}) => putBack(state, writing, records, gone, given),
    saveSettings: (settings, basedOn) =>
      state.queue.run(['settings'], async () => {
        const allowed = state.closed ? fail('no-archive') : await writing.mayWrite()
        return allowed.ok ? writeSettings(state, settings, basedOn) : allowed
      }),
    async putAttachment(source, name) {
      const allowed = state.closed ? fail('no-archive') : await writing.mayWrite()
      return allowed.ok ? putAttachment(files, root, source, name) : allowed
    },
  }
  return store
}

function one(done: Result<Saved[]>): Result<Saved> {
  return done.ok ? ok(done.value[0] as Saved) : done
}
