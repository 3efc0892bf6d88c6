// The default app of the registry runtime: `electron FOLDER|FILE …` loads that app, as Electron's own one does.
// It must be an ES module that awaits the import at the top level: then the app's main module is evaluated
// before Electron emits `ready`, just as when it is packaged.
import { app } from 'electron'
import { existsSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

/**
 * What Electron offers its default app beyond the documented API.
 * @typedef {{ setVersion(version: string): void, setAppPath(folder: string): void }} AppSetters
 */

const wanted = process.argv.slice(1).find((argument) => !argument.startsWith('-'))
if (!wanted) {
  console.error('electron: no app given (electron FOLDER|FILE)')
  app.exit(1)
} else {
  try {
    await load(path.resolve(wanted))
  } catch (error) {
    console.error(error)
    app.exit(1)
  }
}

/**
 * Sets path, name and version of the app first, since its main module reads them, then runs it.
 * @param {string} target Absolute folder or file.
 * @returns {Promise<void>}
 */
async function load(target) {
  const setters = /** @type {AppSetters} */ (/** @type {unknown} */ (app))
  Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true })
  const isFolder = statSync(target).isDirectory()
  const manifest = path.join(isFolder ? target : path.dirname(target), 'package.json')
  const about = existsSync(manifest) ? JSON.parse(readFileSync(manifest, 'utf8')) : {}
  if (about.version) setters.setVersion(about.version)
  if (about.productName ?? about.name) app.name = about.productName ?? about.name
  setters.setAppPath(isFolder ? target : path.dirname(target))
  await import(pathToFileURL(isFolder ? path.join(target, about.main ?? 'index.js') : target).href)
}
