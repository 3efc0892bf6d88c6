import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads'
import { build } from 'vite'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createSearchClient } from '../../../electron/services/search/search-client'
import type { SearchPort } from '../../../electron/services/search/search-port'
import { SearchServer } from '../../../electron/services/search/search-server'
import { createSearchService } from '../../../electron/services/search/search-service'
import { HAND_OVER, threadChannel, type WorkerChannel } from '../../../electron/services/worker-channel'
import { sampleMeeting } from './sample-docs'

const root = path.resolve(import.meta.dirname, '../../..')
const lexiconFile = path.join(root, 'resources/lexicon/roots.txt.gz')
let folder: string
let cacheFolder: string
const open: SearchPort[] = []
const opened = async (port: Promise<SearchPort> | SearchPort): Promise<SearchPort> => {
  const search = await port
  open.push(search)
  return search
}

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'tutanak şearch İ '))
  cacheFolder = path.join(folder, 'önbellek')
})
afterEach(async () => {
  for (const search of open.splice(0)) await search.close()
  await rm(folder, { recursive: true, force: true })
})

const docs = Array.from({ length: 230 }, (_, i) => sampleMeeting(i, 15))
const found = async (search: SearchPort, text: string) =>
  (await search.query({ text, limit: 500 })).hits.map(({ id }) => id).sort()

/** Fills an index, closes it, and gives the largest file it left. */
async function filled(): Promise<string> {
  const search = await createSearchService({ cacheFolder, lexiconFile })
  await search.apply({ replace: [], upsert: docs, seq: 42 })
  await search.close()
  const names = (await readdir(cacheFolder)).filter((name) => name.endsWith('.segment'))
  expect(names).toHaveLength(1)
  return path.join(cacheFolder, names[0] ?? '')
}

