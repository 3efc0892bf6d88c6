import type { VersionInfo } from '../../../../shared/contract/history-contract'
import { referencesIn, type AnyRecord } from '../../../../shared/records/registry'
import { fail, ok, type Result } from '../../../../shared/result'
import { attempt } from '../archive-files'
import type { ArchiveState } from '../archive-state'
import { isRecordId } from '../layout'
import { content, isStoreOwned, readable, typeOf } from '../record-content'
import type { Saved, WriteOptions } from '../store-types'
import { lastJournaled } from '../versions'
import type { Writing } from '../writing'
import { readHistory } from './history-files'
import { openPiece, type Piece } from './pieces'

/** The newest piece of each version; a version that came back by undoing stands where it was noted last. */
function newestOfEach(pieces: readonly Piece[]): Piece[] {
  return [...new Map(pieces.map((piece) => [piece.head.hash, piece])).values()]
}

/**
 * A record's versions, the newest first; the current one is among them even when its history does not have it yet.
 * Errors: `not-found` (neither record nor history), disk codes.
 */
export function listVersions(state: ArchiveState, id: string): Promise<Result<VersionInfo[]>> {
  return attempt(async () => {
    if (!isRecordId(id)) return fail('not-found')
    await state.history?.idle()
    const { pieces } = await readHistory(state, id)
    const current = readable(await state.records.read(id))
    const now = current.ok ? current.value : undefined
    if (pieces.length === 0 && !now) return fail('not-found')
    const found = newestOfEach(pieces).map(({ head }): VersionInfo => {
      const { hash, why, savedAt, savedBy, machine, revision } = head
      const named = machine === undefined ? {} : { machine }
      return { hash, why, savedAt, savedBy, ...named, revision, current: hash === now?.hash }
    })
    if (now && !found.some(({ current: is }) => is)) {
      const { updatedAt: savedAt, savedBy, revision } = now.record
      found.push({ hash: now.hash, savedAt, savedBy, revision, current: true })
    }
    return ok(found.sort((a, b) => b.revision - a.revision || (a.savedAt < b.savedAt ? 1 : -1)))
  })
}

/** Today's names of the records that a version points at, by id. */
export function namesIn(state: ArchiveState, record: AnyRecord): Record<string, string> {
  const ids = new Set(referencesIn(typeOf(record.id), record).map(({ id }) => id))
  return Object.fromEntries([...ids].map((id) => [id, state.catalogue.nameOf(id) ?? '']))
}

/** One version in today's shape. Errors: `not-found`, `too-new`, `damaged`, disk codes. */
export function readVersion(
  state: ArchiveState,
  id: string,
  hash: string,
): Promise<Result<{ record: AnyRecord }>> {
  return attempt(async () => {
    if (!isRecordId(id)) return fail('not-found')
    const current = readable(await state.records.read(id))
    if (current.ok && current.value.hash === hash) return ok({ record: current.value.record })
    await state.history?.idle()
    const { pieces } = await readHistory(state, id)
    const piece = pieces.findLast(({ head }) => head.hash === hash)
    if (!piece) return fail('not-found')
    const opened = openPiece(piece)
    return opened.state === 'ok' ? ok({ record: opened.record }) : fail(opened.state)
  })
}

/** The newest good version of a record that history or journal still have. Errors: `DiskError`. */
export async function lastGood(state: ArchiveState, id: string): Promise<AnyRecord | undefined> {
  const journaled = await lastJournaled(state, id)
  const { pieces } = await readHistory(state, id)
  for (const piece of [...pieces].reverse()) {
    const opened = openPiece(piece)
    if (opened.state !== 'ok') continue
    if (!journaled) return opened.record
    return opened.record.revision > journaled.revision ? opened.record : journaled
  }
  return journaled
}

/**
 * Writes an old version's content as the record's next version; what it replaces is in the history before. Undoable.
 * Errors: those of {@link readVersion}, `not-allowed` for minutes that are final, those of a change.
 */
export async function restoreVersion(
  state: ArchiveState,
  writing: Writing,
  id: string,
  hash: string,
  options: WriteOptions,
): Promise<Result<Saved>> {
  const version = await readVersion(state, id, hash)
  if (!version.ok) return version
  const current = await attempt(async () => readable(await state.records.read(id)))
  if (!current.ok) return current
  const { record } = current.value
  if ('status' in record && record.status === 'final') return fail('not-allowed')
  // Fields that the old version lacks go. Sound is not text: what was recorded since stays, what was deleted stays deleted.
  const change = (now: AnyRecord) => {
    const sound = 'recordings' in now ? { recordings: now.recordings } : {}
    return ok({ ...stamps(now), ...content(version.value.record), ...sound } as AnyRecord)
  }
  const done = await writing.run([id], [{ kind: 'change', id, basedOn: current.value.hash, change }], {
    ...options,
    why: 'restore',
  })
  return done.ok ? ok(done.value[0] as Saved) : done
}

function stamps(record: AnyRecord): Record<string, unknown> {
  return Object.fromEntries(Object.entries(record).filter(([key]) => isStoreOwned(key)))
}
