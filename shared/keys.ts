import { z } from 'zod'
import { commandIds, commands, type CommandContext, type CommandId, type CommandSpec } from './commands'
import { lowerTr, upperTr } from './text/turkish'

/** Keys of commands that a user has chosen: `mod+shift+K`, or empty for none. Commands that it leaves out keep theirs. */
export const OwnKeys = z.partialRecord(z.enum(commandIds), z.string().max(40))
export type OwnKeys = z.infer<typeof OwnKeys>

/** What of a keyboard event matters; `key` as the browser names it. */
export interface KeyPress {
  key: string
  ctrlKey: boolean
  metaKey: boolean
  altKey: boolean
  shiftKey: boolean
}

const arrows: Record<string, string> = { ArrowUp: '↑', ArrowDown: '↓', ArrowLeft: '←', ArrowRight: '→' }

/** The keys of a command now; undefined for none. */
export function keysOf(id: CommandId, own: OwnKeys = {}): string | undefined {
  const { keys }: CommandSpec = commands[id]
  return (own[id] ?? keys) || undefined
}

/** Keys for people: `Ctrl+Shift+N`, `Alt+↑`, `F1`; on macOS `⌘⇧N`. */
export function keysWords(keys: string, mac: boolean): string {
  const parts = keys.split('+').map((part) => {
    if (part === 'mod') return mac ? '⌘' : 'Ctrl'
    if (part === 'alt') return mac ? '⌥' : 'Alt'
    if (part === 'shift') return mac ? '⇧' : 'Shift'
    return arrows[part] ?? part
  })
  return parts.join(mac ? '' : '+')
}

/** The keys of a command for people; undefined without keys. */
export function keysLabel(id: CommandId, mac: boolean, own: OwnKeys = {}): string | undefined {
  const keys = keysOf(id, own)
  return keys === undefined ? undefined : keysWords(keys, mac)
}

/** The key of a sign: the four Turkish i stand on two keys, which shortcuts take for one. */
function keySign(key: string): string {
  if (key.length > 1) return key
  const lower = lowerTr(key)
  return lower === 'ı' ? 'i' : lower
}

/** The sign as it stands on the key. */
function sign(key: string): string {
  const lower = keySign(key)
  return lower === 'i' ? 'I' : key.length > 1 ? key : upperTr(lower)
}

/** A key press as keys of a command; undefined while only Ctrl, Shift or Alt are held. */
export function keysFromPress(event: KeyPress, mac: boolean): string | undefined {
  if (['Control', 'Shift', 'Alt', 'AltGraph', 'Meta', 'CapsLock', 'Dead', 'Process'].includes(event.key))
    return undefined
  const mod = mac ? event.metaKey : event.ctrlKey
  return [mod && 'mod', event.altKey && 'alt', event.shiftKey && 'shift', sign(event.key)]
    .filter(Boolean)
    .join('+')
}

/** Whether a key press is these keys. ı and i are the same key. */
export function matchesKeys(event: KeyPress, keys: string, mac: boolean): boolean {
  const parts = keys.split('+')
  const key = parts.at(-1) || '+'
  const mod = mac ? event.metaKey : event.ctrlKey
  // Ctrl+Alt is AltGr on Turkish keyboards and types a character.
  if (mod && event.altKey) return false
  return (
    mod === parts.includes('mod') &&
    event.altKey === parts.includes('alt') &&
    event.shiftKey === parts.includes('shift') &&
    keySign(event.key) === keySign(key)
  )
}

/**
 * What a key press does to the size of everything shown. A sign counts, not where it stands: on a Turkish Q keyboard + is
 * Shift+4, on the number block it stands alone, and on an English one it shares its key with =.
 */
export function zoomOfPress(event: KeyPress, mac: boolean): 'in' | 'out' | 'reset' | undefined {
  const mod = mac ? event.metaKey : event.ctrlKey
  if (!mod || event.altKey) return undefined
  if (event.key === '+' || (event.key === '=' && !event.shiftKey)) return 'in'
  if (event.shiftKey) return undefined
  return event.key === '-' ? 'out' : event.key === '0' ? 'reset' : undefined
}

/** The command that a key press calls in a context. */
export function commandOfPress(
  event: KeyPress,
  context: CommandContext,
  own: OwnKeys,
  mac: boolean,
): CommandId | undefined {
  return commandIds.find((id) => {
    const spec: CommandSpec = commands[id]
    const keys = keysOf(id, own)
    return keys !== undefined && matchesKeys(event, keys, mac) && (spec.when?.(context) ?? true)
  })
}

/** Keys that every text field, the editor or the window have; taking them would break writing. */
const reserved = new Set(
  (
    'mod+A mod+C mod+V mod+X mod+Y mod+B mod+I mod+U mod+W mod+Q mod+R mod+shift+Z mod+shift+V mod++ mod+shift++ mod+= mod+- mod+0 ' +
    'alt+F4 F11 F12 shift+F10 Tab Enter Escape Backspace Delete'
  ).split(' '),
)

/** With Ctrl these move through text, mark and delete it, confirm, and open links. */
const moving = new Set(
  'ArrowUp ArrowDown ArrowLeft ArrowRight Home End PageUp PageDown Enter Tab Backspace Delete Insert'.split(
    ' ',
  ),
)

/** Why keys cannot be taken for a command. */
export const keyFaults = ['altgr', 'plain', 'reserved'] as const
export type KeyFault = (typeof keyFaults)[number]

/** Whether keys may be chosen. Out: undefined if so; `altgr`: they type a character, `plain`: they write or move. */
export function keyFault(keys: string): KeyFault | undefined {
  const parts = keys.split('+')
  const key = parts.at(-1) ?? ''
  if (parts.includes('mod') && parts.includes('alt')) return 'altgr'
  if (reserved.has(keys) || (parts.includes('mod') && moving.has(key))) return 'reserved'
  if (parts.includes('mod') || /^F\d{1,2}$/.test(key)) return undefined
  // Alt with a letter opens the menu, Alt with an arrow does not.
  return parts.includes('alt') && key.startsWith('Arrow') ? undefined : 'plain'
}

/** Another command that has these keys. */
export function keysTakenBy(keys: string, id: CommandId, own: OwnKeys): CommandId | undefined {
  return commandIds.find((other) => other !== id && keysOf(other, own) === keys)
}
