import { readFileSync, readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inlineOfMarkdown } from '../../../renderer/src/features/meeting/editor/markdown/inline-markdown'
import {
  markdownOfNodes,
  nodesOfMarkdown,
} from '../../../renderer/src/features/meeting/editor/markdown/text-markdown'
import { minutesSchema } from '../../../renderer/src/features/meeting/editor/schema/schema'

const folder = new URL('../../golden/blocks/', import.meta.url)
const golden = readdirSync(folder).map((name) => [name, readFileSync(new URL(name, folder), 'utf8')] as const)
const schema = minutesSchema()
const again = (markdown: string) => markdownOfNodes(nodesOfMarkdown(markdown))

describe('Markdown of text blocks', () => {
  it.each(golden)('%s comes back as it was', (_name, markdown) => {
    expect(again(markdown)).toBe(markdown.trim())
    for (const node of nodesOfMarkdown(markdown)) schema.nodeFromJSON(node).check()
  })

  it.each([
    ['* yıldızlı\n* liste', '- yıldızlı\n- liste'],
    ['satır\nsonu boşluktur', 'satır sonu boşluktur'],
    ['- [ ] yapılacak\n- [x] yapıldı', '- ☐ yapılacak\n- ☑ yapıldı'],
    ['<script>alert(1)</script>', '&lt;script>alert(1)&lt;/script>'],
    ['<img src=x onerror=alert(1)>', '&lt;img src=x onerror=alert(1)>'],
    ['[tuzak](javascript:alert(1))', 'tuzak'],
    ['[tuzak](data:text/html,x)', 'tuzak'],
    ['![uzak resim](https://ornek.gen.tr/iz.png)', 'uzak resim'],
    ['', ''],
  ])('%j is read as %j', (markdown, expected) => {
    expect(again(markdown)).toBe(expected)
    expect(again(expected)).toBe(expected)
  })

  it('keeps any typed text: what stands in a paragraph is text again after saving and opening', () => {
    const odd = fc.array(
      fc.constantFrom(
        '1. ',
        '# ',
        '- ',
        '+ ',
        '> ',
        '| a |',
        '---',
        '===',
        '*',
        '_',
        '~',
        '`',
        '[',
        ']',
        '(',
        ')',
        '!',
        '<b>',
        '&amp;',
        '&',
        '<',
        '>',
        '\\',
        'a',
        'İ ı',
        ' ',
        ':',
        '[x] ',

        '\u00a0',
        '2) ',
        '<br>',
        '[[',
        ']]',
      ),
      { minLength: 1, maxLength: 12 },
    )
    fc.assert(
      fc.property(odd, (pieces) => {
        const text = pieces.join('').replace(/\s+/g, ' ').trim()
        fc.pre(text !== '')
        const markdown = markdownOfNodes([{ type: 'paragraph', content: [{ type: 'text', text }] }])
        const nodes = nodesOfMarkdown(markdown)
        expect(nodes.map((node) => node.type)).toEqual(['paragraph'])
        expect(schema.nodeFromJSON(nodes[0]).textContent).toBe(text)
        expect(again(markdown)).toBe(markdown)
      }),
      { numRuns: 2_000 },
    )
  })

  it.each(['[[]](2) 1.', '[[ek]](2)', '[[ek]][1]', '[[ek]]: bakınız', '[[ek]] (2)', '[1](2)', '[ ](2)'])(
    'does not turn brackets before others into a link: %s',
    (text) => {
      const nodes = nodesOfMarkdown(
        markdownOfNodes([{ type: 'paragraph', content: [{ type: 'text', text }] }]),
      )
      expect(nodes).toEqual([{ type: 'paragraph', content: [{ type: 'text', text }] }])
    },
  )

  it('reads the text of a decision as one run of lines', () => {
    const lines = inlineOfMarkdown('Şuna karar verildi:\n\n1. Yol yapılsın\n2. Su **gelsin**')
    const node = schema.node(
      'decision',
      {},
      lines.map((json) => schema.nodeFromJSON(json)),
    )
    node.check()
    expect(node.textBetween(0, node.content.size, '', '\n')).toBe(
      'Şuna karar verildi:\n1) Yol yapılsın\n2) Su gelsin',
    )
    expect(inlineOfMarkdown('  ')).toEqual([])
  })
})
