import type { SpellLanguage } from '../../../shared/text/spelling'
import type { WorkerChannel } from '../worker-channel'
import type { SpellReply, SpellRequest } from './spell-messages'

type Body = SpellRequest extends infer R ? (R extends SpellRequest ? Omit<R, 'id'> : never) : never

/**
 * Dictionaries in another process. Both calls reject with `spelling: …` when that process fails; one that keeps ending is given
 * up, and then nothing is wrong any more.
 */
export interface SpellClient {
  wrong(words: readonly string[], languages: readonly SpellLanguage[]): Promise<string[]>
  suggest(word: string, languages: readonly SpellLanguage[]): Promise<string[]>
  /** Ends the process; a later question starts it again. */
  rest(): void
}

/** After this time without a question the process ends, to give the dictionaries' memory back. */
const idleMinutes = 10

/** A process that keeps dying is not started again and again: so many lives, then spelling stays off. */
const lives = 3

/**
 * The speller behind a channel. `open` starts the process (or thread), at the first question and again after it has rested or
 * died.
 */
export function createSpellClient(
  open: () => WorkerChannel,
  { idleMs = idleMinutes * 60_000 }: { idleMs?: number } = {},
): SpellClient {
  const waiting = new Map<number, { resolve: (words: string[]) => void; reject: (fault: Error) => void }>()
  let channel: WorkerChannel | undefined
  let lastId = 0
  let deaths = 0
  let idle: ReturnType<typeof setTimeout> | undefined

  const rest = () => {
    clearTimeout(idle)
    const old = channel
    channel = undefined
    old?.close()
    for (const { resolve } of waiting.values()) resolve([])
    waiting.clear()
  }

  const connect = (): WorkerChannel => {
    const line = open()
    line.onMessage((message) => {
      const reply = message as SpellReply
      const asked = waiting.get(reply.id)
      waiting.delete(reply.id)
      if (reply.kind === 'words') asked?.resolve(reply.words)
      else asked?.reject(new Error(`spelling: ${reply.message}`))
      if (waiting.size > 0) return
      idle = setTimeout(rest, idleMs)
      idle.unref()
    })
    line.onClose(() => {
      if (channel !== line) return
      channel = undefined
      deaths += 1
      for (const { reject } of waiting.values()) reject(new Error('spelling: process ended'))
      waiting.clear()
    })
    return line
  }

  const ask = (body: Body): Promise<string[]> =>
    new Promise((resolve, reject) => {
      if (!channel && deaths >= lives) return resolve([])
      clearTimeout(idle)
      const id = (lastId += 1)
      waiting.set(id, { resolve, reject })
      channel ??= connect()
      channel.postMessage({ ...body, id })
    })

  return {
    wrong: (words, languages) =>
      words.length === 0 ? Promise.resolve([]) : ask({ kind: 'wrong', words, languages }),
    suggest: (word, languages) => ask({ kind: 'suggest', word, languages }),
    rest,
  }
}
