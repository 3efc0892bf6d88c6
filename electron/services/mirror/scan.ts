import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { attachmentFolder } from '../../../shared/documents/mirror/file-names'
import type { ArchiveFiles } from '../store/archive-files'
import { isMissing } from '../store/archive-files'
import { isSystemName, isTempName } from '../store/layout'

/** Deeper folders than anybody makes are not looked into. */
const deepest = 8

/** A Markdown file below the mirror's folder. */
export interface MirrorFile {
  /** With `/` between its parts, in the letters of the disk. */
  path: string
}

/**
 * All Markdown files of a mirror. Links to places outside (symbolic links), hidden things and attachments are passed over.
 * Errors: `DiskError`.
 */
export async function scanMirror(files: ArchiveFiles, folder: string): Promise<MirrorFile[]> {
  const found: MirrorFile[] = []
  const look = async (below: string, depth: number): Promise<void> => {
    for (const { name, kind } of await files.readdir(join(folder, below))) {
      if (isSystemName(name) || isTempName(name)) continue
      const path = below ? `${below}/${name}` : name
      if (kind === 'folder' && depth < deepest && path !== attachmentFolder) await look(path, depth + 1)
      else if (kind === 'file' && /\.(?:md|markdown)$/i.test(name)) found.push({ path })
    }
  }
  await look('', 0)
  return found.sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** SHA-256 of a file, read piece by piece; '' when it is not there. Errors: `DiskError`. */
export async function hashOfFile(files: ArchiveFiles, path: string): Promise<string> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of files.readChunks(path)) hash.update(chunk)
  } catch (error) {
    if (isMissing(error)) return ''
    throw error
  }
  return hash.digest('hex')
}
