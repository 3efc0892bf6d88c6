import type { Command } from 'commander'
import { cli } from '../../shared/i18n/tr/cli'
import { ok } from '../../shared/result'
import { backUp } from './backup'
import { fill, must, print, withCommonOptions, writing, type CliPorts, type CommonOptions } from './context'

/**
 * `upgrade`: writes all records of older shapes in today's, after a backup. It can be stopped and run again.
 * JSON: `{outdated, written, left}`.
 */
export function addUpgrade(program: Command, ports: CliPorts): void {
  withCommonOptions(program.command('upgrade'))
    .description(cli.verbs.upgrade)
    .action(async ({ archive, json }: CommonOptions) => {
      const { backupBefore } = ports
      const report = await writing(ports, archive, async (store) =>
        must(
          await store.upgrade(
            backupBefore?.(store) ?? (async (reason) => ok(await backUp(ports, store, undefined, reason))),
          ),
        ),
      )
      const { outdated, written, left } = report
      const line = outdated === 0 ? cli.done.upgradeNone : fill(cli.done.upgraded, { written, left })
      print(ports, json, report, [line])
    })
}
