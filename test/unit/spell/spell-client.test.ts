import { expect, test, vi } from 'vitest'
import { createSpellClient } from '../../../electron/services/spell/spell-client'
import type { SpellRequest } from '../../../electron/services/spell/spell-messages'
import type { WorkerChannel } from '../../../electron/services/worker-channel'

/** A process that answers every question with its own number, and can be killed. */
function processes(answers = true) {
  const lines: { kill: () => void; closed: boolean }[] = []
  const open = (): WorkerChannel => {
    let hear: (message: unknown) => void = () => undefined
    let end: () => void = () => undefined
    const line = { kill: () => end(), closed: false }
    const number = lines.push(line)
    return {
      postMessage: (message) => {
        const { id } = message as SpellRequest
        if (answers) queueMicrotask(() => hear({ id, kind: 'words', words: [String(number)] }))
      },
      onMessage: (listener) => void (hear = listener),
      onClose: (listener) => void (end = listener),
      close: () => void (line.closed = true),
    }
  }
  return { open, lines }
}

test('starts with the first question, rests when asked or idle, and starts again', async () => {
  vi.useFakeTimers()
  const { open, lines } = processes()
  const client = createSpellClient(open, { idleMs: 1_000 })
  expect(await client.wrong([], ['tr'])).toEqual([])
  expect(lines).toHaveLength(0)
  expect(await client.wrong(['a'], ['tr'])).toEqual(['1'])
  client.rest()
  expect(lines[0]?.closed).toBe(true)
  expect(await client.suggest('a', ['tr'])).toEqual(['2'])
  await vi.advanceTimersByTimeAsync(1_001)
  expect(lines[1]?.closed).toBe(true)
  expect(await client.suggest('a', ['tr'])).toEqual(['3'])
  vi.useRealTimers()
})

test('what was asked of a process that died fails; after three deaths nothing is started any more', async () => {
  const { open, lines } = processes(false)
  const client = createSpellClient(open)
  for (const life of [0, 1, 2]) {
    const asked = client.wrong(['a'], ['tr'])
    lines[life]?.kill()
    await expect(asked).rejects.toThrow('process ended')
  }
  expect(await client.wrong(['a'], ['tr'])).toEqual([])
  expect(lines).toHaveLength(3)
})
