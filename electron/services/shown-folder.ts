import path from 'node:path'

/** The last two parts of a path: enough to know a folder by. */
export function shownFolder(folder: string): string {
  return path.join(path.basename(path.dirname(folder)), path.basename(folder))
}
