import { mkdir, readFile, readdir, rename, rm, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  nodeArchiveFiles,
  DiskError,
  type ArchiveFiles,
} from '../../../../electron/services/store/archive-files'
import { Findings } from '../../../../electron/services/store/care/findings'
import { verifyArchive, type VerifyOptions } from '../../../../electron/services/store/care/verify'
import { hashOf } from '../../../../electron/services/store/envelope'
import { encodePiece } from '../../../../electron/services/store/history/pieces'
import { Journal } from '../../../../electron/services/store/journal'
import { attachmentFile, historyFile, recordFile } from '../../../../electron/services/store/layout'
import type { ArchiveStore } from '../../../../electron/services/store/store-types'
import type { Repair } from '../../../../shared/contract/care-contract'
import { newId } from '../../../../shared/ids'
import { codeOf, testArchive, valueOf, type TestArchive } from '../../../support/archive'

const id = (type: Parameters<typeof newId>[0]) => newId(type)

interface Filled {
  archive: TestArchive
  note: string
  agency: string
  person: string
  meeting: string
  attachment: string
}

/** An archive with one of each, closed. */
async function filled(): Promise<Filled> {
  const archive = await testArchive()
  const store = await archive.open()
  const agency = valueOf(await store.create('agency', { name: 'Ticaret İl Müdürlüğü' }))
  const person = valueOf(
    await store.create('participant', { name: 'Özge Işıklı', offices: [{ agencyId: agency.id }] }),
  )
  const file = valueOf(await store.putAttachment({ bytes: Buffer.from('ek') }, 'çizelge.txt'))
  const note = valueOf(
    await store.create('note', { title: 'Kooperatifler', markdown: '', attachments: [file] }),
  )
  const meeting = valueOf(
    await store.create('meeting', {
      title: 'Kurul',
      attendance: [{ id: id('attendance'), participantId: person.id, name: 'Özge Işıklı' }],
    }),
  )
  await store.close()
  return {
    archive,
    note: note.id,
    agency: agency.id,
    person: person.id,
    meeting: meeting.id,
    attachment: join(archive.root, attachmentFile(file.sha256, file.ext)),
  }
}

const pathOf = ({ archive }: Filled, record: string) => join(archive.root, recordFile(record))
const text = (path: string) => readFile(path, 'utf8')
const verify = async ({ archive }: Filled, given: VerifyOptions = {}) =>
  valueOf(await verifyArchive(archive.options, given))
const codes = async (given: Filled) => (await verify(given)).findings.map(({ code }) => code).sort()

async function put(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
}

const edit = (path: string, from: string | RegExp, to: string) =>
  text(path).then((content) => writeFile(path, content.replace(from, to)))

