import { describe, expect, it } from 'vitest'
import { linkedIds } from '../../../shared/records/note'
import {
  continueList,
  insert,
  prefixLines,
  recordLink,
  wrap,
  type Selected,
} from '../../../renderer/src/features/notes/markdown-edits'

/** `[` and `]` show the selection, `|` a cursor. */
function at(shown: string): Selected {
  if (shown.includes('|')) {
    const start = shown.indexOf('|')
    return { text: shown.replace('|', ''), start, end: start }
  }
  const start = shown.indexOf('[')
  const end = shown.indexOf(']') - 1
  return { text: shown.replace(/[[\]]/g, ''), start, end }
}

describe('marks around words', () => {
  it('come and go', () => {
    const bold = wrap(at('Kurul [karar] aldı'), '**')
    expect(bold.text).toBe('Kurul **karar** aldı')
    expect(bold.text.slice(bold.start, bold.end)).toBe('karar')
    expect(wrap(bold, '**').text).toBe('Kurul karar aldı')
  })
})

describe('line marks', () => {
  it.each([
    ['bir\n[iki\nüç]', '- ', 'bir\n- iki\n- üç'],
    ['[- bir\n- iki]', '- ', 'bir\niki'],
    ['[- bir\n- iki]', '1. ', '1. bir\n2. iki'],
    ['# Baş|lık', '## ', '## Başlık'],
    ['|', '- ', '- '],
  ])('%j with %j', (shown, prefix, text) => {
    expect(prefixLines(at(shown), prefix).text).toBe(text)
  })
})

describe('Enter in a list', () => {
  it('goes on with it', () => {
    expect(continueList(at('- bir|'))?.text).toBe('- bir\n- ')
    expect(continueList(at('9. dokuz|'))?.text).toBe('9. dokuz\n10. ')
  })

  it('ends it at an empty item', () => {
    expect(continueList(at('- bir\n- |'))).toEqual({ text: '- bir\n', start: 6, end: 6 })
  })

  it('is an ordinary Enter elsewhere', () => {
    expect(continueList(at('düz yazı|'))).toBeUndefined()
  })
})

it('a link to a record is found again, whatever its words are', () => {
  const id = 'agency_01900000-0000-7000-8000-000000000001'
  const { text } = insert(at('Bkz. |.'), recordLink(id, 'Adı [eski]] | yeni'))
  expect(linkedIds(text)).toEqual([id])
})
