import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { nodeArchiveFiles } from '../../../electron/services/store/archive-files'
import { recordFile } from '../../../electron/services/store/layout'
import { WriterLock } from '../../../electron/services/store/lock'
import type { CliPorts } from '../../../electron/cli/context'
import { fail, ok } from '../../../shared/result'
import { testCli } from '../../support/cli'
import { haveLaterNotes } from '../../support/later-notes'

const archive = ['--archive', 'Arşiv'] as const

async function withNote(ports: Partial<CliPorts> = {}) {
  const cli = await testCli(ports)
  await cli.run('init', ...archive)
  await writeFile(join(cli.folder, 'a.txt'), 'Kooperatifler\n\nMetin.\n')
  const { records } = await cli.json<{ records: { id: string }[] }>('import', 'a.txt', ...archive)
  const id = records[0]?.id ?? ''
  return { cli, id, file: join(cli.folder, 'Arşiv', recordFile(id)) }
}

let later: (() => void) | undefined
afterEach(() => {
  later?.()
  later = undefined
})

describe('verify', () => {
  it('ends with 0 for a sound archive, 1 when something was found, 2 when it could not be checked', async () => {
    const { cli, id, file } = await withNote()
    const sound = await cli.json('verify', ...archive)
    expect(sound).toMatchObject({ ok: true, findings: [], records: { note: 1 }, severities: { error: 0 } })
    await writeFile(file, '')
    const bad = await cli.run('verify', '--json', ...archive)
    expect(bad.code).toBe(1)
    expect(JSON.parse(bad.out)).toMatchObject({
      ok: false,
      counts: { 'record-empty': 1 },
      findings: [{ code: 'record-empty', severity: 'error', params: { id }, repair: 'restore-record' }],
    })
    const told = await cli.run('verify', ...archive)
    expect(told.out).toContain('Bozukluk  notes/')
    expect(told.out).toContain('Kayıt dosyası boş.')
    expect(told.out).toContain('[--repair restore-record]')
    expect(told.err).toBe('Arşiv denetleniyor: %100\n0 kayıt, 0 ek denetlendi: 1 bozukluk, 0 uyarı.\n')
    expect((await cli.run('verify', '--archive', 'yok')).code).toBe(2)
  })

  it('mends what is named, and nothing else', async () => {
    const { cli, file } = await withNote()
    const before = await readFile(file, 'utf8')
    await writeFile(file, 'bozuk')
    await writeFile(join(file, '..', 'liste.txt'), 'çay, şeker')
    const first = await cli.run('verify', '--repair', 'restore-record', ...archive)
    expect(first.code).toBe(1)
    expect(first.out).toContain('1 sorun giderildi, 0 sorun giderilemedi.')
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ record: { title: 'Kooperatifler' } })
    expect(before).toContain('Kooperatifler')
    const all = await cli.json('verify', '--repair', 'all', ...archive)
    expect(all).toMatchObject({
      ok: true,
      repaired: { done: { 'move-aside': 1, 'rebuild-lists': 1 }, failed: 0 },
    })
    expect(await readdir(join(cli.folder, 'Arşiv', 'quarantine', 'kenara-alınanlar'))).toHaveLength(1)
    expect(await cli.run('verify', '--repair', 'sil', ...archive)).toMatchObject({ code: 2, out: '' })
  })

  it('reads beside a writer, and mends only alone', async () => {
    const { cli, file } = await withNote()
    await writeFile(join(file, '..', 'liste.txt'), 'x')
    const lock = await WriterLock.take({
      files: nodeArchiveFiles(),
      path: join(cli.folder, 'Arşiv', 'lock'),
      clock: () => new Date(),
      machine: { id: 'öteki', name: 'öteki' },
      owner: 'Ayla Sekreter',
    })
    expect((await cli.run('verify', ...archive)).code).toBe(1)
    expect(await cli.run('verify', '--repair', 'move-aside', ...archive)).toMatchObject({ code: 3, out: '' })
    if (lock instanceof WriterLock) await lock.release()
  })
})

describe('upgrade', () => {
  it('says that nothing is to be done, or writes all after a backup', async () => {
    const kept: string[] = []
    const { cli, file } = await withNote({
      backupBefore: () => (reason) => {
        kept.push(reason)
        return Promise.resolve(ok(undefined))
      },
    })
    expect((await cli.run('upgrade', ...archive)).out).toBe('Bütün kayıtlar güncel biçimde.\n')
    later = haveLaterNotes()
    expect((await cli.run('verify', ...archive)).code).toBe(0)
    expect(await cli.json('upgrade', ...archive)).toEqual({ outdated: 1, written: 1, left: 0 })
    expect(kept).toEqual(['upgrade'])
    expect(await readFile(file, 'utf8')).toContain('"version": 3')
  })

  it('writes nothing without a backup', async () => {
    const { cli, file } = await withNote({ backupBefore: () => () => Promise.resolve(fail('disk-full')) })
    later = haveLaterNotes()
    expect((await cli.run('upgrade', ...archive)).code).toBe(1)
    expect(await readFile(file, 'utf8')).toContain('"version": 1')
  })
})
