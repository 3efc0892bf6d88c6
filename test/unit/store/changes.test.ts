import { createHash } from 'node:crypto'
import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { recordFile } from '../../../electron/services/store/layout'
import type { ArchiveStore } from '../../../electron/services/store/store-types'
import { newId } from '../../../shared/ids'
import { defaultOfficeSettings } from '../../../shared/records/office-settings'
import { ok } from '../../../shared/result'
import { codeOf, tempFolder, testArchive, valueOf } from '../../support/archive'

const open = async () => (await testArchive()).open()
const titles = (store: ArchiveStore) => store.list({ type: 'note' }).rows.map((row) => row.title)
const note = async (store: ArchiveStore, title: string, window?: string) =>
  valueOf(await store.create('note', { title, markdown: '' }, window === undefined ? {} : { window }))
const retitle = async (store: ArchiveStore, id: string, title: string, window?: string) => {
  const { hash } = valueOf(await store.get(id as 'note_x'))
  const options = window === undefined ? {} : { window }
  return valueOf(await store.change(id as 'note_x', hash, (now) => ok({ ...now, title }), options))
}

describe('deleting', () => {
  it('moves a record to the bin, from where it comes back as it was', async () => {
    const archive = await testArchive()
    const store = await archive.open()
    const made = await note(store, 'geçici')
    valueOf(await store.remove(made.id))
    expect(codeOf(await store.get(made.id))).toBe('not-found')
    expect(codeOf(await store.remove(made.id))).toBe('not-found')
    expect(await readdir(join(archive.root, 'trash'))).toEqual([`${made.id}.json`])
    expect(titles(store)).toEqual([])
    valueOf(await store.restore(made.id))
    expect(valueOf(await store.get(made.id as 'note_x'))).toMatchObject({
      hash: made.hash,
      record: made.record,
    })
    expect(await readdir(join(archive.root, 'trash'))).toEqual([])
    expect(codeOf(await store.restore(made.id))).toBe('already-exists')
  })

  it('of somebody or something in use is refused, and says where it is used', async () => {
    const store = await open()
    const agency = valueOf(await store.create('agency', { name: 'Kurum' }))
    const person = valueOf(
      await store.create('participant', { name: 'Elif', offices: [{ agencyId: agency.id }] }),
    )
    const row = {
      id: newId('attendance'),
      name: 'Elif',
      participantId: person.id,
      agencyId: agency.id,
      agencyName: 'Kurum',
    }
    const body = valueOf(await store.create('body', { name: 'Kurul', ownerAgencyId: agency.id }))
    const fields = { title: 'Mart toplantısı', attendance: [row], bodyId: body.id }
    const meeting = valueOf(await store.create('meeting', fields))
    expect(await store.remove(agency.id)).toMatchObject({
      error: {
        code: 'in-use',
        params: {
          count: 3,
          titles: expect.arrayContaining(['Elif', 'Kurul', 'Mart toplantısı']),
          ids: expect.arrayContaining([person.id, body.id, meeting.id]),
          where: expect.arrayContaining(['office', 'owner', 'attendance']),
        },
      },
    })
    expect(codeOf(await store.remove(person.id))).toBe('in-use')
    expect(codeOf(await store.remove(body.id))).toBe('in-use')
    expect(store.usages(person.id)).toEqual([
      { id: meeting.id, type: 'meeting', title: 'Mart toplantısı', roles: ['attendance'] },
    ])
    valueOf(await store.remove(meeting.id))
    valueOf(await store.remove(person.id))
    // Together they may go: nobody is left who uses them.
    valueOf(
      await store.commitMany([
        { kind: 'remove', id: body.id },
        { kind: 'remove', id: agency.id },
      ]),
    )
    expect(store.counts()).toMatchObject({ agency: 0, participant: 0, body: 0, meeting: 0 })
  })

  it('twice keeps both versions in the bin', async () => {
    const archive = await testArchive()
    const store = await archive.open()
    const first = await note(store, 'eski')
    valueOf(await store.remove(first.id))
    valueOf(await store.create('note', { id: first.id, title: 'yeni', markdown: '' }))
    valueOf(await store.remove(first.id))
    const bin = join(archive.root, 'trash')
    const texts = await Promise.all((await readdir(bin)).map((name) => readFile(join(bin, name), 'utf8')))
    expect(texts.map((text) => /"title": "(\w+)"/.exec(text)?.[1]).sort()).toEqual(['eski', 'yeni'])
    expect(valueOf(await store.restore(first.id)).record).toMatchObject({ title: 'yeni' })
  })
})

