import { readdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { testCli, type TestCli } from '../../support/cli'
import { storedRecords } from '../../support/stored'

async function filled(): Promise<TestCli> {
  const desk = await testCli()
  await desk.run('init', '--archive', 'Arşiv', '--name', 'İl Arşivi')
  for (const name of ['Bir', 'İki', 'Üç'])
    await writeFile(join(desk.folder, `${name}.md`), `# ${name}\n\nMetin.`)
  expect((await desk.run('import', 'Bir.md', 'İki.md', '--archive', 'Arşiv')).code).toBe(0)
  return desk
}

const titles = async (desk: TestCli, archive: string) =>
  (await storedRecords(join(desk.folder, archive), 'note')).map(({ record }) => record.title).sort()

describe('backup on the command line', () => {
  it('writes beside the archive by default, with progress on stderr', async () => {
    const desk = await filled()
    const { code, out, err } = await desk.run('backup', '--archive', 'Arşiv')
    expect([code, out]).toEqual([0, expect.stringContaining('Yedek alındı ve denetlendi: İl Arşivi ')])
    expect(err).toContain('Yedek alınıyor: %100')
    const folder = join(desk.folder, 'Tutanak Yedekleri', 'İl Arşivi')
    expect((await readdir(folder)).filter((name) => name.endsWith('.zip'))).toHaveLength(1)
  })

  it('fails with code 1 when the folder is missing, and with 2 when it is used wrongly', async () => {
    const desk = await filled()
    const missing = await desk.run('backup', '--archive', 'Arşiv', '--to', 'yok')
    expect([missing.code, missing.err]).toEqual([1, expect.stringContaining('Yedek klasörüne ulaşılamıyor')])
    expect((await desk.run('restore-backup', '--archive', 'Arşiv')).code).toBe(2)
    expect((await desk.run('backup', '--archive', 'Arşiv', '--to', 'Arşiv')).code).toBe(1)
  })

  it('restores into place and beside', async () => {
    const desk = await filled()
    const folder = join(desk.folder, 'Tutanak Yedekleri', 'İl Arşivi')
    const { name } = await desk.json<{ name: string }>('backup', '--archive', 'Arşiv')
    await desk.run('import', 'Üç.md', '--archive', 'Arşiv')
    const done = await desk.json('restore-backup', join(folder, name), '--archive', 'Arşiv')
    expect(done).toEqual({ restored: 0, binned: 1, missingAttachments: 0 })
    expect(await titles(desk, 'Arşiv')).toEqual(['Bir', 'İki'])
    // The state before is a backup too.
    expect((await readdir(folder)).filter((each) => each.endsWith('.zip'))).toHaveLength(2)

    const beside = await desk.run(
      'restore-backup',
      join(folder, name),
      '--archive',
      'Arşiv',
      '--beside',
      'Yeni',
    )
    expect(beside.code).toBe(0)
    expect(await titles(desk, 'Yeni')).toEqual(['Bir', 'İki'])
    expect((await desk.run('verify', '--archive', 'Yeni')).code).toBe(0)
    const again = await desk.run(
      'restore-backup',
      join(folder, name),
      '--archive',
      'Arşiv',
      '--beside',
      'Yeni',
    )
    expect(again.code).toBe(1)

    await rm(join(desk.folder, 'Arşiv'), { recursive: true })
    const lost = ['restore-backup', join(folder, name), '--archive', 'Arşiv', '--beside', 'Arşiv']
    expect((await desk.run(...lost)).code).toBe(0)
    expect(await titles(desk, 'Arşiv')).toEqual(['Bir', 'İki'])
  })
})
