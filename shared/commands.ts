/** What a command may depend on. */
export interface CommandContext {
  archiveOpen: boolean
  readOnly: boolean
  meetingOpen: boolean
}

export interface CommandSpec {
  /** Keys in the form `mod+shift+K`, `alt+ArrowUp`, `F1`; `mod` is Ctrl (Cmd on macOS). Never Ctrl+Alt: that is AltGr. */
  keys?: string
  /** Whether the command makes sense now; absent = always. */
  when?: (context: CommandContext) => boolean
  /** Keys work even while a text field has the focus. */
  everywhere?: boolean
}

const open = ({ archiveOpen }: CommandContext) => archiveOpen
const writable = ({ archiveOpen, readOnly }: CommandContext) => archiveOpen && !readOnly
const inMeeting = ({ meetingOpen }: CommandContext) => meetingOpen
const writing = ({ meetingOpen, readOnly }: CommandContext) => meetingOpen && !readOnly

/**
 * Every user action, declared once: palette, shortcuts, buttons and menus read it from here.
 * The label of `go.home` is the i18n key `commands.go.home`. What it does is registered by the screen that can do it.
 */
export const commands = {
  'go.home': { keys: 'mod+1', everywhere: true },
  'go.meetings': { keys: 'mod+2', when: open, everywhere: true },
  'go.participants': { keys: 'mod+3', when: open, everywhere: true },
  'go.agencies': { keys: 'mod+4', when: open, everywhere: true },
  'go.bodies': { keys: 'mod+5', when: open, everywhere: true },
  'go.notes': { keys: 'mod+6', when: open, everywhere: true },
  'go.reports': { keys: 'mod+7', when: open, everywhere: true },
  'go.search': { keys: 'mod+shift+F', when: open, everywhere: true },
  'go.settings': { keys: 'mod+,', everywhere: true },
  'go.bin': { when: open },
  'search.open': { keys: 'mod+K', everywhere: true },
  'new.meeting': { keys: 'mod+N', when: writable, everywhere: true },
  'new.fromTemplate': { when: writable },
  'new.participant': { when: writable },
  'new.agency': { when: writable },
  'new.body': { when: writable },
  'new.note': { keys: 'mod+shift+N', when: writable, everywhere: true },
  'edit.undo': { keys: 'mod+Z', when: writable },
  'view.rail': { keys: 'mod+shift+L', everywhere: true },
  'view.theme': {},
  'archive.create': {},
  'archive.sample': {},
  'archive.open': { keys: 'mod+O', everywhere: true },
  'archive.showFolder': { when: open },
  'archive.verify': { when: open },
  'archive.upgrade': { when: writable },
  'archive.close': { when: open },
  'backup.now': { when: writable },
  'backup.restoreFile': {},
  'index.rebuild': { when: open },
  'write.decision': { keys: 'mod+shift+K', when: writing, everywhere: true },
  'write.action': { keys: 'mod+shift+G', when: writing, everywhere: true },
  'write.item': { keys: 'mod+shift+M', when: writing, everywhere: true },
  'write.session': { keys: 'mod+shift+O', when: writing, everywhere: true },
  'write.ownNote': { keys: 'mod+shift+Y', when: writing, everywhere: true },
  'write.text': { keys: 'mod+shift+P', when: writing, everywhere: true },
  'write.up': { keys: 'alt+ArrowUp', when: writing, everywhere: true },
  'write.down': { keys: 'alt+ArrowDown', when: writing, everywhere: true },
  'write.fold': { keys: 'mod+.', when: inMeeting, everywhere: true },
  'find.open': { keys: 'mod+F', when: inMeeting, everywhere: true },
  'find.replace': { keys: 'mod+H', when: writing, everywhere: true },
  'spell.next': { keys: 'F7', when: open, everywhere: true },
  'time.stamp': { keys: 'F8', when: writing, everywhere: true },
  'time.break': { keys: 'mod+F8', when: writing, everywhere: true },
  'comment.add': { keys: 'mod+shift+A', when: writing, everywhere: true },
  'comment.next': { keys: 'mod+J', when: inMeeting, everywhere: true },
  'comment.pane': { keys: 'mod+shift+E', when: inMeeting, everywhere: true },
  'sound.record': { keys: 'mod+shift+F8', when: writing, everywhere: true },
  'sound.listen': { keys: 'mod+F9', when: inMeeting, everywhere: true },
  'sound.pause': { keys: 'F9', when: inMeeting, everywhere: true },
  'help.keys': { keys: 'F1', everywhere: true },
  'meeting.head': { keys: 'F2', when: inMeeting, everywhere: true },
  'meeting.roll': { keys: 'F4', when: inMeeting, everywhere: true },
  'meeting.preview': { keys: 'mod+P', when: inMeeting, everywhere: true },
  'meeting.projector': { keys: 'mod+shift+D', when: inMeeting, everywhere: true },
  'meeting.exportPdf': { when: inMeeting },
  'meeting.exportMarkdown': { when: inMeeting },
  'meeting.toTemplate': { when: writing },
  'meeting.history': { when: inMeeting },
} as const satisfies Record<string, CommandSpec>

export type CommandId = keyof typeof commands
export const commandIds = Object.keys(commands) as CommandId[]

/** Whether a command makes sense in a context. */
export function isAvailable(id: CommandId, context: CommandContext): boolean {
  const spec: CommandSpec = commands[id]
  return spec.when?.(context) ?? true
}
