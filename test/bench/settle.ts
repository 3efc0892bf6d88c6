import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'

/**
 * Writes settings of a computer that opens an archive at once and makes no backup of it: one begins 30 seconds after the
 * start and would be measured along with everything else.
 */
export async function settle(userData: string, archive: string): Promise<void> {
  const head = JSON.parse(await readFile(path.join(archive, 'archive.json'), 'utf8')) as {
    record: { id: string }
  }
  await mkdir(userData, { recursive: true })
  const settings = { language: 'tr', theme: 'light', userName: 'Ölçüm' }
  const backups = { [head.record.id]: { automatic: false } }
  await writeFile(
    path.join(userData, 'machine.json'),
    JSON.stringify({ recent: [], last: archive, settings, backups }),
  )
}
