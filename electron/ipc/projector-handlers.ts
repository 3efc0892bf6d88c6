import { ok } from '../../shared/result'
import type { Deps, HandlersFor } from './deps'

type ProjectorCalls = HandlersFor<`projector.${string}`>

/** Handlers of the window in the meeting room: what one window sends, the other is told. */
export function projectorHandlers({ projector }: Deps): ProjectorCalls {
  return {
    'projector.open': async (_nothing, { windowId }) => {
      projector.open(windowId)
      return ok(undefined)
    },
    'projector.close': async () => {
      projector.close()
      return ok(undefined)
    },
    'projector.isOpen': async () => ok({ open: projector.isOpen() }),
    'projector.show': async ({ content }) => {
      projector.show(content)
      return ok(undefined)
    },
    'projector.view': async () => ok(projector.view()),
    'projector.fullScreen': async () => {
      projector.toggleFullScreen()
      return ok(undefined)
    },
  }
}
