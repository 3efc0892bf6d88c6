import { createHash } from 'node:crypto'
import { basename, dirname, extname, join } from 'node:path'
import { AttachmentRef } from '../../../shared/records/define-record'
import { fail, ok, type Result } from '../../../shared/result'
import { lowerTr } from '../../../shared/text/turkish'
import { attempt, isMissing, type ArchiveFiles } from './archive-files'
import { ensureFolder } from './durable-adapter'
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
    await ensureFolder(files, folder)
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
      const there = await files.stat(target).catch((error: unknown) => {
        if (isMissing(error)) return undefined
        throw error
      })
      // A copy of another size was damaged; the good bytes take its place.
      if (there?.size !== size) {
        await ensureFolder(files, dirname(target))
        await files.rename(temp, target)
        await files.fsyncDir(dirname(target))
      } else await files.unlink(temp)
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
