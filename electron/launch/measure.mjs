import { lstat, readdir } from 'node:fs/promises'
import path from 'node:path'

/**
 * Adds up the sizes of all files below a folder; what vanishes meanwhile is left out.
 * @param {string} folder
 * @returns {Promise<number>} Bytes; 0 when the folder does not exist.
 */
export async function measureFolder(folder) {
  let total = 0
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => [])
  for (const entry of entries) {
    const file = path.join(folder, entry.name)
    if (entry.isDirectory()) total += await measureFolder(file)
    else
      total += await lstat(file).then(
        (stat) => stat.size,
        () => 0,
      )
  }
  return total
}
