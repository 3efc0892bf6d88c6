import type { Command } from 'commander'
import { cli } from '../../shared/i18n/tr/cli'
import { machineIdentity } from '../services/store/machine'
import { verifyArchive } from '../services/store/verify'
import { CliError, cacheFolder, exitCodes, fill, must, pathOf, print, withCommonOptions } from './context'
import type { CliPorts, CommonOptions } from './context'

/**
 * `verify`: reads and checks every file. Ends with code 1 when something is wrong.
 * JSON: `{ok, records: {type: count}, attachments, problems: [{file, kind, id?, target?}]}`.
 */
export function addVerify(program: Command, ports: CliPorts): void {
  withCommonOptions(program.command('verify'))
    .description(cli.verbs.verify)
    .action(async ({ archive, json }: CommonOptions) => {
      const root = pathOf(ports, archive)
      const found = must(
        await verifyArchive({
          path: root,
          files: ports.files,
          cacheFolder: cacheFolder(ports, root),
          clock: ports.clock,
          machine: await machineIdentity(ports.files, ports.userData),
          savedBy: () => ports.userName,
        }),
      )
      const { records, attachments, findings } = found
      const good = findings.length === 0
      const count = Object.values(records).reduce((sum, one) => sum + one, 0)
      const figures = { count, attachments, problems: findings.length }
      const lines = findings.map(({ kind, file, target }) =>
        [file, cli.problems[kind], target].filter(Boolean).join('  '),
      )
      const summary = fill(good ? cli.done.verified : cli.done.verifiedBad, figures)
      print(ports, json, { ok: good, records, attachments, problems: findings }, [
        ...lines,
        ...(good ? [summary] : []),
      ])
      if (!good) throw new CliError(summary, exitCodes.failed)
    })
}
