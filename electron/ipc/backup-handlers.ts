import path from 'node:path'
import type { ArchiveInfo } from '../../shared/contract/app-contract'
import { fail, ok, type Result } from '../../shared/result'
import type { Backups } from '../services/backup/backups'
import type { BackupMaker } from '../services/backup/make-backup'
import { folderNameOf } from '../services/backup/names'
import { summaryOfFile } from '../services/backup/open-backup'
import { previewRestore, restoreIntoPlace, restoreToFolder } from '../services/backup/restoring'
import { ensureFolder, exists } from '../services/local-files'
import type { ArchiveStore } from '../services/store/store-types'
import type { Deps, HandlersFor } from './deps'

/** What the handlers of backups need besides. */
export interface BackupDeps {
  backups: Backups
  maker: BackupMaker
}

type Beside = Promise<Result<{ archive: ArchiveInfo; missingAttachments: number }>>

const pad = (value: number) => String(value).padStart(2, '0')

/** Handlers of backups: plan, list, making and restoring them. */
export function backupHandlers(deps: Deps): HandlersFor<`backup.${string}`> {
  const { workspace, settings, dialogs, words, documents } = deps
  const { backups, maker } = deps.backup

  const withStore = async <T>(work: (store: ArchiveStore) => Promise<Result<T>>): Promise<Result<T>> => {
    const archive = backups.archive()
    return archive.ok ? work(archive.value) : archive
  }

  /** A folder in the documents that is not there yet, for an archive restored beside. */
  const freeFolder = async (name: string) => {
    await ensureFolder(documents)
    for (let n = 1; ; n += 1) {
      const folder = path.join(documents, n === 1 ? name : `${name} ${n}`)
      if (!(await exists(folder))) return folder
    }
  }

  /** Restores into a new folder and opens it. */
  const beside = async (
    source: Parameters<typeof restoreToFolder>[2],
    backup: { archiveName: string; archiveId: string | undefined; at: string },
  ): Beside => {
    const at = new Date(backup.at)
    const day = `${pad(at.getDate())}.${pad(at.getMonth() + 1)}.${at.getFullYear()}`
    const open = backups.archive()
    const known = [open.ok ? { id: open.value.id, path: open.value.path } : undefined, ...settings.recent]
    let newId = false
    for (const one of known) {
      if (one && one.id === backup.archiveId && (await exists(path.join(one.path, 'archive.json'))))
        newId = true
    }
    const { restored } = words().names
    const name = newId ? `${backup.archiveName} (${restored} ${day})`.slice(0, 200) : backup.archiveName
    const folder = await freeFolder(folderNameOf(name))
    const done = await restoreToFolder(backups, maker, source, folder, { name, newId })
    if (!done.ok) return done
    const opened = await workspace.openFolder(folder)
    if (!opened.ok) return opened
    return ok({ archive: opened.value, missingAttachments: done.value.missingAttachments })
  }

  return {
    'backup.state': () => withStore(async (store) => ok(await backups.state(store))),
    'backup.now': () => backups.now(),
    'backup.cancel': async () => {
      backups.turns.cancel()
      return ok(undefined)
    },
    'backup.chooseFolder': ({ usual }, { windowId }) =>
      withStore(async (store) => {
        if (usual) return backups.choose(store, undefined)
        const folder = await dialogs.askFolder(windowId, words().dialogs.chooseBackups, documents)
        return folder ? backups.choose(store, folder) : fail('cancelled')
      }),
    'backup.setPlan': ({ automatic, capBytes }) =>
      withStore(async (store) => {
        await backups.save(store, {
          ...(automatic === undefined ? {} : { automatic }),
          ...(capBytes === undefined ? {} : { capBytes }),
        })
        return ok(undefined)
      }),
    'backup.confirmLoss': () =>
      withStore(async (store) => {
        await backups.save(store, { loss: undefined, baseline: undefined })
        return ok(undefined)
      }),
    'backup.showFolder': () =>
      withStore(async (store) => {
        const folder = backups.folderOf(store)
        if (!(await exists(folder))) return fail('backup-target-missing')
        await deps.openPath(folder)
        return ok(undefined)
      }),
    'backup.preview': ({ name }) => previewRestore(backups, maker, name),
    'backup.restoreInto': ({ name }, { windowId }) =>
      restoreIntoPlace(backups, maker, name, String(windowId)),
    'backup.restoreBeside': ({ name }) =>
      withStore(async (store) => {
        const found = (await backups.found(store))?.find((one) => one.name === name)
        if (!found) return fail('not-found')
        const { archive, at } = found.summary ?? {
          archive: undefined,
          at: new Date(found.mtimeMs).toISOString(),
        }
        return beside({ name }, { archiveName: archive?.name ?? store.name, archiveId: archive?.id, at })
      }),
    'backup.restoreFile': async (_nothing, { windowId }) => {
      const [file] = await dialogs.askFiles(windowId, words().dialogs.chooseBackupFile)
      if (file === undefined) return fail('cancelled')
      const read = await summaryOfFile(file)
      if (!read.ok) return read
      const { archive, at } = read.value
      return beside({ file }, { archiveName: archive.name, archiveId: archive.id, at })
    },
  }
}
