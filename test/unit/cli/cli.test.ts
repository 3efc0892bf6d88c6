import iconv from 'iconv-lite'
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeArchiveFiles } from '../../../electron/services/store/archive-files'
import { WriterLock } from '../../../electron/services/store/lock'
import { testCli } from '../../support/cli'

interface Imported {
  records: { id: string; title: string; status: string; file: string; type: string }[]
}
interface Found {
  query: string
  total: number
  hits: { type: string; id: string; title: string; score: number; snippet: string; source?: string }[]
}

const archive = ['--archive', 'İl Arşivi'] as const
const text = 'Çocuk Şenliği hazırlıkları\n\nIşıklandırma işi görüşüldü; ğ, ı, ş ve İ harfleri yerinde.\n'

async function withArchive() {
  const cli = await testCli()
  expect((await cli.run('init', ...archive)).code).toBe(0)
  return cli
}

describe('command line', () => {
  it('makes an archive in an empty folder, and in no other', async () => {
    const cli = await withArchive()
    expect((await readdir(join(cli.folder, 'İl Arşivi'))).sort()).toEqual([
      'OKUBENİ.txt',
      'archive.json',
      'journal',
      'schema',
    ])
    expect(await cli.run('init', ...archive)).toMatchObject({
      code: 1,
      out: '',
      err: 'Bu klasörde zaten bir Tutanak arşivi var.\n',
    })
    await mkdir(join(cli.folder, 'dolu'))
    await writeFile(join(cli.folder, 'dolu', 'mektup.txt'), 'x')
    const full = await cli.run('init', '--archive', 'dolu')
    expect(full.code).toBe(1)
    expect(full.err).toMatch(/boş değil/)
    expect(await readdir(join(cli.folder, 'dolu'))).toEqual(['mektup.txt'])
  })

  it.each([
    ['utf-8', (body: string) => Buffer.from(body)],
    ['utf-8', (body: string) => Buffer.from(`\uFEFF${body}`)],
    ['utf-16le', (body: string) => iconv.encode(body, 'utf-16le', { addBOM: true })],
    ['utf-16be', (body: string) => iconv.encode(body, 'utf-16be', { addBOM: true })],
    ['utf-16le', (body: string) => iconv.encode(body, 'utf-16le', { addBOM: false })],
    ['windows-1254', (body: string) => iconv.encode(body, 'windows-1254')],
  ])('imports a text in %s', async (encoding, encode) => {
    const cli = await withArchive()
    await writeFile(join(cli.folder, 'şenlik.txt'), encode(text.replaceAll('\n', '\r\n')))
    const { records } = await cli.json<Imported>('import', 'şenlik.txt', ...archive)
    expect(records).toMatchObject([
      { title: 'Çocuk Şenliği hazırlıkları', status: 'new', file: 'şenlik.txt' },
    ])
    const shown = await cli.json<{ record: object }>('show', records[0]?.id ?? '', ...archive)
    expect(shown.record).toMatchObject({ markdown: text, source: { fileName: 'şenlik.txt', encoding } })
  })

  it('imports the same bytes once, under whatever name', async () => {
    const cli = await withArchive()
    await writeFile(join(cli.folder, 'a.txt'), text)
    await writeFile(join(cli.folder, 'b.md'), text)
    const first = await cli.json<Imported>('import', 'a.txt', 'b.md', ...archive)
    expect(first.records.map(({ status }) => status)).toEqual(['new', 'exists'])
    const again = await cli.run('import', 'b.md', ...archive)
    expect(again).toMatchObject({ code: 0, out: expect.stringContaining('zaten var') })
    const { records } = await cli.json<Imported>('list', ...archive)
    expect(records.map(({ id }) => id)).toEqual([first.records[0]?.id])
  })

  it('imports all files or none', async () => {
    const cli = await withArchive()
    await writeFile(join(cli.folder, 'a.txt'), text)
    await writeFile(
      join(cli.folder, 'resim.txt'),
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 0xff, 0xfe]),
    )
    for (const files of [
      ['a.txt', 'yok.txt'],
      ['a.txt', 'resim.txt'],
      ['a.txt', 'rapor.pdf'],
    ]) {
      const run = await cli.run('import', ...files, ...archive)
      expect(run.code).toBeGreaterThan(0)
      expect(run.err.trim().split('\n')).toHaveLength(1)
    }
    expect(await cli.json('list', ...archive)).toEqual({ records: [] })
  })

  it('makes a meeting of a text when asked, and shows it as minutes', async () => {
    const cli = await withArchive()
    await writeFile(join(cli.folder, 't.md'), '# Mart toplantısı\n\nGörüşüldü.\n')
    const { records } = await cli.json<Imported>('import', 't.md', '--as', 'meeting', ...archive)
    expect(records[0]).toMatchObject({ type: 'meeting', title: 'Mart toplantısı' })
    const shown = await cli.run('show', records[0]?.id ?? '', ...archive)
    expect(shown.out).toContain('Görüşüldü.')
    expect((await cli.json<Imported>('list', 'meeting', ...archive)).records).toHaveLength(1)
    expect((await cli.json<Imported>('list', 'note', ...archive)).records).toHaveLength(0)
  })

  it('finds what was imported, typed without Turkish letters', async () => {
    const cli = await withArchive()
    await writeFile(join(cli.folder, 'şenlik.txt'), text)
    const { records } = await cli.json<Imported>('import', 'şenlik.txt', ...archive)
    for (const query of ['isiklandirma', 'IŞIKLANDIRMA', 'çocuk şenliğinin']) {
      const found = await cli.json<Found>('search', query, ...archive)
      expect(found, query).toMatchObject({
        query,
        total: 1,
        hits: [{ type: 'note', id: records[0]?.id, title: records[0]?.title, source: 'şenlik.txt' }],
      })
      expect(typeof found.hits[0]?.snippet).toBe('string')
    }
    for (const query of ['saat 14:30', '"', '*', '😀', 'x'.repeat(10_000)]) {
      expect((await cli.run('search', query, ...archive)).code, query).toBe(0)
    }
  })

  it('finds files that others put into the archive', async () => {
    const cli = await withArchive()
    await writeFile(join(cli.folder, 'a.txt'), text)
    const { records } = await cli.json<Imported>('import', 'a.txt', ...archive)
    expect((await cli.json<Found>('search', 'şenlik', ...archive)).total).toBe(1)
    const id = records[0]?.id ?? ''
    const file = join(cli.folder, 'İl Arşivi', 'notes', id.slice(-2), `${id}.json`)
    await writeFile(file, (await readFile(file, 'utf8')).replaceAll('Şenliği', 'Bayramı'))
    expect((await cli.json<Found>('search', 'bayram', ...archive)).total).toBe(1)
    expect((await cli.json<Found>('search', 'şenlik', ...archive)).total).toBe(0)
  })

  it('writes documents where asked, never over another file unasked', async () => {
    const cli = await withArchive()
    await writeFile(join(cli.folder, 't.md'), '# Mart toplantısı\n\nGörüşüldü.\n')
    const { records } = await cli.json<Imported>('import', 't.md', '--as', 'meeting', ...archive)
    const id = records[0]?.id ?? ''
    const out = ['--out', 'çıktı.md']
    expect((await cli.run('export', id, '--format', 'md', ...out, ...archive)).code).toBe(0)
    expect(await readFile(join(cli.folder, 'çıktı.md'), 'utf8')).toContain('Görüşüldü.')
    await writeFile(join(cli.folder, 'çıktı.md'), 'benim')
    const refused = await cli.run('export', id, '--format', 'md', ...out, ...archive)
    expect(refused.code).toBe(1)
    expect(await readFile(join(cli.folder, 'çıktı.md'), 'utf8')).toBe('benim')
    const inside = await cli.run('export', id, '--format', 'md', '--out', 'İl Arşivi/x.md', ...archive)
    expect(inside.code).toBe(2)
    const period = ['--from', '2024-01-01', '--to', '2024-12-31']
    const summary = await cli.json('summary', ...period, '--format', 'md', '--out', 'özet.md', ...archive)
    expect(summary).toMatchObject({ meetings: 0 })
  })

  it('writes PDF', async () => {
    const cli = await withArchive()
    await writeFile(join(cli.folder, 't.md'), '# Mart toplantısı\n\nGörüşüldü.\n')
    const { records } = await cli.json<Imported>('import', 't.md', '--as', 'meeting', ...archive)
    const run = await cli.run('export', records[0]?.id ?? '', '--format', 'pdf', '--out', 'a.pdf', ...archive)
    expect(run).toMatchObject({ code: 0, err: '' })
    expect((await readFile(join(cli.folder, 'a.pdf'))).subarray(0, 5).toString()).toBe('%PDF-')
  })

  it('does not write while another program holds the archive, and reads all the same', async () => {
    const cli = await withArchive()
    await writeFile(join(cli.folder, 'a.txt'), text)
    const lock = await WriterLock.take({
      files: nodeArchiveFiles(),
      path: join(cli.folder, 'İl Arşivi', 'lock'),
      clock: () => new Date(),
      machine: { id: 'another', name: hostname() },
      owner: 'Ayla Sekreter',
    })
    if (!(lock instanceof WriterLock)) throw new Error('not locked')
    try {
      const run = await cli.run('import', 'a.txt', ...archive)
      expect(run.code).toBe(3)
      expect(run.err).toContain(`Ayla Sekreter (${hostname()})`)
      expect((await cli.run('list', ...archive)).code).toBe(0)
      expect((await cli.run('verify', ...archive)).code).toBe(0)
    } finally {
      await lock.release()
    }
    expect((await cli.run('import', 'a.txt', ...archive)).code).toBe(0)
  })

  it.each(['init', 'import', 'list', 'show', 'search', 'export', 'summary', 'verify', 'upgrade', 'index'])(
    'explains %s in Turkish',
    async (verb) => {
      const cli = await testCli()
      const help = await cli.run(verb, '--help')
      expect(help.code).toBe(0)
      expect(help.out).toContain(`Kullanım: tutanak ${verb}`)
      expect(help.out).toContain('--archive')
      expect(help.out).not.toMatch(/Usage|Options|Arguments|display help/)
    },
  )

  it.each([
    [[], 2],
    [['olmayan'], 2],
    [['list'], 2],
    [['show', 'x', '--archive'], 2],
    [['list', 'uçak', '--archive', 'x'], 2],
    [['search', 'a', '--limit', 'çok', '--archive', 'x'], 2],
    [
      [
        'summary',
        '--from',
        '2024-13-01',
        '--to',
        '2024-12-31',
        '--format',
        'md',
        '--out',
        'x',
        '--archive',
        'y',
      ],
      2,
    ],
    [['list', '--archive', 'olmayan klasör'], 1],
    [['show', 'note_yok', '--archive', 'olmayan klasör'], 1],
  ] as const)('answers %j with code %i and says why', async (args, code) => {
    const cli = await testCli()
    const run = await cli.run(...args)
    expect(run.code).toBe(code)
    expect(run.out).toBe('')
    if (args.length > 0) expect(run.err.trim().split('\n')).toHaveLength(1)
  })
})
