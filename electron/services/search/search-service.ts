import { promisify } from 'node:util'
import { gunzip } from 'node:zlib'
import { createAnalyzer } from '../../../shared/text/analyzer'
import { type Lexicon, NO_LEXICON, parseLexicon } from '../../../shared/text/lexicon'
import { readBytesIfThere } from '../local-files'
import { IndexCache } from './index-cache'
import { LunrIndex } from './lunr-index'
import type { SearchChanges, SearchPort } from './search-port'

export interface SearchOptions {
  /** Folder of this computer where the index is stored between runs; left out = memory only. */
  cacheFolder?: string
  /** The root lexicon (roots.txt.gz); without it words are stemmed by rules alone. */
  lexiconFile?: string
}

/** Changed documents after which the stored index is written again; fewer are replayed from the journal at opening. */
const STORE_AFTER = 200
/** Wait for quiet before storing. */
const QUIET_MS = 3_000

/** Reads the root lexicon; the empty one when the file is not there or damaged. */
async function readLexicon(file: string | undefined): Promise<Lexicon> {
  const packed = file === undefined ? undefined : await readBytesIfThere(file)
  if (!packed) return NO_LEXICON
  return promisify(gunzip)(packed).then(
    (plain) => parseLexicon(plain.toString('utf8')),
    () => NO_LEXICON,
  )
}

/** Search within this process or thread: the index behind the port, stored in the cache folder. */
class SearchService implements SearchPort {
  private chain: Promise<void> = Promise.resolve()
  private unstored = 0
  private storing: Promise<void> = Promise.resolve()
  private timer: NodeJS.Timeout | undefined

  constructor(
    private readonly index: LunrIndex,
    private readonly cache: IndexCache | undefined,
  ) {}

  apply(changes: SearchChanges): Promise<void> {
    return this.queue(async () => {
      await this.index.apply(changes)
      this.unstored += changes.replace.length + changes.upsert.length
      if (changes.seq > 0 && this.unstored >= STORE_AFTER) this.storeSoon()
    })
  }

  query: SearchPort['query'] = async (query) => this.index.query(query)

  status: SearchPort['status'] = async () => ({
    docs: this.index.size,
    seq: this.index.seq,
    ready: this.index.ready,
  })

  reset(): Promise<void> {
    return this.queue(async () => {
      clearTimeout(this.timer)
      this.index.reset()
      this.unstored = 0
      // A picture that is just being written must not come back after this.
      await this.storing
      await this.cache?.clear()
    })
  }

  async close(): Promise<void> {
    clearTimeout(this.timer)
    await this.queue(async () => {
      if (this.unstored >= STORE_AFTER) this.store()
    })
    await this.storing
  }

  private queue(work: () => Promise<void>): Promise<void> {
    const done = this.chain.then(work)
    this.chain = done.catch(() => undefined)
    return done
  }

  private storeSoon(): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.queue(async () => this.store()), QUIET_MS)
    this.timer.unref()
  }

  /** Takes a picture of the index at once; packing and writing it holds up neither queries nor changes. */
  private store(): void {
    const { cache, unstored } = this
    if (this.index.seq === 0 || !cache) return
    this.unstored = 0
    this.storing = this.storing.then(async () => {
      if (!(await cache.save(this.index.stored()))) this.unstored += unstored
    })
  }
}

/** Opens search in this process: reads lexicon and stored index, makes the base. */
export async function createSearchService({
  cacheFolder,
  lexiconFile,
}: SearchOptions = {}): Promise<SearchPort> {
  const lexicon = await readLexicon(lexiconFile)
  const cache = cacheFolder === undefined ? undefined : new IndexCache(cacheFolder, lexicon.size)
  const index = new LunrIndex(createAnalyzer(lexicon), await cache?.load())
  await index.warm()
  return new SearchService(index, cache)
}
