import fc from 'fast-check'
import { cp, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { ArchiveStore } from '../../../electron/services/store/store-types'
import { listedTypes, sortKeys, type ListQueryInput, type MeetingRow } from '../../../shared/contract/rows'
import { newId, recordTypes } from '../../../shared/ids'
import { compareTr } from '../../../shared/text/turkish'
import { ok } from '../../../shared/result'
import { testArchive, valueOf, type TestArchive } from '../../support/archive'
import { generateArchive } from '../../support/generate-archive'

/** Everything that the catalogue answers about an archive. */
function answers(store: ArchiveStore): unknown {
  const lists = listedTypes.flatMap((type) =>
    sortKeys[type].flatMap((sort) =>
      [false, true].map((desc) => {
        const query = { type, sort, desc } as ListQueryInput
        return { type, sort, desc, answer: store.list(query as never) }
      }),
    ),
  )
  const ids = recordTypes.flatMap((type) => store.ids(type))
  const usages = ids.map((id) => store.usages(id).sort((a, b) => (a.id < b.id ? -1 : 1)))
  const found = ['ka', 'il', 'işık', 'şube müd', ''].map((text) => store.find([...listedTypes], text, 30))
  return JSON.parse(JSON.stringify({ lists, ids, usages, found, counts: store.counts() })) as unknown
}

/** The same archive, its catalogue built from the files. */
async function rebuilt(archive: TestArchive): Promise<unknown> {
  const store = await archive.open({ readOnly: true, cacheFolder: `${archive.cache} ${Math.random()}` })
  const found = answers(store)
  await store.close()
  return found
}

async function seeded(meetings: number): Promise<TestArchive> {
  const archive = await testArchive()
  await rm(archive.root, { recursive: true })
  await generateArchive({ path: archive.root, meetings })
  return archive
}

const words = ['Irmak', 'İnci', 'Şube', 'çay', 'Ğ', 'kara', 'Müdürlüğü', 'ılıca', '10', '9', 'Âlim', 'alim']
const names = fc
  .array(fc.constantFrom(...words), { minLength: 1, maxLength: 3 })
  .map((some) => some.join(' '))

type Step = {
  kind: 'agency' | 'person' | 'meeting' | 'rename' | 'remove' | 'restore' | 'reopen'
  name: string
  at: number
}
const steps = fc.array(
  fc.record<Step>({
    kind: fc.constantFrom(
      'agency',
      'agency',
      'person',
      'meeting',
      'rename',
      'rename',
      'remove',
      'restore',
      'reopen',
    ),
    name: names,
    at: fc.nat(50),
  }),
  { minLength: 5, maxLength: 25 },
)

describe('the catalogue', () => {
  it('answers as one built from the files does, whatever was done before', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (todo) => {
        const archive = await testArchive()
        let store = await archive.open()
        const removed: string[] = []
        for (const { kind, name, at } of todo) {
          const ids = recordTypes.flatMap((type) => store.ids(type))
          const id = ids[at % Math.max(ids.length, 1)] ?? ''
          const agencies = store.ids('agency')
          const agencyId = agencies[at % Math.max(agencies.length, 1)]
          if (kind === 'agency') await store.create('agency', { name, aliases: ['Işık'], parentId: agencyId })
          else if (kind === 'person')
            await store.create('participant', { name, offices: [{ agencyId, title: 'Şef' }] })
          else if (kind === 'meeting') {
            const people = store.ids('participant')
            const participantId = people[at % Math.max(people.length, 1)]
            const row = { id: newId('attendance'), name, participantId, agencyId, agencyName: 'x' }
            await store.create('meeting', { title: name, attendance: [row], time: { start: '2024-05' } })
          } else if (kind === 'rename' && id) {
            const { hash } = valueOf(await store.get(id))
            await store.change(id, hash, (now) =>
              ok({ ...now, ...('title' in now ? { title: name } : { name }) } as never),
            )
          } else if (kind === 'remove' && id) {
            if ((await store.remove(id)).ok) removed.push(id)
          } else if (kind === 'restore') {
            const back = removed.pop()
            if (back) valueOf(await store.restore(back))
          } else if (kind === 'reopen') {
            await store.close()
            store = await archive.open()
            expect(store.rebuilt).toBe(false)
            await store.checked
          }
        }
        const live = answers(store)
        await store.close()
        expect(live).toEqual(await rebuilt(archive))
      }),
      { numRuns: 12 },
    )
  }, 120_000)

  it('that is missing, damaged, cut off or of another archive is built again', async () => {
    const archive = await seeded(30)
    const first = await archive.open()
    expect(first.rebuilt).toBe(true)
    const expected = answers(first)
    await first.close()
    const path = join(archive.cache, 'catalogue.bin')
    const good = await readFile(path)
    const spoilt = [
      Buffer.alloc(0),
      Buffer.alloc(good.length),
      good.subarray(0, good.length - 1),
      Buffer.from(good.toString('latin1').replace(first.id, first.id.replace(/.$/, 'z')), 'latin1'),
    ]
    for (const bytes of spoilt) {
      await writeFile(path, bytes)
      const store = await archive.open()
      expect(store.rebuilt).toBe(true)
      expect(answers(store)).toEqual(expected)
      await store.close()
    }
    const warm = await archive.open()
    expect(warm.rebuilt).toBe(false)
    expect(answers(warm)).toEqual(expected)
  })

  it('knows after a crash what was saved before it', async () => {
    const archive = await seeded(20)
    await (await archive.open()).close()
    await cp(archive.cache, `${archive.cache} eski`, { recursive: true })
    const store = await archive.open()
    const id = store.ids('meeting')[3] as `meeting_${string}`
    const { hash } = valueOf(await store.get(id))
    valueOf(await store.change(id, hash, (meeting) => ok({ ...meeting, title: 'Son anda değişen' })))
    valueOf(await store.create('agency', { name: 'Son anda eklenen' }))
    await store.close()
    // As if the program had not come to saving its cache.
    const after = await archive.open({ cacheFolder: `${archive.cache} eski` })
    expect(after.rebuilt).toBe(false)
    const live = answers(after)
    await after.close()
    expect(live).toEqual(await rebuilt(archive))
  })

  it('follows while its table is built anew', async () => {
    const archive = await seeded(30)
    const store = await archive.open()
    // Enough changes to make it renew its table, with more coming in and records going meanwhile.
    for (let n = 0; n < 1_150; n += 1) {
      const made = valueOf(await store.create('note', { title: `not ${n}`, markdown: '' }))
      if (n % 5 === 0) valueOf(await store.remove(made.id))
    }
    const live = answers(store)
    await store.close()
    expect(live).toEqual(await rebuilt(archive))
  })
})