describe('checking an archive', () => {
  it('finds nothing in a sound one, and tells what it has looked at', async () => {
    const given = await filled()
    const report = await verify(given)
    expect(report.findings).toEqual([])
    expect(report).toMatchObject({
      records: { meeting: 1, participant: 1, agency: 1, note: 1, body: 0, followup: 0 },
      attachments: 1,
      severities: { error: 0, warning: 0, note: 0 },
    })
    expect(report.journal).toBeGreaterThan(3)
  })

  const damages: [what: string, code: string, spoil: (given: Filled) => Promise<unknown>][] = [
    ['an empty record', 'record-empty', (given) => writeFile(pathOf(given, given.note), '')],
    [
      'half a record',
      'record-unreadable',
      async (given) => edit(pathOf(given, given.note), /"title"[\s\S]*/, ''),
    ],
    [
      'a record without its hash',
      'record-envelope',
      (given) => edit(pathOf(given, given.note), '"sha256"', '"sha"'),
    ],
    [
      'a title that is a number',
      'record-schema',
      (given) => edit(pathOf(given, given.note), '"Kooperatifler"', '7'),
    ],
    [
      'a letter flipped in a text',
      'record-changed',
      (given) => edit(pathOf(given, given.note), 'Koop', 'Kooq'),
    ],
    [
      'something else in its place',
      'record-foreign',
      (given) => writeFile(pathOf(given, given.note), '{"a": 1}'),
    ],
    [
      'a newer record',
      'record-too-new',
      (given) => edit(pathOf(given, given.note), '"version": 1', '"version": 4'),
    ],
    [
      'a record under the name of another',
      'record-misnamed',
      async (given) =>
        writeFile(
          pathOf(given, given.note),
          await text(pathOf(given, given.note)).then((now) => now.replaceAll(given.note, id('note'))),
        ),
    ],
    [
      'a strange file among records',
      'file-foreign',
      (given) => put(join(dirname(pathOf(given, given.note)), 'resim.png'), 'x'),
    ],
    [
      'a conflict copy',
      'file-copy',
      async (given) =>
        put(pathOf(given, given.note).replace('.json', ' (1).json'), await text(pathOf(given, given.note))),
    ],
    [
      'a record in two folders',
      'file-misplaced',
      async (given) =>
        put(join(given.archive.root, 'notes', `${given.note}.json`), await text(pathOf(given, given.note))),
    ],
    ['a damaged attachment', 'attachment-damaged', (given) => writeFile(given.attachment, 'başka')],
    ['a missing attachment', 'attachment-missing', (given) => rm(given.attachment)],
    [
      'an attachment of nobody',
      'attachment-unused',
      (given) => edit(pathOf(given, given.note), /"attachments": \[[\s\S]*?\]/, '"attachments": []'),
    ],
    [
      'an attachment under a strange name',
      'attachment-misnamed',
      (given) => put(join(dirname(given.attachment), 'rapor.pdf'), 'x'),
    ],
    ['minutes whose person is gone', 'reference-snapshot', (given) => rm(pathOf(given, given.person))],
    ['a person whose agency is gone', 'reference-missing', (given) => rm(pathOf(given, given.agency))],
    ['a damaged head', 'head-damaged', (given) => writeFile(join(given.archive.root, 'archive.json'), '{')],
    [
      'a lost copy of the head',
      'head-copy-damaged',
      (given) => rm(join(given.archive.root, 'journal', 'archive.json')),
    ],
    ['damaged settings', 'settings-damaged', (given) => put(join(given.archive.root, 'settings.json'), '{')],
    [
      'a damaged record in the bin',
      'bin-damaged',
      (given) => put(join(given.archive.root, 'trash', `${id('note')}.json`), '{'),
    ],
    [
      'frozen minutes that were changed',
      'final-damaged',
      async (given) =>
        put(
          join(given.archive.root, 'final', given.meeting, '1.json'),
          (await text(pathOf(given, given.meeting))).replace('Kurul', 'Kurol'),
        ),
    ],
    [
      'a cut end of the journal',
      'journal-torn',
      async (given) => {
        const [segment = ''] = (await readdir(join(given.archive.root, 'journal'))).filter((name) =>
          name.startsWith('changes'),
        )
        const path = join(given.archive.root, 'journal', segment)
        await writeFile(path, `${await text(path)}{"seq":99,"ti`)
      },
    ],
    [
      'a spoilt line of the journal',
      'journal-line',
      async (given) => {
        const [segment = ''] = (await readdir(join(given.archive.root, 'journal'))).filter((name) =>
          name.startsWith('changes'),
        )
        await edit(join(given.archive.root, 'journal', segment), '"ops":[{', '"ops":[{{')
      },
    ],
  ]
  it.each(damages)('tells of %s: %s', async (_what, code, spoil) => {
    const given = await filled()
    await spoil(given)
    const found = await codes(given)
    expect(found).toContain(code)
    // One damage must not drown in what follows from it.
    expect(found.length).toBeLessThanOrEqual(2)
  })

  it('tells of a person deleted to the bin where minutes name them, as a note', async () => {
    const given = await filled()
    const binned = join(given.archive.root, 'trash', `${given.person}.json`)
    await mkdir(dirname(binned), { recursive: true })
    await rename(pathOf(given, given.person), binned)
    const { findings } = await verify(given)
    expect(findings).toMatchObject([
      { code: 'reference-in-bin', severity: 'note', params: { title: 'Kurul', target: given.person } },
    ])
  })

  it('tells of an announced change that is not in its file', async () => {
    const given = await filled()
    const journal = await Journal.open(nodeArchiveFiles(), join(given.archive.root, 'journal'))
    const path = pathOf(given, given.note)
    const { sha256, record } = JSON.parse(await text(path)) as { sha256: string; record: object }
    await journal.append({
      at: new Date().toISOString(),
      by: 'x',
      kind: 'commit',
      ops: [
        {
          id: given.note,
          op: 'save',
          before: sha256,
          after: 'f'.repeat(64),
          version: 1,
          json: JSON.stringify(record),
        },
      ],
    })
    await journal.close()
    const before = await text(path)
    expect(await codes(given)).toEqual(['journal-pending'])
    expect(await text(path)).toBe(before)
  })

  it('asks those who know the format of the history', async () => {
    const given = await filled()
    const head = {
      id: given.note,
      hash: hashOf({ id: given.note }),
      version: 1,
      why: 'begin' as const,
      ...{ notedAt: '', savedAt: '', savedBy: '', revision: 1 },
    }
    const good = encodePiece(head, { id: given.note })
    const bad = encodePiece({ ...head, hash: 'f'.repeat(64) }, { id: given.note })
    const path = join(given.archive.root, historyFile(given.note))
    await put(path, Buffer.concat([bad, good.subarray(0, 40)]))
    const where = historyFile(given.note).replaceAll('\\', '/')
    expect(await verify(given)).toMatchObject({
      findings: [
        { code: 'history-damaged', where, params: { version: 1 } },
        { code: 'history-torn', where },
      ],
    })
  })

  it('names a file that the disk refuses, and goes on', async () => {
    const given = await filled()
    const files: ArchiveFiles = {
      ...nodeArchiveFiles(),
      readFile: (path) =>
        path.includes(given.note)
          ? Promise.reject(new DiskError('disk-error', 'EIO', 'read'))
          : nodeArchiveFiles().readFile(path),
    }
    const report = valueOf(await verifyArchive({ ...given.archive.options, files }))
    expect(report.findings).toMatchObject(
      [{ code: 'attachment-unused' }, { code: 'file-denied', params: { errno: 'EIO' } }].reverse(),
    )
    expect(report.records).toMatchObject({ meeting: 1, note: 0 })
  })

  it('changes nothing, works beside a writer, and ends when it is told to', async () => {
    const given = await filled()
    const writer = await given.archive.open()
    await writer.checked
    const before = await readdir(given.archive.root, { recursive: true })
    const saving = Promise.all(
      Array.from({ length: 30 }, (_unused, n) => writer.create('note', { title: `Not ${n}`, markdown: '' })),
    )
    expect((await verify(given)).findings).toEqual([])
    await saving
    expect(valueOf(await writer.verify()).findings).toEqual([])
    const after = await readdir(given.archive.root, { recursive: true })
    expect(after.filter((name) => !name.startsWith('notes')).sort()).toEqual(
      before.filter((name) => !name.startsWith('notes')).sort(),
    )
    const given2 = new AbortController()
    given2.abort()
    expect(codeOf(await writer.verify({ signal: given2.signal }))).toBe('cancelled')
  })

  it('keeps what is grave when there is much to tell', () => {
    const seen: string[] = []
    const findings = new Findings(({ code }) => seen.push(code))
    for (let n = 0; n < 50_000; n += 1)
      findings.add({ code: 'attachment-misnamed', where: `f${n}`, repair: 'move-aside' })
    findings.add({ code: 'attachment-damaged', where: 'z' })
    const report = findings.report()
    expect(report.counts).toEqual({ 'attachment-misnamed': 50_000, 'attachment-damaged': 1 })
    expect(report.findings).toHaveLength(2_000)
    expect(report.findings[0]?.code).toBe('attachment-damaged')
    expect(report.repairable).toEqual({ 'move-aside': 50_000 })
    expect(seen).toHaveLength(50_001)
  })
})

