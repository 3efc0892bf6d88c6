import path from 'node:path'
import { Option, type Command } from 'commander'
import { cli } from '../../shared/i18n/tr/cli'
import { recordOfText, type ImportedText } from '../services/import-text'
import { attempt } from '../services/store/archive-files'
import { ok } from '../../shared/result'
import { cliError, fill, must, pathOf, print, usageError, withCommonOptions, writing } from './context'
import type { CliPorts, CommonOptions } from './context'

type ImportOptions = CommonOptions & { as: 'note' | 'meeting' }

async function readText(ports: CliPorts, given: string, type: ImportOptions['as']): Promise<ImportedText> {
  const name = path.basename(given)
  if (!/\.(txt|md|markdown)$/i.test(name)) throw usageError(fill(cli.errors.notAText, { name }))
  const bytes = await attempt(async () => ok(await ports.files.readFile(pathOf(ports, given))))
  if (!bytes.ok) throw cliError({ code: 'file-unreadable' }, name)
  return must(recordOfText(name, bytes.value, type), name)
}

/**
 * `import`: makes a record of every text file, all or none. The same bytes again give the same id and are left alone.
 * JSON: `{records: [{id, type, title, file, status: "new" | "exists"}]}`.
 */
export function addImport(program: Command, ports: CliPorts): void {
  withCommonOptions(program.command('import'))
    .description(cli.verbs.import)
    .argument('<files...>', cli.arguments.files)
    .addOption(new Option('--as <note|meeting>', cli.options.as).choices(['note', 'meeting']).default('note'))
    .action(async (files: string[], { archive, json, as }: ImportOptions) => {
      const records = await writing(ports, archive, async (store) => {
        const texts: { file: string; text: ImportedText; isNew: boolean }[] = []
        const seen = new Set<string>()
        for (const file of files) {
          const text = await readText(ports, file, as)
          const known = await store.get(text.id)
          if (!known.ok && known.error.code !== 'not-found') throw cliError(known.error, path.basename(file))
          texts.push({ file, text, isNew: !known.ok && !seen.has(text.id) })
          seen.add(text.id)
        }
        const fresh = texts.filter(({ isNew }) => isNew)
        if (fresh.length > 0) {
          must(
            await store.commitMany(
              fresh.map(({ text }) => ({ kind: 'create', type: text.type, fields: text.fields })),
            ),
          )
        }
        return texts.map(({ file, text: { id, type, title }, isNew }) => {
          return { id, type, title, file: path.basename(file), status: isNew ? 'new' : 'exists' }
        })
      })
      const word = (status: string) => (status === 'new' ? cli.done.imported : cli.done.exists)
      print(
        ports,
        json,
        { records },
        records.map(({ id, title, status }) => `${id}  ${word(status)}  ${title}`),
      )
    })
}
