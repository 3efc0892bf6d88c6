import type { ArchiveFiles, OpenFile } from '../../../electron/services/store/archive-files'

/** One operation that may change the disk, as the store asked for it. */
export interface Step {
  kind: 'open' | 'append' | 'write' | 'truncate' | 'sync' | 'rename' | 'unlink' | 'mkdir' | 'fsyncDir'
  path: string
  /** Tells apart the openings of files; of opening, writing, cutting and syncing. */
  handle?: number
  /** Where a rename leads. */
  to?: string
  bytes?: Uint8Array
  position?: number
  size?: number
}

/** Stands around a step: does it by `act` (a write perhaps with other bytes), or does not, or fails. */
export type Around = (step: Step, act: (bytes?: Uint8Array) => Promise<void>) => Promise<void>

function hookedFile(file: OpenFile, place: { path: string; handle: number }, around: Around): OpenFile {
  return {
    write: (bytes, position) =>
      around({ kind: 'write', ...place, bytes, ...(position === undefined ? {} : { position }) }, (other) =>
        file.write(other ?? bytes, position),
      ),
    truncate: (size) => around({ kind: 'truncate', ...place, size }, () => file.truncate(size)),
    sync: () => around({ kind: 'sync', ...place }, () => file.sync()),
    close: () => file.close(),
  }
}

/** The port with somebody in between: every step that may change the disk passes `around`. Reading passes freely. */
export function hookedFiles(inner: ArchiveFiles, around: Around): ArchiveFiles {
  let handles = 0
  const open = async (kind: 'open' | 'append', path: string): Promise<OpenFile> => {
    const place = { path, handle: ++handles }
    let file: OpenFile | undefined
    await around({ kind, ...place }, async () => {
      file = await (kind === 'open' ? inner.openNew(path) : inner.openAppend(path))
    })
    if (!file) throw new Error('a file cannot be left unopened')
    return hookedFile(file, place, around)
  }
  return {
    ...inner,
    openNew: (path) => open('open', path),
    openAppend: (path) => open('append', path),
    mkdir: (path) => around({ kind: 'mkdir', path }, () => inner.mkdir(path)),
    rename: (from, to) => around({ kind: 'rename', path: from, to }, () => inner.rename(from, to)),
    unlink: (path) => around({ kind: 'unlink', path }, () => inner.unlink(path)),
    fsyncDir: (path) => around({ kind: 'fsyncDir', path }, () => inner.fsyncDir(path)),
  }
}
