import { join } from 'node:path'
import type { ArchiveFiles } from '../../../electron/services/store/archive-files'
import { readLock } from '../../../electron/services/store/lock'
import { openArchive } from '../../../electron/services/store/record-store'
import type { ArchiveStore, OpenOptions } from '../../../electron/services/store/store-types'
import { recordTypes } from '../../../shared/ids'
import { ok } from '../../../shared/result'
import type { Acknowledged, Found } from './acknowledged'
import { settingsId, signatureOf } from './workload'

/** How an archive of the harness is opened; the machine is that of the program that died. */
export function optionsFor(files: ArchiveFiles, path: string, cacheFolder: string): OpenOptions {
  return {
    path,
    files,
    cacheFolder,
    clock: () => new Date(),
    machine: { id: 'fault-machine', name: 'deneme' },
    savedBy: () => 'Deneme Kâtibi',
  }
}

/**
 * Opens an archive as after three beats without a sign of the dead program: in a test its process may be this one,
 * which lives. Errors: those of opening.
 */
export async function openAfterFault(options: OpenOptions) {
  const lock = await readLock(options.files, join(options.path, 'lock'))
  const staleLock = lock === 'unreadable' ? 'unreadable' : lock?.token
  return openArchive({ ...options, ...(staleLock === undefined ? {} : { staleLock }) })
}

/** All records of an open archive as it reads them; `wrong`: those that cannot be read or that lists show otherwise. */
export async function readAll(store: ArchiveStore): Promise<{ found: Map<string, Found>; wrong: string[] }> {
  const found = new Map<string, Found>()
  const wrong: string[] = []
  for (const type of recordTypes) {
    for (const id of store.ids(type)) {
      const read = await store.get(id)
      if (!read.ok) wrong.push(`${id}: ${read.error.code}`)
      else {
        if (read.value.outside) wrong.push(`${id}: does not fit its hash`)
        found.set(id, { signature: signatureOf(read.value.record), hash: read.value.hash })
      }
    }
  }
  const listed = [
    ...store.list({ type: 'note' }).rows.map((row) => [row.id, row.title] as const),
    ...store.list({ type: 'meeting' }).rows.map((row) => [row.id, row.title] as const),
    ...store.list({ type: 'agency' }).rows.map((row) => [row.id, row.name] as const),
  ]
  for (const [id, title] of listed)
    if (!found.get(id)?.signature.startsWith(`${title} #`)) wrong.push(`${id}: listed as ${title}`)
  const settings = await store.settings()
  if (!settings.ok) wrong.push(`settings: ${settings.error.code}`)
  else if (settings.value.settings.letterhead.unit !== '')
    found.set(settingsId, { signature: settings.value.settings.letterhead.unit, hash: settings.value.hash })
  return { found, wrong }
}

async function inspect(store: ArchiveStore, demanded: Acknowledged): Promise<string[]> {
  await store.checked
  const { found, wrong } = await readAll(store)
  if (store.readOnly) wrong.push('opened for reading only')
  for (const { file, kind } of store.problems()) wrong.push(`${file}: ${kind}`)
  wrong.push(...demanded.violations(found))
  for (const ref of demanded.attachments) {
    const read = await store.readAttachment(ref)
    if (!read.ok) wrong.push(`attachment ${ref.sha256.slice(0, 8)}: ${read.error.code}`)
  }
  return wrong
}

/** Every version that a record's list shows can be read, and a whole check finds nothing wrong. */
async function checkPast(store: ArchiveStore): Promise<string[]> {
  const wrong: string[] = []
  for (const type of recordTypes) {
    for (const id of store.ids(type)) {
      const versions = await store.past.versions(id)
      if (!versions.ok) wrong.push(`${id}: no versions: ${versions.error.code}`)
      for (const { hash } of versions.ok ? versions.value : []) {
        const read = await store.past.version(id, hash)
        if (!read.ok) wrong.push(`${id}: version ${hash.slice(0, 8)}: ${read.error.code}`)
      }
    }
  }
  const verified = await store.verify()
  if (!verified.ok) return [...wrong, `cannot be checked: ${verified.error.code}`]
  for (const { severity, code, where } of verified.value.findings)
    if (severity === 'error') wrong.push(`${where}: ${code}`)
  return wrong
}

/** What is deleted for certain can be brought back; what is there can be written. */
async function useIt(store: ArchiveStore, demanded: Acknowledged): Promise<string[]> {
  const wrong: string[] = []
  for (const [id, { signature, hash, open }] of demanded.records) {
    if (signature !== null || open.length > 0 || hash === undefined || id === settingsId) continue
    const back = await store.restore(id)
    if (!back.ok) wrong.push(`${id}: cannot be restored: ${back.error.code}`)
    else if (hash && back.value.hash !== hash) wrong.push(`${id}: restored as another version`)
  }
  for (const type of ['note', 'meeting'] as const) {
    for (const id of store.ids(type).slice(0, 2) as `note_${string}`[]) {
      const read = await store.get(id)
      if (!read.ok) continue
      const saved = await store.change(id, read.value.hash, (now) => ok({ ...now, title: `${now.title}!` }))
      if (!saved.ok) wrong.push(`${id}: cannot be changed: ${saved.error.code}`)
    }
  }
  return wrong
}

/**
 * Opens an archive after a fault and says what is wrong with it: sentences, none when everything demanded is there.
 * `use`: also restores, writes, closes, and opens once more.
 */
export async function checkArchive(
  options: OpenOptions,
  demanded: Acknowledged,
  use = false,
): Promise<string[]> {
  const opened = await openAfterFault(options)
  if (!opened.ok) return [`does not open: ${opened.error.code}`]
  const store = opened.value
  try {
    const wrong = await inspect(store, demanded)
    if (!use || wrong.length > 0) return wrong
    wrong.push(...(await checkPast(store)))
    wrong.push(...(await useIt(store, demanded)))
    await store.past.idle()
    wrong.push(...(await checkPast(store)))
    const before = await readAll(store)
    await store.close()
    const again = await openAfterFault(options)
    if (!again.ok) return [...wrong, `does not open again: ${again.error.code}`]
    await again.value.checked
    const after = await readAll(again.value)
    if (JSON.stringify([...after.found].sort()) !== JSON.stringify([...before.found].sort()))
      wrong.push('opened again, it shows something else')
    for (const { file, kind } of again.value.problems()) wrong.push(`opened again, ${file}: ${kind}`)
    await again.value.close()
    return [...wrong, ...after.wrong]
  } finally {
    await store.close()
  }
}
