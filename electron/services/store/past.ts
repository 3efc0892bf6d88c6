import { join } from 'node:path'
import type {
  BinEntry,
  PurgePreview,
  Tombstone,
  VersionInfo,
} from '../../../shared/contract/history-contract'
import type { Meeting } from '../../../shared/records/meeting'
import type { AnyRecord } from '../../../shared/records/registry'
import { ok, type Result } from '../../../shared/result'
import { DiskError, attempt } from './archive-files'
import type { ArchiveState } from './archive-state'
import { emptyBin, listBin } from './bin/bin'
import { bringBack } from './bin/binning'
import { DurableAdapter } from './durable-adapter'
import type { ClockJump } from './history/clock-watch'
import { lastGood, listVersions, namesIn, readVersion, restoreVersion } from './history/versions-of'
import { isRecordId } from './layout'
import { readTombstones } from './purge/intent'
import { previewPurge, purgeRecord } from './purge/purge'
import { removeRecording } from './purge/remove-recording'
import type { Saved, WriteOptions } from './store-types'
import type { UndoList } from './undo-list'
import type { Writing } from './writing'

/** What an archive keeps of the past: versions, the bin, and what was purged. */
export interface Past {
  /** A record's versions, the newest first. Errors: `not-found`, disk codes. */
  versions(id: string): Promise<Result<VersionInfo[]>>
  /** One version in today's shape, with today's names of the records it points at. Errors: `not-found`, `too-new`, `damaged`, disk codes. */
  version(id: string, hash: string): Promise<Result<{ record: AnyRecord; names: Record<string, string> }>>
  /** The newest good version of a record whose file cannot be read; undefined when none is left. */
  lastGood(id: string): Promise<Result<AnyRecord | undefined>>
  /** Makes an old version the next one. Errors: `not-found`, `not-allowed` (final minutes), `conflict`, disk codes. */
  restoreVersion(id: string, hash: string, options?: WriteOptions): Promise<Result<Saved>>
  /** The record's page was closed: its work ends. */
  leave(id: string): void
  /** Ends all work and resolves when its versions are on the disk: before a backup. */
  settle(): Promise<void>
  /** Resolves when every version asked for so far is on the disk. */
  idle(): Promise<void>
  /** Looks for work that has been idle; happens by itself twice a minute. */
  tick(): Promise<void>
  /** A jump of the clock that waits for the user. */
  clockJump(): ClockJump | undefined
  confirmClock(): Promise<void>

  bin(): Promise<Result<BinEntry[]>>
  /** Brings records back, with the follow-ups that went along: all or none. */
  restoreMany(ids: readonly string[], options?: WriteOptions): Promise<Result<Saved[]>>
  /** Deletes what lies in the bin for good. Out: how many records. */
  emptyBin(): Promise<Result<{ count: number }>>

  previewPurge(id: string): Promise<Result<Omit<PurgePreview, 'backups'>>>
  /** Takes a record from everywhere; cannot be undone. Errors: `not-found`, `in-use`, those of writing. */
  purge(id: string, reason: string): Promise<Result<void>>
  tombstones(): Promise<Result<Tombstone[]>>
  /** Takes a sound recording out of its meeting and its files off the disk. Out: how many files. Errors: see `removeRecording`. */
  removeRecording(id: Meeting['id'], recordingId: string): Promise<Result<{ files: number }>>
  /** Whether caches of this computer may hold words of records that were purged elsewhere: they are to be built anew. */
  readonly stale: Promise<boolean>
}

/** Joins the past to an open archive. In: a way to write the catalogue's cache anew. */
export function pastOf(
  state: ArchiveState,
  writing: Writing,
  undo: UndoList,
  rewriteCache: () => Promise<void>,
): Past {
  const { history } = state
  const clean = async () => {
    await rewriteCache()
    await noteStones(state)
  }
  return {
    versions: (id) => listVersions(state, id),
    version: async (id, hash) => {
      const found = await readVersion(state, id, hash)
      return found.ok ? ok({ ...found.value, names: namesIn(state, found.value.record) }) : found
    },
    lastGood: (id) => attempt(async () => ok(isRecordId(id) ? await lastGood(state, id) : undefined)),
    restoreVersion: (id, hash, options = {}) => restoreVersion(state, writing, id, hash, options),
    leave: (id) => history?.leave(id),
    settle: async () => history?.settle(),
    idle: async () => history?.idle(),
    tick: async () => history?.tick(),
    clockJump: () => history?.watch.jump,
    confirmClock: async () => history?.confirmClock(),

    bin: () => attempt(async () => ok(await listBin(state))),
    restoreMany: (ids, options = {}) => bringBack(state, writing, undo, ids, options),
    emptyBin: () =>
      attempt(async () => {
        const allowed = await writing.mayWrite()
        if (!allowed.ok) return allowed
        const gone = await emptyBin(state)
        undo.settle({ purged: gone })
        return ok({ count: gone.length })
      }),

    previewPurge: (id) => previewPurge(state, id),
    removeRecording: (id, recordingId) => removeRecording(state, writing, id, recordingId),
    purge: (id, reason) => purgeRecord(state, { writing, undo, clean }, id, reason),
    tombstones: () => attempt(async () => ok(await readTombstones(state))),
    stale: cleanIfStale(state, clean),
  }
}

const form = {
  parse: (bytes: Uint8Array) => Buffer.from(bytes).toString(),
  stringify: (text: string) => Buffer.from(text),
}
const notePath = (state: ArchiveState) => join(state.options.cacheFolder, 'purged.txt')

/** Notes beside the caches which purges they have seen. */
async function noteStones(state: ArchiveState): Promise<void> {
  const seen = (await readTombstones(state)).map(({ id }) => id).sort()
  try {
    await new DurableAdapter<string>(state.files, notePath(state), form).write(seen.join('\n'))
  } catch (error) {
    // The caches are looked at again at the next opening.
    if (!(error instanceof DiskError)) throw error
  }
}

async function cleanIfStale(state: ArchiveState, clean: () => Promise<void>): Promise<boolean> {
  try {
    const stones = (await readTombstones(state)).map(({ id }) => id)
    if (stones.length === 0) return false
    const seen = new Set((await new DurableAdapter(state.files, notePath(state), form).read())?.split('\n'))
    if (stones.every((id) => seen.has(id))) return false
    await clean()
    return true
  } catch (error) {
    if (!(error instanceof DiskError)) throw error
    return false
  }
}
