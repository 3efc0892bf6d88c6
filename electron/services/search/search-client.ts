import type { SearchAnswer } from '../../../shared/domain/search-types'
import type { WorkerChannel } from '../worker-channel'
import type { SearchReply, SearchRequest } from './search-messages'
import type { SearchPort, SearchStatus } from './search-port'
import type { SearchOptions } from './search-service'

type Asked = SearchRequest extends infer R ? (R extends { id: number } ? Omit<R, 'id'> : never) : never

/**
 * Search in another process or thread, reached over a channel; `start` starts it, at the first call.
 * When the other side ends, what is under way and every later call rejects with `search-unavailable`.
 * `close` waits for the other side to store its index, then ends it.
 */
export function createSearchClient(start: () => WorkerChannel, options: SearchOptions): SearchPort {
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (fault: Error) => void }>()
  let next = 1
  let ended = false
  let channel: WorkerChannel | undefined

  function connect(): WorkerChannel {
    const channel = start()
    channel.onMessage((message) => {
      const reply = message as SearchReply
      const asker = waiting.get(reply.id)
      waiting.delete(reply.id)
      if (reply.kind === 'done') asker?.resolve(reply.value)
      else asker?.reject(new Error(`search: ${reply.message}`))
    })
    channel.onClose(() => {
      ended = true
      for (const { reject } of waiting.values()) reject(new Error('search-unavailable'))
      waiting.clear()
    })
    return channel
  }

  const ask = (request: Asked): Promise<unknown> =>
    new Promise((resolve, reject) => {
      if (ended) return reject(new Error('search-unavailable'))
      channel ??= connect()
      const id = next
      next += 1
      waiting.set(id, { resolve, reject })
      channel.postMessage({ ...request, id })
    })

  let opened: Promise<unknown> | undefined
  const call = async (request: Asked): Promise<unknown> => {
    opened ??= ask({ kind: 'open', options })
    await opened
    return ask(request)
  }

  return {
    apply: async (changes) => void (await call({ kind: 'apply', changes })),
    query: async (query) => (await call({ kind: 'query', query })) as SearchAnswer,
    status: async () => (await call({ kind: 'status' })) as SearchStatus,
    reset: async () => void (await call({ kind: 'reset' })),
    close: async () => {
      if (!channel || ended) return
      await call({ kind: 'close' }).catch(() => undefined)
      channel.close()
    },
  }
}
