import path from 'node:path'
import type { Command } from 'commander'
import { cli } from '../../shared/i18n/tr/cli'
import { initArchive } from '../services/store/archive-init'
import { CliError, exitCodes, fill, must, pathOf, print, withCommonOptions } from './context'
import type { CliPorts, CommonOptions } from './context'

/** `init`: makes an empty archive. JSON: `{id, name, folder}`. */
export function addInit(program: Command, ports: CliPorts): void {
  withCommonOptions(program.command('init'))
    .description(cli.verbs.init)
    .option('--name <name>', cli.options.name)
    .action(async ({ archive, json, name }: CommonOptions & { name?: string }) => {
      const folder = pathOf(ports, archive)
      const chosen = name ?? path.basename(folder)
      const result = await initArchive({
        path: folder,
        files: ports.files,
        name: chosen,
        clock: ports.clock,
        savedBy: ports.userName,
      })
      if (!result.ok && result.error.code === 'already-exists') {
        throw new CliError(cli.errors.archiveExists, exitCodes.failed)
      }
      const made = must(result)
      print(ports, json, { id: made.id, name: chosen, folder }, [fill(cli.done.init, { name: chosen })])
    })
}
