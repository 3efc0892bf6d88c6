import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { MirrorPaths } from '../../../../shared/documents/mirror/file-names'
import type { MirrorLinks } from '../../../../shared/documents/mirror/links'
import { readMirrorFile, writeMirrorFile } from '../../../../shared/documents/mirror/mirror-file'
import { readSettingsFile, writeSettingsFile } from '../../../../shared/documents/mirror/settings-file'
import { newId, recordTypeOfId, recordTypes, type RecordType } from '../../../../shared/ids'
import { OfficeSettings } from '../../../../shared/records/office-settings'
import type { AnyRecord } from '../../../../shared/records/registry'
import { arbitraryOf, arbitraryRecord, pooledId } from '../../../support/arbitrary-records'
import { generateRecords } from '../../../support/generate-archive'
import { oddMeeting } from '../../../support/odd-words'

const at = { newId, noteId: () => newId('note') }

/** A mirror of records under names that need care. */
function mirrorOf(placed: { id: string; type: RecordType; name: string }[]) {
  const paths = new MirrorPaths()
  for (const one of placed) paths.add(one)
  const ids = new Map([...paths.entries()].map(([id, path]) => [path, id]))
  const names = new Map(placed.map(({ id, name }) => [id, name]))
  return (id: string): MirrorLinks => ({
    path: paths.get(id) ?? 'notlar/yeni.md',
    pathOf: (other) => paths.get(other),
    nameOf: (other) => names.get(other),
    idAt: (path) => ids.get(path),
  })
}

const linksOf = mirrorOf(
  recordTypes.flatMap((type) =>
    [1, 2, 3].map((n) => ({
      id: pooledId(type, n),
      type,
      name: n === 1 ? '%20 [Işık] #1' : `${type} | ${n}`,
    })),
  ),
)

function trip(type: RecordType, record: AnyRecord, links: MirrorLinks, change = (text: string) => text) {
  return readMirrorFile(change(writeMirrorFile(type, record, links)), { links, ...at })
}

describe('a record as Markdown and back', () => {
  for (const type of recordTypes)
    test(`${type}: whatever the words are, nothing is lost`, () => {
      fc.assert(
        fc.property(arbitraryRecord(type), (record) => {
          expect(trip(type, record, linksOf(record.id))).toEqual({
            ok: true,
            type,
            id: record.id,
            own: true,
            record,
          })
        }),
        { numRuns: 150 },
      )
    })

  test('the settings of the office', () => {
    fc.assert(
      fc.property(arbitraryOf(OfficeSettings), (settings) => {
        expect(readSettingsFile(writeSettingsFile(settings))).toEqual({ ok: true, settings })
      }),
      { numRuns: 150 },
    )
  })

  test('meetings of odd words, saved by an editor of Windows', () => {
    fc.assert(
      fc.property(oddMeeting, (record) => {
        const windows = (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}\r\n`
        expect(trip('meeting', record, linksOf(record.id), windows)).toMatchObject({ ok: true, record })
      }),
      { numRuns: 40 },
    )
  })

  test('a generated archive, with every link between its files', () => {
    const records = [...generateRecords({ meetings: 30, seed: 7 })]
    const mirror = mirrorOf(
      records.map(([type, record]) => ({
        id: record.id,
        type,
        name: 'title' in record ? record.title : 'name' in record ? record.name : '',
      })),
    )
    for (const [type, record] of records) {
      const links = mirror(record.id)
      const text = writeMirrorFile(type, record, links)
      expect(readMirrorFile(text, { links, ...at })).toMatchObject({ ok: true, record })
      if (type === 'meeting' || type === 'note') expect(text).not.toContain('exact')
    }
  })

  test('any text at all is answered', () => {
    const links = linksOf(pooledId('note', 1))
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 200 }),
        fc.constantFrom(...recordTypes),
        (noise, type) => {
          const id = pooledId(type, 1)
          const front = `---\nmirror: 1\ntype: ${type}\nid: ${id}\n---\n\n# Başlık\n\n${noise}`
          for (const text of [noise, front, `---\n${noise}\n---\n`]) {
            const read = readMirrorFile(text, { links, ...at })
            if (read.ok) expect(recordTypeOfId(read.id)).toBe(read.type)
            else expect(read.line).toBeGreaterThan(0)
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})
