import { makeBackup } from '../../electron/services/backup/make-backup'
import { compareBackup, restoreInto } from '../../electron/services/backup/restore-into'
import { nodeArchiveFiles, type ArchiveFiles } from '../../electron/services/store/archive-files'
import { openArchive } from '../../electron/services/store/record-store'

/**
 * Makes a backup of an archive, or restores one into it, and prints a line at every step. Made to be killed.
 * Arguments: `backup` or `restore`, the archive's folder, the folder for caches, and the folder of backups or the zip.
 */
const [verb = '', path = '', cacheFolder = '', place = ''] = process.argv.slice(2)

const say = (what: string) => process.stdout.write(`${what}\n`)
let renames = 0
const real = nodeArchiveFiles()
const files: ArchiveFiles = {
  ...real,
  async rename(from, to) {
    renames += 1
    if (renames % 10 === 1) say(`rename ${renames}`)
    await real.rename(from, to)
  },
}
const opened = await openArchive({
  path,
  files,
  cacheFolder,
  clock: () => new Date(),
  machine: { id: 'test-machine', name: 'deneme' },
  savedBy: () => 'çocuk süreç',
})
if (!opened.ok || opened.value.readOnly) throw new Error('cannot write')
const store = opened.value
await store.checked
const work = {
  signal: new AbortController().signal,
  report: (done: number, total: number) => void say(`${done} / ${total}`),
}
if (verb === 'backup') {
  const clock = () => new Date()
  const maker = { files, clock, savedBy: () => 'çocuk', machineName: 'deneme', appVersion: '0.0.0' }
  const made = await makeBackup(store, place, 'manual', maker, work)
  if (!made.ok) throw new Error(made.error.code)
} else {
  const diff = await compareBackup(files, store, place, 'yedek', work)
  if (!diff.ok) throw new Error(diff.error.code)
  const done = await restoreInto(files, store, place, 'yedek', diff.value, 'pencere', work)
  if (!done.ok) throw new Error(done.error.code)
}
say('done')
await store.close()
