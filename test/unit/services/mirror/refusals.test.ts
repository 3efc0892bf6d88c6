import { readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { applyImport } from '../../../../electron/services/mirror/apply'
import { exportMirror } from '../../../../electron/services/mirror/export-mirror'
import { planImport } from '../../../../electron/services/mirror/plan'
import { fail } from '../../../../shared/result'
import { codeOf, tempFolder, testArchive, valueOf } from '../../../support/archive'
import { files, ids, paths, recordsOf, smallArchive, testMirror } from '../../../support/mirrors'

describe('what must not happen', () => {
  test('a file that cannot be read is named with its line, and nothing is changed', async () => {
    const { store } = await smallArchive()
    const mirror = await testMirror(store)
    await mirror.export()
    const line =
      (await mirror.text(paths.meeting)).split('\n').findIndex((text) => text.includes('oy birliği')) + 1
    await mirror.edit(paths.meeting, (text) => text.replace('oy birliği', 'oy bilmecesi'))
    await mirror.edit(paths.note, (text) => text.replace('Bakınız', 'Değişti'))
    const plan = await mirror.plan()
    expect(plan.problems).toEqual([
      { path: paths.meeting, line, problem: 'unknown-word', words: 'oy bilmecesi' },
    ])
    const before = await recordsOf(store)
    expect(await applyImport(store, files, plan)).toEqual(fail('mirror-faulty', { count: 1 }))
    expect(await recordsOf(store)).toEqual(before)
  })

  test('two files of one record, a file of another form, a folder that is no mirror', async () => {
    const { store } = await smallArchive()
    const mirror = await testMirror(store)
    await mirror.export()
    await writeFile(join(mirror.folder, 'notlar/kopya.md'), await mirror.text(paths.note))
    await writeFile(join(mirror.folder, 'notlar/tutanak.md'), '---\ntutanak: 1\ntype: meeting\n---\n# X\n')
    expect((await mirror.plan()).problems.map(({ problem }) => problem).sort()).toEqual([
      'other-form',
      'same-id',
    ])
    expect(codeOf(await planImport(store, files, await tempFolder()))).toBe('mirror-invalid')
  })

  test('an export never replaces what somebody else wrote', async () => {
    const { store } = await smallArchive()
    const folder = await tempFolder()
    await writeFile(join(folder, 'önemli.txt'), 'x')
    expect(codeOf(await exportMirror(store, files, folder, new Date()))).toBe('not-empty')
    expect(await readdir(folder)).toEqual(['önemli.txt'])
    const mirror = await testMirror(store)
    await mirror.export()
    await mirror.edit(paths.note, (text) => `${text}\nElle.\n`)
    expect(await exportMirror(store, files, mirror.folder, new Date())).toEqual(
      fail('mirror-edited', { count: 1 }),
    )
    expect(await mirror.text(paths.note)).toContain('Elle.')
    const other = await (await testArchive()).open()
    expect(codeOf(await exportMirror(other, files, mirror.folder, new Date()))).toBe('not-empty')
  })

  test('an export that was stopped can be taken up again, but not brought back', async () => {
    const { store } = await smallArchive()
    const folder = join(await tempFolder(), 'yarım')
    const stop = new AbortController()
    stop.abort()
    expect(codeOf(await exportMirror(store, files, folder, new Date(), { signal: stop.signal }))).toBe(
      'cancelled',
    )
    expect(codeOf(await planImport(store, files, folder))).toBe('mirror-incomplete')
    expect(valueOf(await exportMirror(store, files, folder, new Date())).records).toBe(6)
    const plan = valueOf(await planImport(store, files, folder))
    expect([plan.entries, plan.unchanged]).toEqual([[], 6])
    expect(await readdir(folder)).not.toContain('.tutanak-export.jsonl')
  })

  test('exporting again follows renamed and deleted records', async () => {
    const { store } = await smallArchive()
    const mirror = await testMirror(store)
    await mirror.export()
    const { hash } = valueOf(await store.get(ids.note as `note_${string}`))
    valueOf(
      await store.change(ids.note as `note_${string}`, hash, (now) => ({
        ok: true,
        value: { ...now, title: 'CON' },
      })),
    )
    valueOf(await store.remove(ids.followUp))
    await mirror.export()
    expect(await readdir(join(mirror.folder, 'notlar'))).toEqual(['_CON.md'])
    expect(await readdir(join(mirror.folder, 'takip'))).toEqual([])
  })

  test('hostile files stay text and reach nothing outside', async () => {
    const { store } = await smallArchive()
    const mirror = await testMirror(store)
    await mirror.export()
    const outside = await tempFolder()
    await writeFile(join(outside, 'gizli.md'), '# Gizli\n\nDışarıdaki.\n')
    await symlink(outside, join(mirror.folder, 'notlar/bağ'))
    const text =
      '<script>alert(1)</script> [x](javascript:alert(1)) [y](../../../../etc/passwd) ![z](file:///etc/passwd)'
    await writeFile(join(mirror.folder, 'notlar/kötü.md'), `# Kötü\n\n${text}\n`)
    await mirror.edit(paths.meeting, (old) =>
      old.replace(/ekler\/[0-9a-f]{2}\/[0-9a-f]{64}\.pdf/, '../../../../etc/passwd'),
    )
    const plan = await mirror.plan()
    expect(plan.problems).toMatchObject([{ problem: 'unreadable-line', path: paths.meeting }])
    expect(plan.entries).toMatchObject([{ kind: 'new', title: 'Kötü' }])
    await mirror.edit(paths.meeting, (old) =>
      old.replace('../../../../etc/passwd', `ekler/00/${'0'.repeat(64)}.pdf`),
    )
    expect((await mirror.plan()).problems).toMatchObject([{ problem: 'missing-attachment' }])
    await mirror.apply()
    const notes = [...(await recordsOf(store)).values()].filter(
      (one) => 'markdown' in one && one.title === 'Kötü',
    )
    expect(notes).toMatchObject([{ markdown: text }])
  })

  test('bytes under a wrong name do not become an attachment', async () => {
    const { store, digest } = await smallArchive()
    const mirror = await testMirror(store)
    await mirror.export()
    await writeFile(join(mirror.folder, 'ekler', digest.slice(0, 2), `${digest}.pdf`), 'başka')
    const empty = await (await testArchive()).open()
    expect(
      codeOf(await applyImport(empty, files, valueOf(await planImport(empty, files, mirror.folder)))),
    ).toBe('damaged')
    expect((await recordsOf(empty)).size).toBe(0)
  })

  test('a plan that has grown old changes nothing; precautions come first', async () => {
    const { store } = await smallArchive()
    const mirror = await testMirror(store)
    await mirror.export()
    await mirror.edit(paths.note, (text) => text.replace('Bakınız', 'Bir'))
    await mirror.edit('ayarlar.md', (text) => text.replace('font: tinos', 'font: arimo'))
    const plan = await mirror.plan()
    expect(plan.settings?.changes).toEqual([
      { part: 'field', field: 'font', before: 'tinos', after: 'arimo' },
    ])
    await mirror.edit(paths.note, (text) => text.replace('Bir', 'İki'))
    expect(await applyImport(store, files, plan)).toEqual(fail('mirror-changed', { file: paths.note }))
    expect(valueOf(await store.settings()).settings.font).toBe('tinos')
    const asked: string[] = []
    const backupBefore = async (reason: string) => {
      asked.push(reason)
      return fail('disk-full')
    }
    expect(codeOf(await applyImport(store, files, await mirror.plan(), { backupBefore }))).toBe('disk-full')
    expect(asked).toEqual(['import'])
    expect(valueOf(await store.get(ids.note as `note_${string}`)).record.markdown).toContain('Bakınız')
    await rm(mirror.folder, { recursive: true })
    expect((await readFile(join(store.path, 'OKUBENİ.txt'), 'utf8')).length).toBeGreaterThan(100)
  })
})
