import { nodeArchiveFiles } from '../../electron/services/store/archive-files'
import { openArchive } from '../../electron/services/store/record-store'
import { haveLaterNotes } from './later-notes'

/** Upgrades an archive to the shape of notes that {@link haveLaterNotes} makes up; prints a line a record. Made to be killed. */
const [path = '', cacheFolder = ''] = process.argv.slice(2)

haveLaterNotes()
const opened = await openArchive({
  path,
  files: nodeArchiveFiles(),
  cacheFolder,
  clock: () => new Date(),
  machine: { id: 'test-machine', name: 'deneme' },
  savedBy: () => 'çocuk süreç',
})
if (!opened.ok || opened.value.readOnly) throw new Error('cannot write')
const done = await opened.value.upgrade(() => Promise.resolve({ ok: true, value: undefined }), {
  onProgress: (count) => process.stdout.write(`${count}\n`),
})
process.stdout.write(`${JSON.stringify(done)}\n`)
await opened.value.close()
