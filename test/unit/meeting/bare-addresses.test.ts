import type { JSONContent } from '@tiptap/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  markdownOfNodes,
  nodesOfMarkdown,
} from '../../../renderer/src/features/meeting/editor/markdown/text-markdown'
import { plainText } from '../../../shared/documents/document'
import { markdownInline } from '../../../shared/text/markdown'
import { portableMarkdown } from '../../../shared/text/markdown-portable'
import { schema } from './minutes-state'

const stored = (content: JSONContent[]) => markdownOfNodes([{ type: 'paragraph', content }])
const inEditor = (markdown: string) =>
  nodesOfMarkdown(markdown).map((node) => schema.nodeFromJSON(node).textContent)

describe('addresses in running text', () => {
  it.each([
    ['https://web.itu.edu.tr/~ali/', 'https://web.itu.edu.tr/~ali/'],
    ['bkz. https://a.tr/_x_/*y*, [1] ve *z*', 'bkz. https://a.tr/_x_/*y*, [1] ve \\*z\\*'],
    ['www.a.tr/~x', 'www.a.tr/~x'],
    ['https://a.tr/`x', 'https://a.tr/`x'],
  ])('%s is stored as %s', (text, markdown) => {
    expect(stored([{ type: 'text', text }])).toBe(markdown)
    expect(portableMarkdown(markdown, 3)).toBe(markdown)
  })

  it.each([
    ['bkz. https://a.tr/x_y?c=1 ve www.b.tr', undefined],
    ['yazılar: ali_veli@c.tr.', undefined],
    ['**Kaynak:** https://a.tr/*y*', undefined],
    ['- https://a.tr', undefined],
    ['| Kaynak |\n| --- |\n| https://a.tr/x |', undefined],
    ['bkz. <https://a.tr/x> ve', 'bkz. https://a.tr/x ve'],
    ['bkz. <https://a.tr/x>2', 'bkz. [https://a.tr/x](https://a.tr/x)2'],
    ['[kaynak](https://a.tr)', undefined],
    ['[https://a.tr](https://b.tr)', undefined],
  ])('%s stays so when its paragraph is opened again and edited', (markdown, otherwise) => {
    const edited = markdownOfNodes(nodesOfMarkdown(markdown))
    const squeezed = (text: string) => text.replace(/ {2,}/g, ' ').replace(/-{3,}/g, '---')
    expect(squeezed(edited)).toBe(otherwise ?? markdown)
  })

  it('lead to where they say after they are mended', () => {
    const [paragraph] = nodesOfMarkdown('bkz. https://a.tr/eski sayfası')
    const mended = paragraph?.content?.map((node) => ({ ...node, text: node.text?.replace('eski', 'yeni') }))
    expect(stored((mended ?? []) as JSONContent[])).toBe('bkz. https://a.tr/yeni sayfası')
  })

  it('stay bare beside bold words and an empty line', () => {
    const lineBreak = { type: 'hardBreak' }
    const bold = { type: 'text', text: 'Ek', marks: [{ type: 'bold' }] }
    const address = { type: 'text', text: 'https://a.tr/~x' }
    expect(stored([bold, lineBreak, lineBreak, address])).toBe('**Ek**  \n\nhttps://a.tr/~x')
  })

  const pieces = fc.array(
    fc.constantFrom(
      ...['~', '*', '_', '`', '[', ']', '(', ')', '**', '~~', '\\', '&copy;', '&', '<b>', '|', '!', '"'],
      ...['a', 'ı', '/', '.', ',', '?', ';', ':', '-', ' ', ' ve ', 'https://b.tr/', 'www.c.tr', 'x_y@d.tr'],
    ),
    { maxLength: 10 },
  )
  const start = fc.constantFrom(
    'https://web.itu.edu.tr/',
    'http://a.tr',
    'ftp://a.tr/x',
    'www.a.tr/',
    'a_b@c.tr',
  )
  const typed = fc
    .tuple(pieces, start, pieces)
    .map(([before, address, after]) =>
      `${before.join('')}${address}${after.join('')}`.replace(/\s+/g, ' ').trim(),
    )

  it('keep their letters, whatever stands in and after them', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const markdown = stored([{ type: 'text', text }])
        expect(inEditor(markdown), markdown).toEqual([text])
        expect(plainText(markdownInline(markdown)), markdown).toBe(text)
        const again = markdownOfNodes(nodesOfMarkdown(markdown))
        expect(inEditor(again), again).toEqual([text])
      }),
      { numRuns: 2_000 },
    )
  })

  it('keep them also where emphasis begins or ends inside', () => {
    const run = fc
      .tuple(typed, fc.subarray(['bold', 'italic', 'strike', 'code']))
      .map(([text, marks]): JSONContent => ({
        type: 'text',
        text,
        marks: (marks.includes('code') ? ['code'] : marks).map((type) => ({ type })),
      }))
    fc.assert(
      fc.property(fc.array(run, { minLength: 1, maxLength: 3 }), (content) => {
        const text = content.map((piece) => piece.text).join('')
        const markdown = stored(content)
        expect(inEditor(markdown), markdown).toEqual([text])
        expect(plainText(markdownInline(markdown)), markdown).toBe(text)
      }),
      { numRuns: 1_000 },
    )
  })
})
