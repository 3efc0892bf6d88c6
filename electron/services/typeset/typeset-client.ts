import { fail, type Result } from '../../../shared/result'
import type { WorkerChannel } from '../worker-channel'
import type { TypesetReply, TypesetRequest } from './typeset-messages'
import type { PdfOptions, PdfStep, Preview, Typesetter } from './typesetter'

type Body = TypesetRequest extends infer R ? (R extends TypesetRequest ? Omit<R, 'id'> : never) : never

interface Waiting {
  settle(result: Result<unknown>): void
  reject(fault: Error): void
  onProgress?: (step: PdfStep) => void
}

/** A typesetter in another process, which can be warmed before it is needed. */
export interface TypesetClient extends Typesetter {
  /** Starts the process and loads Typst, so that the first page is quick. */
  warm(): Promise<void>
}

/** A warm Typst holds some 200 MB; after this time without work its process ends. */
const idleMinutes = 3

/**
 * A typesetter behind a channel. `open` starts the process (or thread); it is called at first use, and again after
 * the process ended. Cancelling work that runs ends the process – Typst cannot be interrupted – and asks again for
 * what else was waiting. After `idleMs` without work the process ends, to give its memory back.
 */
export function createTypesetClient(
  open: () => WorkerChannel,
  { idleMs = idleMinutes * 60_000 }: { idleMs?: number } = {},
): TypesetClient {
  const waiting = new Map<number, Waiting & { request: TypesetRequest }>()
  let channel: WorkerChannel | undefined
  let lastId = 0
  let closed = false
  let idle: ReturnType<typeof setTimeout> | undefined

  /** Nothing waits any more: the process may rest for a while, then it goes. */
  function rest(): void {
    clearTimeout(idle)
    if (waiting.size > 0) return
    idle = setTimeout(() => {
      const old = channel
      channel = undefined
      old?.close()
    }, idleMs)
    idle.unref()
  }

  function hear(reply: TypesetReply): void {
    const asked = waiting.get(reply.id)
    if (!asked) return
    if (reply.kind === 'step') {
      asked.onProgress?.(reply.step)
      return
    }
    waiting.delete(reply.id)
    rest()
    if (reply.kind === 'done') asked.settle(reply.result)
    else asked.reject(new Error(`typesetting: ${reply.message}`))
  }

  function connect(): WorkerChannel {
    const line = open()
    line.onMessage((message) => {
      if (channel === line) hear(message as TypesetReply)
    })
    line.onClose(() => {
      if (channel !== line) return
      channel = undefined
      // It died under a document; asking again could kill it again.
      for (const [id, asked] of waiting) {
        waiting.delete(id)
        asked.settle(fail('typeset-failed', { reason: 'process ended' }))
      }
    })
    return line
  }

  /** Ends the process in the middle of its work and gives what else waits to a new one. */
  function restart(): void {
    const old = channel
    channel = undefined
    old?.close()
    if (closed || waiting.size === 0) return
    channel = connect()
    for (const { request } of waiting.values()) channel.postMessage(request)
  }

  function cancel(id: number): void {
    const asked = waiting.get(id)
    if (!asked) return
    const runs = Math.min(...waiting.keys()) === id
    waiting.delete(id)
    asked.settle(fail('cancelled'))
    // Work that has not begun is skipped by nobody hearing its answer; work that runs must be stopped.
    if (runs) restart()
  }

  function ask<T>(
    body: Body,
    signal?: AbortSignal,
    onProgress?: (step: PdfStep) => void,
  ): Promise<Result<T>> {
    if (closed || signal?.aborted) return Promise.resolve(fail('cancelled'))
    clearTimeout(idle)
    const id = (lastId += 1)
    const request = { ...body, id } as TypesetRequest
    return new Promise<Result<T>>((resolve, reject) => {
      const stop = () => cancel(id)
      signal?.addEventListener('abort', stop, { once: true })
      const finish = () => signal?.removeEventListener('abort', stop)
      waiting.set(id, {
        request,
        settle: (result) => {
          finish()
          resolve(result as Result<T>)
        },
        reject: (fault) => {
          finish()
          reject(fault)
        },
        ...(onProgress ? { onProgress } : {}),
      })
      channel ??= connect()
      channel.postMessage(request)
    })
  }

  return {
    pdf: (tree, { attach, signal, onProgress }: PdfOptions = {}) =>
      ask<Uint8Array>({ kind: 'pdf', tree, ...(attach ? { attach } : {}) }, signal, onProgress),
    preview: (tree, { signal } = {}) => ask<Preview>({ kind: 'preview', tree }, signal),
    warm: async () => void (await ask<null>({ kind: 'warm' })),
    async close() {
      closed = true
      clearTimeout(idle)
      for (const [id, asked] of waiting) {
        waiting.delete(id)
        asked.settle(fail('cancelled'))
      }
      const old = channel
      channel = undefined
      old?.close()
    },
  }
}
