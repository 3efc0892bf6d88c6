import { basename, dirname, join } from 'node:path'
import { initArchive } from '../../../electron/services/store/archive-init'
import { parseRecordName } from '../../../electron/services/store/layout'
import { openArchive } from '../../../electron/services/store/record-store'
import { randomOf, type Random } from '../generator/random'
import { openAfterFault, optionsFor, readAll } from './check-archive'
import type { Found } from './acknowledged'
import { memoryFiles, MemoryDisk } from './memory-files'
import { Workload } from './workload'

const root = '/ev/Arşiv İl'
const cache = '/ev/önbellek'

export interface Whole {
  disk: MemoryDisk
  found: Map<string, Found>
  /** Its files, without the lock. */
  files: string[]
}

/** An archive with random content, closed. */
export async function wholeArchive(seed: number): Promise<Whole> {
  const disk = new MemoryDisk([], ['/ev', cache])
  const files = memoryFiles(disk)
  await initArchive({ path: root, files, name: 'Deneme', clock: () => new Date(), savedBy: 'Deneme' })
  const opened = await openArchive(optionsFor(files, root, cache))
  if (!opened.ok) throw new Error(opened.error.code)
  await new Workload(randomOf(seed), () => undefined, 2_000).run(opened.value, 70)
  const { found } = await readAll(opened.value)
  await opened.value.close()
  const names = [...disk.names.keys()].filter((path) => path.startsWith(`${root}/`))
  return { disk, found, files: names }
}

type Damage = (disk: MemoryDisk, path: string, random: Random, whole: Whole) => void

function change(disk: MemoryDisk, path: string, spoil: (bytes: Buffer) => Uint8Array): void {
  const file = disk.names.get(path)
  if (!file) throw new Error('no such file')
  file.bytes = spoil(Buffer.from(file.bytes))
  file.mtimeMs = disk.tick()
}

function flip(bytes: Buffer, at: number, bit: number): Uint8Array {
  bytes[at] = (bytes[at] ?? 0) ^ (1 << bit)
  return bytes
}

/** What may befall a file. `harmless`: it must be read as before. `extra`: the file itself is untouched. */
export const damages: Record<string, { spoil: Damage; harmless?: true; extra?: true }> = {
  'cut off': {
    spoil: (disk, path, random) =>
      change(disk, path, (bytes) => bytes.subarray(0, random.int(0, bytes.length - 1))),
  },
  zeroed: { spoil: (disk, path) => change(disk, path, (bytes) => Buffer.alloc(bytes.length)) },
  'with a flipped bit': {
    spoil: (disk, path, random) =>
      change(disk, path, (bytes) => flip(bytes, random.int(0, bytes.length - 1), random.int(0, 7))),
  },
  'with a flipped bit inside a text': {
    spoil: (disk, path) =>
      change(disk, path, (bytes) => {
        const at = bytes.lastIndexOf('İstişare')
        return at < 0 ? bytes : flip(bytes, at + 4, 0)
      }),
  },
  'rotten without any sign in its time': {
    spoil: (disk, path) => {
      const { mtimeMs } = disk.names.get(path) ?? { mtimeMs: 0 }
      change(disk, path, (bytes) => flip(bytes, Math.floor(bytes.length * 0.7), 1))
      Object.assign(disk.names.get(path) ?? {}, { mtimeMs })
    },
  },
  'with the content of another': {
    spoil: (disk, path, random, { files }) => {
      const other = random.pick(files.filter((name) => name !== path))
      change(disk, path, () => disk.names.get(other)?.bytes ?? new Uint8Array())
    },
  },
  'under another name': {
    spoil: (disk, path) => {
      const file = disk.names.get(path)
      if (file) disk.names.set(join(dirname(path), 'rapor.json'), file)
      disk.names.delete(path)
    },
  },
  'there twice': {
    extra: true,
    spoil: (disk, path) =>
      void disk.put(path.replace(/(\.[^./]*)?$/, ' (1)$1'), disk.names.get(path)?.bytes ?? new Uint8Array()),
  },
  'with Windows line ends': {
    harmless: true,
    spoil: (disk, path) =>
      change(disk, path, (bytes) =>
        Buffer.from(bytes.toString('utf8').replaceAll('\r\n', '\n').replaceAll('\n', '\r\n')),
      ),
  },
  'with a byte order mark': {
    harmless: true,
    spoil: (disk, path) => change(disk, path, (bytes) => Buffer.concat([Buffer.from('\uFEFF'), bytes])),
  },
}

/** Damages one file of a copy, opens the copy, and says what is wrong: everything else must be there, the file be named. */
export async function damageRun(
  whole: Whole,
  path: string,
  kind: string,
  seed: number,
  warm: boolean,
): Promise<string[]> {
  const disk = whole.disk.copy()
  const damage = damages[kind]
  damage?.spoil(disk, path, randomOf(seed), whole)
  if (!warm) disk.takeAway(cache)
  const name = path.slice(root.length + 1)
  const id = parseRecordName(basename(path))?.id
  const isRecord = id !== undefined && !/^(trash|quarantine)\//.test(name)
  const wrong: string[] = []
  const opened = await openAfterFault(optionsFor(memoryFiles(disk), root, cache))
  if (!opened.ok) return [`${name} ${kind}: does not open: ${opened.error.code}`]
  const store = opened.value
  await store.checked
  // Settings that are not there are those of a new archive: nobody can know that there were others.
  const unknowable = name === 'settings.json' && kind === 'under another name'
  const own = isRecord ? id : name === 'settings.json' ? 'settings' : ''
  const { found } = await readAll(store)
  // Reading may have shown what no time told.
  await store.flush()
  const problems = store.problems()
  for (const [other, { hash }] of whole.found)
    if (other !== own && found.get(other)?.hash !== hash) wrong.push(`${other} is not as it was`)
  for (const other of found.keys()) if (!whole.found.has(other)) wrong.push(`${other} was not there before`)
  const before = whole.found.get(own)
  const same = before !== undefined && found.get(own)?.hash === before.hash
  const named = problems.filter(({ file }) => file.startsWith(dirname(name)) || file === name)
  if (before && damage?.harmless && (!same || problems.length > 0))
    wrong.push('harmless, but not read as before')
  if (isRecord && damage?.extra && named.length === 0) wrong.push('the copy is not named')
  if (before && !same && named.length === 0 && !unknowable)
    wrong.push('read otherwise or not at all, and not named')
  for (const { file } of problems)
    if (!named.some((problem) => problem.file === file)) wrong.push(`${file} is named without reason`)
  if (isRecord && !same && id) {
    const back = await store.restoreLast(id)
    const at = back.ok ? await store.get(id) : back
    if (!at.ok) wrong.push(`not brought back: ${at.error.code}`)
    else if ((await readAll(store)).found.get(id)?.signature !== before?.signature)
      wrong.push('brought back as something else')
  }
  const made = await store.create('note', { title: 'Sonra', markdown: '' })
  if (!made.ok) wrong.push(`nothing can be written: ${made.error.code}`)
  await store.close()
  return wrong.map((sentence) => `${name} ${kind}${warm ? '' : ', without cache'}: ${sentence}`)
}
