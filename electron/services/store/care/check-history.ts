import { join } from 'node:path'
import type { CheckRun } from './check-run'

/** Something wrong in a history file: its end is cut off (the last version was never acknowledged), or a part is damaged. */
export interface HistoryIssue {
  kind: 'torn' | 'damaged'
  /** Which version in the file, from 1. */
  version?: number
}

/** Reads one history file's bytes and says what is wrong in it. In: the bytes and the file's name. Must not throw. */
export type CheckHistoryFile = (bytes: Uint8Array, name: string) => HistoryIssue[]

/** Checks all files of the history. In: who knows their format. Out: how many files. */
export async function checkHistory(run: CheckRun, check: CheckHistoryFile): Promise<number> {
  const folder = join(run.state.root, 'history')
  let count = 0
  const visit = async (path: string): Promise<void> => {
    for (const { name, kind } of await run.entries(path)) {
      if (kind === 'folder') await visit(join(path, name))
      if (kind !== 'file' || name.startsWith('.')) continue
      await run.step()
      const bytes = await run.bytes(join(path, name))
      if (!bytes) continue
      count += 1
      for (const { kind: issue, version } of check(bytes, name)) {
        run.findings.add({
          code: `history-${issue}`,
          where: run.state.relativeName(join(path, name)),
          params: version === undefined ? {} : { version },
        })
      }
    }
  }
  await visit(folder)
  return count
}
