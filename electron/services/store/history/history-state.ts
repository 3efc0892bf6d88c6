import { join } from 'node:path'
import { z } from 'zod'
import { DiskError, isMissing } from '../archive-files'
import type { ArchiveState } from '../archive-state'
import { DurableAdapter } from '../durable-adapter'
import { archiveNames } from '../layout'
import type { ClockState } from './clock-watch'

/** Histories that thinning still has something to do with, at most. */
const mostDue = 5_000

const StateFile = z.object({
  format: z.literal('tutanak'),
  type: z.literal('history-state'),
  greatest: z.iso.datetime().optional(),
  jump: z.object({ from: z.string(), to: z.string() }).optional(),
  due: z.array(z.string()).default([]),
})

/** What the histories of an archive must remember between two openings. */
export interface HistoryState {
  clock: ClockState
  /** Records whose history has versions that are still to be thinned, oldest first. */
  due: string[]
}

const pathOf = (state: ArchiveState) => join(state.root, archiveNames.history, 'state.json')

/**
 * What was remembered. A missing or damaged file costs only what it is for: the clock is then the journal's last stamp,
 * and histories are thinned when their records are next worked on. Errors: `DiskError`.
 */
export async function readHistoryState(state: ArchiveState): Promise<HistoryState> {
  const bytes = await state.files.readFile(pathOf(state)).catch((error: unknown) => {
    if (isMissing(error)) return undefined
    throw error
  })
  const found = bytes && parsed(bytes)
  if (found) return { clock: { greatest: found.greatest, jump: found.jump }, due: found.due }
  const last = await state.journal.findLast('"at":', () => true)
  return { clock: { greatest: last?.at }, due: [] }
}

function parsed(bytes: Uint8Array): z.output<typeof StateFile> | undefined {
  try {
    return StateFile.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8'))).data
  } catch {
    return undefined
  }
}

/** Remembers it, durable. That it failed is no reason to call anything else failed. */
export async function writeHistoryState(state: ArchiveState, { clock, due }: HistoryState): Promise<void> {
  const file: z.input<typeof StateFile> = {
    format: 'tutanak',
    type: 'history-state',
    ...(clock.greatest === undefined ? {} : { greatest: clock.greatest }),
    ...(clock.jump === undefined ? {} : { jump: clock.jump }),
    due: due.slice(-mostDue),
  }
  const form = { parse: () => '', stringify: (text: string) => Buffer.from(text) }
  try {
    await new DurableAdapter<string>(state.files, pathOf(state), form).write(`${JSON.stringify(file)}\n`)
  } catch (error) {
    if (!(error instanceof DiskError)) throw error
  }
}
