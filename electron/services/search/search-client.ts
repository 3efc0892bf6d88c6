import type { SearchAnswer } from '../../../shared/domain/search-types'
import type { WorkerChannel } from '../worker-channel'
import type { SearchReply, SearchRequest } from './search-messages'
import type { SearchPort, SearchStatus } from './search-port'
import type { SearchOptions } from './search-service'

type Asked = SearchRequest extends infer R ? (R extends { id: number } ? Omit<R, 'id'> : never) : never

interface Waiting {
  resolve: (value: unknown) => void
  reject: (fault: Error) => void
}

/** A search process that dies is started again so many times. */
const RESTARTS = 1

const gone = () => new Error('search-unavailable')

/**
 * Search in another process or thread, reached over a channel; `start` starts it, at the first call.
 * When the other side dies, it is started once more: what was asked is asked again, changes under way reject with
 * `search-unavailable`, and `onLost` tells to bring the index up to date. After that every call rejects so.
 * `close` waits for the other side to store its index, then ends it.
 */
export function createSearchClient(start: () => WorkerChannel, options: SearchOptions): SearchPort {
  const listeners: (() => void)[] = []
  let line: Line | undefined
  let restarts = RESTARTS
  let closing = false

  const connect = (): Line =>
    new Line(start(), options, {
      onLost: () => listeners.forEach((tell) => tell()),
      onEnd: (ended) => {
        if (closing || line !== ended || restarts === 0) return
        restarts -= 1
        line = connect()
        listeners.forEach((tell) => tell())
      },
    })

  const call = async (request: Asked): Promise<unknown> => {
    line ??= connect()
    return line.call(request)
  }
  /** For what changes nothing: asked again when the other side died over it. */
  const ask = async (request: Asked): Promise<unknown> => {
    const asked = (line ??= connect())
    try {
      return await asked.call(request)
    } catch (fault) {
      if (closing || line === asked) throw fault
      return line.call(request)
    }
  }

  return {
    apply: async (changes) => void (await call({ kind: 'apply', changes })),
    query: async (query) => (await ask({ kind: 'query', query })) as SearchAnswer,
    status: async () => (await ask({ kind: 'status' })) as SearchStatus,
    reset: async (how) => void (await call({ kind: 'reset', ...(how ? { how } : {}) })),
    onLost: (listener) => void listeners.push(listener),
    close: async () => {
      closing = true
      if (!line || line.ended) return
      await line.call({ kind: 'close' }).catch(() => undefined)
      line.end()
    },
  }
}

/** One life of the other side. */
class Line {
  ended = false
  private readonly waiting = new Map<number, Waiting>()
  private next = 1
  private readonly opened: Promise<unknown>

  constructor(
    private readonly channel: WorkerChannel,
    options: SearchOptions,
    ports: { onLost: () => void; onEnd: (line: Line) => void },
  ) {
    channel.onMessage((message) => {
      const reply = message as SearchReply
      if (reply.kind === 'lost') return ports.onLost()
      const asker = this.waiting.get(reply.id)
      this.waiting.delete(reply.id)
      if (reply.kind === 'done') asker?.resolve(reply.value)
      else asker?.reject(new Error(`search: ${reply.message}`))
    })
    channel.onClose(() => {
      if (this.ended) return
      this.ended = true
      ports.onEnd(this)
      for (const { reject } of this.waiting.values()) reject(gone())
      this.waiting.clear()
    })
    this.opened = this.send({ kind: 'open', options })
    // Who waits for it hears of it.
    this.opened.catch(() => undefined)
  }

  async call(request: Asked): Promise<unknown> {
    await this.opened
    return this.send(request)
  }

  end(): void {
    this.channel.close()
  }

  private send(request: Asked): Promise<unknown> {
    return new Promise((resolve, reject) => {
      if (this.ended) return reject(gone())
      const id = this.next
      this.next += 1
      this.waiting.set(id, { resolve, reject })
      this.channel.postMessage({ ...request, id })
    })
  }
}
