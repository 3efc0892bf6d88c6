import { createHash } from 'node:crypto'
import { basename, dirname, extname, join } from 'node:path'
import { AttachmentRef } from '../../../shared/records/define-record'
import { fail, ok, type Result } from '../../../shared/result'
import { lowerTr } from '../../../shared/text/turkish'
import { attempt, isMissing, type ArchiveFiles } from './archive-files'
import { ensureArchiveFolder } from './durable-adapter'
import { digestOf } from './envelope'
import { archiveNames, attachmentFile, tempBeside } from './layout'

/** The last part of a name as an extension: small ASCII letters and digits, at most 8; '' when it is anything else. */
function extensionOf(name: string): string {
  const ext = lowerTr(extname(name)).slice(1)
  return /^[a-z0-9]{1,8}$/.test(ext) ? ext : ''
}

async function* chunksOf(files: ArchiveFiles, source: { bytes: Uint8Array } | { path: string }) {
  if ('bytes' in source) yield source.bytes
  else yield* files.readChunks(source.path)
}

/** Whether a file is there whose bytes have this hash. Errors: `DiskError`. */
async function holds(files: ArchiveFiles, path: string, sha256: string): Promise<boolean> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of files.readChunks(path)) hash.update(chunk)
  } catch (error) {
    if (isMissing(error)) return false
    throw error
  }
  return hash.digest('hex') === sha256
}

/**
 * Copies bytes into `attachments/`, piece by piece, under the name of their hash; the same bytes are kept once.
 * In: bytes or the path of a file of the user's; its name for people. Out: the reference for a record.
 * Errors: `file-unreadable` (the source), disk codes (the archive).
 */
export function putAttachment(
  files: ArchiveFiles,
  root: string,
  source: { bytes: Uint8Array } | { path: string },
  name: string,
): Promise<Result<AttachmentRef>> {
  return attempt(async () => {
    if ('path' in source) {
      const readable = await files.stat(source.path).then(
        (found) => found.kind === 'file',
        () => false,
      )
      if (!readable) return fail('file-unreadable')
    }
    const folder = join(root, archiveNames.attachments)
    await ensureArchiveFolder(files, root, folder)
    const temp = tempBeside(join(folder, 'incoming'))
    const hash = createHash('sha256')
    let size = 0
    try {
      const file = await files.openNew(temp)
      try {
        for await (const chunk of chunksOf(files, source)) {
          hash.update(chunk)
          size += chunk.length
          await file.write(chunk)
        }
        await file.sync()
      } finally {
        await file.close()
      }
      const ref = AttachmentRef.safeParse({
        sha256: hash.digest('hex'),
        ext: extensionOf(name),
        name: basename(name).slice(0, 255),
        size,
      })
      if (!ref.success) return fail('invalid-input', { field: 'name' })
      const target = join(root, attachmentFile(ref.data.sha256, ref.data.ext))
      // A damaged copy gives way to the good bytes.
      if (await holds(files, target, ref.data.sha256)) await files.unlink(temp)
      else {
        await ensureArchiveFolder(files, root, dirname(target))
        await files.rename(temp, target)
      }
      // Also when it was there already: whoever put it there may not have come to this.
      await files.fsyncDir(dirname(target))
      return ok(ref.data)
    } catch (error) {
      await files.unlink(temp).catch(() => undefined)
      throw error
    }
  })
}

/** The bytes of an attachment, checked against the hash that names them. Errors: `not-found`, `damaged`, disk codes. */
export function readAttachment(
  files: ArchiveFiles,
  root: string,
  ref: Pick<AttachmentRef, 'sha256' | 'ext'>,
): Promise<Result<Uint8Array>> {
  return attempt(async () => {
    try {
      const bytes = await files.readFile(join(root, attachmentFile(ref.sha256, ref.ext)))
      return digestOf(bytes) === ref.sha256 ? ok(bytes) : fail('damaged')
    } catch (error) {
      if (isMissing(error)) return fail('not-found')
      throw error
    }
  })
}
