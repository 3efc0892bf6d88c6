import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Catalogue } from '../../../electron/services/store/catalogue/catalogue'
import { entryOf, type Entry } from '../../../electron/services/store/catalogue/entry'
import { listRows } from '../../../electron/services/store/catalogue/list'
import { ListQuery, listedTypes, sortKeys } from '../../../shared/contract/rows'
import { recordTypes } from '../../../shared/ids'
import { generateRecords } from '../../support/generate-archive'

const facts = (n: number) => ({ hash: n.toString(16).padStart(64, '0'), size: n, mtimeMs: n })
const entries: Entry[] = [...generateRecords({ meetings: 25 })].map(([type, record], n) =>
  entryOf(type, record, facts(n)),
)
const places = { archiveId: 'archive_x', seq: 1, tid: 'x' }

/** Everything that a catalogue answers. */
function answers(catalogue: Catalogue): unknown {
  const lists = listedTypes.flatMap((type) =>
    sortKeys[type].map((sort) => listRows(catalogue, ListQuery.parse({ type, sort }) as never)),
  )
  const ids = recordTypes.flatMap((type) => catalogue.ids(type))
  const known = ids.map((id) => {
    const { hash, size, mtimeMs } = catalogue.facts(id) ?? {}
    return { id, hash, size, mtimeMs }
  })
  const usages = entries.map(({ id }) => catalogue.usages(id).sort((a, b) => (a.id < b.id ? -1 : 1)))
  const owners = entries.flatMap(({ parts }) => parts).map((part) => catalogue.ownerOf(part) ?? null)
  const texts = ['il', 'kurul'].map((text) =>
    listRows(catalogue, ListQuery.parse({ type: 'meeting', filter: { text } }) as never),
  )
  return JSON.parse(JSON.stringify({ lists, known, usages, owners, texts, counts: catalogue.counts() }))
}

const steps = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({ kind: fc.constant('put' as const), at: fc.nat(), many: fc.nat(30) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('drop' as const), at: fc.nat(), many: fc.nat(12) }),
    },
    {
      weight: 1,
      arbitrary: fc.record({ kind: fc.constant('rename' as const), at: fc.nat(), many: fc.nat(5) }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant('build' as const), at: fc.nat(), many: fc.nat(3) }),
    },
  ),
  { minLength: 4, maxLength: 14 },
)

describe('the table of the catalogue', () => {
  it('built again and again from itself and what changed answers as one built from all entries', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (todo) => {
        const catalogue = new Catalogue()
        const now = new Map<string, Entry>()
        let serial = 10_000
        for (const { kind, at, many } of todo) {
          if (kind === 'build') {
            const building = catalogue.compact(places)
            // Changes that come while the table is being built stay over it.
            const late = entries[at % entries.length]
            if (late && many > 0) {
              catalogue.put(late)
              now.set(late.id, late)
            }
            await building
            continue
          }
          for (let n = 0; n <= many; n += 1) {
            const entry = entries[(at + n * 7) % entries.length]
            if (!entry) continue
            if (kind === 'drop') {
              catalogue.drop(entry.id)
              now.delete(entry.id)
            } else {
              const row = 'name' in entry.row ? { ...entry.row, name: `Yeni ad ${serial}` } : entry.row
              const changed: Entry =
                kind === 'rename'
                  ? {
                      ...entry,
                      ...facts(++serial),
                      row,
                      names: [`Yeni ad ${serial}`],
                      refs: entry.refs.slice(1),
                    }
                  : entry
              catalogue.put(changed)
              now.set(changed.id, changed)
            }
          }
        }
        const fresh = new Catalogue()
        for (const entry of now.values()) fresh.put(entry)
        const expected = answers(fresh)
        await catalogue.compact(places)
        expect(answers(catalogue)).toEqual(expected)
        await fresh.compact(places)
        expect(answers(fresh)).toEqual(expected)
      }),
      { numRuns: 25 },
    )
  })

  it('keeps what it is made of: its own bytes open as the same table', async () => {
    const catalogue = new Catalogue()
    for (const entry of entries) catalogue.put(entry)
    const first = await catalogue.compact(places)
    const again = await catalogue.compact(places)
    const columns = (table: typeof first) => ({ ...table.head, baseId: '' })
    expect(columns(again)).toEqual(columns(first))
    expect(again.bytes.length).toBe(first.bytes.length)
    expect(answers(new Catalogue(first))).toEqual(answers(new Catalogue(again)))
  })
})
