import path from 'node:path'
import type { Command } from 'commander'
import { cli } from '../../shared/i18n/tr/cli'
import { recordTypeOfId } from '../../shared/ids'
import { meetingBytes, type ExportFormat } from '../services/exports-service'
import { createTypesetter } from '../services/typeset/typesetter'
import { fill, formatOption, must, print, reading, usageError, withCommonOptions } from './context'
import type { CliPorts, CommonOptions } from './context'
import { outputFile, writeOutput } from './output'

interface ExportOptions extends CommonOptions {
  format: ExportFormat
  out: string
  force?: boolean
}

/** `export`: one meeting's minutes as PDF or Markdown. JSON: `{file, format, bytes}`. */
export function addExport(program: Command, ports: CliPorts): void {
  withCommonOptions(program.command('export'))
    .description(cli.verbs.export)
    .argument('<id>', cli.arguments.meetingId)
    .addOption(formatOption())
    .requiredOption('--out <file>', cli.options.out)
    .option('--force', cli.options.force)
    .action(async (id: string, { archive, json, format, out, force }: ExportOptions) => {
      if (recordTypeOfId(id) !== 'meeting') throw usageError(cli.errors.onlyMeetings)
      const file = await outputFile(ports, archive, out, force)
      const typesetter = createTypesetter()
      const bytes = await reading(ports, archive, async (store) => {
        const made = await meetingBytes(store, typesetter, id as `meeting_${string}`, format, 'tr')
        return must(made).bytes
      }).finally(() => typesetter.close())
      await writeOutput(file, bytes)
      const name = path.basename(file)
      print(ports, json, { file, format, bytes: bytes.length }, [fill(cli.done.written, { name })])
    })
}
