import { randomUUID } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import type { Finding, Repair, RepairReport } from '../../../../shared/contract/care-contract'
import { ok, type Result } from '../../../../shared/result'
import { attempt, isMissing } from '../archive-files'
import type { ArchiveState } from '../archive-state'
import { announceOutside, checkFiles } from '../checking'
import { ensureFolder } from '../durable-adapter'
import { archiveNames, isTempName, recordFile } from '../layout'
import { recover } from '../recovery'
import { restoreLast } from '../repairing'
import type { Writing } from '../writing'
import { Cancelled } from './check-run'
import { isMendedBy } from './findings'
import { cancellable, verifyState, type VerifyOptions } from './verify'

/** Where files go that are in the way; nothing is ever deleted. */
const asideFolder = join(archiveNames.quarantine, 'kenara-alınanlar')

/** Moves a file, named relative to the archive, into the folder for such files. Errors: `DiskError`. */
async function moveAside(state: ArchiveState, where: string): Promise<void> {
  const { files, root } = state
  const folder = join(root, asideFolder)
  await ensureFolder(files, folder)
  const from = join(root, where)
  const name = where.replaceAll('/', '-')
  const taken = (await files.readdir(folder)).some((entry) => entry.name === name)
  await files.rename(from, join(folder, taken ? `${randomUUID()}-${name}` : name))
  await files.fsyncDir(folder)
  await files.fsyncDir(dirname(from))
}

/** Moves a record's only file to where it belongs. Errors: `DiskError`, EEXIST when there is one by now. */
async function putBack(state: ArchiveState, where: string, id: string): Promise<boolean> {
  const { files, root } = state
  const target = join(root, recordFile(id))
  return state.queue.run([id], async () => {
    if (await state.records.readFresh(id)) return false
    await ensureFolder(files, dirname(target))
    await files.rename(join(root, where), target)
    await files.fsyncDir(dirname(target))
    await files.fsyncDir(dirname(join(root, where)))
    return true
  })
}

async function clearTemp(state: ArchiveState, where: string): Promise<boolean> {
  if (!isTempName(basename(where))) return false
  await state.files.unlink(join(state.root, where))
  return true
}

/** Mends one finding. Out: whether it is mended. Errors: `DiskError`. */
async function mend(
  state: ArchiveState,
  writing: Writing,
  { repair, where, params }: Finding,
): Promise<boolean> {
  const id = String(params['id'] ?? '')
  switch (repair) {
    case 'move-aside':
      await moveAside(state, where)
      return true
    case 'put-back':
      return putBack(state, where, id)
    case 'clear-temp':
      return clearTemp(state, where)
    case 'restore-record':
      return (await restoreLast(state, writing, id)).ok
    case 'apply-journal':
      return state.queue.run([id], async () => {
        const lines = await state.journal.unsettled()
        return (await recover(state, lines)).includes(id)
      })
    case 'rebuild-lists':
    case undefined:
      return false
  }
}

/**
 * Looks for what these repairs mend, and mends it; what another repair would mend stays as it is. `rebuild-lists` is the
 * owner's: the lists are made anew at opening. Out: how many were mended. Errors: `archive-locked`, `archive-read-only`,
 * `cancelled`, disk codes.
 */
export function repairState(
  state: ArchiveState,
  writing: Writing,
  kinds: readonly Repair[],
  options: VerifyOptions = {},
): Promise<Result<RepairReport>> {
  return cancellable(async () => {
    const wanted = new Set(kinds)
    const todo: Finding[] = []
    const found = await verifyState(state, {
      ...options,
      onFinding: (finding) => {
        if (isMendedBy(wanted, finding) && finding.repair !== 'rebuild-lists') todo.push(finding)
      },
    })
    if (!found.ok) return found
    const report: RepairReport = { done: {}, failed: 0 }
    for (const finding of todo) {
      if (options.signal?.aborted) throw new Cancelled()
      const allowed = await writing.mayWrite()
      if (!allowed.ok) return allowed
      const mended = await attempt(async () => ok(await mend(state, writing, finding).catch(whenGone)))
      const { repair } = finding
      if (mended.ok && mended.value && repair) report.done[repair] = (report.done[repair] ?? 0) + 1
      else report.failed += 1
    }
    await announceOutside(state, await checkFiles(state))
    return ok(report)
  })
}

/** Somebody else has moved it meanwhile: nothing is left to mend. */
function whenGone(error: unknown): boolean {
  if (isMissing(error)) return false
  throw error
}
