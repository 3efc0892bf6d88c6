import fc from 'fast-check'
import type { Meeting } from '../../shared/records/meeting'
import { sampleMeeting } from './sample-meeting'

const pieces = [
  ...[
    '#',
    '##',
    '|',
    '`',
    '```',
    '*',
    '**',
    '_',
    '__',
    '<',
    '>',
    '<b>',
    '</b>',
    '<!--',
    '-->',
    '<u>',
    '</u>',
    '<br>',
  ],
  ...[
    '[',
    ']',
    '](',
    '!',
    '![',
    '\\',
    '\n',
    '\n\n',
    '---',
    '===',
    '1. ',
    '2)',
    '- ',
    '+ ',
    '* ',
    '~',
    '~~',
    '~~~',
  ],
  ...[
    '&amp;',
    '&',
    '&#60;',
    '@',
    '@a',
    '$',
    '{',
    '}',
    'İ',
    'ı',
    ' ',
    '   ',
    'a',
    'ş',
    'Z',
    '9',
    '.',
    ':',
    '"',
    "'",
  ],
  ...[
    'http://x.y/a_b',
    'www.a.b',
    'a@b.tr',
    '%',
    '\t',
    '|---|',
    '| a |',
    '[^1]',
    '[ ]',
    '\u00a0',
    '#let x',
    '@ref',
  ],
  ...[
    '\u200b',
    '“',
    '’',
    '–',
    '```js\nx',
    '    kod',
    '> ',
    '<script>',
    'javascript:',
    '[a](javascript:x)',
    '\r\n',
  ],
]

/** Words made of everything that means something to Markdown, HTML, YAML or Typst. */
export const oddWords: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...pieces), { maxLength: 12 })
  .map((parts) => parts.join(''))

/** Odd words that are more than blanks. */
const oddName: fc.Arbitrary<string> = oddWords.map((words) => (words.trim() ? words : `${words}x`))

/** The sample meeting with odd words in every field that people write. */
export const oddMeeting: fc.Arbitrary<Meeting> = fc
  .array(oddName, { minLength: 40, maxLength: 40 })
  .map((words) => {
    let at = 0
    const next = () => words[at++ % words.length] ?? 'x'
    const odd = (value: unknown, key: string): unknown => {
      const fixed = [
        'id',
        'kind',
        'role',
        'state',
        'outcome',
        'status',
        'secrecy',
        'precision',
        'date',
        'month',
      ]
      const meta = ['start', 'end', 'createdAt', 'updatedAt', 'originArchive', 'sha256', 'ext', 'month']
      if (typeof value === 'string')
        return fixed.includes(key) || meta.includes(key) || /Id$/.test(key) ? value : next()
      if (Array.isArray(value)) return /Ids$/.test(key) ? value : value.map((part) => odd(part, key))
      if (value !== null && typeof value === 'object')
        return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, odd(part, name)]))
      return value
    }
    return odd(sampleMeeting, '') as Meeting
  })
