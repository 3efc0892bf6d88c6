import { Menu, type MenuItemConstructorOptions } from 'electron'

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
  zoomIn: string
  zoomOut: string
  zoomReset: string
  fullScreen: string
}

/** The native menu: hidden until Alt is pressed, but its keys (copy, zoom, full screen) always work. */
export function setMenu(words: MenuWords): void {
  const template: MenuItemConstructorOptions[] = [
    { label: words.file, submenu: [{ label: words.quit, role: 'quit' }] },
    {
      label: words.edit,
      submenu: [
        { label: words.undo, role: 'undo' },
        { label: words.redo, role: 'redo' },
        { type: 'separator' },
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
        { label: words.zoomIn, role: 'zoomIn', accelerator: 'CmdOrCtrl+Plus' },
        { label: words.zoomOut, role: 'zoomOut' },
        { label: words.zoomReset, role: 'resetZoom' },
        { type: 'separator' },
        { label: words.fullScreen, role: 'togglefullscreen' },
      ],
    },
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
