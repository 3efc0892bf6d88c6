import { randomBytes } from 'node:crypto'
import { dirname, join } from 'node:path'
import { z } from 'zod'
import { Tombstone } from '../../../../shared/contract/history-contract'
import { isMissing } from '../archive-files'
import type { ArchiveState } from '../archive-state'
import { DurableAdapter } from '../durable-adapter'
import { archiveNames, isRecordId } from '../layout'

/** What a purge is going to take away: once this is on the disk, the purge takes place, whatever happens in between. */
const Intent = z.object({
  format: z.literal('tutanak'),
  type: z.literal('purge-intent'),
  stones: z.array(Tombstone.refine(({ id }) => isRecordId(id))),
  /** Attachments that nobody else has, by their place in the archive. */
  attachments: z.array(z.string().regex(/^attachments\/[0-9a-f]{2}\/[0-9a-f]{64}(\.[a-z0-9]{1,8})?$/)),
})
export type Intent = z.infer<typeof Intent>

const form = { parse: () => '', stringify: (text: string) => Buffer.from(text) }
const namePattern = /^purge-[0-9a-f]+\.json$/

/** Writes JSON to a place in the archive, durable. Errors: `DiskError`. */
export async function putJson(state: ArchiveState, path: string, value: unknown): Promise<void> {
  await new DurableAdapter<string>(state.files, path, form).write(`${JSON.stringify(value, null, 1)}\n`)
}

/** Puts an intent on the disk. Out: its path. Errors: `DiskError` (then nothing is purged). */
export async function writeIntent(state: ArchiveState, intent: Intent): Promise<string> {
  const path = join(state.root, archiveNames.journal, `purge-${randomBytes(6).toString('hex')}.json`)
  await putJson(state, path, intent)
  return path
}

/** Takes an intent back of which nothing has been carried out. Errors: `DiskError`. */
export async function dropIntent(state: ArchiveState, path: string): Promise<void> {
  await state.files.unlink(path)
  await state.files.fsyncDir(dirname(path))
}

/** Intents that a kill or a failing disk left undone. Errors: `DiskError`. */
export async function openIntents(state: ArchiveState): Promise<{ path: string; intent: Intent }[]> {
  const folder = join(state.root, archiveNames.journal)
  const names = await state.files.readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })
  const found: { path: string; intent: Intent }[] = []
  for (const { name } of names) {
    if (!namePattern.test(name)) continue
    const path = join(folder, name)
    const intent = parsed(await state.files.readFile(path))
    if (intent) found.push({ path, intent })
  }
  return found
}

function parsed(bytes: Uint8Array): Intent | undefined {
  try {
    return Intent.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8'))).data
  } catch {
    return undefined
  }
}

/** What is left of purged records. Errors: `DiskError`. */
export async function readTombstones(state: ArchiveState): Promise<Tombstone[]> {
  const folder = join(state.root, archiveNames.tombstones)
  const names = await state.files.readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })
  const found: Tombstone[] = []
  for (const { name } of names) {
    if (!name.endsWith('.json') || name.startsWith('.')) continue
    try {
      const bytes = await state.files.readFile(join(folder, name))
      found.push(Tombstone.parse(JSON.parse(Buffer.from(bytes).toString('utf8'))))
    } catch (error) {
      if (!(error instanceof SyntaxError || error instanceof z.ZodError || isMissing(error))) throw error
    }
  }
  return found.sort((a, b) => (a.purgedAt < b.purgedAt ? 1 : -1))
}
