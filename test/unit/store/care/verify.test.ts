import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  nodeArchiveFiles,
  DiskError,
  type ArchiveFiles,
} from '../../../../electron/services/store/archive-files'
import { Findings } from '../../../../electron/services/store/care/findings'
import { verifyArchive } from '../../../../electron/services/store/care/verify'
import { hashOf } from '../../../../electron/services/store/envelope'
import { encodePiece } from '../../../../electron/services/store/history/pieces'
import { Journal } from '../../../../electron/services/store/journal'
import { historyFile } from '../../../../electron/services/store/layout'
import { codeOf, valueOf } from '../../../support/archive'
import { codes, edit, filled, id, pathOf, put, text, verify, type Filled } from '../../../support/care'

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
    const next = { ...record, title: 'Sonraki' }
    await journal.append({
      at: new Date().toISOString(),
      by: 'x',
      kind: 'commit',
      ops: [
        {
          id: given.note,
          op: 'save',
          before: sha256,
          after: hashOf(next),
          version: 1,
          json: JSON.stringify(next),
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
