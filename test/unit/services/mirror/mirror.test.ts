import { mkdir, readdir, rename, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { newId } from '../../../../shared/ids'
import type { TextBlock } from '../../../../shared/records/blocks'
import type { AgendaItem, Meeting } from '../../../../shared/records/meeting'
import { ok } from '../../../../shared/result'
import { testArchive, valueOf } from '../../../support/archive'
import { attachmentBytes, ids, paths, recordsOf, smallArchive, testMirror } from '../../../support/mirrors'
import { sampleId } from '../../../support/sample-meeting'

async function meetingIn(store: Awaited<ReturnType<typeof smallArchive>>['store']): Promise<Meeting> {
  return valueOf(await store.get(ids.meeting as `meeting_${string}`)).record
}

function withFirst(item: AgendaItem | undefined, block: TextBlock): AgendaItem {
  if (!item) throw new Error('no item')
  return { ...item, blocks: [block, ...item.blocks] }
}

const sentence = 'Halk eğitimi merkezlerinde açılacak kursların sayısı tartışıldı.'

describe('the whole archive as Markdown', () => {
  test('comes back into an empty archive as it was: ids, stamps, attachments, settings; twice changes nothing', async () => {
    const { store, digest } = await smallArchive()
    const office = valueOf(await store.settings())
    const settings = {
      ...office.settings,
      letterhead: { ...office.settings.letterhead, unit: 'Ticaret İl Müdürlüğü: "no"' },
    }
    valueOf(await store.saveSettings(settings, office.hash))
    const mirror = await testMirror(store)
    // The second attachment of the sample is not in the archive: it is told, not invented.
    expect(await mirror.export()).toEqual({ records: 6, attachments: 1, left: 0 })
    const empty = await (await testArchive()).open()
    expect(await mirror.apply({}, empty)).toEqual({
      created: 6,
      changed: 0,
      removed: 0,
      settings: true,
      mirrorStale: false,
    })
    expect(await recordsOf(empty)).toEqual(await recordsOf(store))
    for (const id of (await recordsOf(store)).keys()) expect(empty.hashOf(id)).toBe(store.hashOf(id))
    expect(valueOf(await empty.readAttachment({ sha256: digest, ext: 'pdf' }))).toEqual(attachmentBytes)
    expect(valueOf(await empty.settings()).settings).toEqual(settings)
    const again = await mirror.plan(empty)
    expect([again.entries, again.problems, again.settings]).toEqual([[], [], undefined])
  })

  test('links lead from file to file', async () => {
    const { store } = await smallArchive()
    const mirror = await testMirror(store)
    await mirror.export()
    expect(await mirror.text(paths.note)).toContain(
      '[tren toplantısı](<../toplantilar/2022/2022-11-21 Tanıtım Treni Ön Görüşme Toplantısı.md>)',
    )
    const meeting = await mirror.text(paths.meeting)
    expect(meeting).toContain('[Ömer Işıktepe](<../../kisiler/Ömer Işıktepe.md>)')
    expect(meeting).toContain('## Eğitim programı ve dilekler')
    expect(await readdir(join(mirror.folder, 'ekler'))).toHaveLength(1)
  })

  test('a sentence edited by hand wins, is one undoable change, and the mirror follows', async () => {
    const { store } = await smallArchive()
    const mirror = await testMirror(store)
    await mirror.export()
    const before = await recordsOf(store)
    await mirror.edit(paths.meeting, (text) => text.replace(sentence, 'Kursların yeri de konuşuldu.'))
    const { entries } = await mirror.plan()
    expect(entries).toMatchObject([
      {
        kind: 'changed',
        id: ids.meeting,
        changes: [{ part: 'text', before: sentence, after: 'Kursların yeri de konuşuldu.' }],
      },
    ])
    expect(await mirror.apply({ window: '1' })).toMatchObject({ created: 0, changed: 1 })
    expect((await meetingIn(store)).agenda.at(-1)?.blocks[0]).toMatchObject({
      markdown: 'Kursların yeri de konuşuldu.',
    })
    expect((await mirror.plan()).entries).toEqual([])
    valueOf(await store.undo('1'))
    const { revision: _r, updatedAt: _u, ...undone } = await meetingIn(store)
    expect(before.get(ids.meeting)).toMatchObject(undone)
    // Undone is undone: the file that was brought back once is not brought back again.
    expect((await mirror.plan()).entries).toEqual([])
  })

  test("the secretary's own notes never go out, and no import takes them away", async () => {
    const { store } = await smallArchive()
    const mirror = await testMirror(store)
    const note = {
      id: newId('text'),
      kind: 'text' as const,
      markdown: 'Kendime not.',
      private: true as const,
    }
    const change = async (agenda: (now: Meeting) => Meeting['agenda']) => {
      const { record, hash } = valueOf(await store.get(ids.meeting as `meeting_${string}`))
      valueOf(await store.change(record.id, hash, (now) => ok({ ...now, agenda: agenda(now) })))
    }
    await change(({ agenda }) => [...agenda.slice(0, -1), withFirst(agenda.at(-1), note)])
    await mirror.export()
    expect(await mirror.text(paths.meeting)).not.toContain('Kendime not')
    expect((await mirror.plan()).entries).toEqual([])

    const notes = async () =>
      (await meetingIn(store)).agenda.at(-1)?.blocks.filter((block) => block.kind === 'text' && block.private)
    await mirror.edit(paths.meeting, (text) => text.replace(sentence, 'Elle yazıldı.'))
    const { entries } = await mirror.plan()
    expect(entries).toMatchObject([
      { kind: 'changed', changes: [{ before: sentence, after: 'Elle yazıldı.' }] },
    ])
    expect(entries[0]?.changes).toHaveLength(1)
    await mirror.apply()
    expect(await notes()).toEqual([note])
    expect(await mirror.text(paths.meeting)).not.toContain('Kendime not')
    expect((await mirror.plan()).entries).toEqual([])

    // Changed on both sides: the note is edited here, the text there.
    await change(({ agenda }) =>
      agenda.map((item) => ({
        ...item,
        blocks: item.blocks.map((block) =>
          block.id === note.id ? { ...note, markdown: 'Başka not.' } : block,
        ),
      })),
    )
    await mirror.edit(paths.meeting, (text) => text.replace('Elle yazıldı.', 'Yine elle.'))
    expect((await mirror.plan()).entries).toMatchObject([{ kind: 'merged', collisions: [] }])
    await mirror.apply()
    expect(await notes()).toEqual([{ ...note, markdown: 'Başka not.' }])
    expect(JSON.stringify(await meetingIn(store))).toContain('Yine elle.')
  })

  test('what is typed by hand: new text, item, decision; deleted and retitled parts; a new note', async () => {
    const { store } = await smallArchive()
    const mirror = await testMirror(store)
    await mirror.export()
    const old = await meetingIn(store)
    await mirror.edit(paths.meeting, (text) =>
      text
        .replace('## Açılış ve yoklama', '## 1. Açılış')
        .replace(sentence, `${sentence}\n\nYeni bir paragraf.`)
        .replace(/<!-- text_\S+ -->\n> Küçük üretici.*\n/, '')
        .replace(
          '<!-- ekler -->',
          '## Dilekler\n\nSöz verildi.\n\n<!-- karar -->\n> **Karar** · ertelendi\n>\n> Görüşülmesine\n\n<!-- ekler -->',
        ),
    )
    await mkdir(join(mirror.folder, 'notlar/yeni'), { recursive: true })
    await writeFile(
      join(mirror.folder, 'notlar/yeni/Elle yazılan.md'),
      '# Elle\r\n\r\nBakınız [toplantı](<../../toplantilar/2022/2022-11-21 Tanıtım Treni Ön Görüşme Toplantısı.md>).\r\n',
    )
    expect(await mirror.apply()).toMatchObject({ created: 1, changed: 1 })
    const now = await meetingIn(store)
    expect(
      now.agenda.map(({ id, number, title }) => [old.agenda.some((item) => item.id === id), number, title]),
    ).toEqual([
      [true, '1', 'Açılış'],
      [true, undefined, 'Sosyal kooperatifçilik tanıtım treni'],
      [true, undefined, 'Yerelde sosyal ekonomi'],
      [true, undefined, 'Eğitim programı ve dilekler'],
      [false, undefined, 'Dilekler'],
    ])
    expect(now.agenda[3]?.blocks.slice(0, 2)).toMatchObject([
      { markdown: sentence },
      { markdown: 'Yeni bir paragraf.' },
    ])
    expect(now.agenda[2]?.blocks).toHaveLength(1)
    expect(now.agenda[4]?.blocks).toMatchObject([
      { kind: 'text', markdown: 'Söz verildi.' },
      { kind: 'decision', outcome: 'postponed', text: 'Görüşülmesine' },
    ])
    const notes = [...(await recordsOf(store)).values()].filter(
      ({ id }) => id.startsWith('note_') && id !== ids.note,
    )
    expect(notes).toMatchObject([{ title: 'Elle', markdown: `Bakınız [[${ids.meeting}|toplantı]].` }])
    // New parts have their ids in the file now: editing on changes them, it does not double them.
    await mirror.edit(paths.meeting, (text) => text.replace('Yeni bir paragraf.', 'Yeni bir cümle.'))
    await mirror.edit('notlar/yeni/Elle yazılan.md', (text) => text.replace('# Elle', '# Elle yazıldı'))
    expect(await mirror.apply()).toMatchObject({ created: 0, changed: 2 })
    expect((await meetingIn(store)).agenda[3]?.blocks[1]).toMatchObject({
      id: now.agenda[3]?.blocks[1]?.id,
      markdown: 'Yeni bir cümle.',
    })
  })

  test('saved with Windows line ends and a BOM, renamed and moved: still the same record', async () => {
    const { store } = await smallArchive()
    const mirror = await testMirror(store)
    await mirror.export()
    await mirror.edit(paths.note, (text) => `\uFEFF${text.replaceAll('\n', '\r\n')}`)
    await mkdir(join(mirror.folder, 'başka yer'))
    await rename(join(mirror.folder, paths.note), join(mirror.folder, 'başka yer/Adı değişti.md'))
    await rename(join(mirror.folder, paths.person), join(mirror.folder, 'kisiler/Işıktepe.md'))
    const plan = await mirror.plan()
    expect([plan.entries, plan.problems]).toEqual([[], []])
    await mirror.edit('başka yer/Adı değişti.md', (text) => text.replace('Bakınız', 'Bkz.'))
    expect(await mirror.apply()).toMatchObject({ changed: 1, created: 0 })
    const note = valueOf(await store.get(ids.note as `note_${string}`)).record
    expect(note.markdown).toMatch(new RegExp(`^Bkz. \\[\\[${ids.meeting}\\|`))
    expect(await mirror.text('başka yer/Adı değişti.md')).toContain('](<../toplantilar/2022/')
  })

  test('changed on both sides: joined by ids; what truly collides is shown with both, and the file wins', async () => {
    const { store } = await smallArchive()
    const mirror = await testMirror(store)
    await mirror.export()
    const { hash } = valueOf(await store.get(ids.meeting as `meeting_${string}`))
    const inArchive = (meeting: Meeting): Meeting => ({
      ...meeting,
      place: 'Yeni salon',
      agenda: meeting.agenda.map((item) => ({
        ...item,
        blocks: item.blocks.map((block) =>
          block.id === sampleId('text', 6) && block.kind === 'text'
            ? { ...block, markdown: 'Arşivde yazıldı.' }
            : block,
        ),
      })),
    })
    valueOf(
      await store.change(ids.meeting as `meeting_${string}`, hash, (now) => ({
        ok: true,
        value: inArchive(now),
      })),
    )
    await mirror.edit(paths.meeting, (text) =>
      text.replace(sentence, 'Dosyada yazıldı.').replace('province: Yelkenli', 'province: Hatay'),
    )
    const { entries } = await mirror.plan()
    expect(entries).toMatchObject([
      {
        kind: 'merged',
        collisions: [{ part: 'text', before: 'Arşivde yazıldı.', after: 'Dosyada yazıldı.' }],
      },
    ])
    await mirror.apply()
    const now = await meetingIn(store)
    expect([now.place, now.province]).toEqual(['Yeni salon', 'Hatay'])
    expect(now.agenda.at(-1)?.blocks[0]).toMatchObject({ markdown: 'Dosyada yazıldı.' })
  })

  test('a change in the archive alone is not taken back by an old file', async () => {
    const { store } = await smallArchive()
    const mirror = await testMirror(store)
    await mirror.export()
    const { hash } = valueOf(await store.get(ids.note as `note_${string}`))
    valueOf(
      await store.change(ids.note as `note_${string}`, hash, (now) => ({
        ok: true,
        value: { ...now, title: 'Yeni ad' },
      })),
    )
    expect((await mirror.plan()).entries).toEqual([])
  })

  test('a file that is gone deletes only when asked to, and never what others use', async () => {
    const { store } = await smallArchive()
    const mirror = await testMirror(store)
    await mirror.export()
    await unlink(join(mirror.folder, paths.note))
    await unlink(join(mirror.folder, paths.person))
    const { entries } = await mirror.plan()
    expect(entries).toMatchObject([
      { kind: 'gone', id: ids.person, held: 'used' },
      { kind: 'gone', id: ids.note },
    ])
    expect(await mirror.apply()).toMatchObject({ removed: 0 })
    expect(await mirror.apply({ deletions: true })).toMatchObject({ removed: 1 })
    expect([store.hashOf(ids.note), store.hashOf(ids.person) !== undefined]).toEqual([undefined, true])
  })

  test('deleted in the archive and edited by hand: comes back', async () => {
    const { store } = await smallArchive()
    const mirror = await testMirror(store)
    await mirror.export()
    valueOf(await store.remove(ids.note))
    expect((await mirror.plan()).entries).toEqual([])
    await mirror.edit(paths.note, (text) => text.replace('Bakınız', 'Okuyunuz:'))
    expect((await mirror.plan()).entries).toMatchObject([{ kind: 'back', id: ids.note }])
    await mirror.apply()
    expect(store.hashOf(ids.note)).toBeDefined()
  })
})
