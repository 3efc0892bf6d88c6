import { Menu, type MenuItemConstructorOptions } from 'electron'
import { commandIds, type CommandId } from '../../shared/commands'
import { keysOf, type OwnKeys } from '../../shared/keys'

export interface MenuWords {
  file: string
  quit: string
  edit: string
  undo: string
  redo: string
  cut: string
  copy: string
  paste: string
  pastePlain: string
  selectAll: string
  view: string
  go: string
  zoomIn: string
  zoomOut: string
  zoomReset: string
  fullScreen: string
}

/** In which part of the menu commands stand, by the first word of their ids; all others go to the first part. */
const places: Record<string, 'go' | 'edit' | 'view'> = {
  go: 'go',
  search: 'go',
  edit: 'edit',
  write: 'edit',
  find: 'edit',
  time: 'edit',
  comment: 'edit',
  sound: 'edit',
  spell: 'edit',
  view: 'view',
  help: 'view',
}

/** Keys as Electron writes them; the menu only shows them. */
const accelerator = (keys: string) => keys.replace('mod', 'CmdOrCtrl').replace('Arrow', '')

/**
 * The native menu: hidden until Alt is pressed, but its keys (copy, zoom, full screen) always work.
 * In: its words, the names of the commands, what happens when one is chosen, and keys that were changed.
 */
export function setMenu(
  words: MenuWords,
  names: Record<CommandId, string>,
  onCommand: (id: CommandId) => void,
  own: OwnKeys,
): void {
  const commandsOf = (place: 'file' | 'go' | 'edit' | 'view') =>
    commandIds
      .filter((id) => (places[id.split('.')[0] ?? ''] ?? 'file') === place)
      .map((id): MenuItemConstructorOptions => {
        const keys = keysOf(id, own)
        return {
          id,
          label: names[id],
          click: () => onCommand(id),
          // The page itself answers to the keys: it knows whether a text is being written.
          ...(keys ? { accelerator: accelerator(keys), registerAccelerator: false } : {}),
        }
      })
  const line: MenuItemConstructorOptions = { type: 'separator' }
  const template: MenuItemConstructorOptions[] = [
    { label: words.file, submenu: [...commandsOf('file'), line, { label: words.quit, role: 'quit' }] },
    {
      label: words.edit,
      submenu: [
        { label: words.undo, role: 'undo' },
        { label: words.redo, role: 'redo' },
        ...commandsOf('edit'),
        line,
        { label: words.cut, role: 'cut' },
        { label: words.copy, role: 'copy' },
        { label: words.paste, role: 'paste' },
        { label: words.pastePlain, role: 'pasteAndMatchStyle' },
        { label: words.selectAll, role: 'selectAll' },
      ],
    },
    {
      label: words.view,
      submenu: [
        ...commandsOf('view'),
        line,
        { label: words.zoomIn, role: 'zoomIn', accelerator: 'CmdOrCtrl+Plus' },
        { label: words.zoomOut, role: 'zoomOut' },
        { label: words.zoomReset, role: 'resetZoom' },
        line,
        { label: words.fullScreen, role: 'togglefullscreen' },
      ],
    },
    { label: words.go, submenu: commandsOf('go') },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
