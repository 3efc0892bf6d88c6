import { rmSync } from 'node:fs'
import path from 'node:path'

/**
 * electron-builder calls this when the program's folder is complete: a packaged Tutanak loads only its own archive.
 * @param {{ appOutDir: string }} context
 * @returns {void}
 */
export default function removeDefaultApp({ appOutDir }) {
  rmSync(path.join(appOutDir, 'resources', 'default_app.asar'), { force: true })
}
