import path from 'node:path'
import { SearchFeed } from '../services/search-feed'
import type { SearchPort } from '../services/search/search-port'
import { indexFolder } from '../services/search/index-files'
import { createSearchService } from '../services/search/search-service'
import type { ArchiveReader } from '../services/store/store-types'
import { cacheFolder, reading, type CliPorts } from './context'

/** Opens the index that the program keeps on this computer for an archive. */
export function openIndex(ports: CliPorts, { path: root, id }: ArchiveReader): Promise<SearchPort> {
  return createSearchService({
    cacheFolder: indexFolder(cacheFolder(ports, root), id),
    lexiconFile: path.join(ports.resources, 'lexicon', 'roots.txt.gz'),
  })
}

/**
 * Runs work on an archive with its index brought up to date first. `anew`: the index is built from the records.
 * A fault while it is brought up to date ends the command.
 */
export async function searching<T>(
  ports: CliPorts,
  archive: string,
  work: (search: SearchPort, store: ArchiveReader) => Promise<T>,
  anew = false,
): Promise<T> {
  let search: SearchPort | undefined
  let feed: SearchFeed | undefined
  const faults: unknown[] = []
  // The feed listens before files changed by others are looked for, so that it hears of them.
  const listen = async (store: ArchiveReader) => {
    search = await openIndex(ports, store)
    if (anew) await search.reset()
    feed = new SearchFeed(store, search, {
      onProgress: () => undefined,
      logFault: (_where, fault) => faults.push(fault),
    })
  }
  return reading(
    ports,
    archive,
    async (store) => {
      await feed?.idle()
      if (faults.length > 0) throw faults[0]
      return work(search as SearchPort, store)
    },
    listen,
  ).finally(async () => {
    await feed?.stop()
    await search?.close()
  })
}
