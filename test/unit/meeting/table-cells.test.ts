import type { JSONContent } from '@tiptap/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  markdownOfNodes,
  nodesOfMarkdown,
} from '../../../renderer/src/features/meeting/editor/markdown/text-markdown'
import type { Inline } from '../../../shared/documents/document'
import { markdownBlocks } from '../../../shared/text/markdown'
import { schema } from './minutes-state'

const paragraph = (...content: JSONContent[]): JSONContent => ({ type: 'paragraph', content })
const text = (words: string, ...marks: string[]): JSONContent => ({
  type: 'text',
  text: words,
  ...(marks.length > 0 ? { marks: marks.map((type) => ({ type })) } : {}),
})
const item = (...content: JSONContent[]): JSONContent => ({ type: 'listItem', content })
const bullets = (...content: JSONContent[]): JSONContent => ({ type: 'bulletList', content })
const numbers = (start: number, ...content: JSONContent[]): JSONContent => ({
  type: 'orderedList',
  attrs: { start },
  content,
})

/** A table whose first cell below the head holds some blocks, as the editor has it. */
function tableWith(blocks: JSONContent[]): JSONContent {
  const row = (type: string, first: JSONContent[], second: string): JSONContent => ({
    type: 'tableRow',
    content: [first, [paragraph(text(second))]].map((content) => ({ type, content })),
  })
  const node = schema.nodeFromJSON({
    type: 'table',
    content: [row('tableHeader', [paragraph(text('baş'))], 'üst'), row('tableCell', blocks, 'yan')],
  })
  node.check()
  return node.toJSON() as JSONContent
}

const bare = (words: string) =>
  words
    .split('\n')
    .map((line) => line.replace(/\s+/gu, ' ').trim())
    .join('\n')
    .trim()

/** The words of that cell in the editor after reading again. */
function inEditor(markdown: string): string {
  const nodes = nodesOfMarkdown(markdown).map((json) => schema.nodeFromJSON(json))
  for (const node of nodes) node.check()
  expect(nodes.map(({ type }) => type.name)).toEqual(['table'])
  expect(nodes[0]?.child(1).child(1).textContent).toBe('yan')
  const words = nodes[0]?.child(1).child(0)
  return words?.textBetween(0, words.content.size, '\n', '\n') ?? ''
}

function onPaper(pieces: readonly Inline[]): string {
  return pieces
    .map((piece) => {
      if (piece.kind === 'lineBreak') return '\n'
      return 'children' in piece ? onPaper(piece.children) : piece.text
    })
    .join('')
}

function paperCell(markdown: string): string {
  const [table] = markdownBlocks(markdown)
  return table?.kind === 'table' ? onPaper(table.rows[0]?.[0] ?? []) : ''
}

const stored = (blocks: JSONContent[]) => markdownOfNodes([tableWith(blocks)])