describe('search over the life of the program', () => {
  it('opens what it stored, finds the same, and tells how far it got', async () => {
    const fresh = await opened(createSearchService({ lexiconFile }))
    await fresh.apply({ replace: [], upsert: docs, seq: 1 })
    await filled()
    const again = await opened(createSearchService({ cacheFolder, lexiconFile }))
    expect(await again.status()).toMatchObject({ docs: docs.length, seq: 42, ready: true })
    for (const query of ['kurul toplantısı', 'muğla', 'kooperatiflerin', 'deren'])
      expect(await found(again, query)).toEqual(await found(fresh, query))
    // It goes on from there.
    await again.apply({ replace: [docs[0]!.id], upsert: [], seq: 43 })
    expect((await again.status()).docs).toBe(docs.length - 1)
    await again.apply({ replace: [], upsert: [sampleMeeting(9999, 15)], seq: 44 })
    expect((await again.query({ text: '9999' })).total).toBe(1)
  })

  it('asks to be built again when the stored index is damaged', async () => {
    const file = await filled()
    const bytes = await readFile(file)
    const middle = Buffer.from(bytes)
    middle[Math.floor(bytes.length / 2)]! ^= 0xff
    for (const damaged of [
      bytes.subarray(0, bytes.length - 20),
      middle,
      Buffer.from('not an index'),
      Buffer.alloc(0),
    ]) {
      await writeFile(file, damaged)
      const search = await opened(createSearchService({ cacheFolder, lexiconFile }))
      let lost = 0
      search.onLost?.(() => (lost += 1))
      // A page in the middle is looked at only when it is read.
      const { total } = await search.query({ text: 'toplantısı', limit: 230 })
      const { seq } = await search.status()
      if (seq === 42) expect(total).toBe(docs.length)
      else expect([total, lost <= 1]).toEqual([0, true])
      if (damaged !== middle) expect(seq).toBe(0)
      await search.close()
      await writeFile(file, bytes)
    }
  })

  it('asks to be built again when words were analysed otherwise, and answers meanwhile', async () => {
    await filled()
    const search = await opened(createSearchService({ cacheFolder }))
    expect(await search.status()).toMatchObject({ seq: 0, ready: false, serving: true })
    expect((await search.query({ text: '17' })).hits[0]?.id).toBe(docs[17]!.id)
    await search.reset({ keepServing: true })
    await search.apply({ replace: [], upsert: docs.slice(0, 10), seq: 0 })
    expect((await search.query({ text: '17' })).hits[0]?.id).toBe(docs[17]!.id)
    await search.apply({ replace: [], upsert: docs.slice(10, 12), seq: 50 })
    expect((await search.query({ text: '17' })).total).toBe(0)
    expect(await search.status()).toMatchObject({ docs: 12, seq: 50, ready: true })
    await search.close()
    const again = await opened(createSearchService({ cacheFolder }))
    expect(await again.status()).toMatchObject({ docs: 12, seq: 50, ready: true })
    expect((await readdir(cacheFolder)).filter((name) => name.endsWith('.segment')).length).toBeLessThan(3)
  })

  it('must be built again when the program ends while it is', async () => {
    await filled()
    const search = await createSearchService({ cacheFolder, lexiconFile })
    await search.reset({ keepServing: true })
    await search.apply({ replace: [], upsert: docs.slice(0, 10), seq: 0 })
    await search.close()
    const again = await opened(createSearchService({ cacheFolder, lexiconFile }))
    expect(await again.status()).toMatchObject({ seq: 0, ready: false, serving: true })
    expect((await again.query({ text: '17' })).hits[0]?.id).toBe(docs[17]!.id)
  })

  it('forgets everything on request, and is not ready until it is filled', async () => {
    await filled()
    const search = await opened(createSearchService({ cacheFolder, lexiconFile }))
    await search.reset()
    expect(await search.status()).toMatchObject({ docs: 0, seq: 0, ready: false })
    await search.apply({ replace: [], upsert: docs.slice(0, 10), seq: 0 })
    expect((await search.status()).ready).toBe(false)
    await search.apply({ replace: [], upsert: docs.slice(10, 20), seq: 7 })
    expect(await search.status()).toMatchObject({ docs: 20, seq: 7, ready: true })
    await search.reset()
    await search.close()
    expect((await (await opened(createSearchService({ cacheFolder, lexiconFile }))).status()).seq).toBe(0)
  })

  it('goes on when the cache folder cannot be made', async () => {
    const file = path.join(folder, 'a file')
    await writeFile(file, '')
    const search = await createSearchService({ cacheFolder: path.join(file, 'below'), lexiconFile })
    await search.apply({ replace: [], upsert: docs, seq: 1 })
    expect((await search.query({ text: 'toplantısı' })).total).toBe(docs.length)
    await search.close()
  })

  it('works without the lexicon, coarser', async () => {
    const search = await opened(createSearchService({ lexiconFile: path.join(folder, 'missing.gz') }))
    await search.apply({ replace: [], upsert: docs, seq: 1 })
    expect((await search.query({ text: 'toplantısı' })).total).toBe(docs.length)
  })
})

/** A line over a message port, as a window has one. */
const lineOver = (port: MessagePort): WorkerChannel => ({
  postMessage: (message) => port.postMessage(message),
  onMessage: (listener) => void port.on('message', listener),
  onClose: (listener) => void port.on('close', listener),
  close: () => port.close(),
})

