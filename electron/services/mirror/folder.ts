import { join } from 'node:path'
import { readMirrorFile, type MirrorRead } from '../../../shared/documents/mirror/mirror-file'
import { readFront } from '../../../shared/documents/mirror/front'
import { MirrorFault } from '../../../shared/documents/mirror/fault'
import type { MirrorLinks } from '../../../shared/documents/mirror/links'
import { idFromHash, newId } from '../../../shared/ids'
import { decodeText } from '../import-text'
import type { ArchiveFiles } from '../store/archive-files'
import { digestOf } from '../store/envelope'
import type { ArchiveReader } from '../store/store-types'
import type { Manifest, MirrorEntry } from './manifest'
import { linksAt } from './places'
import { scanMirror } from './scan'

/** Larger files are no minutes. */
const largest = 64 * 1024 * 1024

/** A file as found: where, its bytes' hash, and the record that it says it is. */
export interface FoundFile {
  path: string
  hash: string
  id?: string
}

/** A mirror's folder as it stands now, beside what was written there. */
export class MirrorFolder {
  private readonly byPath = new Map<string, string>()
  private readonly byId = new Map<string, MirrorEntry>()
  private readonly here = new Map<string, string>()
  private readonly filesByPath = new Map<string, FoundFile>()

  private constructor(
    private readonly files: ArchiveFiles,
    readonly root: string,
    readonly manifest: Manifest,
    readonly found: readonly FoundFile[],
    private readonly store: ArchiveReader,
  ) {
    for (const entry of manifest.files) {
      this.byPath.set(entry.path, entry.id)
      this.byId.set(entry.id, entry)
    }
    for (const file of found) {
      this.filesByPath.set(file.path, file)
      if (file.id) this.here.set(file.path.normalize('NFC'), file.id)
    }
  }

  /** Looks at all files: hashes, and the ids in those that are not as they were written. Errors: `DiskError`. */
  static async look(
    files: ArchiveFiles,
    root: string,
    manifest: Manifest,
    store: ArchiveReader,
    { signal, report }: { signal?: AbortSignal; report?: (done: number, total: number) => void },
  ): Promise<MirrorFolder | undefined> {
    const known = new Map(
      manifest.files.map((entry) => [`${entry.path.normalize('NFC')}\n${entry.file}`, entry.id]),
    )
    const paths = await scanMirror(files, root)
    const found: FoundFile[] = []
    for (const [index, { path }] of paths.entries()) {
      if (signal?.aborted) return undefined
      if (index % 50 === 0) report?.(index, paths.length)
      const bytes = await files.readFile(join(root, path))
      const hash = digestOf(bytes)
      const id = known.get(`${path.normalize('NFC')}\n${hash}`) ?? idIn(bytes)
      found.push({ path, hash, ...(id ? { id } : {}) })
    }
    return new MirrorFolder(files, root, manifest, found, store)
  }

  entryOf(id: string): MirrorEntry | undefined {
    return this.byId.get(id)
  }

  /** The file found at a path. */
  fileAt(path: string): FoundFile | undefined {
    return this.filesByPath.get(path)
  }

  linksOf(file: FoundFile): MirrorLinks {
    const written = file.id ? this.byId.get(file.id)?.path : undefined
    return linksAt(written ?? file.path, {
      pathOf: (id) => this.byId.get(id)?.path,
      nameOf: (id) => this.byId.get(id)?.name,
      idAt: (path) => this.here.get(path) ?? this.byPath.get(path),
      ownerOf: (part) => this.store.ownerOf(part),
      ...(written === undefined || written === file.path ? {} : { movedTo: file.path }),
    })
  }

  /** A file's text, and the hash of the bytes it was read from. Errors: `DiskError`. */
  async text(path: string): Promise<{ text?: string; hash: string }> {
    const bytes = await this.files.readFile(join(this.root, path))
    const decoded = bytes.length > largest ? undefined : decodeText(bytes)
    return { hash: digestOf(bytes), ...(decoded?.ok ? { text: decoded.value.text } : {}) }
  }

  /** Reads a file as a record. A note without id gets one that stays the same as long as the file keeps its name. */
  async read(file: FoundFile): Promise<MirrorRead & { hash: string }> {
    const { text, hash } = await this.text(file.path)
    if (text === undefined) return { ok: false, problem: 'encoding', line: 1, words: '', hash }
    const seed = `${this.manifest.archive.id}\n${file.path.normalize('NFC')}`
    const noteId = () => idFromHash('note', digestOf(Buffer.from(seed)))
    return { ...detached(readMirrorFile(text, { links: this.linksOf(file), newId, noteId })), hash }
  }
}

/**
 * A copy whose texts are their own. Pieces cut out of a file's text keep the whole text in memory as long as they live,
 * and lists of thousands of titles would keep thousands of files.
 */
function detached<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T
}

/** The id in a file's front matter, if it has one. */
function idIn(bytes: Uint8Array): string | undefined {
  const decoded = bytes.length > largest ? undefined : decodeText(bytes)
  if (!decoded?.ok) return undefined
  try {
    const { front } = readFront(decoded.value.text)
    if (front.mirror === undefined) return undefined
    return front.type === 'office-settings'
      ? 'settings'
      : typeof front.id === 'string'
        ? detached(front.id)
        : undefined
  } catch (fault) {
    // Told when the file is read as a record.
    if (fault instanceof MirrorFault) return undefined
    throw fault
  }
}
