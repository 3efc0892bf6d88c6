import { nodeArchiveFiles } from '../../electron/services/store/archive-files'
import { openArchive } from '../../electron/services/store/record-store'

/**
 * Types into one note without end, as another machine, and prints what becomes of each save: `saved <hash>` or
 * `refused <code> <holder>`; after a refusal it ends. Made to be stopped and woken. Arguments: archive, caches, note's id.
 */
const [path = '', cacheFolder = '', id = ''] = process.argv.slice(2)

const opened = await openArchive({
  path,
  files: nodeArchiveFiles(),
  cacheFolder,
  clock: () => new Date(),
  machine: { id: 'uyuyan-makine', name: 'uyuyan' },
  savedBy: () => 'Uyuyan',
})
if (!opened.ok || opened.value.readOnly) throw new Error('cannot write')
const store = opened.value
const found = await store.get(id as `note_${string}`)
if (!found.ok) throw new Error(found.error.code)
let { hash } = found.value
let told = false
store.onAccess(() => {
  told = true
})
for (let number = 1; ; number += 1) {
  const saved = await store.change(id as `note_${string}`, hash, (note) => ({
    ok: true,
    value: { ...note, markdown: `uyuyan ${number}` },
  }))
  if (!saved.ok) {
    const { code, params } = saved.error
    process.stdout.write(`refused ${code} ${String(params?.['holder'])} ${store.readOnly} ${told}\n`)
    break
  }
  hash = saved.value.hash
  process.stdout.write(`saved ${hash}\n`)
}
await store.close()
