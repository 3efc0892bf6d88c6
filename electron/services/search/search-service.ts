import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { ANALYZER_VERSION, createAnalyzer } from '../../../shared/text/analyzer'
import { type Lexicon, NO_LEXICON, parseLexicon } from '../../../shared/text/lexicon'
import { readBytesIfThere } from '../local-files'
import { folderFiles } from './index-files'
import { KeptNames } from './kept-names'
import { SearchIndex, type IndexOptions } from './search-index'
import type { SearchChanges, SearchPort } from './search-port'

export interface SearchOptions {
  /** Folder of this computer where the index is stored between runs; left out = memory only. */
  cacheFolder?: string
  /** The root lexicon (roots.txt.gz); without it words are stemmed by rules alone. */
  lexiconFile?: string
}

/** Wait for quiet before storing and tidying up. */
const QUIET_MS = 3_000

/** Reads the root lexicon; the empty one when the file is not there or damaged. */
export async function readLexicon(file: string | undefined): Promise<Lexicon> {
  const packed = file === undefined ? undefined : await readBytesIfThere(file)
  if (!packed) return NO_LEXICON
  return promisify(gunzip)(packed).then(
    (plain) => parseLexicon(plain.toString('utf8')),
    () => NO_LEXICON,
  )
}

/** Search within this process or thread: the index behind the port, stored in the cache folder. */
class SearchService implements SearchPort {
  private index: SearchIndex
  /** an older index that answers while the new one is built */
  private serving: SearchIndex | undefined
  private chain: Promise<void> = Promise.resolve()
  private timer: NodeJS.Timeout | undefined
  private readonly listeners: (() => void)[] = []

  constructor(
    opened: SearchIndex,
    private readonly options: IndexOptions,
    private readonly names: KeptNames,
  ) {
    this.index = opened
    // Made with another analysis, or while a new one was being built: good enough to answer until then.
    if (opened.seq === 0 && opened.size > 0) {
      this.serving = opened
      this.index = this.fresh()
    }
  }

  apply(changes: SearchChanges): Promise<void> {
    return this.queue(async () => {
      await this.index.apply(changes)
      this.names.apply(changes)
      const { serving } = this
      if (serving && this.index.ready) await this.takeOver(serving)
      else if (serving && changes.meanwhile) await serving.apply({ ...changes, seq: 0 })
      this.tidySoon()
    })
  }

  query: SearchPort['query'] = async (query) => (this.serving ?? this.index).query(query)

  status: SearchPort['status'] = async () => ({
    docs: this.index.size,
    // What one of them missed is told to both again.
    seq: Math.min(this.index.seq, this.names.seq),
    ready: this.index.ready,
    ...this.index.parts,
    ...(this.serving ? { serving: true } : {}),
  })

  reset({ keepServing = false } = {}): Promise<void> {
    return this.queue(async () => {
      clearTimeout(this.timer)
      this.names.reset(keepServing)
      const { index, serving } = this
      if (keepServing && !serving && index.size > 0) {
        await index.retire()
        this.serving = index
      } else {
        await index.close(keepServing ? 'segments' : 'everything')
        if (!keepServing) {
          this.serving = undefined
          await serving?.close()
        }
      }
      this.index = this.fresh()
    })
  }

  onLost(listener: () => void): void {
    this.listeners.push(listener)
  }

  async close(): Promise<void> {
    clearTimeout(this.timer)
    await this.queue(async () => {
      const { index, serving } = this
      await index.flush()
      await serving?.flush()
      await this.names.flush()
      // What was half built is of no use.
      await index.close(index.ready ? 'keep' : serving ? 'segments' : 'keep')
      await serving?.close()
    })
  }

  /** The new index is whole: it is stored in place of the old one. */
  private async takeOver(old: SearchIndex): Promise<void> {
    this.serving = undefined
    await this.index.flush()
    await old.close('segments')
  }

  private fresh(): SearchIndex {
    const index: SearchIndex = SearchIndex.fresh({ ...this.options, onLost: () => this.lose(index) })
    return index
  }

  /** An index turned out to be damaged: it counts for nothing, and whoever feeds search is told. */
  lose(index: SearchIndex): void {
    if (index === this.serving) {
      this.serving = undefined
      return
    }
    void this.queue(() => index.close(this.serving ? 'segments' : 'everything'))
    for (const tell of this.listeners) tell()
  }

  private queue(work: () => Promise<void>): Promise<void> {
    const done = this.chain.then(work)
    this.chain = done.catch(() => undefined)
    return done
  }

  private tidySoon(): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => {
      this.index.tidyUp(true)
      void this.queue(async () => {
        await this.index.flush()
        await this.serving?.flush()
        await this.names.flush()
      })
    }, QUIET_MS)
    this.timer.unref()
  }
}

/** Opens search in this process: reads lexicon and stored index. */
export async function createSearchService({
  cacheFolder,
  lexiconFile,
}: SearchOptions = {}): Promise<SearchPort> {
  const lexicon = await readLexicon(lexiconFile)
  const analyzer = createAnalyzer(lexicon)
  const files = cacheFolder === undefined ? undefined : folderFiles(cacheFolder)
  const analyzerName = `${ANALYZER_VERSION}/${lexicon.size}`
  const names = await KeptNames.open(analyzer, analyzerName, files)
  const options: IndexOptions = {
    analyzer,
    analyzerName,
    files,
    expansions: names,
  }
  const told: { service?: SearchService } = {}
  const index: SearchIndex = await SearchIndex.open({ ...options, onLost: () => told.service?.lose(index) })
  told.service = new SearchService(index, options, names)
  return told.service
}
