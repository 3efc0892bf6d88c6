import { z } from 'zod'
import { ProjectorContent } from '../domain/projector'
import { call, event } from './door'

/** What the window in the meeting room knows: the language, and the meeting while one is being written. */
export const ProjectorView = z.object({
  language: z.enum(['tr', 'en']),
  content: ProjectorContent.optional(),
})
export type ProjectorView = z.infer<typeof ProjectorView>

export const projectorContract = {
  /** Opens the window for the meeting room, on another display when there is one. */
  'projector.open': call(z.void(), z.void()),
  'projector.close': call(z.void(), z.void()),
  'projector.isOpen': call(z.void(), z.object({ open: z.boolean() })),
  /** What is to be shown; nothing = the meeting is not open any more. */
  'projector.show': call(z.strictObject({ content: ProjectorContent.optional() }), z.void()),
  /** Asked by the window in the room when it has loaded. */
  'projector.view': call(z.void(), ProjectorView),
  /** The window that asks: whole display or not. */
  'projector.fullScreen': call(z.void(), z.void()),
  /** Told to the office's windows. */
  'projector.opened': event(z.object({ open: z.boolean() })),
  /** Told to the window in the room, and to no other. */
  'projector.changed': event(ProjectorView),
}

/** All that the window in the room may ask for: everybody there sees it, nobody there may change or read anything else. */
export const audienceCalls: ReadonlySet<string> = new Set([
  'projector.view',
  'projector.fullScreen',
  'app.reportFault',
])
/** Events that reach it; the others reach only the windows of the office. */
export const audienceEvents: ReadonlySet<string> = new Set(['projector.changed'])
