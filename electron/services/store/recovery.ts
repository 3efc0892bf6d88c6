import { randomUUID } from 'node:crypto'
import { dirname, join } from 'node:path'
import { recordTypeOfId } from '../../../shared/ids'
import { isMissing } from './archive-files'
import type { ArchiveState } from './archive-state'
import { ensureFolder } from './durable-adapter'
import { seal } from './envelope'
import { isEntry, type JournalEntry, type JournalLine, type JournalOp } from './journal-lines'
import { archiveNames, trashFile } from './layout'

type Step = { entry: JournalEntry; op: JournalOp }

/** Moves a file if it is there; its absence means that the move has been made. */
async function move(state: ArchiveState, from: string, to: string): Promise<void> {
  await ensureFolder(state.files, dirname(to))
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
    const last = chain.at(-1)
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
    if (!ours && !lost) continue
    written.push(id)
    if (dry) continue
    if (file && !readable && file.bytes.length > 0) await setAside(state, id, file.bytes)
    await applyOp(state, last.entry, last.op)
    state.records.forget(id)
  }
  return written
}
