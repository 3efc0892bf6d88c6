import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { BinLink } from '../../../../shared/contract/history-contract'
import { recordTypes } from '../../../../shared/ids'
import { DiskError, isMissing } from '../archive-files'
import type { ArchiveState } from '../archive-state'
import { DurableAdapter } from '../durable-adapter'
import { archiveNames } from '../layout'

const SlipRecord = z.object({
  id: z.string(),
  type: z.enum(recordTypes),
  title: z.string(),
  links: z.array(BinLink),
  /** The meeting that this follow-up went with. */
  owner: z.string().optional(),
})
export type SlipRecord = z.infer<typeof SlipRecord>

/** What one deletion put into the bin: when, who, and how the records hung together with others. */
const Slip = z.object({
  format: z.literal('tutanak'),
  type: z.literal('bin-slip'),
  deletedAt: z.string(),
  deletedBy: z.string(),
  machine: z.string(),
  records: z.array(SlipRecord),
})
export type Slip = z.infer<typeof Slip>

export interface SlipFile {
  path: string
  slip: Slip
}

const folderOf = (state: ArchiveState) => join(state.root, archiveNames.deletions)
const form = { parse: () => '', stringify: (text: string) => Buffer.from(text) }

/** Writes a slip at a place, durable. Errors: `DiskError`. */
async function put(state: ArchiveState, path: string, slip: Slip): Promise<void> {
  await new DurableAdapter<string>(state.files, path, form).write(`${JSON.stringify(slip, null, 1)}\n`)
}

/** Writes a new slip. Out: its path; undefined when the disk refused (the deletion goes on without it). */
export async function writeSlip(
  state: ArchiveState,
  records: readonly SlipRecord[],
): Promise<string | undefined> {
  const now = state.now()
  const name = `${now.replaceAll(':', '-')}.${randomBytes(4).toString('hex')}.json`
  const path = join(folderOf(state), name)
  try {
    await put(state, path, {
      format: 'tutanak',
      type: 'bin-slip',
      deletedAt: now,
      deletedBy: state.options.savedBy(),
      machine: state.options.machine.name,
      records: [...records],
    })
    return path
  } catch (error) {
    if (!(error instanceof DiskError)) throw error
    return undefined
  }
}

/** All slips, the newest first; what cannot be read is left out. Errors: `DiskError`. */
export async function readSlips(state: ArchiveState): Promise<SlipFile[]> {
  const names = await state.files.readdir(folderOf(state)).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })
  const found: SlipFile[] = []
  for (const { name } of names) {
    if (!name.endsWith('.json') || name.startsWith('.')) continue
    const path = join(folderOf(state), name)
    try {
      const bytes = await state.files.readFile(path)
      found.push({ path, slip: Slip.parse(JSON.parse(Buffer.from(bytes).toString('utf8'))) })
    } catch (error) {
      // A slip only explains; the records themselves lie beside it.
      if (!(error instanceof SyntaxError || error instanceof z.ZodError || isMissing(error))) throw error
    }
  }
  return found.sort((a, b) => (a.path < b.path ? 1 : -1))
}

/** Takes records off all slips; a slip without records goes. Errors: `DiskError`. */
export async function scrubSlips(state: ArchiveState, gone: (id: string) => boolean): Promise<void> {
  for (const { path, slip } of await readSlips(state)) {
    const records = slip.records.filter(({ id }) => !gone(id))
    const links = (record: SlipRecord) => record.links.filter(({ id }) => !gone(id))
    const next = records.map((record) => ({ ...record, links: links(record) }))
    if (next.length === 0) await state.files.unlink(path)
    else if (JSON.stringify(next) !== JSON.stringify(slip.records))
      await put(state, path, { ...slip, records: next })
  }
}

/** Takes back a slip whose deletion did not take place. */
export async function dropSlip(state: ArchiveState, path: string | undefined): Promise<void> {
  if (path === undefined) return
  await state.files.unlink(path).catch((error: unknown) => {
    if (!(error instanceof DiskError)) throw error
  })
}
