import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { safeFileName } from '../../shared/documents/mirror/file-names'
import { fail, ok, type Result } from '../../shared/result'
import type { WorkOptions } from '../services/exports-service'
import { applyImport } from '../services/mirror/apply'
import { exportMirror, isMirrorOf } from '../services/mirror/export-mirror'
import { blocking, planImport, type MirrorPlan } from '../services/mirror/plan'
import { attempt, nodeArchiveFiles } from '../services/store/archive-files'
import { shownFolder } from '../services/shown-folder'
import type { Deps, HandlersFor } from './deps'

/** Most records and problems that a preview shows; the counts tell of all. */
const shown = 300

function preview(token: string, plan: MirrorPlan) {
  const counts: Record<string, number> = { new: 0, changed: 0, merged: 0, back: 0, gone: 0 }
  for (const { kind, held } of plan.entries) if (!held) counts[kind] = (counts[kind] ?? 0) + 1
  // What both sides changed is looked at first, what is merely new last.
  const order = ['merged', 'changed', 'back', 'gone', 'new']
  const entries = [...plan.entries]
    .sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind))
    .slice(0, shown)
  return {
    token,
    archive: plan.folder.manifest.archive.name,
    own: plan.own,
    counts,
    unchanged: plan.unchanged,
    entries: entries.map(({ file: _file, basedOn: _basedOn, ...entry }) => entry),
    problems: plan.problems.slice(0, shown),
    blocking: blocking(plan.problems).length,
    settings: plan.settings?.changes ?? [],
  }
}

/** Handlers of the Markdown mirror. */
export function mirrorHandlers(deps: Deps): HandlersFor<`mirror.${string}`> {
  const { workspace, dialogs, words } = deps
  const files = nodeArchiveFiles()
  let running: AbortController | undefined
  let exported: string | undefined
  let planned: { token: string; folder: string; archive: string; plan: MirrorPlan } | undefined

  /** Runs one piece of long work that can be cancelled; the progress always ends. */
  const working = async <T>(work: (options: WorkOptions) => Promise<Result<T>>): Promise<Result<T>> => {
    running?.abort()
    const controller = new AbortController()
    running = controller
    const tell = (done: number, total: number, finished = false) =>
      deps.onProgress({ work: 'mirror', done, total, finished })
    tell(0, 0)
    try {
      return await work({ signal: controller.signal, report: tell })
    } finally {
      tell(0, 0, true)
      if (running === controller) running = undefined
    }
  }

  return {
    'mirror.export': async (_input, { windowId }) => {
      const session = workspace.session()
      if (!session.ok) return session
      const { store } = session.value
      const asked = await dialogs.askFolder(windowId, words().dialogs.exportMirror, deps.documents)
      if (!asked) return fail('cancelled')
      // Into a folder with other things in it the mirror gets a folder of its own.
      const fits = await attempt(async () => ok(await isMirrorOf(files, asked, store.id)))
      if (!fits.ok) return fits
      const own = safeFileName(`${store.name} – Markdown`, 80) || 'Markdown'
      const folder = fits.value ? asked : path.join(asked, own)
      const inside = path.relative(store.path, folder)
      if (!inside.startsWith('..') && !path.isAbsolute(inside)) return fail('not-empty')
      const done = await working((work) => exportMirror(store, files, folder, new Date(), work))
      if (!done.ok) return done
      exported = folder
      return ok({ folder: shownFolder(folder), ...done.value })
    },
    'mirror.show': async () => {
      if (exported === undefined) return fail('not-found')
      await deps.openPath(exported)
      return ok(undefined)
    },
    'mirror.preview': async ({ token }, { windowId }) => {
      const session = workspace.session()
      if (!session.ok) return session
      const { store } = session.value
      const known = token !== undefined && planned?.token === token ? planned.folder : undefined
      const folder =
        known ?? (await dialogs.askFolder(windowId, words().dialogs.importMirror, deps.documents))
      if (!folder) return fail('cancelled')
      const plan = await working((work) => planImport(store, files, folder, work))
      if (!plan.ok) return plan
      planned = { token: randomUUID(), folder, archive: store.id, plan: plan.value }
      return ok(preview(planned.token, plan.value))
    },
    'mirror.apply': async ({ token, deletions, skip }, { windowId }) => {
      const session = workspace.session()
      if (!session.ok) return session
      const { store } = session.value
      const current = planned
      if (current?.token !== token || current.archive !== store.id) return fail('not-found')
      const done = await working((work) =>
        applyImport(store, files, current.plan, {
          ...work,
          deletions,
          skip: new Set(skip),
          window: String(windowId),
          backupBefore: (reason) => deps.backup.backups.backupBefore(reason),
        }),
      )
      if (done.ok) planned = undefined
      return done
    },
    'mirror.cancel': async () => {
      running?.abort()
      return ok(undefined)
    },
  }
}
