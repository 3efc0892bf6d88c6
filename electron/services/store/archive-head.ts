import { join } from 'node:path'
import { Low } from 'lowdb'
import { z } from 'zod'
import { fail, ok, type Result } from '../../../shared/result'
import { isMissing, type ArchiveFiles } from './archive-files'
import { DurableAdapter } from './durable-adapter'
import { openEnvelope, seal, type Definition } from './envelope'
import { archiveNames } from './layout'

/** What `archive.json` says: the archive's lasting id and its name for people. */
export const ArchiveHead = z.object({
  id: z.string().regex(/^archive_[0-9a-f-]{36}$/),
  name: z.string().min(1).max(200),
  createdAt: z.iso.datetime(),
})
export type ArchiveHead = z.infer<typeof ArchiveHead>

export const headDefinition: Definition = { type: 'archive', version: 1, schema: ArchiveHead, migrations: [] }

/** Writes the head and its copy. Errors: `DiskError`. */
export async function writeHead(
  files: ArchiveFiles,
  root: string,
  head: ArchiveHead,
  savedBy: string,
): Promise<void> {
  const { bytes } = seal(headDefinition, head, { savedAt: head.createdAt, savedBy })
  const form = { parse: (read: Uint8Array) => read, stringify: (data: Uint8Array) => data }
  for (const name of [archiveNames.headCopy, archiveNames.head]) {
    await new Low<Uint8Array>(new DurableAdapter(files, join(root, name), form), bytes).write()
  }
}

async function readOne(
  files: ArchiveFiles,
  path: string,
): Promise<ArchiveHead | 'too-new' | 'damaged' | undefined> {
  try {
    const state = openEnvelope<ArchiveHead>(await files.readFile(path), (type) =>
      type === headDefinition.type ? headDefinition : undefined,
    )
    // A name changed by hand is no harm.
    if (state.state === 'ok' || state.state === 'changed-outside') return state.record
    // Another file's content in its place is damage, not a newer program's head.
    return state.state === 'too-new' && state.type === headDefinition.type ? 'too-new' : 'damaged'
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/**
 * Reads who an archive is; a head that is missing or damaged is answered from its copy (`repaired`).
 * Errors: `archive-not-found` (no such folder), `archive-invalid` (a folder, but no archive), `too-new`; `DiskError` rises.
 */
export async function readHead(
  files: ArchiveFiles,
  root: string,
): Promise<Result<{ head: ArchiveHead; repaired: boolean }>> {
  const head = await readOne(files, join(root, archiveNames.head))
  if (head === 'too-new') return fail('too-new')
  if (head && head !== 'damaged') return ok({ head, repaired: false })
  const copy = await readOne(files, join(root, archiveNames.headCopy))
  if (copy && typeof copy === 'object') return ok({ head: copy, repaired: true })
  if (head === 'damaged') return fail('archive-invalid')
  const there = await files.stat(root).then(
    (found) => found.kind === 'folder',
    (error: unknown) => {
      if (isMissing(error)) return false
      throw error
    },
  )
  return fail(there ? 'archive-invalid' : 'archive-not-found')
}
