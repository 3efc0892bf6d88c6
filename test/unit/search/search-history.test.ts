import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { SearchIndex } from '../../../electron/services/search/search-index'
import type { SearchDoc } from '../../../electron/services/search/search-port'
import { analyzer } from './index-of'
import { MemoryFiles } from './memory-files'
import { sampleArchive, sampleMeeting } from './sample-docs'

const options = { analyzer, analyzerName: 'test' }
const all = { limit: 10_000 }
const ids = (index: SearchIndex, text: string) =>
  index
    .find({ text, ...all })
    .found.map(({ id }) => id)
    .sort()

describe('whatever happened to the index', () => {
  const step = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        kind: fc.constant('save' as const),
        ids: fc.array(fc.nat(30), { minLength: 1, maxLength: 6 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('delete' as const),
        ids: fc.array(fc.nat(30), { minLength: 1, maxLength: 3 }),
      }),
    },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('flush' as const), ids: fc.constant([]) }) },
    { weight: 2, arbitrary: fc.record({ kind: fc.constant('tidy' as const), ids: fc.constant([]) }) },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('reopen' as const), ids: fc.constant([]) }) },
    {
      weight: 2,
      arbitrary: fc.record({
        kind: fc.constant('kill' as const),
        ids: fc.tuple(fc.integer({ min: 1, max: 12 })),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        kind: fc.constant('refuse' as const),
        ids: fc.tuple(fc.integer({ min: 1, max: 12 })),
      }),
    },
  )
  const queries = [
    'toplantısı',
    'kurul kararı',
    '"İl toplantı"',
    'mu*',
    'kooperatif -su',
    'Deren',
    'toplntı~1',
  ]

  it('it gives the same as one built anew', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 40 }), async (steps) => {
        const disk = new MemoryFiles()
        let index = await SearchIndex.open({ ...options, inMemory: 20, files: disk.port() })
        const now = new Map<string, SearchDoc>()
        // What a journal would tell: which ids changed with which number.
        const journal: { seq: number; id: string }[] = []
        let seq = 0
        let made = 0
        const docsOf = (id: string) => {
          const doc = now.get(id)
          if (!doc) return []
          const decision = {
            ...doc,
            id: `${id}_d`,
            owner: id,
            type: 'decision' as const,
            fields: { decisions: doc.fields.text ?? '' },
          }
          return [doc, decision]
        }
        const catchUp = async () => {
          const missed = [...new Set(journal.filter((one) => one.seq > index.seq).map(({ id }) => id))]
          // Nothing stored: everything is put in, as the feed does.
          const replace = index.seq === 0 ? [...now.keys()] : missed
          if (seq > 0) await index.apply({ replace, upsert: replace.flatMap(docsOf), seq })
        }
        for (const { kind, ids: numbers } of steps) {
          if (kind === 'save' || kind === 'delete') {
            seq += 1
            const changed = numbers.map((number) => `meeting_${number}`)
            for (const id of changed) {
              made += 1
              if (kind === 'save') now.set(id, { ...sampleMeeting(made, 8), id, owner: id })
              else now.delete(id)
              journal.push({ seq, id })
            }
            await index.apply({ replace: changed, upsert: [...new Set(changed)].flatMap(docsOf), seq })
          } else if (kind === 'flush') await index.flush()
          else if (kind === 'tidy') {
            index.tidyUp(true)
            await index.settled()
          } else {
            if (kind === 'reopen') {
              await index.flush()
              await index.close()
            } else {
              disk.failAt(numbers[0] ?? 1, kind === 'kill')
              index.tidyUp(true)
              await index.settled()
              await index.flush()
              if (kind === 'refuse') continue
            }
            disk.end()
            index = await SearchIndex.open({ ...options, inMemory: 20, files: disk.port() })
            await catchUp()
          }
        }
        const fresh = SearchIndex.fresh(options)
        await fresh.apply({ replace: [], upsert: [...now.keys()].flatMap(docsOf), seq: seq + 1 })
        expect(index.size).toBe(fresh.size)
        for (const text of queries) {
          const [a, b] = [index.find({ text, ...all }), fresh.find({ text, ...all })]
          expect(a.found.map(({ id }) => id)).toEqual(b.found.map(({ id }) => id))
          for (const [i, { score }] of a.found.entries()) expect(score).toBeCloseTo(b.found[i]!.score, 6)
        }
      }),
      // Told with what was found so far rather than cut off while it looks for a shorter example.
      { numRuns: 40, interruptAfterTimeLimit: 90_000 },
    )
  })

  it('damage makes it ask to be built again, and it never lies', async () => {
    const disk = new MemoryFiles()
    const docs = sampleArchive(0, 200, 20)
    const whole = await SearchIndex.open({ ...options, files: disk.port() })
    await whole.apply({ replace: [], upsert: docs, seq: 5 })
    await whole.flush()
    const texts = ['toplantısı', 'kurul kararı', '"il toplantı"', 'mu*', 'Deren']
    const truth = texts.map((text) => ids(whole, text))
    const names = [...disk.content.keys()]
    const untouched = new Map(disk.content)
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...names),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.boolean(),
        async (name, where, cut) => {
          for (const [one, bytes] of untouched) disk.content.set(one, bytes)
          const bytes = Uint8Array.from(untouched.get(name)!)
          const at = Math.min(bytes.length - 1, Math.floor(where * bytes.length))
          if (!cut) bytes[at]! ^= 0x20
          disk.content.set(name, cut ? bytes.subarray(0, at) : bytes)
          let lost = false
          const index = await SearchIndex.open({
            ...options,
            files: disk.port(),
            onLost: () => (lost = true),
          })
          for (const [i, text] of texts.entries()) {
            const found = index.seq === 5 ? ids(index, text) : undefined
            if (index.seq === 5 && !lost) expect(found).toEqual(truth[i])
            else expect([index.seq, index.ready, index.size]).toEqual([0, false, 0])
            expect(() => index.query({ text })).not.toThrow()
          }
          // What comes now cannot make it look whole.
          await index.apply({ replace: [docs[0]!.id], upsert: [docs[0]!], seq: 6 })
          if (lost) expect(index.seq).toBe(0)
        },
      ),
      { numRuns: 60 },
    )
  })
})
