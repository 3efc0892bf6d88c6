import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatEventTime } from '../../../shared/dates'
import { SearchIntent, numberMatch, parseIntent } from '../../../shared/domain/search-intent'

const number = (of: 'decision' | 'meeting' | 'any', value: string) => ({ kind: 'number', of, number: value })

describe('what a query names directly', () => {
  it.each([
    ['2024/12', number('any', '2024/12')],
    [' 2024 / 12 ', number('any', '2024/12')],
    ['karar 45', number('decision', '45')],
    ['KARAR 45', number('decision', '45')],
    ['karar no: 45', number('decision', '45')],
    ['Karar No 2024/12', number('decision', '2024/12')],
    ['45 sayılı karar', number('decision', '45')],
    ['45 nolu karar', number('decision', '45')],
    ["45 no'lu kararı", number('decision', '45')],
    ['2024/12 sayili kararin', number('decision', '2024/12')],
    ['decision 45', number('decision', '45')],
    ['toplantı 3', number('meeting', '3')],
    ['3. toplantı', number('meeting', '3')],
    ['3 no’lu toplantısında', number('meeting', '3')],
    ['birleşim 12', number('meeting', '12')],
    ['meeting 3', number('meeting', '3')],
    ['no: 7', number('any', '7')],
  ])('%s is a number', (typed, intent) => expect(parseIntent(typed)).toEqual(intent))

  it.each([
    ['21.11.2022', '2022-11-21', '2022-11-21'],
    ['21 Kasım 2022', '2022-11-21', '2022-11-21'],
    ['21 kasim 2022 Pazartesi', '2022-11-21', '2022-11-21'],
    ['kasım 2022', '2022-11-01', '2022-11-30'],
    ['KASIM 2022', '2022-11-01', '2022-11-30'],
    ['2022', '2022-01-01', '2022-12-31'],
    ['1-3 Ekim 2018', '2018-10-01', '2018-10-03'],
    ['şubat 2024', '2024-02-01', '2024-02-29'],
  ])('%s are days', (typed, from, to) =>
    expect(parseIntent(typed)).toMatchObject({ kind: 'dates', from, to }),
  )

  it.each([
    '',
    '   ',
    'karar',
    'kooperatif',
    'karar 45 sayılı kanun',
    '45',
    '12345',
    '17 nisan',
    'saat 14:30',
    '31.02.2022',
    '3 kasım 2022 toplantısı kararları',
    'no:',
    '/',
    '1/2/3',
    'x'.repeat(500) + ' 2022',
  ])('%s is words to be searched', (typed) => expect(parseIntent(typed)).toBeUndefined())

  const day = fc
    .date({ min: new Date('1950-01-01'), max: new Date('2090-12-31'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10))

  it('reads back every day and month that the program writes, in both languages', () => {
    fc.assert(
      fc.property(
        day,
        fc.constantFrom('short', 'long', 'full'),
        fc.constantFrom('tr', 'en'),
        (iso, style, language) => {
          const intent = parseIntent(formatEventTime(iso, style as 'short', language as 'tr'))
          expect(intent).toMatchObject({ kind: 'dates', from: iso, to: iso })
          const month = parseIntent(formatEventTime(iso.slice(0, 7), 'long', language as 'tr'))
          expect(month).toMatchObject({
            kind: 'dates',
            start: iso.slice(0, 7),
            from: `${iso.slice(0, 7)}-01`,
          })
        },
      ),
    )
  })

  it('never throws, and what it answers is always complete and in order', () => {
    const words = fc.constantFrom(
      'karar',
      'toplantı',
      'no',
      '45',
      '2024/12',
      '.',
      '21.11.2022',
      'kasım',
      '2022',
      '–',
      '/',
    )
    const typed = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.array(words, { maxLength: 6 }).map((all) => all.join(' ')),
    )
    fc.assert(
      fc.property(typed, (text) => {
        const intent = parseIntent(text)
        if (!intent) return
        expect(SearchIntent.safeParse(intent).success).toBe(true)
        if (intent.kind === 'dates') expect(intent.from <= intent.to).toBe(true)
      }),
    )
  })

  it('any number is found again in the forms officials write', () => {
    const numbers = fc.oneof(
      fc.integer({ min: 1, max: 9999 }).map(String),
      fc
        .tuple(fc.integer({ min: 1990, max: 2060 }), fc.integer({ min: 1, max: 999 }))
        .map((two) => two.join('/')),
    )
    fc.assert(
      fc.property(numbers, (value) => {
        for (const typed of [`karar ${value}`, `${value} sayılı karar`, `Karar no: ${value}`])
          expect(parseIntent(typed)).toEqual(number('decision', value))
      }),
    )
  })
})

it('a stored number is the one that is meant, or ends in it', () => {
  expect(numberMatch('2024/12', '2024/12')).toBe(2)
  expect(numberMatch('2024 / 012', '2024/12')).toBe(2)
  expect(numberMatch('2024/12', '12')).toBe(1)
  expect(numberMatch('2024-12', '12')).toBe(1)
  expect(numberMatch('12', '2024/12')).toBe(0)
  expect(numberMatch('2024/112', '12')).toBe(0)
  expect(numberMatch('12/2024', '12')).toBe(0)
  expect(numberMatch(undefined, '12')).toBe(0)
})