describe('repairing an archive', () => {
  async function repaired(given: Filled, ...kinds: Repair[]) {
    const store = await given.archive.open()
    await store.checked
    const report = valueOf(await store.repair(kinds))
    return { store, report }
  }
  const aside = ({ archive }: Filled) =>
    readdir(join(archive.root, 'quarantine', 'kenara-alınanlar')).catch(() => [])
  const left = async (store: ArchiveStore) => valueOf(await store.verify()).findings.map(({ code }) => code)

  it('moves strange files and copies aside, and deletes none', async () => {
    const given = await filled()
    const folder = dirname(pathOf(given, given.note))
    await put(join(folder, 'resim.png'), 'bir resim')
    await put(join(folder, `${given.note} (1).json`), 'bir kopya')
    const { store, report } = await repaired(given, 'move-aside')
    expect(report).toEqual({ done: { 'move-aside': 2 }, failed: 0 })
    expect(await left(store)).toEqual([])
    expect(store.problems()).toEqual([])
    const names = await aside(given)
    expect(names).toHaveLength(2)
    const contents = await Promise.all(
      names.map((name) => text(join(given.archive.root, 'quarantine', 'kenara-alınanlar', name))),
    )
    expect(contents.sort()).toEqual(['bir kopya', 'bir resim'])
  })

  it('puts a record that lies in the wrong folder where it belongs, unless there is one', async () => {
    const given = await filled()
    const wrong = join(given.archive.root, 'notes', `${given.note}.json`)
    await rename(pathOf(given, given.note), wrong)
    const first = await repaired(given, 'put-back')
    expect(first.report).toEqual({ done: { 'put-back': 1 }, failed: 0 })
    expect(valueOf(await first.store.get(given.note as 'note_x')).record.title).toBe('Kooperatifler')
    expect(first.store.list({ type: 'note' }).total).toBe(1)
    await first.store.close()
    await put(wrong, await text(pathOf(given, given.note)))
    const second = await repaired(given, 'put-back', 'move-aside')
    expect(second.report).toEqual({ done: { 'move-aside': 1 }, failed: 0 })
  })

  it('brings damaged records back from the journal, and keeps the damaged bytes', async () => {
    const given = await filled()
    await writeFile(pathOf(given, given.note), 'bozuk')
    await writeFile(pathOf(given, given.meeting), '')
    const { store, report } = await repaired(given, 'restore-record')
    expect(report).toEqual({ done: { 'restore-record': 2 }, failed: 0 })
    expect(valueOf(await store.get(given.note as 'note_x')).record.title).toBe('Kooperatifler')
    expect(await left(store)).toEqual([])
    const kept = await readdir(join(given.archive.root, 'quarantine'))
    expect(await text(join(given.archive.root, 'quarantine', kept[0] ?? ''))).toBe('bozuk')
  })

  it('clears temporary files that are old, and only those', async () => {
    const given = await filled()
    const folder = dirname(pathOf(given, given.note))
    const store = await given.archive.open()
    await store.checked
    for (const [name, ago] of [
      ['eski', 3_600],
      ['yeni', 0],
    ] as const) {
      const path = join(folder, `.${name}.json.0123456789ab.tutanak-tmp`)
      await put(path, 'yarım')
      const at = Date.now() / 1000 - ago
      await utimes(path, at, at)
    }
    expect(valueOf(await store.repair(['clear-temp']))).toEqual({ done: { 'clear-temp': 1 }, failed: 0 })
    expect((await readdir(folder)).filter((name) => name.includes('tutanak-tmp'))).toEqual([
      '.yeni.json.0123456789ab.tutanak-tmp',
    ])
  })

  it('does only what is chosen', async () => {
    const given = await filled()
    await put(join(dirname(pathOf(given, given.note)), 'resim.png'), 'x')
    await writeFile(pathOf(given, given.meeting), 'bozuk')
    const { store } = await repaired(given, 'clear-temp', 'put-back', 'apply-journal', 'rebuild-lists')
    expect((await left(store)).sort()).toEqual(['file-foreign', 'record-unreadable'])
  })

  it('is refused to a reader', async () => {
    const given = await filled()
    await put(join(dirname(pathOf(given, given.note)), 'resim.png'), 'x')
    const writer = await given.archive.open()
    const reader = await given.archive.open({ cacheFolder: `${given.archive.cache} 2` })
    expect(codeOf(await reader.repair(['move-aside']))).toBe('archive-locked')
    expect(valueOf(await reader.verify()).findings.map(({ code }) => code)).toEqual(['file-foreign'])
    await writer.close()
  })
})
