import path from 'node:path'
import type { CallContext } from '../../shared/contract/door'
import { localDay } from '../../shared/dates'
import { writeTemplate } from '../../shared/domain/templates'
import { fail, ok, type Result } from '../../shared/result'
import { fileName } from '../services/exports-service'
import { writeWhole } from '../services/local-files'
import { createMeeting, prepareMeeting, type NewMeetingDeps } from '../services/new-meeting-service'
import type { ArchiveStore } from '../services/store/store-types'
import { readTemplateFile } from '../services/template-files'
import type { Deps, HandlersFor } from './deps'

type NewMeetingCalls = HandlersFor<'meetings.prepare' | 'meetings.create' | `templates.${string}`>

/** Handlers of new meetings and of templates as files. */
export function newMeetingHandlers({
  workspace,
  dialogs,
  words,
  settings,
  documents,
  shippedTemplates,
}: Deps): NewMeetingCalls {
  const withStore = async <T>(
    work: (store: ArchiveStore, deps: NewMeetingDeps) => Promise<Result<T>>,
  ): Promise<Result<T>> => {
    const session = workspace.session()
    if (!session.ok) return session
    const { language } = settings.settings
    return work(session.value.store, {
      shipped: await shippedTemplates(),
      today: localDay(new Date()),
      language,
    })
  }
  return {
    'meetings.prepare': (request) => withStore((store, deps) => prepareMeeting(store, request, deps)),
    'meetings.create': (request, { windowId }: CallContext) =>
      withStore((store, deps) => createMeeting(store, request, deps, String(windowId))),
    'templates.shipped': async () => ok([...(await shippedTemplates())]),
    'templates.saveFile': async ({ template }, { windowId }) => {
      const { saveTemplate, templateFile } = words().dialogs
      const suggested = path.join(documents, fileName(template.name, 'json', templateFile))
      const kind = { name: templateFile, ext: 'json' }
      const target = await dialogs.askSavePath(windowId, saveTemplate, suggested, kind)
      return target ? writeWhole(target, writeTemplate(template)) : fail('cancelled')
    },
    'templates.readFile': async (_nothing, { windowId }) => {
      const [file] = await dialogs.askFiles(windowId, words().dialogs.readTemplate)
      return file ? readTemplateFile(file) : fail('cancelled')
    },
  }
}
