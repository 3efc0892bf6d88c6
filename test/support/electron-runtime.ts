import { findRuntime } from '../../electron/launch/runtime.mjs'

/**
 * Finds the Electron that the tests start.
 * @returns Absolute path of the program: the one the launcher prepared, else the one it would choose.
 * @throws Error when none is there yet.
 */
export function electronExecutable(): string {
  const executable = process.env.TUTANAK_ELECTRON_PATH ?? findRuntime()?.executable
  if (!executable) throw new Error('No Electron runtime yet: run `npm test` once, it fetches one.')
  return executable
}
