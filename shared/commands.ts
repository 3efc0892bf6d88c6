/** What a command may depend on. */
export interface CommandContext {
  archiveOpen: boolean
  readOnly: boolean
  meetingOpen: boolean
}

export interface CommandSpec {
  /** Keys in the form `mod+shift+K`; `mod` is Ctrl (Cmd on macOS). Never Ctrl+Alt: that is AltGr. */
  keys?: string
  /** Whether the command makes sense now; absent = always. */
  when?: (context: CommandContext) => boolean
  /** Keys work even while a text field has the focus. */
  everywhere?: boolean
}

const open = ({ archiveOpen }: CommandContext) => archiveOpen
const writable = ({ archiveOpen, readOnly }: CommandContext) => archiveOpen && !readOnly
const inMeeting = ({ meetingOpen }: CommandContext) => meetingOpen

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
  'meeting.preview': { keys: 'mod+P', when: inMeeting, everywhere: true },
  'meeting.exportPdf': { when: inMeeting },
  'meeting.exportMarkdown': { when: inMeeting },
  'meeting.history': { when: inMeeting },
} as const satisfies Record<string, CommandSpec>

export type CommandId = keyof typeof commands
export const commandIds = Object.keys(commands) as CommandId[]

/** Whether a command makes sense in a context. */
export function isAvailable(id: CommandId, context: CommandContext): boolean {
  const spec: CommandSpec = commands[id]
  return spec.when?.(context) ?? true
}

/** Its keys for people: `Ctrl+Shift+N`, on macOS `⌘⇧N`; undefined without keys. */
export function keysLabel(id: CommandId, mac: boolean): string | undefined {
  const { keys }: CommandSpec = commands[id]
  if (keys === undefined) return undefined
  const parts = keys.split('+').map((part) => {
    if (part === 'mod') return mac ? '⌘' : 'Ctrl'
    if (part === 'shift') return mac ? '⇧' : 'Shift'
    return part
  })
  return parts.join(mac ? '' : '+')
}
