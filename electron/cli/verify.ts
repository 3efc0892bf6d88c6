import type { Command } from 'commander'
import {
  repairs,
  type Finding,
  type Repair,
  type RepairReport,
  type VerifyReport,
} from '../../shared/contract/care-contract'
import { care } from '../../shared/i18n/tr/care'
import { cli } from '../../shared/i18n/tr/cli'
import type { Result } from '../../shared/result'
import { machineIdentity } from '../services/store/machine'
import { verifyArchive } from '../services/store/care/verify'
import { clearCatalogue } from '../services/store/catalogue-keeper'
import {
  CliError,
  cacheFolder,
  cliError,
  exitCodes,
  fill,
  pathOf,
  print,
  usageError,
  workOf,
  writing,
} from './context'
import { withCommonOptions, type CliPorts, type CommonOptions } from './context'

interface VerifyFlags extends CommonOptions {
  repair?: string
}

/** Repairs named on the command line, separated by commas. */
function repairsOf(given: string): Repair[] {
  if (given === 'all') return [...repairs]
  return given.split(',').map((name) => {
    const known = repairs.find((repair) => repair === name.trim())
    if (!known) throw usageError(fill(cli.errors.wrongValue, { name: '--repair', value: name }))
    return known
  })
}

function lineOf({ code, severity, where, params, repair }: Finding): string {
  const means = repair ? ` [--repair ${repair}]` : ''
  return `${care.severity[severity]}  ${where}\n    ${fill(care.findings[code], params)} ${care.advice[code]}${means}`
}

/** An archive that cannot be looked at ends with a code of its own: a script must not take it for a sound one. */
function checked<T>(result: Result<T>): T {
  if (result.ok) return result.value
  throw new CliError(cliError(result.error).message, exitCodes.unchecked)
}

async function repair(ports: CliPorts, archive: string, kinds: readonly Repair[]): Promise<RepairReport> {
  const root = pathOf(ports, archive)
  const lists = kinds.includes('rebuild-lists')
  if (lists) await clearCatalogue(ports.files, cacheFolder(ports, root))
  const report = await writing(ports, archive, async (store) => checked(await store.repair(kinds)))
  return lists ? { ...report, done: { ...report.done, 'rebuild-lists': 1 } } : report
}

/**
 * `verify`: reads and checks every file; with `--repair` mends first what is named. Ends with 0 when all is well (notes
 * may be there), 1 when something was found, 2 when the archive could not be checked, 3 when another program holds what is
 * to be repaired. JSON: `{ok, records: {type: count}, attachments, history, journal, counts: {code: count}, severities,
 * repairable, findings: [{code, severity, where, params, repair?}], repaired?: {done: {repair: count}, failed}}`.
 */
export function addVerify(program: Command, ports: CliPorts): void {
  withCommonOptions(program.command('verify'))
    .description(cli.verbs.verify)
    .option('--repair <list>', fill(cli.options.repair, { list: repairs.join(', ') }))
    .action(async ({ archive, json, repair: wanted }: VerifyFlags) => {
      const root = pathOf(ports, archive)
      const repaired = wanted === undefined ? undefined : await repair(ports, archive, repairsOf(wanted))
      const report: VerifyReport = checked(
        await verifyArchive(
          {
            path: root,
            files: ports.files,
            cacheFolder: cacheFolder(ports, root),
            clock: ports.clock,
            machine: await machineIdentity(ports.files, ports.userData),
            savedBy: () => ports.userName,
          },
          { onProgress: workOf(ports, cli.done.verifying).report },
        ),
      )
      const { severities, records, attachments, findings } = report
      const good = severities.error + severities.warning === 0
      const count = Object.values(records).reduce((sum, one) => sum + one, 0)
      const summary = fill(good ? cli.done.verified : cli.done.verifiedBad, {
        count,
        attachments,
        ...severities,
      })
      const total = severities.error + severities.warning + severities.note
      print(ports, json, { ok: good, ...report, ...(repaired ? { repaired } : {}) }, [
        ...findings.map(lineOf),
        ...(total > findings.length ? [fill(cli.done.more, { count: total - findings.length })] : []),
        ...(repaired
          ? [fill(cli.done.repaired, { count: sum(repaired.done), failed: repaired.failed })]
          : []),
        ...(good ? [summary] : []),
      ])
      if (!good) throw new CliError(summary, exitCodes.failed)
    })
}

function sum(counts: RepairReport['done']): number {
  return Object.values(counts).reduce((total, one) => total + one, 0)
}