describe('search over a line', () => {
  it('answers several who ask, and takes changes only from its owner', async () => {
    const server = new SearchServer()
    const main = new MessageChannel()
    const window = new MessageChannel()
    server.serve(lineOver(main.port2), true)
    server.serve(lineOver(window.port2), false)
    const owner = await opened(createSearchClient(() => lineOver(main.port1), { lexiconFile }))
    await owner.apply({ replace: [], upsert: docs.slice(0, 3), seq: 1 })

    const answers: unknown[] = []
    const seen = new Promise<void>((resolve) => {
      window.port1.on('message', (message) => {
        answers.push(message)
        resolve()
      })
    })
    window.port1.postMessage({ id: 1, kind: 'reset' })
    window.port1.postMessage({ id: 2, kind: 'junk' })
    window.port1.postMessage({ id: 3, kind: 'query', query: { text: 'toplantısı' } })
    await seen
    expect(answers).toMatchObject([{ id: 3, kind: 'done', value: { total: 3 } }])
    expect((await owner.status()).docs).toBe(3)
    window.port1.close()
  })

  it('starts the other side once more when it dies, and asks again', async () => {
    const lives: MessageChannel[] = []
    const client = createSearchClient(() => {
      const life = new MessageChannel()
      lives.push(life)
      // Only the second life has somebody who answers.
      if (lives.length > 1) new SearchServer().serve(lineOver(life.port2), true)
      return lineOver(life.port1)
    }, {})
    let lost = 0
    client.onLost?.(() => (lost += 1))
    const asked = client.query({ text: 'a' })
    const changed = client.apply({ replace: [], upsert: docs.slice(0, 1), seq: 1 })
    lives[0]!.port2.close()
    await expect(changed).rejects.toThrow('search-unavailable')
    expect(await asked).toMatchObject({ query: 'a', total: 0 })
    expect(lost).toBe(1)
    await client.apply({ replace: [], upsert: docs.slice(0, 1), seq: 1 })
    expect((await client.status()).docs).toBe(1)
    lives[1]!.port2.close()
    await expect(client.status()).rejects.toThrow('search-unavailable')
    await client.close()
    expect(lives).toHaveLength(2)
  })

  it('answers only the newest of several queries of one asker', async () => {
    const { port1, port2 } = new MessageChannel()
    new SearchServer().serve(lineOver(port2), true)
    const client = await opened(createSearchClient(() => lineOver(port1), {}))
    await client.apply({ replace: [], upsert: docs.slice(0, 20), seq: 1 })
    const texts = ['t', 'to', 'top', 'topl']
    const answers = await Promise.all([
      ...texts.map((text) => client.query({ text, prefixLast: true, asker: 'pencere' })),
      client.query({ text: 'toplantısı' }),
    ])
    expect(answers.map(({ total, dropped }) => [total, dropped ?? false])).toEqual([
      [0, true],
      [0, true],
      [0, true],
      [20, false],
      [20, false],
    ])
  })
})

describe('search in a thread of its own', () => {
  let program: string
  let built: string
  beforeAll(async () => {
    built = await mkdtemp(path.join(tmpdir(), 'tutanak-search-'))
    await build({
      configFile: false,
      logLevel: 'silent',
      build: {
        ssr: path.join(root, 'electron/services/search/search-process.ts'),
        outDir: built,
        rollupOptions: { output: { entryFileNames: 'search-process.mjs' } },
      },
      ssr: { noExternal: true },
    })
    program = path.join(built, 'search-process.mjs')
  })
  afterAll(() => rm(built, { recursive: true, force: true }))

  it('is the same port, and answers a handed over line', async () => {
    const worker = new Worker(program)
    const search = createSearchClient(() => threadChannel(worker), { cacheFolder, lexiconFile })
    await search.apply({ replace: [], upsert: docs, seq: 5 })
    expect(await search.status()).toMatchObject({ docs: docs.length, seq: 5, ready: true })
    expect((await search.query({ text: 'toplanti', prefixLast: true })).total).toBe(docs.length)

    const { port1, port2 } = new MessageChannel()
    worker.postMessage({ kind: HAND_OVER, port: port2 }, [port2])
    const answer = new Promise((resolve) => port1.once('message', resolve))
    port1.postMessage({ id: 1, kind: 'query', query: { text: 'toplantısı', limit: 1 } })
    expect(await answer).toMatchObject({ id: 1, kind: 'done', value: { total: docs.length } })
    port1.close()
    const ended = new Promise((resolve) => worker.once('exit', resolve))
    await search.close()
    await ended

    const again = await opened(createSearchService({ cacheFolder, lexiconFile }))
    expect((await again.status()).seq).toBe(5)
  })
})
