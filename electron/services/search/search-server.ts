import type { WorkerChannel } from '../worker-channel'
import type { SearchReply, SearchRequest } from './search-messages'
import type { SearchPort } from './search-port'
import { createSearchService } from './search-service'

/** The one index of a search process, asked over any number of lines; what comes before `open` waits for it. */
export class SearchServer {
  private service: Promise<SearchPort> | undefined
  private waiting: ((service: Promise<SearchPort>) => void)[] = []

  /**
   * Answers requests of a line.
   * @param mayChange false for lines handed to a window: these only ask.
   */
  serve(channel: WorkerChannel, mayChange: boolean): void {
    const say = (reply: SearchReply) => channel.postMessage(reply)
    channel.onMessage((message) => {
      const request = message as SearchRequest
      if (!requestKinds.has(request.kind) || (!mayChange && !askingKinds.has(request.kind))) return
      this.answer(request).then(
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

  private async answer(request: SearchRequest) {
    if (request.kind === 'open') {
      this.service = createSearchService(request.options)
      for (const tell of this.waiting.splice(0)) tell(this.service)
      await this.service
      return null
    }
    const search = await this.get()
    switch (request.kind) {
      case 'apply':
        await search.apply(request.changes)
        return null
      case 'query':
        return search.query(request.query)
      case 'status':
        return search.status()
      case 'reset':
        await search.reset()
        return null
      case 'close':
        await search.close()
        return null
    }
  }
}

const askingKinds: ReadonlySet<string> = new Set(['query', 'status'])
const requestKinds: ReadonlySet<string> = new Set([...askingKinds, 'open', 'apply', 'reset', 'close'])
