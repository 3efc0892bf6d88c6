import type { WorkerChannel } from '../worker-channel'
import type { SearchAnswer } from '../../../shared/domain/search-types'
import type { SearchReply, SearchRequest } from './search-messages'
import type { SearchPort, SearchQuery } from './search-port'
import { createSearchService } from './search-service'

/** The one index of a search process, asked over any number of lines; what comes before `open` waits for it. */
export class SearchServer {
  private service: Promise<SearchPort> | undefined
  private waiting: ((service: Promise<SearchPort>) => void)[] = []
  private readonly owners: ((reply: SearchReply) => void)[] = []

  /**
   * Answers requests of a line.
   * @param mayChange false for lines handed to a window: these only ask.
   */
  serve(channel: WorkerChannel, mayChange: boolean): void {
    const say = (reply: SearchReply) => channel.postMessage(reply)
    if (mayChange) this.owners.push(say)
    const newest = new Map<string, SearchQuery>()
    channel.onMessage((message) => {
      const request = message as SearchRequest
      if (!requestKinds.has(request.kind) || (!mayChange && !askingKinds.has(request.kind))) return
      this.answer(request, newest).then(
        (value) => say({ id: request.id, kind: 'done', value }),
        (fault: unknown) =>
          say({
            id: request.id,
            kind: 'fault',
            message: fault instanceof Error ? fault.message : String(fault),
          }),
      )
    })
  }

  private get(): Promise<SearchPort> {
    return this.service ?? new Promise((resolve) => this.waiting.push(resolve))
  }

  private async answer(request: SearchRequest, newest: Map<string, SearchQuery>) {
    if (request.kind === 'open') {
      this.service = createSearchService(request.options)
      for (const tell of this.waiting.splice(0)) tell(this.service)
      const service = await this.service
      service.onLost?.(() => {
        for (const say of this.owners) say({ kind: 'lost' })
      })
      return null
    }
    if (request.kind === 'query' && request.query.asker !== undefined)
      newest.set(request.query.asker, request.query)
    const search = await this.get()
    switch (request.kind) {
      case 'apply':
        await search.apply(request.changes)
        return null
      case 'query':
        return (await isNewest(request.query, newest)) ? search.query(request.query) : dropped(request.query)
      case 'status':
        return search.status()
      case 'reset':
        await search.reset(request.how)
        return null
      case 'close':
        await search.close()
        return null
    }
  }
}

/** Lets everything that has already come in be read first: of several queries of one asker only the last is run. */
async function isNewest(query: SearchQuery, newest: Map<string, SearchQuery>): Promise<boolean> {
  if (query.asker === undefined) return true
  await new Promise((resolve) => setImmediate(resolve))
  return newest.get(query.asker) === query
}

const dropped = ({ text }: SearchQuery): SearchAnswer => ({
  query: text,
  total: 0,
  hits: [],
  groups: {},
  tookMs: 0,
  dropped: true,
})

const askingKinds: ReadonlySet<string> = new Set(['query', 'status'])
const requestKinds: ReadonlySet<string> = new Set([...askingKinds, 'open', 'apply', 'reset', 'close'])