describe('several records at once', () => {
  it('are refused together when one of them is', async () => {
    const store = await open()
    const made = await note(store, 'bir')
    const operations = [
      { kind: 'create', type: 'note', fields: { title: 'iki', markdown: '' } },
      { kind: 'change', id: made.id, basedOn: '0'.repeat(64), change: ok },
    ] as const
    expect(await store.commitMany([...operations])).toMatchObject({
      error: { code: 'conflict', params: { id: made.id } },
    })
    expect(titles(store)).toEqual(['bir'])
    const twice = { kind: 'remove', id: made.id } as const
    expect(codeOf(await store.commitMany([twice, twice]))).toBe('invalid-input')
  })

  it('may point at each other, and are one change to listeners', async () => {
    const store = await open()
    const events: number[] = []
    store.onChange(({ changes }) => events.push(changes.length))
    const agencyId = newId('agency')
    const saved = valueOf(
      await store.commitMany([
        { kind: 'create', type: 'participant', fields: { name: 'Elif', offices: [{ agencyId }] } },
        { kind: 'create', type: 'agency', fields: { id: agencyId, name: 'Kurum' } },
      ]),
    )
    expect(saved.map(({ id }) => id.split('_')[0])).toEqual(['participant', 'agency'])
    expect(events).toEqual([2])
  })
})

describe('undo', () => {
  it('takes back the changes of a window, the newest first, as new versions', async () => {
    const store = await open()
    const made = await note(store, 'bir', 'w')
    await retitle(store, made.id, 'iki', 'w')
    await retitle(store, made.id, 'üç', 'w')
    valueOf(await store.remove(made.id, { window: 'w' }))
    const after: string[] = []
    for (let n = 0; n < 4; n += 1) {
      expect(valueOf(await store.undo('w')).ids).toEqual([made.id])
      after.push(titles(store).join())
    }
    expect(after).toEqual(['üç', 'iki', 'bir', ''])
    expect(codeOf(await store.undo('w'))).toBe('nothing-to-undo')
  })

  it('is of one window alone, and of what was marked as its change', async () => {
    const store = await open()
    await note(store, 'a', 'w1')
    await note(store, 'b', 'w2')
    await note(store, 'c')
    valueOf(await store.undo('w1'))
    expect(titles(store)).toEqual(['b', 'c'])
    expect(codeOf(await store.undo('w1'))).toBe('nothing-to-undo')
  })

  it('does not undo over what somebody else wrote since', async () => {
    const store = await open()
    const made = await note(store, 'bir')
    await retitle(store, made.id, 'iki', 'w')
    await retitle(store, made.id, 'başkası', 'öteki')
    expect(codeOf(await store.undo('w'))).toBe('conflict')
    expect(titles(store)).toEqual(['başkası'])
  })

  it('does not take away what others point at by now', async () => {
    const store = await open()
    const agency = valueOf(await store.create('agency', { name: 'Kurum' }, { window: 'w' }))
    valueOf(await store.create('participant', { name: 'Elif', offices: [{ agencyId: agency.id }] }))
    expect(codeOf(await store.undo('w'))).toBe('in-use')
  })

  it('takes back a commit of several records as one', async () => {
    const store = await open()
    const a = await note(store, 'a')
    const b = await note(store, 'b')
    const change = {
      kind: 'change',
      basedOn: a.hash,
      id: a.id,
      change: (now: object) => ok({ ...now, title: 'A' }),
    } as never
    valueOf(await store.commitMany([change, { kind: 'remove', id: b.id }], { window: 'w' }))
    expect(titles(store)).toEqual(['A'])
    valueOf(await store.undo('w'))
    expect(titles(store)).toEqual(['a', 'b'])
  })
})

