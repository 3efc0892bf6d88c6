/**
 * Keys of the editor, in ProseMirror's notation. Nothing on Ctrl+Alt: that is AltGr on Turkish keyboards; letters stand on both
 * Q and F layouts.
 */
export const editorKeys = {
  decision: 'Mod-Shift-k',
  action: 'Mod-Shift-g',
  item: 'Mod-Shift-m',
  session: 'Mod-Shift-o',
  paragraph: 'Mod-Shift-p',
  up: 'Alt-ArrowUp',
  down: 'Alt-ArrowDown',
  bold: 'Mod-b',
  italic: 'Mod-i',
} as const

/** Keys for people: `Ctrl+Shift+K`, on macOS `⌘⇧K`. */
export function editorKeyLabel(id: keyof typeof editorKeys, mac: boolean): string {
  const words: Record<string, string> = {
    Mod: mac ? '⌘' : 'Ctrl',
    Shift: mac ? '⇧' : 'Shift',
    Alt: mac ? '⌥' : 'Alt',
    ArrowUp: '↑',
    ArrowDown: '↓',
    // Written out: upper case of i depends on the language, keys do not.
    b: 'B',
    g: 'G',
    i: 'I',
    k: 'K',
    m: 'M',
    o: 'O',
    p: 'P',
  }
  const parts = editorKeys[id].split('-').map((part) => words[part] ?? part)
  return parts.join(mac ? '' : '+')
}
