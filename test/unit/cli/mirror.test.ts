import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { testCli } from '../../support/cli'

test('mirror: writes the archive as Markdown, tells and brings back what was edited', async () => {
  const cli = await testCli()
  const archive = ['--archive', 'arşiv']
  await cli.json('init', ...archive)
  await writeFile(join(cli.folder, 'not.txt'), 'Işık raporu\n\nÇatı akıyor.\n')
  await cli.json('import', 'not.txt', ...archive)
  const done = await cli.json('mirror', 'export', 'ayna', ...archive)
  expect(done).toEqual({ folder: join(cli.folder, 'ayna'), records: 1, attachments: 0, left: 0 })
  const [name = ''] = await readdir(join(cli.folder, 'ayna', 'notlar'))
  expect(name).toBe('Işık raporu.md')
  const file = join(cli.folder, 'ayna', 'notlar', name)
  await writeFile(file, (await readFile(file, 'utf8')).replace('akıyor', 'onarıldı'))

  const planned = await cli.json('mirror', 'import', 'ayna', '--dry-run', ...archive)
  expect(planned).toMatchObject({ applied: null, entries: [{ kind: 'changed', title: 'Işık raporu' }] })
  expect((await cli.run('mirror', 'import', 'ayna', '--dry-run', ...archive)).out).toContain(
    '1 kayıt değişecek, 0 dosya arşivle aynı. Hiçbir şey yazılmadı.',
  )
  expect(await cli.json('mirror', 'import', 'ayna', ...archive)).toMatchObject({ applied: { changed: 1 } })
  expect((await cli.run('search', 'onarıldı', ...archive)).out).toContain('Işık raporu')
  expect(await cli.json('mirror', 'import', 'ayna', ...archive)).toMatchObject({
    applied: { created: 0, changed: 0, removed: 0 },
    unchanged: 1,
  })

  await writeFile(file, (await readFile(file, 'utf8')).replace('# Işık raporu', 'başlıksız'))
  const faulty = await cli.run('mirror', 'import', 'ayna', ...archive)
  expect(faulty.code).toBe(1)
  expect(faulty.out).toMatch(/notlar\/Işık raporu\.md, \d+\. satır: başlık satırı \(# …\) yok/)
  const inside = await cli.run('mirror', 'export', 'arşiv/ayna', ...archive)
  expect([inside.code, inside.err]).toEqual([2, expect.stringContaining('arşivin içinde olamaz')])
})
