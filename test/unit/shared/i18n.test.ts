import { describe, expect, it } from 'vitest'
import { commandIds } from '../../../shared/commands'
import { i18n, startI18n } from '../../../shared/i18n/i18n'
import { errorCodes } from '../../../shared/result'

startI18n('tr')

/** All words of a language by their key. */
function wordsOf(language: 'tr' | 'en'): Map<string, string> {
  const found = new Map<string, string>()
  const walk = (value: unknown, key: string) => {
    if (typeof value === 'string') found.set(key, value)
    else if (value !== null && typeof value === 'object')
      for (const [name, inner] of Object.entries(value)) walk(inner, key === '' ? name : `${key}.${name}`)
  }
  walk(i18n.getResourceBundle(language, 'translation'), '')
  return found
}

const tr = wordsOf('tr')
const en = wordsOf('en')
const gaps = (words: string) => [...words.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]).sort()

it('there are words to look at', () => {
  expect(tr.size).toBeGreaterThan(300)
  expect([...en.keys()].sort()).toEqual([...tr.keys()].sort())
})

it('both languages fill the same gaps', () => {
  for (const [key, words] of tr) expect(gaps(en.get(key) ?? ''), key).toEqual(gaps(words))
})

it('no sentence shouts, is empty or has blanks at its ends', () => {
  for (const [key, words] of [...tr, ...en]) {
    expect(words, key).not.toMatch(/!/)
    expect(words.trim(), key).toBe(words)
    expect(words, key).not.toBe('')
  }
})

it('Turkish sentences use the typographic apostrophe', () => {
  for (const [key, words] of tr) expect(words, key).not.toMatch(/\p{L}'\p{L}/u)
})

it('every expected failure has a sentence in both languages', () => {
  for (const code of errorCodes) {
    expect(tr.has(`errors.${code}`), code).toBe(true)
    expect(en.has(`errors.${code}`), code).toBe(true)
  }
})

it('numbers follow the language', () => {
  expect(i18n.t('common.status.meetings', { count: 1284 })).toBe('1.284 toplantı')
  expect(i18n.t('common.status.meetings', { count: 1284, lng: 'en' })).toBe('1,284 meetings')
  expect(i18n.t('common.status.meetings', { count: 1, lng: 'en' })).toBe('1 meeting')
})

describe('commands', () => {
  it('each has a name in both languages', () => {
    for (const id of commandIds) {
      expect(tr.has(`commands.${id}`), id).toBe(true)
      expect(en.has(`commands.${id}`), id).toBe(true)
    }
  })
})
