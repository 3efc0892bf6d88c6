import type { Finding, VerifyReport } from '../../shared/contract/care-contract'
import { ok, type Result } from '../../shared/result'
import type { CareOptions } from '../services/store/care/check-run'
import type { ArchiveStore } from '../services/store/store-types'
import type { Deps, HandlersFor } from './deps'

/** So many findings are shown; the rest is counted. */
const shown = 500

/** Handlers of checking, repairing and upgrading the archive. One of them runs at a time. */
export function careHandlers({ workspace, onProgress, backup }: Deps): HandlersFor<`care.${string}`> {
  let running: AbortController | undefined

  /** Runs work that can be cancelled; the progress always ends. */
  const caring = async <T>(
    work: 'verify' | 'repair' | 'upgrade',
    run: (store: ArchiveStore, options: CareOptions) => Promise<Result<T>>,
  ): Promise<Result<T>> => {
    const session = workspace.session()
    if (!session.ok) return session
    running?.abort()
    const controller = new AbortController()
    running = controller
    const report = (done: number, total: number, finished = false) =>
      onProgress({ work, done, total, finished })
    report(0, 0)
    try {
      return await run(session.value.store, { onProgress: report, signal: controller.signal })
    } finally {
      report(0, 0, true)
      if (running === controller) running = undefined
    }
  }

  return {
    'care.verify': async () => {
      const found = await caring('verify', (store, options) => store.verify(options))
      return found.ok ? ok({ ...found.value, findings: firstOf(found.value) }) : found
    },
    'care.repair': async ({ repairs }) => {
      const lists = repairs.includes('rebuild-lists')
      const done = await caring('repair', (store, options) => store.repair(repairs, options))
      if (!done.ok || !lists) return done
      const opened = await workspace.reopen({ lists })
      return opened.ok ? ok({ ...done.value, done: { ...done.value.done, 'rebuild-lists': 1 } }) : opened
    },
    'care.outdated': async () => {
      const session = workspace.session()
      if (!session.ok) return session
      const outdated = await session.value.store.outdated()
      return outdated.ok ? ok({ outdated: outdated.value }) : outdated
    },
    'care.upgrade': () =>
      caring('upgrade', (store, options) =>
        store.upgrade((reason) => backup.backups.backupBefore(reason), options),
      ),
    'care.reopen': () => workspace.reopen(),
    'care.cancel': async () => {
      running?.abort()
      return ok(undefined)
    },
  }
}

function firstOf({ findings }: VerifyReport): Finding[] {
  return findings.slice(0, shown)
}
