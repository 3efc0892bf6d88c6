import { join } from 'node:path'
import { recordTypes, recordTypeOfId, type RecordType } from '../../../shared/ids'
import { isMissing, type ArchiveFiles } from '../store/archive-files'
import { digestOf } from '../store/envelope'
import { isSystemName, isTempName, recordFile } from '../store/layout'
import type { Picture } from '../store/picture'
import { readRecordBytes } from '../store/record-files'
import type { BackupFile } from './manifest'
import { backedFiles, backedFolders, isBackedPath, recordAt } from './names'

/** Everything that a backup holds of an archive, as it was found. */
export interface Listing {
  /** Paths with `/`, relative to the archive. */
  paths: string[]
  skipped: string[]
  bytes: number
}

/** Folders looked into that lie deeper than this are not ours. */
const deepest = 5

async function walk(files: ArchiveFiles, root: string, place: string, found: Listing, depth: number) {
  const entries = await files.readdir(join(root, place)).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })
  for (const { name, kind } of entries) {
    if (isTempName(name) || isSystemName(name)) continue
    const path = `${place}/${name}`
    if (kind === 'folder') {
      if (depth < deepest) await walk(files, root, path, found, depth + 1)
      continue
    }
    if (kind === 'file' && isBackedPath(path)) found.paths.push(path)
    else found.skipped.push(path)
  }
}

/** Looks for all files that a backup holds. Errors: `DiskError`. */
export async function listArchive(files: ArchiveFiles, root: string, signal: AbortSignal): Promise<Listing> {
  const found: Listing = { paths: [], skipped: [], bytes: 0 }
  for (const name of backedFiles) {
    const there = await files.stat(join(root, name)).catch((error: unknown) => {
      if (isMissing(error)) return undefined
      throw error
    })
    if (there?.kind === 'file') found.paths.push(name)
  }
  for (const folder of backedFolders) {
    signal.throwIfAborted()
    await walk(files, root, folder, found, 1)
  }
  return found
}

/** Bytes of all files of a listing, by a sample of their sizes: only to guess the room that is needed. */
export async function guessBytes(
  files: ArchiveFiles,
  root: string,
  paths: readonly string[],
): Promise<number> {
  const step = Math.max(1, Math.floor(paths.length / 400))
  let bytes = 0
  let looked = 0
  for (let at = 0; at < paths.length; at += step) {
    const size = await files.stat(join(root, paths[at] as string)).then(
      (found) => found.size,
      (error: unknown) => {
        if (isMissing(error)) return 0
        throw error
      },
    )
    bytes += size
    looked += 1
  }
  return looked === 0 ? 0 : Math.ceil((bytes / looked) * paths.length)
}

/** What is known of the files once they have been read. */
export interface ReadFiles {
  files: BackupFile[]
  counts: Record<RecordType, number>
  damaged: number
}

/** An empty account of files read. */
export function noFiles(): ReadFiles {
  const counts = Object.fromEntries(recordTypes.map((type) => [type, 0])) as Record<RecordType, number>
  return { files: [], counts, damaged: 0 }
}

/** Notes a file that goes into a backup: its size and hashes. */
function note(read: ReadFiles, path: string, bytes: Uint8Array): void {
  const file: BackupFile = { path, size: bytes.length, sha256: digestOf(bytes) }
  const id = recordAt(path)
  if (id !== undefined) {
    const state = readRecordBytes(id, bytes, false)
    const type = recordTypeOfId(id)
    if (type) read.counts[type] += 1
    if (state.state === 'ok' || state.state === 'changed-outside') file.hash = state.hash
    else if (state.state !== 'too-new') read.damaged += 1
  }
  read.files.push(file)
}

async function bytesOf(files: ArchiveFiles, root: string, path: string): Promise<Uint8Array | undefined> {
  try {
    return await files.readFile(join(root, path))
  } catch (error) {
    if (!isMissing(error)) throw error
    // Taken out of the bin while we read: then it lies in its own place.
    const name = path.startsWith('trash/') ? path.slice('trash/'.length, -'.json'.length) : ''
    if (recordTypeOfId(name) === undefined) return undefined
    return files.readFile(join(root, recordFile(name))).catch((again: unknown) => {
      if (isMissing(again)) return undefined
      throw again
    })
  }
}

/**
 * Reads the files of a listing as they were when the picture began, one after another; `read` takes note of each.
 * Errors: `DiskError`; throws when `signal` says stop.
 */
export async function* filesOf(
  files: ArchiveFiles,
  root: string,
  { paths }: Pick<Listing, 'paths'>,
  picture: Picture,
  read: ReadFiles,
  signal: AbortSignal,
): AsyncGenerator<{ name: string; bytes: Uint8Array }> {
  const done = new Set<string>()
  for (const path of paths) {
    signal.throwIfAborted()
    const id = recordAt(path)
    const found =
      id !== undefined && picture.of(id) !== undefined ? undefined : await bytesOf(files, root, path)
    // Asked again: a commit may have come between.
    const kept = id === undefined ? undefined : picture.of(id)
    if (id !== undefined) done.add(id)
    const bytes = kept === undefined ? found : kept
    if (!bytes) continue
    note(read, path, bytes)
    yield { name: path, bytes }
  }
  for (const id of picture.ids()) {
    const bytes = picture.of(id)
    if (!bytes || done.has(id)) continue
    const name = recordFile(id).replaceAll('\\', '/')
    note(read, name, bytes)
    yield { name, bytes }
  }
}
