import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { SearchDoc, SearchPort } from '../../../electron/services/search/search-port'
import { createSearchService } from '../../../electron/services/search/search-service'

const lexiconFile = path.resolve(import.meta.dirname, '../../../resources/lexicon/roots.txt.gz')
const note = (id: string, text: string, agencyIds?: string[]): SearchDoc => ({
  id,
  owner: id,
  type: 'note',
  title: id,
  fields: { title: id, text },
  ...(agencyIds ? { agencyIds } : {}),
})
const agency = (id: string, names: string[], parentId?: string): SearchDoc => ({
  id,
  owner: id,
  type: 'agency',
  title: names[0] ?? '',
  names,
  agencyIds: parentId === undefined ? [id] : [id, parentId],
  fields: { title: names.join(' · ') },
})
const docs = [
  agency('kurum', ['Gönüllü Hizmetler Kurumu', 'GÖNHİZ']),
  agency('birim', ['Merkez Birimi'], 'kurum'),
  note('yazılı', 'Gönüllü Hizmetler Kurumunun yıllık raporu okundu.'),
  note('bağlı', 'Yıllık rapor hazırlandı.', ['birim']),
  note('başka', 'Hizmetler ve gönüllü çalışmalar, kurumlarca yıllık rapora yazıldı.'),
  note('tanıtan', 'Doğu Havzası Su Birliği (DOHASB) raporunu okudu.'),
  note('uzun', 'Doğu Havzası Su Birliğince hazırlanan rapor.'),
  note('uzak', 'Su birliği doğu havzası için rapor yazdı.'),
]

describe('names in a search', () => {
  let folder: string
  let search: SearchPort
  /** The first hits; what has only some of the words follows them. */
  const found = async (text: string, count: number) => {
    const { hits } = await search.query({ text })
    const ids = hits.map(({ id }) => id)
    return new Set(ids.slice(0, count))
  }

  beforeEach(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'tutanak-names-'))
    search = await createSearchService({ lexiconFile, cacheFolder: folder })
    await search.apply({ replace: [], upsert: docs, seq: 3 })
  })
  afterEach(async () => {
    await search.close()
    await rm(folder, { recursive: true, force: true })
  })

  it('lead to what hangs below an agency, and to where its name is written in full', async () => {
    expect(await found('gonhiz', 4)).toEqual(new Set(['birim', 'bağlı', 'kurum', 'yazılı']))
    expect(await found("GÖNHİZ'in raporu", 2)).toEqual(new Set(['bağlı', 'yazılı']))
  })

  it('lead from an abbreviation that one text introduces to the full name in others, and back', async () => {
    expect(await found('dohasb', 2)).toEqual(new Set(['tanıtan', 'uzun']))
    expect(await found('dohasb raporu', 2)).toEqual(new Set(['tanıtan', 'uzun']))
    expect(await found('+rapor +dohasb -hazırlanan', 1)).toEqual(new Set(['tanıtan']))
  })

  it('are known again when search is opened anew', async () => {
    await search.close()
    search = await createSearchService({ lexiconFile, cacheFolder: folder })
    expect((await search.status()).seq).toBe(3)
    expect(await found('gonhiz rapor', 2)).toEqual(new Set(['bağlı', 'yazılı']))
    expect(await found('dohasb', 2)).toEqual(new Set(['tanıtan', 'uzun']))
  })

  it('are read anew where another analysis has read them, and are not asked for again', async () => {
    await search.close()
    const file = path.join(folder, 'names.json')
    const kept = JSON.parse(await readFile(file, 'utf8')) as { analyzer: string; read: [string, unknown][] }
    const nonsense = kept.read.map(([name]) => [name, { words: ['x'], keys: [['x']] }])
    await writeFile(file, JSON.stringify({ ...kept, analyzer: `${kept.analyzer}x`, read: nonsense }))
    search = await createSearchService({ lexiconFile, cacheFolder: folder })
    expect((await search.status()).seq).toBe(3)
    expect(await found('gonhiz rapor', 2)).toEqual(new Set(['bağlı', 'yazılı']))
    await search.close()
    expect(JSON.parse(await readFile(file, 'utf8'))).toEqual(kept)
  })

  it.each([
    ['torn', '{"owners":['],
    ['of another shape', '{"version":1,"seq":3,"owners":[null],"defined":[]}'],
  ])('are filled again when their file is %s: the index then asks for everything', async (_how, damaged) => {
    await search.close()
    await writeFile(path.join(folder, 'names.json'), damaged)
    search = await createSearchService({ lexiconFile, cacheFolder: folder })
    expect((await search.status()).seq).toBe(0)
    await search.reset()
    await search.apply({ replace: [], upsert: docs, seq: 4 })
    expect(await found('gonhiz rapor', 2)).toEqual(new Set(['bağlı', 'yazılı']))
  })
})
