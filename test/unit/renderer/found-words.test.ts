import { beforeAll, describe, expect, it } from 'vitest'
import { foundWords, rangesOf } from '../../../renderer/src/features/search/found-words'
import { fewerWords } from '../../../renderer/src/features/search/fewer-words'
import { reasonSentences } from '../../../renderer/src/features/search/reason-sentences'
import type { SearchHit, SearchReason } from '../../../shared/domain/search-types'
import { i18n, startI18n } from '../../../shared/i18n/i18n'

const hit = (more: Partial<SearchHit>): SearchHit => ({
  type: 'meeting',
  id: 'meeting_1',
  title: 'Kooperatif toplantısı',
  titleRanges: [[11, 21]],
  score: 1,
  field: 'text',
  snippet: { text: 'Iğdır’daki toplantılarda', ranges: [[11, 24]] },
  ...more,
})
const reason = (word: SearchReason['words'][number]): SearchReason => ({ words: [word], factors: [] })

describe('the words that are marked in the preview', () => {
  it('are those marked in the hit and those its reasons name, whole words only', () => {
    const found = foundWords(
      hit({}),
      reason({
        word: 'igdir',
        matched: ['Iğdır’daki'],
        how: 'form',
        fields: [{ field: 'text', score: 1 }],
      }),
    )
    const text = 'Toplantısı yapıldı; IĞDIRDAKİ üyeler, toplantı ve TOPLANTILARDA geçti.'
    expect(rangesOf(text, found).map(([start, end]) => text.slice(start, end))).toEqual([
      'Toplantısı',
      'IĞDIRDAKİ',
      'TOPLANTILARDA',
    ])
  })

  it('nothing is marked when nothing was found by its words', () => {
    const found = foundWords(hit({ titleRanges: [], snippet: { text: '', ranges: [] } }), undefined)
    expect(rangesOf('Kooperatif toplantısı', found)).toEqual([])
  })
})

describe('why a result was found', () => {
  beforeAll(() => startI18n('tr'))
  const say = (given: SearchReason, query = 'x') => reasonSentences(given, query, 'tr', i18n.t)

  it('is said in a sentence a word', () => {
    const fields = [
      { field: 'title', score: 3 },
      { field: 'decisions', score: 1 },
    ]
    expect(say(reason({ word: 'karar', matched: ['karar'], how: 'exact', fields }))).toEqual([
      '“karar” başlıkta ve kararlarda yazdığınız gibi geçiyor.',
    ])
    expect(
      say(reason({ word: 'toplanti', matched: ['toplantısında', 'toplantının'], how: 'form', fields })),
    ).toEqual(['“toplanti” başlıkta ve kararlarda “toplantısında” ve “toplantının” biçimiyle geçiyor.'])
  })

  it('tells each word’s share when there are several, and what moved the hit up', () => {
    const given: SearchReason = {
      words: [
        { word: 'a', matched: ['a'], how: 'exact', fields: [{ field: 'title', score: 3 }] },
        { word: 'b', matched: [], how: 'prefix', fields: [{ field: 'uzay', score: 1 }] },
      ],
      factors: [
        { name: 'closeness', factor: 1.3 },
        { name: 'recency', factor: 1 },
      ],
    }
    expect(say(given)).toEqual([
      '“a” başlıkta yazdığınız gibi geçiyor. (puandaki payı %75)',
      '“b” ile başlayan bir sözcük kayıtta geçiyor. (puandaki payı %25)',
      'Aradığınız sözcükler birbirine yakın duruyor.',
    ])
  })

  it('every way of matching has its sentence, with and without written words', () => {
    for (const how of ['exact', 'form', 'prefix', 'fuzzy', 'name', 'phrase'] as const)
      for (const matched of [[], ['şey']]) {
        const [sentence] = say(reason({ word: 'söz', matched, how, fields: [{ field: 'text', score: 1 }] }))
        expect(sentence).toMatch(/söz.*metinde.*\.$/u)
        expect(sentence).not.toMatch(/searchPage|\{\{/)
      }
  })
})

it('fewer words leave out each word once', () => {
  expect(fewerWords('sosyal kooperatif bütçesi')).toEqual([
    'kooperatif bütçesi',
    'sosyal bütçesi',
    'sosyal kooperatif',
  ])
  expect(fewerWords('kooperatif')).toEqual([])
  expect(fewerWords('a b c d e')).toEqual([])
  expect(fewerWords('kurum:"iş kurumu" tür:karar')).toEqual(['tür:karar', 'kurum:"iş kurumu"'])
})
