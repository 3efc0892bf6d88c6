import type { SameShape } from '../shape'
import type { projector as tr } from '../tr/projector'

/** The screen in the meeting room, and the secretary's own notes, which it never shows. */
export const projector: SameShape<typeof tr> = {
  title: 'Room screen',
  open: 'Room screen',
  close: 'Close the room screen',
  opened: 'The room screen is open: it shows the agenda item you write, never your private notes.',
  agenda: 'Agenda',
  now: 'Under discussion',
  decision: 'Decision',
  decisionNumbered: 'Decision {{number}}',
  action: 'Action item',
  due: 'Due',
  blankTitle: 'The meeting will go on shortly',
  blankText: 'The agenda appears here when the minutes are open.',
  tools: 'Screen settings',
  smaller: 'Smaller type',
  larger: 'Larger type',
  size: '{{percent}}%',
  light: 'Light appearance',
  dark: 'Dark appearance',
  fullScreen: 'Full screen',
  break: 'The sitting is suspended ({{clock}})',
  emptyItem: 'Nothing has been written under this item yet.',
  note: {
    command: 'Private note',
    mark: 'Private note: seen by you only, part of no output',
  },
}
