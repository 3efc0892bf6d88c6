import { join } from 'node:path'
import { openPiece, readPieces } from '../history/pieces'
import { archiveNames } from '../layout'
import type { CheckRun } from './check-run'

/** Something wrong in a history file: its end is cut off (the last version was never acknowledged), or a part is damaged. */
export interface HistoryIssue {
  kind: 'torn' | 'damaged'
  /** Which version in the file, from 1. */
  version?: number
}

/** Reads one history file and says what is wrong in it. In: its bytes and its name (`<id>.jsonl.gz`). */
export function historyIssues(bytes: Uint8Array, name: string): HistoryIssue[] {
  const { pieces, damaged, torn } = readPieces(bytes)
  const issues = pieces.flatMap((piece, index): HistoryIssue[] => {
    const own = name === `${piece.head.id}.jsonl.gz`
    return own && openPiece(piece).state !== 'damaged' ? [] : [{ kind: 'damaged', version: index + 1 }]
  })
  // What is cut off at the very end was being written when the power went; anything before it is damage.
  for (const stretch of damaged) issues.push({ kind: stretch === torn ? 'torn' : 'damaged' })
  return issues
}

/** Checks all files of the history, version by version. Out: how many files. */
export async function checkHistory(run: CheckRun): Promise<number> {
  const folder = join(run.state.root, archiveNames.history)
  let count = 0
  const visit = async (path: string): Promise<void> => {
    for (const { name, kind } of await run.entries(path)) {
      if (kind === 'folder') await visit(join(path, name))
      // Beside the histories lies only the time of the newest save, which a new one replaces.
      if (kind !== 'file' || !name.endsWith('.jsonl.gz')) continue
      await run.step()
      const bytes = await run.bytes(join(path, name))
      if (!bytes) continue
      count += 1
      for (const { kind: issue, version } of historyIssues(bytes, name)) {
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
