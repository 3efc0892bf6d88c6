import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isAccessible, withoutJumps } from '../../../shared/documents/accessibility'
import { plainText, text, type DocumentBlock } from '../../../shared/documents/document'
import { minutesDocument } from '../../../shared/documents/minutes'
import { clockWords, dateWords, minutesTitle } from '../../../shared/documents/minutes-head'
import { signersOf } from '../../../shared/documents/signatures'
import { signedName } from '../../../shared/documents/people'
import { wordsFor } from '../../../shared/documents/words'
import type { Meeting, MeetingTime } from '../../../shared/records/meeting'
import { OfficeSettings } from '../../../shared/records/office-settings'
import { oddMeeting } from '../../support/odd-words'
import { sampleId, sampleMeeting, sampleOffice } from '../../support/sample-meeting'

const tr = wordsFor('tr')
const blocksOf = (meeting: Meeting, office = sampleOffice) => minutesDocument(meeting, office, 'tr').blocks
const time = (start?: string, end?: string, asWritten?: string): MeetingTime => ({
  ...(start ? { start } : {}),
  ...(end ? { end } : {}),
  ...(asWritten ? { asWritten } : {}),
  precision: 'unknown',
})

describe('minutes as a document', () => {
  test('keep the order that officials keep', () => {
    const shape = blocksOf(sampleMeeting).map((block) =>
      block.kind === 'heading' && block.level === 1 ? plainText(block.inline) : block.kind,
    )
    const order = ['letterhead', 'title', 'fields', 'Katılanlar', 'Gündem', 'Görüşülen Hususlar', 'decision']
    const places = [...order, 'Yapılacak İşler', 'Sonraki Toplantı', 'signatures', 'Ekler'].map((part) =>
      shape.indexOf(part),
    )
    expect(places).not.toContain(-1)
    expect(places).toEqual([...places].sort((a, b) => a - b))
  })

  test('parts that are empty leave no heading behind', () => {
    const bare: Meeting = {
      ...sampleMeeting,
      attendance: [],
      agenda: [],
      attachments: [],
      nextMeeting: undefined,
    }
    expect(blocksOf(bare, OfficeSettings.parse({})).map(({ kind }) => kind)).toEqual([
      'title',
      'fields',
      'paragraph',
    ])
  })

  test('letterhead: T.C., administration in Turkish capitals, unit as written', () => {
    const [head] = blocksOf(sampleMeeting)
    expect(head).toEqual({
      kind: 'letterhead',
      lines: ['T.C.', 'YELKENLİ VALİLİĞİ', 'Ticaret ve Kooperatifçilik İl Müdürlüğü'],
    })
    const club = OfficeSettings.parse({ letterhead: { republic: false, unit: 'Ilık Su Derneği' } })
    expect(blocksOf(sampleMeeting, club)[0]).toEqual({ kind: 'letterhead', lines: ['Ilık Su Derneği'] })
  })

  test.each([
    ['İl Göç Kurulu', '', 'meeting', 'İL GÖÇ KURULU TOPLANTI TUTANAĞI'],
    [undefined, 'Ön Görüşme Toplantısı', 'meeting', 'ÖN GÖRÜŞME TOPLANTISI TUTANAĞI'],
    [
      undefined,
      'İzmir Semineri ve Sosyal Ekonomi Oturumu',
      'seminar',
      'İZMİR SEMİNERİ VE SOSYAL EKONOMİ OTURUMU TUTANAĞI',
    ],
    [undefined, 'Kırsal Kalkınma', 'workshop', 'KIRSAL KALKINMA ÇALIŞTAY TUTANAĞI'],
    [undefined, 'Genel Kurul Tutanağı', 'general-assembly', 'GENEL KURUL TUTANAĞI'],
  ] as const)('title of %s %s', (bodyName, title, kind, expected) => {
    expect(minutesTitle({ ...sampleMeeting, bodyName, title, kind }, tr, 'tr')).toBe(expected)
  })

  test('dates stand as they are known, without year as they were written', () => {
    expect(dateWords(time('2022-11-21T10:00', '2022-11-21T12:15'), 'tr')).toBe('21.11.2022')
    expect(clockWords(time('2022-11-21T10:00', '2022-11-21T12:15'), 'tr')).toBe('10.00 – 12.15')
    expect(dateWords(time('2018-10-01', '2018-10-03'), 'tr')).toBe('01–03.10.2018')
    expect(dateWords(time('--04', undefined, 'Nisan ayında'), 'tr')).toBe('Nisan ayında')
    expect(dateWords(time('--04'), 'tr')).toBe('Nisan')
    expect(dateWords(time(undefined, undefined, 'bugün'), 'tr')).toBe('bugün')
    expect(dateWords(time('2022-11'), 'tr')).toBe('Kasım 2022')
    expect(dateWords(time('2018-10-01T10:00', '2018-10-03T12:00'), 'tr')).toBe(
      '01.10.2018 10.00 – 03.10.2018 12.00',
    )
    expect(clockWords(time('2018-10-01T10:00', '2018-10-03T12:00'), 'tr')).toBe('')
  })

  test('the roll leaves out columns nobody fills and puts those present first', () => {
    const table = blocksOf(sampleMeeting).find((block) => block.kind === 'table')
    expect(table?.columns.map(({ head }) => plainText(head))).toEqual([
      'Sıra',
      'Adı Soyadı',
      'Unvanı',
      'Kurumu',
      'Görevi',
      'Katılım',
    ])
    expect(table?.rows.map((row) => plainText(row.at(-1) ?? [])).slice(-2)).toEqual(['Mazeretli', 'İzinli'])
    const agenciesOnly: Meeting = {
      ...sampleMeeting,
      attendance: sampleMeeting.attendance.filter((row) => !row.name && row.state === 'present'),
    }
    const small = blocksOf(agenciesOnly).find((block) => block.kind === 'table')
    expect(small?.columns.map(({ head }) => plainText(head))).toEqual(['Sıra', 'Kurumu'])
  })

  test('a session names its moderator and speakers with their agencies', () => {
    const words = blocksOf(sampleMeeting).flatMap((block) =>
      block.kind === 'paragraph' ? [plainText(block.inline)] : [],
    )
    expect(words).toContain('Moderatör: Prof. Dr. Çağrı Üstündağ, Dekan, Yelkenli Üniversitesi')
    expect(words.find((line) => line.startsWith('Konuşmacılar: '))).toContain(
      '; İpek Özgür, Kooperatif Başkanı',
    )
  })

  test('decisions of other meetings are named where their number is known', () => {
    const other = sampleId('decision', 77)
    const meeting: Meeting = structuredClone(sampleMeeting)
    const block = meeting.agenda[3]?.blocks[1]
    if (block?.kind !== 'decision') throw new Error('sample changed')
    block.relations = [{ kind: 'annuls', decisionId: other }]
    const named = minutesDocument(meeting, sampleOffice, 'tr', { decisionLabels: { [other]: '2021/9' } })
    expect(JSON.stringify(named)).toContain('2021/9 sayılı karar iptal edilmiştir.')
    expect(JSON.stringify(minutesDocument(meeting, sampleOffice, 'tr'))).not.toContain('iptal edilmiştir')
  })

  test('the closing sentence is the office’s own where it has one', () => {
    const office = OfficeSettings.parse({ wording: { closing: 'Toplantı saat {saat} sularında bitti.' } })
    const words = JSON.stringify(blocksOf(sampleMeeting, office))
    expect(words).toContain('Toplantı saat 12.15 sularında bitti.')
    expect(words).not.toContain('işbu tutanak')
  })

  test('chair on top, rapporteur last, absentees and guests nowhere', () => {
    const block = blocksOf(sampleMeeting).find(({ kind }) => kind === 'signatures')
    expect(block).toMatchObject({
      chair: { name: 'Ömer IŞIKTEPE' },
      members: [{ name: 'Gülşah İĞDELİ' }, { name: 'Nail ÇÖĞÜR' }, { name: 'Yiğit BOĞAÇ' }],
      last: { name: 'Sıla GÜNIŞIĞI' },
    })
    const seminar: Meeting = { ...sampleMeeting, attendance: sampleMeeting.attendance.slice(2, 5) }
    expect(signersOf(seminar).map(({ name }) => name)).toEqual(['Çağrı Üstündağ'])
    expect(signersOf(sampleMeeting, [sampleId('attendance', 4)]).map(({ name }) => name)).toEqual([
      'Şükrü Ağaoğlu',
    ])
  })

  test('a name is signed with its surname in Turkish capitals', () => {
    expect(signedName({ prefix: 'Dr.', name: 'Işıl Nur çilli' })).toBe('Dr. Işıl Nur ÇİLLİ')
    expect(signedName({ name: 'Tek' })).toBe('TEK')
  })
})

