import type { JSONContent } from '@tiptap/core'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  markdownOfNodes,
  nodesOfMarkdown,
} from '../../../renderer/src/features/meeting/editor/markdown/text-markdown'
import { schema } from './minutes-state'

const words = fc
  .array(
    fc.constantFrom(
      'yol',
      'İl',
      'ışık',
      '2.',
      '-',
      '#',
      '*',
      '_',
      'a|b',
      '[1]',
      '<b>',
      '&',
      '(x)',
      '“söz”',
      ',',
    ),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map((parts) => parts.join(' '))
const marks = fc.subarray(['bold', 'italic', 'strike'] as const)

const run: fc.Arbitrary<JSONContent> = fc.tuple(words, marks, fc.boolean()).map(([text, types, linked]) => ({
  type: 'text',
  text,
  marks: [
    ...types.map((type) => ({ type })),
    ...(linked ? [{ type: 'link', attrs: { href: 'https://ornek.gen.tr/a_b?c=1' } }] : []),
  ],
}))

const runs = fc.array(run, { minLength: 1, maxLength: 4 })
/** Runs with a blank between them, as typed text has. */
const inline: fc.Arbitrary<JSONContent[]> = runs.map((pieces) =>
  pieces.flatMap((piece, index) => (index === 0 ? [piece] : [{ type: 'text', text: ' ' }, piece])),
)
const paragraph = inline.map((content): JSONContent => ({ type: 'paragraph', content }))
const list = (inner: fc.Arbitrary<JSONContent>): fc.Arbitrary<JSONContent> =>
  fc
    .tuple(
      fc.constantFrom('bulletList', 'orderedList'),
      fc.array(fc.tuple(paragraph, fc.option(inner, { nil: undefined })), { minLength: 1, maxLength: 3 }),
    )
    .map(([type, items]) => ({
      type,
      content: items.map(([first, second]) => ({
        type: 'listItem',
        content: second ? [first, second] : [first],
      })),
    }))
const flat = list(
  fc.constant<JSONContent>({ type: 'paragraph', content: [{ type: 'text', text: 'ikinci fıkra' }] }),
)
const block = fc.oneof(
  paragraph,
  list(flat),
  fc
    .array(paragraph, { minLength: 1, maxLength: 2 })
    .map((content): JSONContent => ({ type: 'blockquote', content })),
  fc.array(fc.tuple(inline, inline), { minLength: 1, maxLength: 3 }).map((rows): JSONContent => ({
    type: 'table',
    content: rows.map((cells, row) => ({
      type: 'tableRow',
      content: cells.map((content) => ({
        type: row === 0 ? 'tableHeader' : 'tableCell',
        content: [{ type: 'paragraph', content }],
      })),
    })),
  })),
)

/** As the editor holds it: marks in the order of the schema. */
const held = (json: JSONContent) => schema.nodeFromJSON(json).toJSON() as JSONContent

/** What a reader sees: kinds of nodes, words, and which letters carry which marks. */
function seen(json: JSONContent): unknown {
  const node = schema.nodeFromJSON(json)
  node.check()
  const letters: string[] = []
  const shape: string[] = []
  node.descendants((child) => {
    if (!child.isText) shape.push(child.type.name)
    else
      for (const letter of child.text ?? '') {
        const names = child.marks.map((mark) => mark.type.name).sort()
        // Marks on blanks are invisible and Markdown cannot keep them at the ends of a run.
        letters.push(letter === ' ' ? ' ' : `${letter}${names.length > 0 ? `{${names.join()}}` : ''}`)
      }
    return true
  })
  return { type: node.type.name, shape, letters: letters.join('') }
}

/** Letters that can be seen, each with its emphasis. */
function lettersOf(json: JSONContent): { letter: string; emphasis: string[] }[] {
  if (json.type !== 'text') return (json.content ?? []).flatMap(lettersOf)
  const emphasis = (json.marks ?? []).map(({ type }) => type).filter((type) => type !== 'link')
  return [...(json.text ?? '').replace(/\s/gu, '')].map((letter) => ({ letter, emphasis }))
}

describe('text blocks saved as Markdown', () => {
  it('are the same when opened again, whatever stands in them', () => {
    fc.assert(
      fc.property(block, (json) => {
        const markdown = markdownOfNodes([held(json)])
        const nodes = nodesOfMarkdown(markdown)
        expect(nodes.map(seen), markdown).toEqual([seen(json)])
        expect(markdownOfNodes(nodes.map(held))).toBe(markdown)
      }),
      { numRuns: 500 },
    )
  })

  it('keep every word where emphasis begins or ends inside words and signs, at the cost of that emphasis', () => {
    fc.assert(
      fc.property(runs, (content) => {
        const text = content.map((piece) => piece.text).join('')
        const markdown = markdownOfNodes([held({ type: 'paragraph', content })])
        const nodes = nodesOfMarkdown(markdown)
        expect(
          nodes.map((node) => schema.nodeFromJSON(node).textContent),
          markdown,
        ).toEqual([text])
        const said = lettersOf(held({ type: 'paragraph', content }))
        for (const [index, { letter, emphasis }] of nodes.flatMap(lettersOf).entries()) {
          expect(said[index]?.letter, markdown).toBe(letter)
          expect(said[index]?.emphasis, markdown).toEqual(expect.arrayContaining(emphasis))
        }
      }),
      { numRuns: 1_000 },
    )
  })

  it('never strike out what was not struck out, where a sign cannot close beside a letter', () => {
    const struck = (text: string, ...more: string[]): JSONContent => ({
      type: 'text',
      text,
      marks: [...more, 'strike'].map((type) => ({ type })),
    })
    const content = [struck('eski'), struck('yol', 'bold'), { type: 'text', text: 'yeni yol' }, struck('ve')]
    const [read] = nodesOfMarkdown(markdownOfNodes([held({ type: 'paragraph', content })]))
    const kept = lettersOf(read ?? {}).filter(({ emphasis }) => emphasis.includes('strike'))
    expect(['', 'eskiyol', 've', 'eskiyolve']).toContain(kept.map(({ letter }) => letter).join(''))
  })

  it.each(['~~eski ~~yol~~ yeni~~', '**a **b** c**', '*a *b* c*', '~~yol**yol**~~yol<br>~~&~~'])(
    'from outside, with emphasis inside emphasis of its kind, can be opened: %s',
    (markdown) => {
      for (const node of nodesOfMarkdown(markdown)) schema.nodeFromJSON(node).check()
    },
  )

  it('keep emphasis inside a word and beside a suffix', () => {
    const bold = (text: string): JSONContent => ({ type: 'text', text, marks: [{ type: 'bold' }] })
    const plain = (text: string): JSONContent => ({ type: 'text', text })
    const say = (...content: JSONContent[]) => markdownOfNodes([{ type: 'paragraph', content }])
    expect(say(bold('Kanun'), plain('’un'))).toBe('**Kanun**’un')
    expect(say(bold('Kanun’'), plain('un'))).toBe('**Kanun**’un')
    expect(say(plain('yeni'), bold(' (ek) '), plain('karar'))).toBe('yeni **(ek)** karar')
  })
})
