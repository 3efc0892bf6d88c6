import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Journal } from '../journal'
import { decodeLine } from '../journal-lines'
import { archiveNames, recordFile } from '../layout'
import { recover } from '../recovery'
import type { CheckRun } from './check-run'

/** A commit of ours may be on its way: what the journal has and the files do not is looked at again after this (ms). */
const settleMs = 400

/** Reads every line of the journal, and compares what is announced with the files. Out: how many lines. */
export async function checkJournal(run: CheckRun): Promise<number> {
  const { state, findings } = run
  const folder = join(state.root, archiveNames.journal)
  let lines = 0
  let last = 0
  const names = (await run.entries(folder))
    .map(({ name }) => name)
    .filter((name) => /^changes-\d+\.jsonl$/.test(name))
  for (const name of names.sort()) {
    const bytes = await run.bytes(join(folder, name))
    if (!bytes) continue
    const where = `${archiveNames.journal}/${name}`
    const texts = Buffer.from(bytes).toString('utf8').split('\n')
    const torn = texts.pop()
    if (torn) findings.add({ code: 'journal-torn', where })
    for (const [index, text] of texts.entries()) {
      await run.step()
      if (text === '') continue
      lines += 1
      const line = decodeLine(text)
      if (!line) findings.add({ code: 'journal-line', where, params: { line: index + 1 } })
      else if (line.seq < last) findings.add({ code: 'journal-order', where, params: { line: index + 1 } })
      last = Math.max(last, line?.seq ?? 0)
    }
  }
  for (const id of await pending(run)) {
    findings.add({
      code: 'journal-pending',
      where: recordFile(id).replaceAll('\\', '/'),
      params: { id },
      repair: 'apply-journal',
    })
  }
  return lines
}

/** Records whose announced version is not in their file. Nothing is written. */
async function pending(run: CheckRun): Promise<string[]> {
  const look = async () => {
    // Read anew: the writer may be another program.
    const journal = await Journal.open(run.state.files, join(run.state.root, archiveNames.journal))
    return recover(run.state, await journal.unsettled(), { dry: true })
  }
  const first = await look()
  if (first.length === 0) return first
  await wait(settleMs)
  const again = new Set(await look())
  return first.filter((id) => again.has(id))
}
