import type { BinLink, PurgePreview, Tombstone } from '../../../../shared/contract/history-contract'
import { recordTypeOfId, recordTypes } from '../../../../shared/ids'
import { filesOf } from '../../../../shared/domain/recordings'
import type { AttachmentRef } from '../../../../shared/records/define-record'
import type { AnyRecord } from '../../../../shared/records/registry'
import { fail, ok, type Result } from '../../../../shared/result'
import { attempt } from '../archive-files'
import type { ArchiveState } from '../archive-state'
import { followUpsOf, idsInBin, readInBin } from '../bin/bin'
import { readSlips } from '../bin/slips'
import { readHistory } from '../history/history-files'
import { openPiece } from '../history/pieces'
import { isHeldByUse, mayGo, usersOf } from '../in-use'
import { inParallel } from '../keyed-queue'
import { attachmentFile, isRecordId } from '../layout'
import { readable } from '../record-content'
import { readSettings } from '../settings-file'
import type { UndoList } from '../undo-list'
import type { Writing } from '../writing'
import { carryOut, finishPurges } from './carry-out'
import { readTombstones, writeIntent } from './intent'

/** Records read at a time while it is looked who else has an attachment. */
const width = 12

const placeOf = ({ sha256, ext }: AttachmentRef) => attachmentFile(sha256, ext).replaceAll('\\', '/')

interface Found {
  live: AnyRecord | undefined
  binned: AnyRecord | undefined
  inBin: boolean
  past: AnyRecord[]
  versions: number
}

/** Everything the archive has of a record. Errors: `DiskError`. */
async function gather(state: ArchiveState, id: string): Promise<Found> {
  await state.history?.idle()
  const file = await state.records.read(id)
  const current = readable(file)
  const { pieces } = await readHistory(state, id)
  const past = pieces.flatMap((piece) => {
    const opened = openPiece(piece)
    return opened.state === 'ok' ? opened.record : []
  })
  return {
    live: current.ok ? current.value.record : undefined,
    binned: await readInBin(state, id),
    inBin: (await idsInBin(state)).has(id),
    past,
    versions: pieces.length,
  }
}

async function followUpsWith(state: ArchiveState, id: string): Promise<string[]> {
  if (recordTypeOfId(id) !== 'meeting') return []
  const inBin = await idsInBin(state)
  const binned = (await readSlips(state)).flatMap(({ slip }) =>
    slip.records.flatMap((record) => (record.owner === id && inBin.has(record.id) ? record.id : [])),
  )
  return [...new Set([...followUpsOf(state, id), ...binned])]
}

/** Places of the attachments that only these records have, in any version. Errors: `DiskError`. */
async function ownAttachments(
  state: ArchiveState,
  ids: ReadonlySet<string>,
  found: readonly Found[],
): Promise<string[]> {
  const records = found.flatMap(({ live, binned, past }) => [live, binned, ...past])
  const wanted = records.flatMap((record) => (record ? filesOf(record) : []))
  return namedOnlyBy(state, ids, wanted)
}

/** Places of those attachments that no record but these names, nor the office. Errors: `DiskError`. */
export async function namedOnlyBy(
  state: ArchiveState,
  ids: ReadonlySet<string>,
  files: readonly AttachmentRef[],
): Promise<string[]> {
  const wanted = new Map(files.map((ref) => [ref.sha256, placeOf(ref)]))
  if (wanted.size === 0) return []
  const spare = (record: AnyRecord | undefined) => {
    for (const { sha256 } of record ? filesOf(record) : []) wanted.delete(sha256)
  }
  const settings = await readSettings(state)
  if (settings.ok && settings.value.settings.logo) wanted.delete(settings.value.settings.logo.sha256)
  for (const id of await idsInBin(state)) if (!ids.has(id)) spare(await readInBin(state, id))
  const others = recordTypes.flatMap((type) => state.catalogue.ids(type)).filter((id) => !ids.has(id))
  await inParallel(others, width, async (id) => {
    const facts = state.catalogue.facts(id)
    const file = facts && (await state.records.glance(id, { ...facts, inode: 0 }))
    if (file?.state.state === 'ok' || file?.state.state === 'changed-outside') spare(file.state.record)
  })
  return [...wanted.values()]
}

/** What purging a record would take away, and what stands in its way. Errors: `not-found`, disk codes. */
export function previewPurge(
  state: ArchiveState,
  id: string,
): Promise<Result<Omit<PurgePreview, 'backups'>>> {
  return attempt(async () => {
    if (!isRecordId(id)) return fail('not-found')
    const found = await gather(state, id)
    const record = found.live ?? found.binned ?? found.past.at(-1)
    if (!record && !found.inBin && found.versions === 0) return fail('not-found')
    const followUps = await followUpsWith(state, id)
    const users = usersOf(state, id, new Set(followUps))
    const attachments = await ownAttachments(state, new Set([id, ...followUps]), [found])
    return ok({
      title: record && 'title' in record ? record.title : record && 'name' in record ? record.name : '',
      inBin: found.inBin && !found.live,
      versions: found.versions,
      attachments: attachments.length,
      followUps: followUps.length,
      usedBy: users.slice(0, 200).map((usage): BinLink => ({ ...usage, way: 'in' })),
      blocked: users.length > 0 && isHeldByUse(id),
    })
  })
}

/**
 * Takes a record from everywhere in the archive: file, bin, history, journal, quarantine, its own attachments, catalogue.
 * A tombstone stays. All or nothing: an intent comes first, and an opening after a kill finishes it.
 * In: why, in the user's words; `clean` renews the caches. Errors: `not-found`, `in-use`, `damaged` (a live file that cannot
 * be read), those of writing.
 */
export function purgeRecord(
  state: ArchiveState,
  parts: { writing: Writing; undo: UndoList; clean: () => Promise<void> },
  id: string,
  reason: string,
): Promise<Result<void>> {
  const { writing, undo, clean } = parts
  return attempt(async () => {
    if (state.closed) return fail('no-archive')
    if (!isRecordId(id)) return fail('not-found')
    const ids = [id, ...(await followUpsWith(state, id))]
    return state.queue.run(ids, () =>
      attempt(async () => {
        const allowed = await writing.mayWrite()
        if (!allowed.ok) return allowed
        // A purge that a full disk stopped is finished first.
        await finishPurges(state)
        const free = mayGo(state, id, new Set(ids))
        if (!free.ok) return free
        const found = await Promise.all(ids.map((one) => gather(state, one)))
        const [first] = found
        const known = first?.live ?? first?.binned ?? first?.past.at(-1)
        if (!known && !first?.inBin && !(await state.records.read(id))) {
          const stones = await readTombstones(state)
          return stones.some((stone) => stone.id === id) ? ok(undefined) : fail('not-found')
        }
        const stones = ids.map((one): Tombstone => {
          const { machine, savedBy } = state.options
          return { id: one, purgedAt: state.now(), purgedBy: savedBy(), machine: machine.name, reason }
        })
        const attachments = await ownAttachments(state, new Set(ids), found)
        const intent = { format: 'tutanak', type: 'purge-intent', stones, attachments } as const
        const path = await writeIntent(state, intent)
        const work = () => carryOut(state, path, intent)
        try {
          await (state.history ? state.history.forget(ids, work) : work())
        } finally {
          // Also when the disk stopped it half-way: the intent stands, and lists show what is still there.
          for (const one of ids) state.records.forget(one)
          undo.settle({ purged: ids })
          const changes = await state.refresh(ids)
          state.notePosition()
          state.emit({ seq: state.journal.position.seq, changes, outside: false })
        }
        await clean()
        return ok(undefined)
      }),
    )
  })
}
