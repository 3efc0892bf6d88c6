import { rm } from 'node:fs/promises'
import path from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createTypesetClient } from '../../../electron/services/typeset/typeset-client'
import { createTypesetter } from '../../../electron/services/typeset/typesetter'
import { threadChannel, type WorkerChannel } from '../../../electron/services/worker-channel'
import type { DocumentTree } from '../../../shared/documents/document'
import { minutesDocument } from '../../../shared/documents/minutes'
import { recordAttachment } from '../../../shared/documents/record-attachment'
import { bundleProgram } from '../../support/bundle-program'
import { sampleMeeting, sampleOffice } from '../../support/sample-meeting'

// The first page waits for Typst to be compiled, which is slow where many tests share a core.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let program: string
beforeAll(async () => {
  program = await bundleProgram('electron/services/typeset/typeset-process.ts', 'typeset-process')
})
afterAll(() => rm(path.dirname(program), { recursive: true, force: true }))

/** A client whose processes are counted. */
function client(options?: { idleMs?: number }) {
  const channels: WorkerChannel[] = []
  const ended: number[] = []
  const typesetter = createTypesetClient(() => {
    const channel = threadChannel(new Worker(program))
    const nth = channels.push(channel)
    channel.onClose(() => ended.push(nth))
    return channel
  }, options)
  return { typesetter, channels, ended }
}

const tree = minutesDocument(sampleMeeting, sampleOffice, 'tr')

/** A document that takes Typst a good while. */
const long: DocumentTree = {
  ...tree,
  blocks: [
    ...tree.blocks,
    ...Array.from({ length: 3_000 }, (_, n) => ({
      kind: 'paragraph' as const,
      style: 'running' as const,
      inline: [{ kind: 'text' as const, text: `${n}. ${'uzun bir paragraf '.repeat(30)}` }],
    })),
  ],
}

describe('the typesetting process', () => {
  test('gives the same bytes as typesetting in this process, and tells its steps', async () => {
    const { typesetter } = client()
    const here = createTypesetter()
    const attach = recordAttachment(sampleMeeting)
    const steps: string[] = []
    await typesetter.warm()
    const there = await typesetter.pdf(tree, { attach, onProgress: (step) => steps.push(step) })
    const mine = await here.pdf(tree, { attach })
    expect(there.ok && mine.ok && Buffer.compare(there.value, mine.value)).toBe(0)
    expect(steps).toEqual(['typesetting', 'marking', 'done'])
    await typesetter.close()
  })

  test('a document that runs is stopped, and what waited behind it is set by a new process', async () => {
    const { typesetter, channels } = client()
    const stop = new AbortController()
    const started = new Promise<void>((resolve) => {
      void typesetter.warm().then(resolve)
    })
    await started
    const slow = typesetter.pdf(long, { signal: stop.signal, onProgress: () => stop.abort() })
    const behind = typesetter.preview(tree)
    await expect(slow).resolves.toMatchObject({ ok: false, error: { code: 'cancelled' } })
    await expect(behind).resolves.toMatchObject({ ok: true })
    expect(channels).toHaveLength(2)
    await typesetter.close()
  })

  test('a document that only waits is dropped without touching the one that runs', async () => {
    const { typesetter, channels } = client()
    const stop = new AbortController()
    const first = typesetter.preview(tree)
    const second = typesetter.pdf(tree, { signal: stop.signal })
    stop.abort()
    await expect(second).resolves.toMatchObject({ ok: false, error: { code: 'cancelled' } })
    await expect(first).resolves.toMatchObject({ ok: true })
    expect(channels).toHaveLength(1)
    await typesetter.close()
  })

  test('when the process dies, the caller hears it and the next document gets a new one', async () => {
    const { typesetter, channels } = client()
    const lost = typesetter.pdf(long)
    channels[0]?.close()
    await expect(lost).resolves.toMatchObject({ ok: false, error: { code: 'typeset-failed' } })
    await expect(typesetter.preview(tree)).resolves.toMatchObject({ ok: true })
    await typesetter.close()
    await expect(typesetter.preview(tree)).resolves.toMatchObject({ ok: false, error: { code: 'cancelled' } })
  })

  test('after a rest without work the process ends; the next document gets a new one', async () => {
    const { typesetter, channels, ended } = client({ idleMs: 1 })
    await expect(typesetter.preview(tree)).resolves.toMatchObject({ ok: true })
    await vi.waitFor(() => expect(ended).toEqual([1]), { timeout: 20_000 })
    await expect(typesetter.preview(tree)).resolves.toMatchObject({ ok: true })
    expect(channels).toHaveLength(2)
    await typesetter.close()
  })
})
