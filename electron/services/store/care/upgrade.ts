import { recordTypes, type RecordType } from '../../../../shared/ids'
import type { UpgradeReport } from '../../../../shared/contract/care-contract'
import { definitionOf } from '../../../../shared/records/registry'
import { fail, ok, type Result } from '../../../../shared/result'
import { attempt } from '../archive-files'
import type { ArchiveState } from '../archive-state'
import { prepareSave } from '../commit'
import { deepFreeze } from '../envelope'
import { inParallel } from '../keyed-queue'
import type { Writing } from '../writing'
import { Cancelled, CheckRun, type CareOptions } from './check-run'
import { Findings } from './findings'
import { cancellable } from './verify'

/** Makes a backup before something that cannot be undone by hand. Errors: those of the backup; then nothing is done. */
export type BackupBefore = (reason: 'upgrade' | 'import') => Promise<Result<unknown>>

/** Records written at a time: they share the journal's syncs. */
const width = 8

/** The version of the shape that a record's file has, from its first bytes; undefined when they are not an envelope. */
function versionOf(bytes: Uint8Array): number | undefined {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 400)).toString('utf8')
  const found = /"format"\s*:\s*"tutanak"[\s\S]*?"version"\s*:\s*(\d+)/.exec(head)
  return found ? Number(found[1]) : undefined
}

/** Types whose shape has ever changed: the others need no look. */
const changedTypes = (): RecordType[] => recordTypes.filter((type) => definitionOf(type).version > 1)

async function* outdatedIds(run: CheckRun): AsyncGenerator<string> {
  const { state } = run
  for (const type of changedTypes()) {
    for (const id of state.catalogue.ids(type)) {
      await run.step()
      const bytes = await run.bytes(state.records.pathOf(id))
      const version = bytes && versionOf(bytes)
      if (version !== undefined && version < definitionOf(type).version) yield id
    }
  }
}

function runOver(state: ArchiveState, options: CareOptions): CheckRun {
  const run = new CheckRun(state, new Findings(), options)
  run.total = changedTypes().reduce((sum, type) => sum + state.catalogue.counts()[type], 0)
  return run
}

/** How many records are of an older shape. Errors: `cancelled`, disk codes. */
export function countOutdated(state: ArchiveState, options: CareOptions = {}): Promise<Result<number>> {
  return cancellable(async () => {
    let count = 0
    for await (const _id of outdatedIds(runOver(state, options))) count += 1
    return ok(count)
  })
}

/** Writes one record in today's shape, its content and stamps as they are. Out: whether it was written. Errors: `DiskError`. */
function upgradeOne(state: ArchiveState, writing: Writing, id: string): Promise<Result<boolean>> {
  return state.queue.run([id], () =>
    attempt(async () => {
      if (state.closed) return fail('no-archive')
      const allowed = await writing.mayWrite()
      if (!allowed.ok) return allowed
      const file = await state.records.readFresh(id)
      // What others changed must be accepted first; what cannot be read stays as it is.
      if (file?.state.state !== 'ok') return ok(false)
      const { type, version, record, hash } = file.state
      if (version >= definitionOf(type as RecordType).version) return ok(false)
      await writing.write([prepareSave(type as RecordType, deepFreeze(record), file, hash)], undefined)
      return ok(true)
    }),
  )
}

/**
 * Writes all records of older shapes in today's, after a backup. It can be killed at any time: each record is written whole
 * or not, and a second run goes on with those that are left. Frozen minutes, history and bin stay as they are and are
 * turned into today's shape when they are read.
 * Errors: those of the backup, `archive-locked`, `archive-read-only`, `cancelled`, disk codes.
 */
export function upgradeState(
  state: ArchiveState,
  writing: Writing,
  backupBefore: BackupBefore,
  options: CareOptions = {},
): Promise<Result<UpgradeReport>> {
  return cancellable(async () => {
    const allowed = await writing.mayWrite()
    if (!allowed.ok) return allowed
    if (!state.catalogueReady) return fail('lists-not-ready')
    const ids: string[] = []
    for await (const id of outdatedIds(
      runOver(state, { ...(options.signal ? { signal: options.signal } : {}) }),
    ))
      ids.push(id)
    if (ids.length === 0) return ok({ outdated: 0, written: 0, left: 0 })
    const kept = await backupBefore('upgrade')
    if (!kept.ok) return kept
    let done = 0
    let written = 0
    let failed: Result<boolean> | undefined
    await inParallel(ids, width, async (id) => {
      if (options.signal?.aborted) throw new Cancelled()
      if (failed) return
      const one = await upgradeOne(state, writing, id)
      if (!one.ok) failed ??= one
      else if (one.value) written += 1
      done += 1
      options.onProgress?.(done, ids.length)
    })
    if (failed && !failed.ok) return failed
    return ok({ outdated: ids.length, written, left: ids.length - written })
  })
}
