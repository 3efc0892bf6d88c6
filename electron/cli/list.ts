import { Argument, type Command } from 'commander'
import { listedTypes, maxRows, type CatalogueRow, type ListedType } from '../../shared/contract/rows'
import { formatEventRange } from '../../shared/dates'
import { cli } from '../../shared/i18n/tr/cli'
import type { ArchiveReader } from '../services/store/store-types'
import { print, reading, withCommonOptions, type CliPorts, type CommonOptions } from './context'

export type ListedRow = CatalogueRow & { type: ListedType; title: string }

/** A title for any row: people and institutions have names. */
function titleOf(row: CatalogueRow): string {
  if (!('name' in row)) return row.title
  return 'prefix' in row && row.prefix ? `${row.prefix} ${row.name}` : row.name
}

/** All rows of a list, window by window. */
function rowsOf(store: ArchiveReader, type: ListedType): ListedRow[] {
  const rows: ListedRow[] = []
  for (;;) {
    const { rows: window, total } = store.list({ type, offset: rows.length, limit: maxRows })
    rows.push(...(window as CatalogueRow[]).map((row) => ({ ...row, type, title: titleOf(row) })))
    if (window.length === 0 || rows.length >= total) return rows
  }
}

function lineOf(row: ListedRow): string {
  const when = 'start' in row ? formatEventRange(row.start, row.end, 'short', 'tr') || row.asWritten : ''
  return [row.id, when, row.title].filter(Boolean).join('  ')
}

/** `list`: the records of one type, or all. JSON: `{records: [{type, id, title, …}]}`, columns as in the program's lists. */
export function addList(program: Command, ports: CliPorts): void {
  withCommonOptions(program.command('list'))
    .description(cli.verbs.list)
    .addArgument(new Argument('[type]', cli.arguments.type).choices(listedTypes))
    .action(async (type: ListedType | undefined, { archive, json }: CommonOptions) => {
      const records = await reading(ports, archive, async (store) =>
        (type ? [type] : listedTypes).flatMap((one) => rowsOf(store, one)),
      )
      print(ports, json, { records }, records.length > 0 ? records.map(lineOf) : [cli.done.nothing])
    })
}