describe('lists', () => {
  const all = (
    store: ArchiveStore,
    query: Omit<Extract<ListQueryInput, { type: 'meeting' }>, 'type'>,
  ): MeetingRow[] => {
    const rows: MeetingRow[] = []
    for (;;) {
      const { rows: window, total } = store.list<'meeting'>({
        type: 'meeting',
        ...query,
        offset: rows.length,
        limit: 7,
      })
      rows.push(...window)
      if (rows.length >= total) return rows
    }
  }

  it('come in windows that join without gap, in Turkish order', async () => {
    const store = await (await seeded(60)).open()
    const rows = all(store, { sort: 'title' })
    expect(rows).toHaveLength(60)
    expect(new Set(rows.map(({ id }) => id)).size).toBe(60)
    for (let n = 1; n < rows.length; n += 1) {
      expect(compareTr(rows[n - 1]?.title ?? '', rows[n]?.title ?? '')).toBeLessThanOrEqual(0)
    }
    const down = all(store, { sort: 'title', desc: true })
    expect(down.map(({ title }) => title)).toEqual(rows.map(({ title }) => title).reverse())
  })

  it('sort the letters of the alphabet, numbers by value, and rows without a value last either way', async () => {
    const store = await (await testArchive()).open()
    const inOrder = ['2. toplantı', '10. toplantı', 'cadde', 'çadır', 'ırmak', 'irmik', 'şeker', 'tuz']
    for (const place of [...inOrder].reverse()) await store.create('meeting', { title: 'x', place })
    await store.create('meeting', { title: 'yersiz' })
    const places = (desc: boolean) => all(store, { sort: 'place', desc }).map(({ place }) => place)
    expect(places(false)).toEqual([...inOrder, undefined])
    expect(places(true)).toEqual([...[...inOrder].reverse(), undefined])
  })

  it('filter by words typed without Turkish letters, state, kind, board, time and reference', async () => {
    const store = await (await testArchive()).open()
    const body = valueOf(await store.create('body', { name: 'Çevre Kurulu' }))
    const agency = valueOf(await store.create('agency', { name: 'Işıklar Valiliği' }))
    const add = async (title: string, fields: object) =>
      valueOf(await store.create('meeting', { title, ...fields })).id
    const a = await add('Ağaçlandırma görüşmesi', {
      bodyId: body.id,
      status: 'final',
      time: { start: '2024-03-05T10:00', precision: 'minute' },
    })
    const b = await add('Bütçe', { kind: 'seminar', time: { start: '2024-04', precision: 'month' } })
    const c = await add('Çalıştay', {
      hosts: [{ agencyId: agency.id, name: 'x' }],
      time: { asWritten: 'Nisan ayında' },
    })
    const found = (filter: object) => all(store, { sort: 'title', filter }).map(({ id }) => id)
    expect(found({ text: 'agaclan GORUS' })).toEqual([a])
    expect(found({ text: 'landırma' })).toEqual([])
    expect(found({ text: 'nisan' })).toEqual([c])
    expect(found({ status: ['final', 'review'] })).toEqual([a])
    expect(found({ kind: ['seminar'] })).toEqual([b])
    expect(found({ kind: [] })).toEqual([])
    expect(found({ bodyId: [body.id] })).toEqual([a])
    expect(found({ refersTo: agency.id })).toEqual([c])
    expect(found({ from: '2024-04-15' })).toEqual([b])
    expect(found({ from: '2024-03', to: '2024-03' })).toEqual([a])
    expect(found({ to: '2024' })).toEqual([a, b])
    expect(found({ from: '2025' })).toEqual([])
  })

  it('show today’s names of what rows point at', async () => {
    const store = await (await testArchive()).open()
    const agency = valueOf(await store.create('agency', { name: 'Eski ad' }))
    valueOf(
      await store.create('participant', { name: 'Elif', offices: [{ agencyId: agency.id, title: 'Şef' }] }),
    )
    valueOf(
      await store.change(agency.id as 'agency_x', agency.hash, (now) => ok({ ...now, name: 'Yeni ad' })),
    )
    expect(store.list({ type: 'participant' }).rows).toMatchObject([
      { name: 'Elif', agencyName: 'Yeni ad', title: 'Şef' },
    ])
  })
})

describe('pickers', () => {
  it('find by any name, typed in any way, the best first', async () => {
    const store = await (await testArchive()).open()
    const named = async (name: string, more: object = {}) =>
      valueOf(await store.create('agency', { name, ...more })).id
    const isik = await named('Işıklar Belediyesi', {
      shortNames: ['IB'],
      formerNames: [{ name: 'Taşlık Beldesi' }],
    })
    const kurumu = await named('Çalışma ve İş Kurumu', { aliases: ['İŞKUR'] })
    const isikli = await named('Yeni Işıklar Odası')
    const find = (text: string) => store.find(['agency'], text, 5).map(({ id, matched }) => [id, matched])
    expect(find('ısıklar')).toEqual([
      [isik, undefined],
      [isikli, undefined],
    ])
    expect(find('bel isik')).toEqual([[isik, undefined]])
    expect(find('taslik')).toEqual([[isik, 'Taşlık Beldesi']])
    expect(find('iskur')).toEqual([[kurumu, 'İŞKUR']])
    expect(find('ışma')).toEqual([[kurumu, undefined]])
    expect(find('yok böyle')).toEqual([])
    expect(find('')).toHaveLength(3)
    expect(store.find(['participant'], 'ısıklar', 5)).toEqual([])
  })
})
