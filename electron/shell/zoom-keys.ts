import type { BrowserWindow } from 'electron'
import { zoomOfPress } from '../../shared/keys'

/** How far one press goes, as the menu does it. */
const step = 0.5

/**
 * Makes larger, smaller and back to the actual size answer to what stands on the keys. The menu's own keys go by their
 * place on an English keyboard, where a Turkish one has no plus.
 */
export function answerZoomKeys({ webContents }: BrowserWindow): void {
  webContents.on('before-input-event', (event, input) => {
    if (input.type !== 'keyDown') return
    const { key, control: ctrlKey, meta: metaKey, alt: altKey, shift: shiftKey } = input
    const zoom = zoomOfPress({ key, ctrlKey, metaKey, altKey, shiftKey }, process.platform === 'darwin')
    if (zoom === undefined) return
    event.preventDefault()
    if (zoom === 'reset') webContents.setZoomLevel(0)
    else webContents.setZoomLevel(webContents.getZoomLevel() + (zoom === 'in' ? step : -step))
  })
}