describe('attachments', () => {
  const bytes = Buffer.from('ek dosyanın içeriği '.repeat(9_000))
  const sha256 = createHash('sha256').update(bytes).digest('hex')

  it('are copied in once, under the name of their hash, from bytes or from a file', async () => {
    const archive = await testArchive()
    const store = await archive.open()
    const path = join(await tempFolder(), 'Hazirun Cetveli.PDF')
    await writeFile(path, bytes)
    const first = valueOf(await store.putAttachment({ path }, 'Hazirun Cetveli.PDF'))
    expect(first).toEqual({ sha256, ext: 'pdf', name: 'Hazirun Cetveli.PDF', size: bytes.length })
    const second = valueOf(await store.putAttachment({ bytes }, 'kopya.pdf'))
    expect(second).toMatchObject({ sha256, name: 'kopya.pdf' })
    const folder = join(archive.root, 'attachments')
    expect(await readdir(folder)).toEqual([sha256.slice(0, 2)])
    expect(await readdir(join(folder, sha256.slice(0, 2)))).toEqual([`${sha256}.pdf`])
    expect(Buffer.from(valueOf(await store.readAttachment(first))).equals(bytes)).toBe(true)
    expect(await readFile(store.attachmentPath(first))).toEqual(bytes)
  })

  it('that are damaged, missing or cannot be read are told', async () => {
    const store = await open()
    const ref = valueOf(await store.putAttachment({ bytes }, 'a.bin'))
    await writeFile(store.attachmentPath(ref), 'bozuk')
    expect(codeOf(await store.readAttachment(ref))).toBe('damaged')
    // The same file once more heals it.
    valueOf(await store.putAttachment({ bytes }, 'a.bin'))
    expect(valueOf(await store.readAttachment(ref))).toHaveLength(bytes.length)
    expect(codeOf(await store.readAttachment({ sha256: '0'.repeat(64), ext: 'bin' }))).toBe('not-found')
    expect(codeOf(await store.putAttachment({ path: join(await tempFolder(), 'yok.pdf') }, 'yok.pdf'))).toBe(
      'file-unreadable',
    )
  })
})

describe('office settings', () => {
  it('start with defaults, are saved durably, and are not written over unseen', async () => {
    const archive = await testArchive()
    const store = await archive.open()
    const { settings, hash } = valueOf(await store.settings())
    expect(settings).toEqual(defaultOfficeSettings())
    const letterhead = { ...settings.letterhead, administration: 'ÖRNEK VALİLİĞİ' }
    const saved = valueOf(await store.saveSettings({ ...settings, letterhead }, hash))
    expect(codeOf(await store.saveSettings(settings, hash))).toBe('conflict')
    await store.close()
    const again = await archive.open()
    expect(valueOf(await again.settings())).toEqual({
      settings: { ...settings, letterhead },
      hash: saved.hash,
    })
  })

  it('that are damaged fall back to defaults, are told, and the bytes are kept when they are set anew', async () => {
    const archive = await testArchive()
    await writeFile(join(archive.root, 'settings.json'), '{"bozuk')
    const store = await archive.open()
    const { settings, hash } = valueOf(await store.settings())
    expect(store.problems()).toEqual([{ file: 'settings.json', kind: 'damaged' }])
    valueOf(await store.saveSettings({ ...settings, font: 'arimo' }, hash))
    expect(store.problems()).toEqual([])
    const [kept = ''] = await readdir(join(archive.root, 'quarantine'))
    expect(await readFile(join(archive.root, 'quarantine', kept), 'utf8')).toBe('{"bozuk')
  })
})

describe('closing', () => {
  it('waits for the saves that have begun, and refuses those after it', async () => {
    const archive = await testArchive()
    const store = await archive.open()
    const made = await note(store, 'bir')
    const saves = Array.from({ length: 20 }, (_unused, n) =>
      store.change(made.id as 'note_x', made.hash, (now) => ok({ ...now, title: `başlık ${n}` })),
    )
    const closed = store.close()
    expect((await Promise.all(saves)).every(({ ok: good }) => good)).toBe(true)
    await closed
    expect(codeOf(await store.create('note', { title: 'geç', markdown: '' }))).toBe('no-archive')
    expect(titles(await archive.open())).toEqual(['başlık 19'])
  })

  it('leaves an archive that explains itself', async () => {
    const archive = await testArchive()
    const store = await archive.open()
    const made = await note(store, 'bir')
    await store.close()
    const readme = await readFile(join(archive.root, 'OKUBENİ.txt'), 'utf8')
    expect(readme).toContain('DENEME – TUTANAK ARŞİVİ')
    const schema = JSON.parse(await readFile(join(archive.root, 'schema', 'note-v1.json'), 'utf8')) as object
    expect(schema).toMatchObject({ properties: { record: { properties: { markdown: { type: 'string' } } } } })
    expect(await readdir(archive.root)).not.toContain('lock')
    expect(await readFile(join(archive.root, recordFile(made.id)), 'utf8')).toContain('"title": "bir"')
  })
})
