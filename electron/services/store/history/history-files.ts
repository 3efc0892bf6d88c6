import { dirname, join } from 'node:path'
import { isMissing } from '../archive-files'
import type { ArchiveState } from '../archive-state'
import { DurableAdapter, ensureFolder } from '../durable-adapter'
import { digestOf } from '../envelope'
import { archiveNames, historyFile } from '../layout'
import { readPieces, type Piece, type ReadHistory } from './pieces'
import { keptVersions } from './thinning'

const bytesAsTheyAre = { parse: (bytes: Uint8Array) => bytes, stringify: (bytes: Uint8Array) => bytes }

/** The versions in a record's history; none when it has no history yet. Errors: `DiskError`. */
export async function readHistory(state: ArchiveState, id: string): Promise<ReadHistory> {
  try {
    return readPieces(await state.files.readFile(join(state.root, historyFile(id))))
  } catch (error) {
    if (!isMissing(error)) throw error
    return { pieces: [], damaged: [] }
  }
}

/**
 * Takes a torn end off a record's history, so that the next version does not go behind it and make it damage in the
 * middle. What is taken off is kept in `quarantine/` first. Errors: `DiskError` (the file is as it was, or healed).
 */
export async function healEnd(state: ArchiveState, id: string, { torn }: ReadHistory): Promise<void> {
  if (!torn) return
  await keepAside(state, id, torn)
  const path = join(state.root, historyFile(id))
  const file = await state.files.openAppend(path)
  try {
    const { size } = await state.files.stat(path)
    await file.truncate(size - torn.length)
    await file.sync()
  } finally {
    await file.close().catch(() => undefined)
  }
}

async function keepAside(state: ArchiveState, id: string, bytes: Uint8Array): Promise<void> {
  // Named by what it holds: a disk that refuses the next step again and again does not get it again and again.
  const name = `${id}.${digestOf(bytes).slice(0, 16)}.history`
  const aside = join(state.root, archiveNames.quarantine, name)
  await new DurableAdapter<Uint8Array>(state.files, aside, bytesAsTheyAre).write(bytes)
}

/** Puts pieces behind a record's history; they are on the disk when it returns. Errors: `DiskError` (nothing is added then). */
export async function appendPieces(
  state: ArchiveState,
  id: string,
  pieces: readonly Uint8Array[],
): Promise<void> {
  const path = join(state.root, historyFile(id))
  const folder = dirname(path)
  const before = await state.files.stat(path).then(
    ({ size }) => size,
    (error: unknown) => {
      if (isMissing(error)) return undefined
      throw error
    },
  )
  if (before === undefined) await ensureFolder(state.files, folder)
  const file = await state.files.openAppend(path)
  try {
    await file.write(Buffer.concat(pieces))
    await file.sync()
    if (before === undefined) await state.files.fsyncDir(folder)
  } catch (error) {
    // What reached the disk is unknown; a torn piece that stays is skipped when the file is read, and healed before the next.
    await file.truncate(before ?? 0).catch(() => undefined)
    throw error
  } finally {
    await file.close().catch(() => undefined)
  }
}

/**
 * Takes out of a record's history what has grown old, by the rule of {@link keptVersions}. The file is replaced as a whole,
 * durable; damaged stretches are kept in `quarantine/` first. Out: the versions that stay. Errors: `DiskError`.
 */
export async function thinHistory(state: ArchiveState, id: string, greatest: string): Promise<Piece[]> {
  const { pieces, damaged } = await readHistory(state, id)
  const heads = pieces.map(({ head }) => head)
  const kept = keptVersions(heads, greatest)
  const staying = pieces.filter((_piece, index) => kept[index])
  if (staying.length === pieces.length) return staying
  if (damaged.length > 0) await keepAside(state, id, Buffer.concat(damaged))
  const path = join(state.root, historyFile(id))
  const bytes = Buffer.concat(staying.map((piece) => piece.bytes))
  await new DurableAdapter<Uint8Array>(state.files, path, bytesAsTheyAre).write(bytes)
  return staying
}
