import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { SearchAnswer } from '../../../shared/domain/search-types'
import { testCli } from '../../support/cli'

type Found = Omit<SearchAnswer, 'hits'> & {
  hits: (Omit<SearchAnswer['hits'][number], 'snippet'> & { snippet: string })[]
}
interface Analysed {
  tokens: { token: string; start: number; end: number; keys: string[] }[]
}

const archive = ['--archive', 'arşiv'] as const

async function withArchive() {
  const cli = await testCli()
  await cli.run('init', ...archive)
  await writeFile(join(cli.folder, 'not.txt'), 'Bütçe notu\n\nÖdenek dağıtımı görüşüldü.\n')
  await writeFile(join(cli.folder, 'toplantı.md'), '# Bütçe toplantısı\n\nKurulun bütçesi konuşuldu.\n')
  await cli.run('import', 'not.txt', ...archive)
  await cli.run('import', 'toplantı.md', '--as', 'meeting', ...archive)
  return cli
}

describe('search on the command line', () => {
  it('narrows, counts and explains', async () => {
    const cli = await withArchive()
    const all = await cli.json<Found>('search', 'butce', '--facets', '--explain', ...archive)
    expect(all.total).toBe(2)
    expect(all.facets?.types).toEqual({ note: 1, meeting: 1 })
    expect(all.facets?.kinds).toEqual({ meeting: 1 })
    for (const { reason } of all.hits) expect(reason?.words[0]?.fields.length).toBeGreaterThan(0)
    const notes = await cli.json<Found>('search', 'butce', '--type', 'note', ...archive)
    expect(notes.hits.map(({ type }) => type)).toEqual(['note'])
    expect(notes.facets).toBeUndefined()
    expect(notes.hits[0]?.reason).toBeUndefined()
    expect((await cli.json<Found>('search', 'bütçe', '--status', 'draft', ...archive)).total).toBe(1)
    expect((await cli.json<Found>('search', 'bütçe', '--kind', 'seminar', ...archive)).total).toBe(0)
    expect((await cli.json<Found>('search', 'bütçe', '--to', '1999', ...archive)).total).toBe(0)
    const empty = await cli.json<Found>(
      'search',
      '',
      '--type',
      'note,meeting',
      '--sort',
      'newest',
      ...archive,
    )
    expect(empty.total).toBe(2)
  })

  it('does not search an archive with the index of another one that stood at the same path', async () => {
    const cli = await withArchive()
    expect((await cli.json<Found>('search', 'butce', ...archive)).total).toBe(2)
    await rm(join(cli.folder, 'arşiv'), { recursive: true })
    await cli.run('init', ...archive)
    await writeFile(join(cli.folder, 'biri.txt'), 'Yol notu\n\nYollar onarıldı.\n')
    await writeFile(join(cli.folder, 'öbürü.txt'), 'Su notu\n\nKanallar temizlendi.\n')
    await cli.run('import', 'biri.txt', ...archive)
    await cli.run('import', 'öbürü.txt', ...archive)
    expect((await cli.json<Found>('search', 'butce', ...archive)).total).toBe(0)
    expect((await cli.json<Found>('search', 'notu', ...archive)).total).toBe(2)
    expect(await cli.json('index', 'status', ...archive)).toMatchObject({ docs: 2, upToDate: true })
  })

  it('says in Turkish why a hit was found and what the counts are', async () => {
    const cli = await withArchive()
    const { out } = await cli.run('search', 'ödeneği', '--explain', '--facets', ...archive)
    expect(out).toContain('neden: ödeneği → ödenek (metinde ')
    expect(out).toContain('Tür: Bilgi notları 1')
    expect(out).toMatch(/1 sonuç, /)
  })

  it('an agency or board that is not there ends the command', async () => {
    const cli = await withArchive()
    const run = await cli.run('search', 'bütçe', '--agency', 'Olmayan Kurum', ...archive)
    expect(run).toMatchObject({ code: 1, out: '', err: '--agency bulunamadı: Olmayan Kurum\n' })
  })

  it.each([
    ['--type', 'uçak'],
    ['--from', '2022-13'],
    ['--kind', 'seminer'],
    ['--status', 'x'],
    ['--sort', 'ters'],
  ])('refuses %s %s as wrong use', async (option, value) => {
    const cli = await withArchive()
    const run = await cli.run('search', 'bütçe', option, value, ...archive)
    expect(run.code).toBe(2)
    expect(run.err).toContain(value)
  })

  it('days in the wrong order are wrong use', async () => {
    const cli = await withArchive()
    const run = await cli.run('search', 'x', '--from', '2023', '--to', '2022', ...archive)
    expect(run.code).toBe(2)
  })
})

describe('the index on the command line', () => {
  it('is rebuilt from the records, and finds the same after it', async () => {
    const cli = await withArchive()
    const before = await cli.json<Found>('search', 'bütçe', ...archive)
    expect(await cli.json('index', 'rebuild', ...archive)).toMatchObject({ docs: 2, ready: true })
    const after = await cli.json<Found>('search', 'bütçe', ...archive)
    expect(after.hits.map(({ id }) => id)).toEqual(before.hits.map(({ id }) => id))
    const status = await cli.json<Record<string, unknown>>('index', 'status', ...archive)
    expect(Object.keys(status).sort()).toEqual(['archiveSeq', 'docs', 'ready', 'seq', 'upToDate'])
  })

  it('knows no other action', async () => {
    const cli = await withArchive()
    expect((await cli.run('index', 'sil', ...archive)).code).toBe(2)
  })
})

describe('analyze', () => {
  it('gives each word with its place and keys, the main one first', async () => {
    const cli = await testCli()
    const text = 'Iğdır’daki kooperatiflerimizin 2024/12 kararı'
    const { tokens } = await cli.json<Analysed>('analyze', text)
    for (const { token, start, end, keys } of tokens) {
      expect(text.slice(start, end)).toBe(token)
      expect(keys.length).toBeGreaterThan(0)
    }
    expect(tokens.map(({ keys }) => keys[0])).toEqual(['igdir', 'kooperatif', '2024', '12', 'karar'])
    expect(tokens.map(({ token }) => token)).toEqual([
      'Iğdır’daki',
      'kooperatiflerimizin',
      '2024',
      '12',
      'kararı',
    ])
  })

  it('several words are one text; a text without words has no tokens', async () => {
    const cli = await testCli()
    expect((await cli.json<Analysed>('analyze', 'il', 'müdürlüğü')).tokens.map(({ start }) => start)).toEqual(
      [0, 3],
    )
    expect(await cli.json('analyze', ' — ')).toEqual({ tokens: [] })
    expect((await cli.run('analyze', 'toplantısında')).out).toMatch(/^toplantısında {2}toplanti/)
  })

  it('explains itself in Turkish', async () => {
    const cli = await testCli()
    const help = await cli.run('analyze', '--help')
    expect(help).toMatchObject({ code: 0, err: '' })
    expect(help.out).toContain('Kullanım: tutanak analyze')
    expect(help.out).not.toMatch(/Usage|Options|Arguments|display help/)
  })
})