describe('blocks in a cell of a table', () => {
  it.each<[string, JSONContent[], string]>([
    ['paragraphs', [paragraph(text('bir')), paragraph(text('iki'))], 'bir<br>iki'],
    [
      'an empty paragraph between two',
      [paragraph(text('bir')), paragraph(), paragraph(text('iki'))],
      'bir<br><br>iki',
    ],
    ['line breaks', [paragraph(text('bir'), { type: 'hardBreak' }, text('iki'))], 'bir<br>iki'],
    [
      'a list after words',
      [paragraph(text('önce')), bullets(item(paragraph(text('elma'))), item(paragraph(text('armut'))))],
      'önce<br>• elma<br>• armut',
    ],
    [
      'numbers and what is below them',
      [
        numbers(
          9,
          item(paragraph(text('elma')), bullets(item(paragraph(text('ekşi', 'bold'))))),
          item(paragraph(text('armut')), paragraph(text('sulu'))),
        ),
      ],
      '9. elma<br>\u00a0\u00a0• **ekşi**<br>10. armut<br>\u00a0\u00a0sulu',
    ],
    [
      'quotes and code',
      [
        { type: 'blockquote', content: [paragraph(text('söz')), paragraph(text('devamı'))] },
        { type: 'codeBlock', content: [text('a | b\n- c')] },
      ],
      'söz<br>devamı<br>a \\| b<br>- c',
    ],
    ['empty lines at the ends', [paragraph(), paragraph(text('bir')), paragraph()], 'bir'],
    [
      'words that would begin a block',
      [paragraph(text('1. bir')), paragraph(text('- iki'))],
      '1. bir<br>- iki',
    ],
    ['words with a no-break space', [paragraph(text('10\u00a0km'))], '10\u00a0km'],
  ])('%s are lines', (_name, blocks, expected) => {
    const markdown = stored(blocks)
    expect(/^\| (.*?) +\| yan +\|$/m.exec(markdown)?.[1]).toBe(expected)
    expect(markdownOfNodes(nodesOfMarkdown(markdown))).toBe(markdown)
  })

  const words = fc
    .array(
      fc.constantFrom(
        ...['yol', 'İl', '2.', '-', '#', '*', '_', '`', '``', 'a|b', '|', '\\', '\\|', '[1]', '<b>', '<br>'],
        ...['&', '&lt;', '“söz”', '1)', '•', '~', '!', 'https://a.tr/~x_y', '10\u00a0km'],
      ),
      { minLength: 1, maxLength: 4 },
    )
    .map((parts) => parts.join(' '))
  const inline = fc.array(
    fc.oneof(
      fc.tuple(words, fc.subarray(['bold', 'italic', 'strike'])).map(([said, marks]) => text(said, ...marks)),
      words.map((said) => text(said, 'code')),
      fc.constant<JSONContent>({ type: 'hardBreak' }),
    ),
    { maxLength: 4 },
  )

  interface Said {
    json: JSONContent
    lines: string[]
  }
  const spoken = (content: JSONContent[]) =>
    content.map((node) => (node.type === 'hardBreak' ? '\n' : (node.text ?? ''))).join('')
  const plain: fc.Arbitrary<Said> = inline.map((content) => ({
    json: paragraph(...content),
    lines: [spoken(content)],
  }))
  const code: fc.Arbitrary<Said> = fc.array(words, { minLength: 1, maxLength: 3 }).map((lines) => ({
    json: { type: 'codeBlock', content: [text(lines.join('\n'))] },
    lines,
  }))
  const { block } = fc.letrec<{ block: Said }>((tie) => ({
    block: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      plain,
      code,
      fc.array(tie('block'), { minLength: 1, maxLength: 2 }).map((inner): Said => ({
        json: { type: 'blockquote', content: inner.map(({ json }) => json) },
        lines: inner.flatMap(({ lines }) => lines),
      })),
      fc
        .tuple(
          fc.option(fc.integer({ min: 1, max: 99 }), { nil: undefined }),
          fc.array(fc.tuple(plain, fc.option(tie('block'), { nil: undefined })), {
            minLength: 1,
            maxLength: 3,
          }),
        )
        .map(([start, items]): Said => {
          const inner = items.map(([first, second]) =>
            item(first.json, ...(second === undefined ? [] : [second.json])),
          )
          return {
            json: start === undefined ? bullets(...inner) : numbers(start, ...inner),
            lines: items.flatMap(([first, second], index) => [
              `${start === undefined ? '•' : `${start + index}.`} ${first.lines.join('\n')}`,
              ...(second?.lines ?? []),
            ]),
          }
        }),
    ),
  }))

  it('has the same words line by line when opened again, in the editor and on paper', () => {
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 3 }), (blocks) => {
        const markdown = stored(blocks.map(({ json }) => json))
        const expected = bare(blocks.flatMap(({ lines }) => lines).join('\n'))
        expect(bare(inEditor(markdown)), markdown).toBe(expected)
        expect(bare(paperCell(markdown)), markdown).toBe(expected)
      }),
      { numRuns: 500 },
    )
  })
})
