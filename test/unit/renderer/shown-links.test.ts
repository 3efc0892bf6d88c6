import fc from 'fast-check'
import { expect, it } from 'vitest'
import { hideLinks, showLinks } from '../../../renderer/src/features/notes/shown-links'

const iskur = 'agency_01900000-0000-7000-8000-000000000001'
const other = 'agency_01900000-0000-7000-8000-000000000002'

it('shows the words of links and keeps the ids aside', () => {
  const { text, ids } = showLinks(`Bkz. [[${iskur}|İŞKUR]] ve [[${iskur}|kurum]].`)
  expect(text).toBe('Bkz. [[İŞKUR]] ve [[kurum]].')
  expect(hideLinks(text.replace('ve', 'ile'), ids)).toBe(`Bkz. [[${iskur}|İŞKUR]] ile [[${iskur}|kurum]].`)
})

it('leaves ids in the text where words alone would not tell two records apart', () => {
  const markdown = `[[${iskur}|Kurum]], [[${other}|Kurum]]`
  const { text, ids } = showLinks(markdown)
  expect(text).toBe(`[[Kurum]], [[${other}|Kurum]]`)
  expect(hideLinks(text, ids)).toBe(markdown)
})

it('makes no link of brackets that had none', () => {
  const markdown = `[[Kurum]] ve [[${iskur}|Kurum]]`
  const { text, ids } = showLinks(markdown)
  expect(hideLinks(text, ids)).toBe(markdown)
})

it('gives every text back as it was', () => {
  const part = fc.oneof(
    fc.string(),
    fc.constantFrom('[[', ']]', '|', '\n'),
    fc
      .tuple(fc.constantFrom(iskur, other), fc.constantFrom('A', 'b c', ' x ', 'İş'))
      .map(([id, words]) => `[[${id}|${words}]]`),
    fc.constantFrom('[[A]]', '[[b c]]'),
  )
  fc.assert(
    fc.property(
      fc.array(part).map((parts) => parts.join('')),
      (markdown) => {
        const { text, ids } = showLinks(markdown)
        expect(hideLinks(text, ids)).toBe(markdown)
      },
    ),
  )
})
