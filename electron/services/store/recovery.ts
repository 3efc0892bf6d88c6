import { randomUUID } from 'node:crypto'
import { dirname, join } from 'node:path'
import { recordTypeOfId } from '../../../shared/ids'
import { isMissing } from './archive-files'
import type { ArchiveState } from './archive-state'
import { ensureArchiveFolder } from './durable-adapter'
import { hashOf, seal } from './envelope'
import { isEntry, type JournalEntry, type JournalLine, type JournalOp } from './journal-lines'
import { archiveNames, isRecordId, trashFile } from './layout'
import { readRecordBytes } from './record-files'

type Step = { entry: JournalEntry; op: JournalOp }

/** Moves a file if it is there; its absence means that the move has been made. */
async function move(state: ArchiveState, from: string, to: string): Promise<void> {
  await ensureArchiveFolder(state.files, state.root, dirname(to))
  try {
    await state.files.rename(from, to)
  } catch (error) {
    if (!isMissing(error)) throw error
  }
  await state.files.fsyncDir(dirname(to))
  await state.files.fsyncDir(dirname(from))
}

/** A record deleted twice (made again by an import in between) has both its versions in the bin. */
async function keepEarlier(state: ArchiveState, path: string, bin: string): Promise<void> {
  try {
    await state.files.stat(path)
    await state.files.rename(bin, bin.replace(/\.json$/, `.${randomUUID()}.json`))
  } catch (error) {
    if (!isMissing(error)) throw error
  }
}

/** Moves a record's file into the bin or out of it, whether that was begun or not. Errors: `DiskError`. */
export async function moveRecord(state: ArchiveState, id: string, op: 'remove' | 'restore'): Promise<void> {
  const path = state.records.pathOf(id)
  const bin = join(state.root, trashFile(id))
  if (op === 'restore') return move(state, bin, path)
  await keepEarlier(state, path, bin)
  await move(state, path, bin)
}

/** Does what a journal line says, whether it was begun or not. Errors: `DiskError`. */
async function applyOp(state: ArchiveState, entry: JournalEntry, op: JournalOp): Promise<void> {
  if (op.op !== 'save') return moveRecord(state, op.id, op.op)
  const type = recordTypeOfId(op.id)
  if (!type || op.record === undefined || op.version === undefined) return
  const stamp = { savedAt: entry.at, savedBy: entry.by }
  const { bytes } = seal({ type, version: op.version }, op.record, stamp)
  await state.records.low(state.records.pathOf(op.id), bytes).low.write()
}

/** Keeps bytes that are about to be replaced although nobody could read them. Errors: `DiskError`. */
export async function setAside(state: ArchiveState, id: string, bytes: Uint8Array): Promise<void> {
  const path = join(state.root, archiveNames.quarantine, `${id}.${randomUUID()}.json`)
  await state.records.low(path, bytes).low.write()
}

/**
 * The steps of one record that led to its last version: each begins where the one before ended. A step that no later
 * one builds on did not take place (it failed and was reported), and is left out.
 */
function chainOf(steps: readonly Step[]): Step[] {
  const chain: Step[] = []
  for (const step of [...steps].reverse()) {
    const next = chain[0]
    if (!next || step.op.after === next.op.before) chain.unshift(step)
  }
  return chain
}

/** The version of a record that lies in the bin; null = none. Errors: `DiskError`. */
async function binnedVersion(state: ArchiveState, id: string): Promise<string | null> {
  try {
    const found = readRecordBytes(id, await state.files.readFile(join(state.root, trashFile(id))), false)
    return found.state === 'ok' || found.state === 'changed-outside' ? found.hash : null
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

/** Whether the record of a journal line is the one whose hash it names. */
function isWhole(op: JournalOp): boolean {
  return op.record !== undefined && hashOf(op.record) === op.after
}

/**
 * Makes certain what a killed program left: names that are shown may not be on the disk yet, and a later power cut must
 * not take back what has been seen. Errors: `DiskError`.
 */
export async function makeNamesLast(state: ArchiveState, lines: readonly JournalLine[]): Promise<void> {
  const { files, root } = state
  const folders = new Set([root])
  for (const { name, kind } of await files.readdir(root)) if (kind === 'folder') folders.add(join(root, name))
  for (const line of lines) {
    if (!isEntry(line)) continue
    for (const { id } of line.ops) if (isRecordId(id)) folders.add(dirname(state.records.pathOf(id)))
  }
  for (const folder of folders) {
    await files.fsyncDir(folder).catch((error: unknown) => {
      if (!isMissing(error)) throw error
    })
  }
}

/**
 * Finishes what the journal announced and a kill or power cut kept from the files. A file that shows neither a version
 * of the journal nor damage was written by somebody else since, and stays. `dry`: only tells. Out: ids of the records
 * written.
 * Errors: `DiskError`.
 */
export async function recover(
  state: ArchiveState,
  lines: readonly JournalLine[],
  { dry = false } = {},
): Promise<string[]> {
  const voided = new Set(
    lines.flatMap((line) => (isEntry(line) || line.mark !== 'void' ? [] : (line.of ?? []))),
  )
  const steps = new Map<string, Step[]>()
  for (const entry of lines) {
    if (!isEntry(entry) || voided.has(entry.seq)) continue
    for (const op of entry.ops) steps.set(op.id, [...(steps.get(op.id) ?? []), { entry, op }])
  }
  const written: string[] = []
  for (const [id, all] of steps) {
    const chain = chainOf(all)
    // A line of the journal may be damaged too: what does not fit its hash is no version.
    const last = chain.findLast(({ op }) => op.op !== 'save' || isWhole(op))
    if (!last || last.entry.kind === 'seen') continue
    const file = await state.records.readFresh(id)
    const found = file?.state
    if (found?.state === 'too-new') continue
    const readable = found?.state === 'ok' || found?.state === 'changed-outside'
    const now = readable ? found.hash : null
    if (now === last.op.after) {
      // A file that is gone and should be is all that `null` means here; damaged bytes are no version.
      if (readable || !file) continue
    }
    const ours = chain.some(({ op }) => op.before === now || op.after === now)
    // Missing or unreadable although the journal has its content: the disk lost it, the journal gives it back.
    const lost = !readable && last.op.op === 'save'
    if (last !== chain.at(-1) && !lost) continue
    // Deleted since: the line that tells so may be lost with the end of a damaged journal.
    if (!file && last.op.op === 'save') {
      const binned = await binnedVersion(state, id)
      const known = chain.some(({ op }) => op.before === binned || op.after === binned)
      if (binned !== null && (binned === last.op.after || !known)) continue
    }
    if (!ours && !lost) continue
    written.push(id)
    if (dry) continue
    if (file && !readable && file.bytes.length > 0) await setAside(state, id, file.bytes)
    await applyOp(state, last.entry, last.op)
    state.records.forget(id)
  }
  return written
}
