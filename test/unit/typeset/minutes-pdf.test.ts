import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createTypesetter, type Typesetter } from '../../../electron/services/typeset/typesetter'
import { minutesDocument } from '../../../shared/documents/minutes'
import { recordAttachment } from '../../../shared/documents/record-attachment'
import type { Meeting } from '../../../shared/records/meeting'
import {
  pdfAttachment,
  pdfFonts,
  pdfInfo,
  pdfPages,
  pdfSource,
  pdfStructure,
  pdfText,
} from '../../support/pdf-tools'
import { sampleId, sampleMeeting, sampleOffice } from '../../support/sample-meeting'

// The first page waits for Typst to be compiled, which is slow where many tests share a core.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let typesetter: Typesetter
beforeAll(() => {
  typesetter = createTypesetter()
})
afterAll(() => typesetter.close())

async function pdfOf(meeting: Meeting, office = sampleOffice, lang: 'tr' | 'en' = 'tr'): Promise<Uint8Array> {
  const result = await typesetter.pdf(minutesDocument(meeting, office, lang), {
    attach: recordAttachment(meeting),
  })
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

/** A meeting whose minutes are one text. */
function withText(markdown: string, more: Partial<Meeting> = {}): Meeting {
  return {
    ...sampleMeeting,
    attendance: [],
    attachments: [],
    agenda: [
      {
        id: sampleId('item', 1),
        title: '',
        kind: 'item',
        speakerIds: [],
        blocks: [{ id: sampleId('text', 1), kind: 'text', markdown }],
      },
    ],
    ...more,
  }
}

describe('minutes as PDF', () => {
  test('Turkish letters come out as they went in, in the order of the paper', async () => {
    const words = await pdfText(await pdfOf(sampleMeeting))
    const order = [
      'YELKENLİ VALİLİĞİ',
      'İL İSTİHDAM VE KOOPERATİFÇİLİK KURULU TOPLANTI TUTANAĞI',
      'Tarihi 21.11.2022',
      '10.00 – 12.15',
      'Katılanlar',
      'Prof. Dr. Çağrı Üstündağ',
      'Hülya Tığlı yerine vekâleten',
      'Gündem',
      'Görüşülen Hususlar',
      'Şükrü Ağaoğlu, Öğretim Üyesi',
      'Yapılacak İşler',
      'Sonraki Toplantı',
      'saat 12.15 itibarıyla',
      'Ömer IŞIKTEPE',
      'Gülşah İĞDELİ',
      'Sıla GÜNIŞIĞI',
      'Ekler',
    ]
    const places = order.map((part) => words.indexOf(part))
    expect(places).not.toContain(-1)
    expect(places).toEqual([...places].sort((a, b) => a - b))
    const letters = await pdfText(
      await pdfOf(withText('Pijamalı hasta yağız şoföre çabucak güvendi. ÇĞIİÖŞÜ âîû ÂÎÛ “ ” ’ – ₺')),
    )
    expect(letters).toContain('Pijamalı hasta yağız şoföre çabucak güvendi. ÇĞIİÖŞÜ âîû ÂÎÛ “ ” ’ – ₺')
  })

  test('decisions end in the formula of their vote', async () => {
    const words = await pdfText(await pdfOf(sampleMeeting))
    expect(words).toContain('KARAR NO: 2022/35')
    expect(words).toContain('yürütülmesine oy birliği ile karar verilmiştir.')
    expect(words).toContain('4 kabul, 1 ret ve 1 çekimser oy ile, oy çokluğu ile karar verilmiştir.')
    expect(words).toContain('Karşı oy: Yiğit Boğaç')
  })

  test('absentees do not sign', async () => {
    const words = await pdfText(await pdfOf(sampleMeeting))
    expect(words).toContain('Nail ÇÖĞÜR')
    expect(words).not.toContain('Hülya TIĞLI')
  })

  test('every font is embedded and leads back to Unicode', async () => {
    const fonts = await pdfFonts(await pdfOf(withText('☑ oldu ☐ olmadı → **kalın** *yatık* ***ikisi***')))
    expect(fonts.map(({ name }) => name.replace(/^[A-Z]{6}\+/, ''))).toEqual(
      expect.arrayContaining([
        'Tinos-Regular',
        'Tinos-Bold',
        'Tinos-Italic',
        'Tinos-BoldItalic',
        'DejaVuSans',
      ]),
    )
    expect(fonts.every(({ embedded, subset, unicode }) => embedded && subset && unicode)).toBe(true)
    const arimo = await pdfFonts(await pdfOf(sampleMeeting, { ...sampleOffice, font: 'arimo' }))
    expect(arimo.every(({ name }) => /Arimo/.test(name))).toBe(true)
  })

  test('the record comes back from the PDF byte for byte, without the name of who saved it', async () => {
    const sent = recordAttachment(sampleMeeting)
    const { list, bytes } = await pdfAttachment(await pdfOf(sampleMeeting))
    expect(list).toContain('tutanak.json')
    expect(Buffer.compare(bytes, sent.bytes)).toBe(0)
    const record = JSON.parse(new TextDecoder().decode(bytes)) as Record<string, unknown>
    expect(record).toMatchObject({ id: sampleMeeting.id, title: sampleMeeting.title })
    expect(record).not.toHaveProperty('savedBy')
  })

  test('the same version gives the same bytes, in this typesetter and in another', async () => {
    const first = await pdfOf(sampleMeeting)
    const other = createTypesetter()
    await other.pdf(minutesDocument(withText('başka bir belge'), sampleOffice, 'tr'))
    const again = await other.pdf(minutesDocument(structuredClone(sampleMeeting), sampleOffice, 'tr'), {
      attach: recordAttachment(structuredClone(sampleMeeting)),
    })
    expect(again.ok && Buffer.compare(first, again.value)).toBe(0)
    const changed = await pdfOf({ ...sampleMeeting, place: 'Başka salon' })
    expect(Buffer.compare(first, changed)).not.toBe(0)
  })

  test('A4, titled, dated by the record, tagged with headings, lists and table heads', async () => {
    const pdf = await pdfOf(sampleMeeting)
    const info = await pdfInfo(pdf)
    expect(info).toMatchObject({
      Title: 'İL İSTİHDAM VE KOOPERATİFÇİLİK KURULU TOPLANTI TUTANAĞI',
      Author: 'Yelkenli Valiliği, Ticaret ve Kooperatifçilik İl Müdürlüğü',
      Tagged: 'yes',
      'PDF version': '1.7',
    })
    expect(info['Page size']).toContain('A4')
    expect(info['CreationDate']).toContain('2022')
    const tags = await pdfStructure(pdf)
    for (const tag of ['H1', 'H2', 'Table', 'TH', 'TD', 'L', 'LI', 'Link'])
      expect(tags).toMatch(new RegExp(`^\\s*${tag}\\b`, 'm'))
  })

  test('carries the marks of PDF/A-3a and PDF/UA-1, and qpdf finds no fault', async () => {
    const source = await pdfSource(await pdfOf(sampleMeeting))
    expect(source).toContain('<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>')
    expect(source).toContain('<pdfuaid:part>1</pdfuaid:part>')
    // One description only: readers look for the marks in the first.
    expect(source.match(/<rdf:Description\b/g)).toHaveLength(1)
    expect(source.match(/<pdfaExtension:schemas>/g)).toHaveLength(1)
    expect(source).toMatch(/\/DisplayDocTitle true/)
    expect(source).toMatch(/\/S \/GTS_PDFA1/)
    expect(source).toMatch(/\/AFRelationship \/Source/)
    expect(source).toMatch(/\/AF \[/)
    expect(source).toMatch(/\/Marked true/)
    expect(source).toMatch(/\/Lang \(tr/)
    expect(source).not.toMatch(/\/(?:JavaScript|Launch|EmbeddedGoTo)\b/)
  })

  test('a single page has no number; several are numbered 1/n at the foot', async () => {
    const [only, ...none] = await pdfPages(await pdfOf(withText('kısa')))
    expect(none).toHaveLength(0)
    expect(only).not.toMatch(/1\/1/)
    const pages = await pdfPages(await pdfOf(withText('uzun bir görüşme özeti '.repeat(900))))
    expect(pages.length).toBeGreaterThan(2)
    pages.forEach((page, index) =>
      expect(page.trimEnd()).toMatch(new RegExp(`\\n${index + 1}/${pages.length}$`)),
    )
  })

  test('a roll of 125 repeats its head on every page and loses nobody', async () => {
    const attendance = Array.from({ length: 125 }, (_, n) => ({
      id: sampleId('attendance', n + 1),
      name: `Katılımcı İsim${n + 1}`,
      agencyName: `Örnek Kurumu ${n % 17}`,
      role: 'participant' as const,
      state: 'present' as const,
    }))
    const pages = await pdfPages(await pdfOf(withText('metin', { attendance })), true)
    const full = pages.filter((page) => page.includes('Katılımcı İsim'))
    expect(full.length).toBeGreaterThan(2)
    for (const page of full) expect(page).toMatch(/Sıra\s+Adı Soyadı\s+Kurumu/)
    const names = pages.join('\n').match(/Katılımcı İsim\d+/g) ?? []
    expect(names).toEqual(attendance.map(({ name }) => name))
  })

  test('words that look like orders stay words', async () => {
    const odd = [
      '#let x = 5',
      '$a$',
      '<etiket>',
      '@ref',
      '#import "x.typ"',
      '"tırnak"',
      'C:\\\\yol',
      '= baslik',
      '// yorum',
      '/* not */',
      '{gap}',
      '<script>alert(1)</script>',
      '%{x}',
      '~',
      '---',
    ]
    const meeting = withText(`metin ${odd.join(' ; ')} son`, {
      title: 'Bütçe #let x $a$ *yıldız* _alt_ <etiket> @ref \\ "tırnak" [köşe] `tik`',
      bodyName: undefined,
      place: '#panic("x") $ * _ ` ~ < > @ \\',
    })
    const words = await pdfText(await pdfOf(meeting))
    for (const part of odd) expect(words).toContain(part.replace('\\\\', '\\'))
    expect(words).toContain('BÜTÇE #LET X $A$ *YILDIZ* _ALT_ <ETİKET> @REF \\ "TIRNAK" [KÖŞE] `TİK`')
    expect(words).toContain('#panic("x") $ * _ ` ~ < > @ \\')
  })

  test('a restricted meeting says so on top and bottom of every page', async () => {
    const pages = await pdfPages(await pdfOf({ ...sampleMeeting, secrecy: 'restricted' }))
    for (const page of pages) expect(page.match(/HİZMETE ÖZEL/g)).toHaveLength(2)
  })

  test('English minutes speak English', async () => {
    const words = await pdfText(await pdfOf(sampleMeeting, sampleOffice, 'en'))
    expect(words).toContain('MINUTES OF MEETING – İL İSTİHDAM')
    expect(words).toContain('Adopted unanimously.')
    expect(words).toContain('09.12.2022')
  })

  test('an empty meeting is a page all the same', async () => {
    const empty: Meeting = {
      ...withText(''),
      title: '',
      bodyName: undefined,
      numbers: {},
      hosts: [],
      partners: [],
    }
    expect(await pdfText(await pdfOf(empty))).toContain('ADSIZ TOPLANTI TUTANAĞI')
  })
})

describe('characters that no font has', () => {
  test('are refused with their place before anything is set', async () => {
    const tree = minutesDocument(withText('Teşekkürler 🦄 ve 漢字'), sampleOffice, 'tr')
    const result = await typesetter.pdf(tree)
    expect(result).toMatchObject({ ok: false, error: { code: 'missing-glyph' } })
    const params = result.ok ? undefined : result.error.params
    expect(params).toMatchObject({ character: '🦄' })
    expect(params?.['characters']).toEqual(['🦄', '漢', '字'])
    expect((params?.['where'] as string[])[0]).toContain('Teşekkürler 🦄')
    const preview = await typesetter.preview(tree)
    expect(preview.ok && preview.value.missing).toEqual(['🦄', '漢', '字'])
  })

  test('invisible signs and decomposed letters are no obstacle', async () => {
    const words = await pdfText(
      await pdfOf(withText('gu\u0308nes\u0327 so\u00adnu\u200b \ufeffay\u0131\u2011dan\u202fbak')),
    )
    expect(words).toContain('güneş sonu ayı-dan bak')
  })
})
