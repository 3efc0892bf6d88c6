import type { Finding, VerifyReport } from '../../../../shared/contract/care-contract'
import { fail, ok, type Result } from '../../../../shared/result'
import { attempt } from '../archive-files'
import type { ArchiveState } from '../archive-state'
import { openState } from '../opening'
import type { OpenOptions } from '../store-types'
import { checkBin, checkFinal, checkOwnFiles } from './check-archive'
import { checkAttachments } from './check-attachments'
import { checkHistory } from './check-history'
import { checkJournal } from './check-journal'
import { checkNames, checkRecords } from './check-records'
import { Cancelled, CheckRun, type CareOptions } from './check-run'
import { Findings } from './findings'

export interface VerifyOptions extends CareOptions {
  /** Told of every finding, also of those that the report only counts. */
  onFinding?: (finding: Finding) => void
}

/** Work that the user may give up: that is the failure `cancelled`. */
export async function cancellable<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await attempt(work)
  } catch (error) {
    if (error instanceof Cancelled) return fail('cancelled')
    throw error
  }
}

/**
 * Reads every file of an open archive and says what is wrong; changes nothing, needs no lock, and keeps no more in memory
 * than ids and names of attachments. Saves go on meanwhile: what a running save explains is not reported.
 * Errors: `cancelled`, disk codes.
 */
export function verifyState(state: ArchiveState, options: VerifyOptions = {}): Promise<Result<VerifyReport>> {
  return cancellable(async () => {
    const findings = new Findings(options.onFinding)
    const run = new CheckRun(state, findings, options)
    await checkOwnFiles(run)
    const names = await checkNames(run)
    run.total = run.done + names.ids.size + names.binned.size
    const { counts, used } = await checkRecords(run, names)
    const attachments = await checkAttachments(run, used)
    const history = await checkHistory(run)
    await checkBin(run)
    await checkFinal(run)
    const journal = await checkJournal(run)
    options.onProgress?.(run.done, run.done)
    return ok({ records: counts, attachments, history, journal, ...findings.report() })
  })
}

/**
 * The same for an archive that nobody here has open; also while another program writes to it.
 * Errors: those of opening, `cancelled`, disk codes.
 */
export async function verifyArchive(
  options: OpenOptions,
  given: VerifyOptions = {},
): Promise<Result<VerifyReport>> {
  const opened = await openState({ ...options, readOnly: true })
  if (!opened.ok) return opened
  const state = opened.value
  return verifyState(state, given).finally(() => state.journal.close())
}
