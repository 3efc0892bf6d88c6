import path from 'node:path'
import { InvalidArgumentError, type Command } from 'commander'
import { cli } from '../../shared/i18n/tr/cli'
import { SearchFeed } from '../services/search-feed'
import { createSearchService } from '../services/search/search-service'
import type { ArchiveReader } from '../services/store/store-types'
import { cacheFolder, fill, pathOf, print, reading, withCommonOptions } from './context'
import type { CliPorts, CommonOptions } from './context'

const defaultLimit = 20
const mostHits = 100

function wholeNumber(text: string): number {
  const value = Number(text)
  if (!Number.isInteger(value) || value < 1 || value > mostHits) throw new InvalidArgumentError('')
  return value
}

/**
 * `search`: what the program's search field finds. The index is kept per machine and brought up to date first.
 * JSON: `{query, total, tookMs, hits: [{type, id, meetingId?, title, score, snippet, source?}]}`.
 */
export function addSearch(program: Command, ports: CliPorts): void {
  withCommonOptions(program.command('search'))
    .description(cli.verbs.search)
    .argument('<query...>', cli.arguments.query)
    .option('--limit <n>', cli.options.limit, wholeNumber, defaultLimit)
    .action(async (words: string[], { archive, json, limit }: CommonOptions & { limit: number }) => {
      const text = words.join(' ')
      const search = await createSearchService({
        cacheFolder: cacheFolder(ports, pathOf(ports, archive)),
        lexiconFile: path.join(ports.resources, 'lexicon', 'roots.txt.gz'),
      })
      let feed: SearchFeed | undefined
      const faults: unknown[] = []
      // The feed listens before files changed by others are looked for, so that it hears of them.
      const listen = async (store: ArchiveReader) => {
        feed = new SearchFeed(store, search, {
          onProgress: () => undefined,
          logFault: (_where, fault) => faults.push(fault),
        })
      }
      const answer = await reading(
        ports,
        archive,
        async () => {
          await feed?.idle()
          if (faults.length > 0) throw faults[0]
          return search.query({ text, limit, prefixLast: false })
        },
        listen,
      ).finally(async () => {
        await feed?.stop()
        await search.close()
      })
      const { query, total, tookMs } = answer
      const hits = answer.hits.map(({ type, id, meetingId, title, score, snippet, source }) => ({
        type,
        id,
        ...(meetingId ? { meetingId } : {}),
        title,
        score,
        snippet: snippet.text,
        ...(source ? { source } : {}),
      }))
      const lines = hits.flatMap((hit) => [
        `${hit.id}  ${hit.title}`,
        ...(hit.snippet ? [`    ${hit.snippet}`] : []),
      ])
      const summary = total > 0 ? cli.done.found : cli.done.nothingFound
      print(ports, json, { query, total, tookMs, hits }, [...lines, fill(summary, { query, total, tookMs })])
    })
}