describe('what accessible PDF asks of a document', () => {
  const heading = (level: 1 | 2 | 3 | 4, words = 'Başlık'): DocumentBlock => ({
    kind: 'heading',
    level,
    inline: text(words),
  })

  test('headings lose their jumps, empty ones go, nested ones become bold lines', () => {
    const levels = withoutJumps([heading(1), heading(3), heading(2), heading(4), heading(1, ' ')]).map(
      (block) => (block.kind === 'heading' ? block.level : block.kind),
    )
    expect(levels).toEqual([1, 2, 2, 3])
    expect(withoutJumps([{ kind: 'quote', children: [heading(2)] }])).toEqual([
      {
        kind: 'quote',
        children: [
          { kind: 'paragraph', style: 'plain', inline: [{ kind: 'strong', children: text('Başlık') }] },
        ],
      },
    ])
  })

  test('a document with a jump, without a title, or with a nameless column does not carry the mark', () => {
    const tree = minutesDocument(sampleMeeting, sampleOffice, 'tr')
    expect(isAccessible(tree)).toBe(true)
    expect(isAccessible({ ...tree, blocks: [heading(2)] })).toBe(false)
    expect(isAccessible({ ...tree, meta: { ...tree.meta, title: ' ' } })).toBe(false)
    expect(
      isAccessible({ ...tree, blocks: [{ kind: 'table', columns: [{ head: [], width: 1 }], rows: [] }] }),
    ).toBe(false)
  })

  test('odd words make no jumps', () => {
    fc.assert(
      fc.property(oddMeeting, (meeting) => {
        const { blocks } = minutesDocument(meeting, sampleOffice, 'tr')
        expect(withoutJumps(blocks)).toEqual(blocks)
      }),
      { numRuns: 60 },
    )
  })
})
