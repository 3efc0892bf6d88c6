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

/**
 * Watches how much folders grow, which is what a download into them has brought so far. What is deleted again
 * meanwhile (package managers clean up) is not taken off.
 * @param {string[]} folders
 * @returns {Promise<() => Promise<number>>} Tells the bytes by which they grew since the call.
 */
export async function watchGrowth(folders) {
  const sum = async () => (await Promise.all(folders.map(measureFolder))).reduce((a, b) => a + b, 0)
  const before = await sum()
  let most = 0
  return async () => {
    most = Math.max(most, (await sum()) - before)
    return most
  }
}
