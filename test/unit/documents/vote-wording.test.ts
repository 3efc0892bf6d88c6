import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decisionMarkdown } from '../../../shared/documents/decision-text'
import { decisionClosing, voteWords } from '../../../shared/domain/vote-wording'
import { DecisionBlock, outcomes, type Vote } from '../../../shared/records/blocks'
import { sampleId } from '../../support/sample-meeting'

const unanimous: Vote = { kind: 'unanimous' }
const majority: Vote = { kind: 'majority' }
const tally = (yes: number, no: number, abstain = 0): Vote => ({
  kind: 'tally',
  for: yes,
  against: no,
  abstain,
})

function decision(text: string, more: Partial<DecisionBlock> = {}): DecisionBlock {
  return DecisionBlock.parse({ id: sampleId('decision', 9), kind: 'decision', text, ...more })
}
const tr = (text: string, more: Partial<DecisionBlock> = {}) => decisionMarkdown(decision(text, more), 'tr')

describe('the closing formula of a decision', () => {
  test.each([
    ['Yolun onarılmasına.', { vote: unanimous }, 'Yolun onarılmasına oy birliği ile karar verilmiştir.'],
    ['Yolun onarılmasına', { vote: majority }, 'Yolun onarılmasına oy çokluğu ile karar verilmiştir.'],
    ['Yolun onarılmasına', {}, 'Yolun onarılmasına karar verilmiştir.'],
    [
      'Yolun onarılmasına',
      { vote: tally(12, 3, 2) },
      'Yolun onarılmasına 12 kabul, 3 ret ve 2 çekimser oy ile, oy çokluğu ile karar verilmiştir.',
    ],
    [
      'Yolun onarılmasına',
      { vote: tally(9, 0) },
      'Yolun onarılmasına 9 üyenin oy birliği ile karar verilmiştir.',
    ],
    [
      'Yolun onarılmasına',
      { vote: tally(4, 4) },
      'Yolun onarılmasına 4 kabul ve 4 ret oyu ile, oyların eşitliği üzerine başkanın oyu yönünde karar verilmiştir.',
    ],
    [
      'Yeni bina alınmasına',
      { outcome: 'rejected', vote: tally(3, 15) },
      'Yeni bina alınmasına ilişkin teklifin reddine 3 kabul ve 15 ret oyu ile, oy çokluğu ile karar verilmiştir.',
    ],
    [
      'Teklifin reddine',
      { outcome: 'rejected', vote: unanimous },
      'Teklifin reddine oy birliği ile karar verilmiştir.',
    ],
    [
      'Konunun gelecek toplantıya ertelenmesine',
      { outcome: 'postponed' },
      'Konunun gelecek toplantıya ertelenmesine karar verilmiştir.',
    ],
    [
      'Dosyanın incelenmesine',
      { outcome: 'referred', vote: unanimous },
      'Dosyanın incelenmesine ilişkin konunun havalesine oy birliği ile karar verilmiştir.',
    ],
    [
      'Bütçe çalışması sunuldu.',
      { vote: unanimous },
      'Bütçe çalışması sunuldu. Bu hususun kabulüne oy birliği ile karar verilmiştir.',
    ],
    ['Rapor okundu.', { outcome: 'noted' }, 'Rapor okundu. Bilgi edinilmiştir.'],
  ] as [string, Partial<DecisionBlock>, string][])('%s → %#', (text, more, expected) => {
    expect(tr(text, more)).toBe(expected)
  })

  test.each([
    ['Bu işe Özge', {}, 'Bu işe Özge. Bu hususun kabulüne karar verilmiştir.'],
    ['Bu işe Emine', {}, 'Bu işe Emine. Bu hususun kabulüne karar verilmiştir.'],
    ['Bu işe **Özge,**', {}, 'Bu işe **Özge**. Bu hususun kabulüne karar verilmiştir.'],
    ['Konu görüşüldü mü?', {}, 'Konu görüşüldü mü? Bu hususun kabulüne karar verilmiştir.'],
    ['Dediler ki “olur.”', {}, 'Dediler ki “olur.” Bu hususun kabulüne karar verilmiştir.'],
    ['Rapor okundu', { outcome: 'noted' }, 'Rapor okundu. Bilgi edinilmiştir.'],
    ['2026', {}, '2026\\. Bu hususun kabulüne karar verilmiştir.'],
    ['Yol yapılsın', { formula: 'İşbu karar oylandı.' }, 'Yol yapılsın. İşbu karar oylandı.'],
    [
      'Yolun yapılmasına karar verildi',
      { vote: unanimous },
      'Yolun yapılmasına karar verildi. Karar oy birliği ile alınmıştır.',
    ],
  ] as [string, Partial<DecisionBlock>, string][])(
    'begins behind a sentence that is over: %s',
    (text, more, expected) => {
      expect(tr(text, more)).toBe(expected)
    },
  )

  test('in English, too', () => {
    expect(decisionMarkdown(decision('To repair the road', { vote: unanimous }), 'en')).toBe(
      'To repair the road. Adopted unanimously.',
    )
  })

  test.each([
    ['İzin verilmesine oy birliği ile', {}, 'İzin verilmesine oy birliği ile karar verilmiştir.'],
    [
      'İzin verilmesine oy birliği ile.',
      { vote: unanimous },
      'İzin verilmesine oy birliği ile karar verilmiştir.',
    ],
    [
      'Yolun onarılmasına, mevcudun OYBİRLİĞİYLE',
      { vote: unanimous },
      'Yolun onarılmasına, mevcudun OYBİRLİĞİYLE karar verilmiştir.',
    ],
    [
      'Yolun onarılmasına 5 kabul, 1 ret oyuyla',
      { vote: tally(5, 1) },
      'Yolun onarılmasına 5 kabul, 1 ret oyuyla karar verilmiştir.',
    ],
    [
      'Teklifin reddine oy çokluğu ile',
      { outcome: 'rejected', vote: majority },
      'Teklifin reddine oy çokluğu ile karar verilmiştir.',
    ],
    ['Bütçe oy birliği ile', {}, 'Bütçe oy birliği ile kabul edilmiştir.'],
    [
      'Bütçenin kabul edilmesine',
      { vote: unanimous },
      'Bütçenin kabul edilmesine oy birliği ile karar verilmiştir.',
    ],
    [
      'Teklifin reddedilmesine',
      { outcome: 'rejected', vote: unanimous },
      'Teklifin reddedilmesine oy birliği ile karar verilmiştir.',
    ],
  ] as [string, Partial<DecisionBlock>, string][])('only the verb is missing: %s', (text, more, expected) => {
    expect(tr(text, more)).toBe(expected)
  })

  test('a vote behind another outcome does not become an adoption', () => {
    expect(tr('Bina alınmasına oy çokluğu ile', { outcome: 'rejected', vote: majority })).toBe(
      'Bina alınmasına oy çokluğu ile. Teklifin reddine karar verilmiştir.',
    )
  })

  test('one vote is no unanimity', () => {
    expect(tr('Yolun onarılmasına', { vote: tally(1, 0) })).toBe(
      'Yolun onarılmasına 1 kabul oyu ile karar verilmiştir.',
    )
  })

  test('abstentions alone make no tie', () => {
    expect(tr('Yolun onarılmasına', { vote: tally(0, 0, 5) })).toBe(
      'Yolun onarılmasına 5 çekimser oy ile karar verilmiştir.',
    )
  })

  test('is not said twice', () => {
    for (const text of [
      'Yolun onarılmasına oy birliğiyle karar verilmiştir.',
      'Yolun onarılmasına OY BİRLİĞİ ile karar verildi',
      'Teklif oy çokluğuyla kabul edilmiştir.',
    ]) {
      expect(tr(text, { vote: unanimous })).toBe(text)
    }
    expect(tr('Yolun yapılmasına karar verildi.', { vote: unanimous })).toBe(
      'Yolun yapılmasına karar verildi. Karar oy birliği ile alınmıştır.',
    )
    expect(tr('Yolun 5 kabul 1 ret oyuyla yapılmasına', { vote: tally(5, 1) })).toBe(
      'Yolun 5 kabul 1 ret oyuyla yapılmasına karar verilmiştir.',
    )
  })

  test('stands in the last paragraph, outside of marks, after lists on a line of its own', () => {
    expect(tr('**Yolun onarılmasına.**', { vote: unanimous })).toBe(
      '**Yolun onarılmasına** oy birliği ile karar verilmiştir.',
    )
    expect(tr('Şunlara:\n\n- yola\n- köprüye', { vote: unanimous })).toBe(
      'Şunlara:\n\n- yola\n- köprüye\n\nBu hususun kabulüne oy birliği ile karar verilmiştir.',
    )
    expect(tr('', { vote: unanimous })).toBe('Bu hususun kabulüne oy birliği ile karar verilmiştir.')
    expect(tr('```\nkapanmayan')).toBe('```\nkapanmayan\n```\n\nBu hususun kabulüne karar verilmiştir.')
  })

  test('never claims a majority that the counts do not carry', () => {
    fc.assert(
      fc.property(
        fc.nat(9),
        fc.nat(9),
        fc.nat(9),
        fc.constantFrom(...outcomes),
        (yes, no, abstain, outcome) => {
          const words = voteWords({ outcome, vote: tally(yes, no, abstain) }, 'tr')
          const [carrying, opposing] = outcome === 'rejected' ? [no, yes] : [yes, no]
          expect(words.includes('oy birliği')).toBe(carrying > 1 && opposing === 0 && abstain === 0)
          expect(words.includes('oy çokluğu')).toBe(carrying > opposing && (opposing > 0 || abstain > 0))
        },
      ),
    )
  })

  test('in English it is a sentence', () => {
    expect(decisionClosing('To repair the road', { outcome: 'adopted', vote: unanimous }, 'en').words).toBe(
      'Adopted unanimously.',
    )
    expect(decisionClosing('x', { outcome: 'rejected', vote: tally(3, 15) }, 'en').words).toBe(
      'Rejected by majority (3 for, 15 against, 0 abstaining).',
    )
    expect(decisionClosing('x', { outcome: 'noted', vote: unanimous }, 'en').words).toBe('Noted.')
  })
})
