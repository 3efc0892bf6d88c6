import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { nodeArchiveFiles, type ArchiveFiles } from '../../electron/services/store/archive-files'
import { initArchive } from '../../electron/services/store/archive-init'
import { openArchive } from '../../electron/services/store/record-store'
import type { ArchiveStore, OpenOptions } from '../../electron/services/store/store-types'
import type { Result } from '../../shared/result'

/** The value of a result; a failure fails the test with its code. */
export function valueOf<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new Error(`${result.error.code} ${JSON.stringify(result.error.params ?? {})}`)
}

/** The code of a failure; a success fails the test. */
export function codeOf(result: Result<unknown>): string {
  if (!result.ok) return result.error.code
  throw new Error('expected a failure')
}

/** An empty folder, gone when the test ends. Its name has spaces and Turkish letters, as users' folders do. */
export async function tempFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'tutanak şube İşleri '))
  onTestFinished(() => rm(folder, { recursive: true, force: true, maxRetries: 3 }))
  return folder
}

export interface TestArchive {
  /** The archive's folder. */
  root: string
  cache: string
  options: OpenOptions
  /** Opens it; closed when the test ends. */
  open(changed?: Partial<OpenOptions>): Promise<ArchiveStore>
}

/** An empty archive in a temporary folder. In: the disk to use (default: the real one). */
export async function testArchive(files: ArchiveFiles = nodeArchiveFiles()): Promise<TestArchive> {
  const folder = await tempFolder()
  const root = join(folder, 'Arşiv İl')
  const options: OpenOptions = {
    path: root,
    files,
    cacheFolder: join(folder, 'önbellek'),
    clock: () => new Date(),
    machine: { id: 'test-machine', name: 'deneme' },
    savedBy: () => 'Deneme Kâtibi',
  }
  const real = nodeArchiveFiles()
  valueOf(
    await initArchive({ path: root, files: real, name: 'Deneme', clock: options.clock, savedBy: 'Deneme' }),
  )
  return {
    root,
    cache: options.cacheFolder,
    options,
    async open(changed = {}) {
      const store = valueOf(await openArchive({ ...options, ...changed }))
      onTestFinished(() => store.close())
      return store
    },
  }
}
