import path from 'node:path'
import type { Command } from 'commander'
import { cli } from '../../shared/i18n/tr/cli'
import { createAnalyzer } from '../../shared/text/analyzer'
import { readLexicon } from '../services/search/search-service'
import { print, type CliPorts } from './context'

/** `analyze`: how search reads a text. JSON: `{tokens: [{token, start, end, keys: [main, …]}]}`. */
export function addAnalyze(program: Command, ports: CliPorts): void {
  program
    .command('analyze')
    .description(cli.verbs.analyze)
    .argument('<text...>', cli.arguments.text)
    .option('--json', cli.options.json)
    .helpOption('-h, --help', cli.help)
    .action(async (words: string[], { json }: { json?: boolean }) => {
      const lexicon = await readLexicon(path.join(ports.resources, 'lexicon', 'roots.txt.gz'))
      const tokens = createAnalyzer(lexicon)
        .analyze(words.join(' '))
        .map(({ token, start, end, keys }) => ({ token, start, end, keys }))
      const lines = tokens.map(({ token, keys }) => `${token}  ${keys.join(', ')}`)
      print(ports, json, { tokens }, lines)
    })
}
