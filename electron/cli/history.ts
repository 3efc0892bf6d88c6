import type { Command } from 'commander'
import { cli } from '../../shared/i18n/tr/cli'
import { history } from '../../shared/i18n/tr/history'
import type { VersionInfo } from '../../shared/contract/history-contract'
import { fill, must, print, reading, usageError, withCommonOptions, writing } from './context'
import type { CliPorts, CommonOptions } from './context'

const shortest = 8

function lineOf({ hash, savedAt, savedBy, machine, why, current }: VersionInfo): string {
  const words = [history.why[why ?? 'now'], ...(current ? [cli.done.currentVersion] : [])].join(', ')
  const who = [savedBy || history.noName, machine].filter(Boolean).join(' · ')
  return [hash.slice(0, 12), savedAt, who, words].join('  ')
}

/** `history`: a record's versions, the newest first. JSON: `{versions: [{hash, why?, savedAt, savedBy, machine?, revision, current}]}`. */
export function addHistory(program: Command, ports: CliPorts): void {
  withCommonOptions(program.command('history'))
    .description(cli.verbs.history)
    .argument('<id>', cli.arguments.id)
    .action(async (id: string, { archive, json }: CommonOptions) => {
      const versions = await reading(ports, archive, async (store) => must(await store.past.versions(id), id))
      print(ports, json, { versions }, versions.map(lineOf))
    })
}

/** `restore`: an old version becomes the next one. JSON: `{id, hash}`. */
export function addRestore(program: Command, ports: CliPorts): void {
  withCommonOptions(program.command('restore'))
    .description(cli.verbs.restore)
    .argument('<id>', cli.arguments.id)
    .argument('<version>', cli.arguments.version)
    .action(async (id: string, version: string, { archive, json }: CommonOptions) => {
      const hash = await writing(ports, archive, async (store) => {
        const versions = must(await store.past.versions(id), id)
        const found = versions.filter((one) => version.length >= shortest && one.hash.startsWith(version))
        const [only] = found
        if (!only || found.length > 1) throw usageError(fill(cli.errors.noVersion, { version }))
        return must(await store.past.restoreVersion(id, only.hash), id).hash
      })
      print(ports, json, { id, hash }, [cli.done.restoredVersion])
    })
}
