import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { makeBackup } from '../../electron/services/backup/make-backup'
import { restoreBeside } from '../../electron/services/backup/restore-beside'
import { compareBackup } from '../../electron/services/backup/restore-into'
import { nodeArchiveFiles } from '../../electron/services/store/archive-files'
import type { ArchiveStore } from '../../electron/services/store/store-types'
import { figuresOf, single, timed, type BenchRow } from './measure'

/**
 * One backup of the whole archive (written, reopened and checked), the preview of restoring it, and restoring it beside;
 * meanwhile, how late a timer of the same process comes: so long a keystroke would wait.
 */
export async function benchBackup(store: ArchiveStore, scratch: string): Promise<BenchRow[]> {
  const target = path.join(scratch, 'yedekler')
  await mkdir(target, { recursive: true })
  const files = nodeArchiveFiles()
  const clock = () => new Date()
  const maker = { files, clock, savedBy: () => 'Ölçüm', machineName: 'Ölçüm', appVersion: '0' }
  const work = { signal: new AbortController().signal, report: () => undefined }
  const late: number[] = []
  let due = performance.now() + 5
  const timer = setInterval(() => {
    const now = performance.now()
    late.push(Math.max(0, now - due))
    due = now + 5
  }, 5)
  let name = ''
  let size = 0
  let count = 0
  const made = await timed(async () => {
    const done = await makeBackup(store, target, 'manual', maker, work)
    if (!done.ok) throw new Error(done.error.code)
    ;({ name, size } = done.value)
    count = done.value.manifest.files.length
  })
  clearInterval(timer)
  const file = path.join(target, name)
  const preview = await timed(async () => {
    const done = await compareBackup(files, store, file, name, work)
    if (!done.ok || done.value.fresh.length + done.value.changed.length + done.value.gone.length > 0)
      throw new Error('a backup differs from what was backed up')
  })
  const beside = await timed(async () => {
    const folder = path.join(scratch, 'yanına')
    const options = { folder, newId: true, savedBy: 'Ölçüm', clock }
    const done = await restoreBeside(files, file, name, options, work)
    if (!done.ok || done.value.files !== count) throw new Error('not all files were restored')
  })
  const row = (what: string, unit: BenchRow['unit'], value: number): BenchRow => {
    return { group: 'yedek', what, unit, figures: single(value) }
  }
  return [
    row(`alma ve baştan sona denetleme (${count} dosya)`, 'ms', made),
    row('zip', 'MB', size / 1024 / 1024),
    { group: 'yedek', what: 'alırken aynı süreçte bekleme', unit: 'ms', figures: figuresOf(late) },
    row('geri yükleme önizlemesi', 'ms', preview),
    row('yeni klasöre yükleme', 'ms', beside),
  ]
}
