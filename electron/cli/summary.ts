import path from 'node:path'
import { InvalidArgumentError, type Command } from 'commander'
import { SummaryRequest } from '../../shared/contract/work-contract'
import { cli } from '../../shared/i18n/tr/cli'
import { recordTypeOfId } from '../../shared/ids'
import { summaryBytes, type ExportFormat } from '../services/exports-service'
import { createTypesetter } from '../services/typeset/typesetter'
import { fill, formatOption, must, print, reading, usageError, withCommonOptions } from './context'
import type { CliPorts, CommonOptions } from './context'
import { outputFile, writeOutput } from './output'

interface SummaryOptions extends CommonOptions {
  from: string
  to: string
  body: string[]
  format: ExportFormat
  out: string
  force?: boolean
}

function day(text: string): string {
  const checked = SummaryRequest.shape.from.safeParse(text)
  if (!checked.success) throw new InvalidArgumentError('')
  return checked.data
}

function oneMore(id: string, before: string[]): string[] {
  if (recordTypeOfId(id) !== 'body') throw new InvalidArgumentError('')
  return [...before, id]
}

/** `summary`: a period's meetings, decisions and action items in one document. JSON: `{file, format, bytes, meetings}`. */
export function addSummary(program: Command, ports: CliPorts): void {
  withCommonOptions(program.command('summary'))
    .description(cli.verbs.summary)
    .requiredOption('--from <day>', cli.options.from, day)
    .requiredOption('--to <day>', cli.options.to, day)
    .option('--body <id>', cli.options.body, oneMore, [])
    .addOption(formatOption())
    .requiredOption('--out <file>', cli.options.out)
    .option('--force', cli.options.force)
    .action(async ({ archive, json, from, to, body, format, out, force }: SummaryOptions) => {
      if (from > to) throw usageError(cli.errors.periodBackwards)
      const file = await outputFile(ports, archive, out, force)
      const request = SummaryRequest.parse({ from, to, bodyIds: body })
      const typesetter = createTypesetter()
      const { bytes, meetings } = await reading(ports, archive, async (store) =>
        must(await summaryBytes(store, typesetter, request, format, 'tr')),
      ).finally(() => typesetter.close())
      await writeOutput(file, bytes)
      const line = fill(cli.done.writtenSummary, { name: path.basename(file), count: meetings })
      print(ports, json, { file, format, bytes: bytes.length, meetings }, [line])
    })
}
