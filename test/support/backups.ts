import { execFile } from 'node:child_process'
import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Backups } from '../../electron/services/backup/backups'
import type { BackupMaker } from '../../electron/services/backup/make-backup'
import { MachineStore } from '../../electron/services/machine-settings'
import { nodeArchiveFiles, type ArchiveFiles } from '../../electron/services/store/archive-files'
import type { ArchiveStore } from '../../electron/services/store/store-types'
import { tempFolder, testArchive, type TestArchive } from './archive'

const run = promisify(execFile)

export interface BackupDesk {
  archive: TestArchive
  store: ArchiveStore
  backups: Backups
  maker: BackupMaker
  settings: MachineStore
  /** The folder that backups go to. */
  target: string
  /** Moves the clock. */
  at(iso: string): void
  progress: { kind: string; done: number; total: number; finished: boolean }[]
}

/** An archive with its backups in a folder of their own. In: the disk that backups see, and the maker's odd wishes. */
export async function backupDesk(
  wrap: (files: ArchiveFiles) => ArchiveFiles = (files) => files,
  wishes: Partial<BackupMaker> = {},
): Promise<BackupDesk> {
  const archive = await testArchive()
  const store = await archive.open()
  const folder = await tempFolder()
  const target = join(folder, 'USB Bellek')
  await mkdir(target)
  const settings = await MachineStore.open(join(folder, 'makine'))
  let now = new Date('2026-01-15T09:00:00Z')
  const maker: BackupMaker = {
    files: wrap(nodeArchiveFiles()),
    clock: () => now,
    savedBy: () => 'Deneme Kâtibi',
    machineName: 'deneme',
    appVersion: '0.0.0',
    ...wishes,
  }
  const progress: BackupDesk['progress'] = []
  const backups = new Backups({
    store: () => store,
    documents: join(folder, 'Belgeler'),
    settings,
    maker,
    onProgress: (kind, done, total, finished) => progress.push({ kind, done, total, finished }),
    onChanged: () => undefined,
  })
  await settings.saveBackupPlan(store.id, { folder: target })
  return {
    archive,
    store,
    backups,
    maker,
    settings,
    target,
    at: (iso) => {
      now = new Date(iso)
    },
    progress,
  }
}

/** Names in a folder and below, files only, without hidden ones left out. */
export async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}

/** Unpacks a zip with a program that is not ours; undefined when this machine has none. */
export async function unzipForeign(zip: string, into: string): Promise<'unzip' | 'python3' | undefined> {
  await mkdir(into, { recursive: true })
  for (const [program, args] of [
    ['unzip', ['-q', zip, '-d', into]],
    ['python3', ['-m', 'zipfile', '-e', zip, into]],
  ] as const) {
    try {
      await run(program, args)
      return program
    } catch (fault) {
      if ((fault as NodeJS.ErrnoException).code !== 'ENOENT') throw fault
    }
  }
  return undefined
}
