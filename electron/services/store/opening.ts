import { join } from 'node:path'
import { recordTypes } from '../../../shared/ids'
import { definitionOf } from '../../../shared/records/registry'
import { ok, type Result } from '../../../shared/result'
import { DiskError, attempt, isMissing } from './archive-files'
import { readHead, writeHead, type ArchiveHead } from './archive-head'
import { writeExplainingFiles } from './archive-init'
import { ArchiveState } from './archive-state'
import { Journal } from './journal'
import { inParallel } from './keyed-queue'
import { archiveNames, isTempName } from './layout'
import { WriterLock } from './lock'
import { finishPurges } from './purge/carry-out'
import { makeNamesLast, recover, setAside } from './recovery'
import type { OpenOptions } from './store-types'

/** Takes the writer's lock, or notes why it cannot be had. */
async function lockArchive(state: ArchiveState): Promise<void> {
  const { files, root, options } = state
  const path = join(root, archiveNames.lock)
  try {
    const { clock, machine, savedBy, staleLock } = options
    const taken = await WriterLock.take({ files, path, clock, machine, owner: savedBy() }, staleLock)
    if (taken instanceof WriterLock) {
      state.lock = taken
      taken.onLost = (holder) => state.turnReadOnly(holder)
      taken.mayRemake = () => state.journal.isUntouched()
      state.lockedAt = (await files.stat(path)).mtimeMs
    } else state.holder = taken
  } catch (error) {
    // A read-only share or a full disk can still be read.
    if (!(error instanceof DiskError)) throw error
    state.lockFault = error.code
  }
}

/**
 * Keeps a former writer who wakes up from finishing what it had begun: its staged bytes go, so that its renames find
 * nothing, and what it still appends does not mix with our journal. Errors: `DiskError`.
 */
async function fenceOff(state: ArchiveState): Promise<void> {
  const { files, root } = state
  const names = (path: string) =>
    files.readdir(path).catch((error: unknown) => {
      if (isMissing(error)) return []
      throw error
    })
  const clear = async (folder: string): Promise<void> => {
    for (const { name } of await names(folder)) {
      if (!isTempName(name)) continue
      await files.unlink(join(folder, name)).catch((error: unknown) => {
        if (!isMissing(error)) throw error
      })
    }
  }
  const shards = await Promise.all(
    recordTypes.map(async (type) => {
      const folder = join(root, definitionOf(type).folder)
      return (await names(folder)).flatMap(({ name, kind }) => (kind === 'folder' ? join(folder, name) : []))
    }),
  )
  await inParallel([root, ...shards.flat()], 16, clear)
  state.journal.beginSegment()
}

/** Writes a head again that was missing or damaged; damaged bytes are kept. Errors: `DiskError`. */
async function repairHead(state: ArchiveState, head: ArchiveHead): Promise<void> {
  const bytes = await state.files.readFile(join(state.root, archiveNames.head)).catch((error: unknown) => {
    if (isMissing(error)) return undefined
    throw error
  })
  if (bytes && bytes.length > 0) await setAside(state, 'archive', bytes)
  await writeHead(state.files, state.root, head, state.options.savedBy())
}

/**
 * Opens an archive's folder up to the point where its records can be read: who it is, lock, journal, and what a kill left
 * undone. Errors: `archive-not-found`, `archive-invalid`, `too-new`, disk codes.
 */
export function openState(options: OpenOptions): Promise<Result<ArchiveState>> {
  return attempt(async () => {
    const { path, files } = options
    const head = await readHead(files, path)
    if (!head.ok) return head
    const journal = await Journal.open(files, join(path, archiveNames.journal))
    const state = new ArchiveState(options, head.value.head, journal)
    if (!options.readOnly) await lockArchive(state)
    if (!state.lock) return ok(state)
    try {
      if (options.staleLock !== undefined) await fenceOff(state)
      if (head.value.repaired) await repairHead(state, head.value.head)
      // Before recovery, which would bring back from the journal what was to go.
      await finishPurges(state)
      const lines = await journal.unsettled()
      if (lines.length > 0) {
        await journal.syncUnsettled()
        await recover(state, lines)
      }
      if (lines.length > 0 || state.lock.tookOver) await makeNamesLast(state, lines)
      if (lines.length > 0) await journal.mark('applied')
      return ok(state)
    } catch (error) {
      await journal.close()
      await state.lock.release()
      if (!(error instanceof DiskError)) throw error
      // A full disk can still be read; what was acknowledged is in the files.
      state.lock = undefined
      state.lockFault = error.code
      return ok(state)
    }
  })
}

/** Brings the explaining files up to date, e.g. after a new version of the program. A failure can wait for the next time. */
export async function refreshExplainingFiles(state: ArchiveState): Promise<void> {
  if (!state.lock) return
  try {
    await writeExplainingFiles(state.files, state.root, state.head.name)
  } catch (error) {
    if (!(error instanceof DiskError)) throw error
  }
}

/** Ends everything in order: saves, journal, lock. Errors: `DiskError`. */
export async function closeState(state: ArchiveState): Promise<void> {
  state.closed = true
  await state.queue.idle()
  try {
    if (state.isSettled() && (await state.isWriter())) await state.journal.mark('closed')
  } catch (error) {
    // A stick pulled out before the end: everything acknowledged is on it, the next opening looks.
    if (!(error instanceof DiskError)) throw error
  } finally {
    await state.journal.close().catch(() => undefined)
    await state.lock?.release()
  }
}
