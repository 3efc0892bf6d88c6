import { nodeArchiveFiles } from '../../electron/services/store/archive-files'
import { openArchive } from '../../electron/services/store/record-store'

/**
 * Saves without end, as somebody types in three records at once, and prints every acknowledged version as a line
 * `id number`. Made to be killed. Arguments: the archive's folder, the folder for caches.
 */
const [path = '', cacheFolder = ''] = process.argv.slice(2)

const opened = await openArchive({
  path,
  files: nodeArchiveFiles(),
  cacheFolder,
  clock: () => new Date(),
  machine: { id: 'test-machine', name: 'deneme' },
  savedBy: () => 'çocuk süreç',
})
if (!opened.ok || opened.value.readOnly) throw new Error('cannot write')
const store = opened.value

async function type(name: string): Promise<void> {
  const made = await store.create('note', { title: name, markdown: '0' })
  if (!made.ok) throw new Error(made.error.code)
  let { hash } = made.value
  const { id } = made.value
  for (let number = 1; ; number += 1) {
    const saved = await store.change(id as `note_${string}`, hash, (note) => ({
      ok: true,
      value: { ...note, markdown: `${number} ${'İstişare toplantısı yapıldı. '.repeat(number % 200)}` },
    }))
    if (!saved.ok) throw new Error(saved.error.code)
    hash = saved.value.hash
    process.stdout.write(`${id} ${number}\n`)
  }
}

await Promise.all([type('bir'), type('iki'), type('üç')])
