import path from 'node:path'
import type { SavedFile } from '../../shared/contract/work-contract'
import { fail, ok, type Result } from '../../shared/result'
import {
  fileName,
  meetingBytes,
  meetingFileName,
  meetingPages,
  summaryBytes,
  summaryPages,
  type ExportFormat,
  type SavedFiles,
} from '../services/exports-service'
import type { Session } from '../services/workspace'
import type { Deps, HandlersFor } from './deps'

type WorkCalls = HandlersFor<`export.${string}` | `paper.${string}`>

/** Handlers of export and paper preview. In: also the files that were written in this run. */
export function workHandlers(deps: Deps, files: SavedFiles): WorkCalls {
  const { workspace, typesetter, dialogs, words, settings } = deps
  let running: AbortController | undefined

  const withSession = async <T>(work: (session: Session) => Promise<Result<T>>): Promise<Result<T>> => {
    const session = workspace.session()
    return session.ok ? work(session.value) : session
  }
  const language = () => settings.settings.language

  const askTarget = (windowId: number, suggested: string, format: ExportFormat) => {
    const { dialogs: titles } = words()
    const kind =
      format === 'pdf' ? { name: titles.pdfFile, ext: 'pdf' } : { name: titles.markdownFile, ext: 'md' }
    const title = format === 'pdf' ? titles.savePdf : titles.saveMarkdown
    return dialogs.askSavePath(windowId, title, path.join(deps.documents, suggested), kind)
  }

  /** Runs one export that can be cancelled; the progress always ends. */
  const exporting = async (
    work: (signal: AbortSignal, report: (done: number, total: number) => void) => Promise<Result<SavedFile>>,
  ): Promise<Result<SavedFile>> => {
    running?.abort()
    const controller = new AbortController()
    running = controller
    const report = (done: number, total: number, finished = false) =>
      deps.onProgress({ work: 'export', done, total, finished })
    report(0, 0)
    try {
      return await work(controller.signal, report)
    } finally {
      report(0, 0, true)
      if (running === controller) running = undefined
    }
  }

  return {
    'export.meeting': ({ id, format }, { windowId }) =>
      withSession(async ({ store }) => {
        const found = await store.get(id)
        if (!found.ok) return found
        const target = await askTarget(
          windowId,
          meetingFileName(found.value.record, format, words().names.minutes),
          format,
        )
        if (!target) return fail('cancelled')
        return exporting(async (signal) => {
          const made = await meetingBytes(store, typesetter, id, format, language(), signal)
          if (!made.ok) return made
          return signal.aborted ? fail('cancelled') : files.write(target, made.value.bytes)
        })
      }),
    'export.summary': ({ format, ...request }, { windowId }) =>
      withSession(async ({ store }) => {
        const wished = fileName(
          `${words().names.summary} ${request.from} ${request.to}`,
          format,
          words().names.summary,
        )
        const target = await askTarget(windowId, wished, format)
        if (!target) return fail('cancelled')
        return exporting(async (signal, report) => {
          const made = await summaryBytes(store, typesetter, request, format, language(), { signal, report })
          if (!made.ok) return made
          return signal.aborted ? fail('cancelled') : files.write(target, made.value.bytes)
        })
      }),
    'export.cancel': async () => {
      running?.abort()
      return ok(undefined)
    },
    'export.open': async ({ token }) => {
      const file = files.pathOf(token)
      if (!file.ok) return file
      await deps.openPath(file.value)
      return ok(undefined)
    },
    'export.show': async ({ token }) => {
      const file = files.pathOf(token)
      if (!file.ok) return file
      deps.showInFolder(file.value)
      return ok(undefined)
    },

    'paper.meeting': ({ id }) =>
      withSession(async ({ store }) => {
        const pages = await meetingPages(store, typesetter, id, language())
        return pages.ok ? ok({ pages: pages.value }) : pages
      }),
    'paper.summary': (request) =>
      withSession(({ store }) => summaryPages(store, typesetter, request, language())),
  }
}
