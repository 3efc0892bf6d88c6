import type { CallContext } from '../../shared/contract/door'
import { fail, ok, type Result } from '../../shared/result'
import type { Deps, HandlersFor } from './deps'

type AppCalls = HandlersFor<`app.${string}` | `archive.${string}` | `office.${string}`>

/** Handlers of the program itself, its archives and the office's settings. */
export function appHandlers(deps: Deps): AppCalls {
  const { workspace, settings, dialogs, words } = deps

  const chooseFolder = async (context: CallContext, title: string): Promise<Result<string>> => {
    const folder = await dialogs.askFolder(context.windowId, title, deps.documents)
    return folder ? ok(folder) : fail('cancelled')
  }

  return {
    'app.info': async () => {
      await workspace.settled()
      const archive = workspace.info()
      return ok({
        version: deps.version,
        settings: settings.settings,
        ...(archive ? { archive } : {}),
        recent: await workspace.recent(),
      })
    },
    'app.saveSettings': async (change) => {
      const saved = await settings.saveSettings(change)
      deps.onSettings(saved)
      return ok(saved)
    },
    'app.flushed': async ({ token, clean }) => {
      deps.onFlushed(token, clean)
      return ok(undefined)
    },
    'app.keepStorage': () => {
      deps.keepStorage()
      return Promise.resolve(ok(undefined))
    },
    'app.reportFault': async ({ message, stack }) => {
      deps.logFault('window', new Error(stack ?? message))
      return ok(undefined)
    },

    'archive.create': async ({ where, name, sample }, context) => {
      if (where === 'default') return workspace.create(name, undefined, sample)
      const folder = await chooseFolder(context, words().dialogs.chooseNewArchive)
      return folder.ok ? workspace.create(name, folder.value, sample) : folder
    },
    'archive.open': async ({ recentKey }, context) => {
      if (recentKey !== undefined) return workspace.openRecent(recentKey)
      const folder = await chooseFolder(context, words().dialogs.chooseArchive)
      return folder.ok ? workspace.openFolder(folder.value) : folder
    },
    'archive.close': async () => {
      await workspace.close()
      await settings.forgetLast()
      return ok(undefined)
    },
    'archive.forgetRecent': async ({ key }) => {
      await settings.forget(key)
      return ok(undefined)
    },
    'archive.problems': async () => {
      const session = workspace.session()
      return session.ok ? ok(session.value.store.problems()) : session
    },
    'archive.acceptOutside': async ({ id }) => {
      const session = workspace.session()
      if (!session.ok) return session
      const accepted = await session.value.store.acceptOutside(id)
      return accepted.ok ? ok(undefined) : accepted
    },
    'archive.showFolder': async () => {
      const session = workspace.session()
      if (!session.ok) return session
      await deps.openPath(session.value.store.path)
      return ok(undefined)
    },

    'office.get': async () => {
      const session = workspace.session()
      return session.ok ? session.value.store.settings() : session
    },
    'office.save': async ({ settings: office, basedOn }) => {
      const session = workspace.session()
      return session.ok ? session.value.store.saveSettings(office, basedOn) : session
    },
  }
}
