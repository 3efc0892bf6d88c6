import { dirname, join } from 'node:path'
import { isMissing } from '../archive-files'
import type { ArchiveState } from '../archive-state'
import { scrubSlips } from '../bin/slips'
import { decodeLine, isEntry } from '../journal-lines'
import { archiveNames, historyFile, isTempName, recordFile } from '../layout'
import { dropIntent, openIntents, putJson, type Intent } from './intent'

/** A journal line without the content of these records; that something changed stays. */
export function withoutContent(line: string, ids: ReadonlySet<string>): string {
  if (![...ids].some((id) => line.includes(id))) return line
  const entry = decodeLine(line)
  // A torn line was never acknowledged; its remains must not stay either.
  if (!entry) return ''
  if (!isEntry(entry)) return line
  if (!entry.ops.some(({ id }) => ids.has(id))) return line
  const parsed = JSON.parse(line) as { ops: { id: string; record?: unknown; z?: string }[] }
  for (const op of parsed.ops) {
    if (!ids.has(op.id)) continue
    delete op.record
    delete op.z
  }
  return JSON.stringify(parsed)
}

async function unlinkAll(
  state: ArchiveState,
  folder: string,
  wanted: (name: string) => boolean,
): Promise<void> {
  const names = await state.files.readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })
  const gone = names.filter(({ name, kind }) => kind === 'file' && wanted(name))
  for (const { name } of gone) {
    await state.files.unlink(join(folder, name)).catch((error: unknown) => {
      if (!isMissing(error)) throw error
    })
  }
  if (gone.length > 0) await state.files.fsyncDir(folder)
}

/**
 * Does what an intent says, whether it was begun or not; every step may be done twice. The tombstones come first, the
 * intent goes last. An intent without records takes only attachments (a deleted sound recording). Errors: `DiskError` (the intent stays, and the next opening goes on).
 */
export async function carryOut(state: ArchiveState, path: string, intent: Intent): Promise<void> {
  const { root } = state
  // Bytes on their way when an earlier attempt was cut short.
  await unlinkAll(state, join(root, archiveNames.tombstones), isTempName)
  await unlinkAll(state, join(root, archiveNames.journal), isTempName)
  const ids = new Set(intent.stones.map(({ id }) => id))
  for (const stone of intent.stones) {
    const tombstone = { format: 'tutanak', type: 'tombstone', version: 1, ...stone }
    await putJson(state, join(root, archiveNames.tombstones, `${stone.id}.json`), tombstone)
  }
  const names = (id: string) => (name: string) => name.includes(id)
  for (const id of ids) {
    // Copies that a sync tool made beside the file, and bytes on their way to it, go with it.
    await unlinkAll(state, dirname(join(root, recordFile(id))), names(id))
    await unlinkAll(state, dirname(join(root, historyFile(id))), names(id))
  }
  const any = (name: string) => [...ids].some((id) => name.includes(id))
  await unlinkAll(state, join(root, archiveNames.trash), any)
  await unlinkAll(state, join(root, archiveNames.quarantine), any)
  const misplaced = state.listProblems().filter(({ id }) => id !== undefined && ids.has(id))
  for (const { file } of misplaced) {
    await state.files.unlink(join(root, file)).catch((error: unknown) => {
      if (!isMissing(error)) throw error
    })
    state.setProblem(file, undefined)
  }
  for (const file of intent.attachments) {
    await unlinkAll(state, dirname(join(root, file)), (name) => file.endsWith(`/${name}`))
  }
  if (ids.size > 0) {
    await scrubSlips(state, (id) => ids.has(id))
    await state.journal.rewrite((line) => withoutContent(line, ids))
    await state.journal.append({
      at: state.now(),
      by: state.options.savedBy(),
      kind: 'seen',
      ops: [...ids].map((id) => ({ id, op: 'remove', before: null, after: null })),
    })
  }
  await dropIntent(state, path)
}

/** Finishes purges that a kill or a failing disk cut short. Call with the lock, before anything else is recovered. Errors: `DiskError`. */
export async function finishPurges(state: ArchiveState): Promise<void> {
  for (const { path, intent } of await openIntents(state)) await carryOut(state, path, intent)
}
