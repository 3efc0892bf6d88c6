import path from 'node:path'
import type { Command } from 'commander'
import { cli } from '../../shared/i18n/tr/cli'
import type { BackupReason } from '../../shared/domain/backup-rotation'
import { makeBackup, type BackupMaker } from '../services/backup/make-backup'
import { folderNameOf } from '../services/backup/names'
import { summaryOfFile } from '../services/backup/open-backup'
import { restoreBeside } from '../services/backup/restore-beside'
import { compareBackup, restoreInto } from '../services/backup/restore-into'
import { ensureFolder, exists } from '../services/local-files'
import { MachineStore } from '../services/machine-settings'
import { machineIdentity } from '../services/store/machine'
import type { ArchiveStore } from '../services/store/store-types'
import { cliError, fill, must, pathOf, print, withCommonOptions, workOf, writing } from './context'
import type { CliPorts, CommonOptions } from './context'

async function makerOf(ports: CliPorts): Promise<BackupMaker> {
  const { files, clock, userName, version } = ports
  const machine = await machineIdentity(files, ports.userData)
  return { files, clock, savedBy: () => userName, machineName: machine.name, appVersion: version }
}

/** The folder that the program with windows uses for this archive, else one beside the archive. */
async function usualFolder(ports: CliPorts, store: ArchiveStore): Promise<string> {
  const settings = await MachineStore.open(ports.userData)
  const { folder } = settings.backupPlan(store.id)
  if (folder !== undefined) return folder
  const beside = path.join(path.dirname(store.path), cli.backup.folder, folderNameOf(store.name))
  await ensureFolder(beside)
  return beside
}

/** A backup of an open archive. Ends the command when it cannot be made. */
export async function backUp(
  ports: CliPorts,
  store: ArchiveStore,
  to: string | undefined,
  reason: BackupReason,
) {
  const target = to === undefined ? await usualFolder(ports, store) : pathOf(ports, to)
  return must(
    await makeBackup(store, target, reason, await makerOf(ports), workOf(ports, cli.backup.making)),
    path.basename(target),
  )
}

/** `backup`: one backup now, into an existing folder. JSON: `{name, size, files, counts, attachments, damaged}`. */
export function addBackup(program: Command, ports: CliPorts): void {
  withCommonOptions(program.command('backup'))
    .description(cli.verbs.backup)
    .option('--to <dir>', cli.options.backupTo)
    .action(async ({ archive, json, to }: CommonOptions & { to?: string }) => {
      const { name, size, summary } = await writing(ports, archive, (store) =>
        backUp(ports, store, to, 'manual'),
      )
      const { files, counts, attachments, damaged } = summary
      print(ports, json, { name, size, files, counts, attachments: attachments.count, damaged }, [
        fill(cli.backup.made, { name, files, mb: (size / 1024 / 1024).toFixed(1) }),
        ...(damaged > 0 ? [fill(cli.backup.damaged, { count: damaged })] : []),
      ])
    })
}

/**
 * `restore-backup`: puts an archive back to a backup (after a backup of now), or unpacks it beside.
 * JSON: into place `{restored, binned, missingAttachments}`, beside `{id, files, missingAttachments}`.
 */
export function addRestoreBackup(program: Command, ports: CliPorts): void {
  withCommonOptions(program.command('restore-backup'))
    .description(cli.verbs['restore-backup'])
    .argument('<file>', cli.arguments.backup)
    .option('--beside <dir>', cli.options.beside)
    .action(async (given: string, { archive, json, beside }: CommonOptions & { beside?: string }) => {
      const file = pathOf(ports, given)
      const name = path.basename(file)
      if (!(await exists(file))) throw cliError({ code: 'file-unreadable' }, name)
      const work = workOf(ports, cli.backup.restoring)
      if (beside !== undefined) {
        const { archive: from } = must(await summaryOfFile(file))
        const folder = pathOf(ports, beside)
        const newId = await exists(path.join(pathOf(ports, archive), 'archive.json'))
        const options = { folder, newId, savedBy: ports.userName, clock: ports.clock }
        const done = must(await restoreBeside(ports.files, file, name, options, work))
        print(ports, json, done, [
          fill(cli.backup.beside, { name: from.name, folder: path.basename(folder), files: done.files }),
          ...missingLine(done.missingAttachments),
        ])
        return
      }
      const done = await writing(ports, archive, async (store) => {
        must(await compareBackup(ports.files, store, file, name, work))
        await backUp(ports, store, path.dirname(file), 'restore')
        const diff = must(await compareBackup(ports.files, store, file, name, work))
        return must(await restoreInto(ports.files, store, file, name, diff, 'cli', work))
      })
      print(ports, json, done, [
        fill(cli.backup.into, { restored: done.restored, binned: done.binned }),
        ...missingLine(done.missingAttachments),
      ])
    })
}

function missingLine(count: number): string[] {
  return count > 0 ? [fill(cli.backup.missing, { count })] : []
}
