import type { JSONContent } from '@tiptap/core'
import { MarkdownManager } from '@tiptap/markdown'
import { Marked } from 'marked'
import { lineBreakTag } from '../../../../../../shared/text/markdown-tokens'
import { isAllowedAddress, textExtensions } from '../schema/text-extensions'
import { emphases, fitEmphasis, hasMarks, withoutMarks } from './emphasis'
import { plainer } from './escaping'

type Engine = NonNullable<NonNullable<ConstructorParameters<typeof MarkdownManager>[0]>['marked']>

/** Raw HTML in Markdown is plain text here as everywhere in Tutanak; only `<br>` (line breaks in table cells) is read. */
function engine(): Engine {
  const marked = new Marked({
    gfm: true,
    tokenizer: {
      html: () => undefined,
      tag: (source) => lineBreakTag(source) as never,
    },
  })
  return marked as unknown as Engine
}

const manager = new MarkdownManager({ extensions: textExtensions, marked: engine() })

/** Soft line breaks of a source are blanks, as on paper. */
function flowing(node: JSONContent): JSONContent {
  if (node.type === 'text') return { ...node, text: (node.text ?? '').replace(/[ \t]*\n[ \t]*/g, ' ') }
  if (node.type === 'codeBlock' || !node.content) return node
  return { ...node, content: node.content.map(flowing) }
}

/** Links to anything but the web and mail are plain words. */
function withSafeLinks(node: JSONContent): JSONContent {
  if (!node.marks) return node
  const marks = node.marks.filter(
    (mark) => mark.type !== 'link' || isAllowedAddress(String(mark.attrs?.href ?? '')),
  )
  return { ...node, marks }
}

/** Leaves out empty text nodes, which ProseMirror does not allow. */
function solid(node: JSONContent): JSONContent {
  if (!node.content) return withSafeLinks(node)
  const content = node.content.filter((child) => child.type !== 'text' || child.text).map(solid)
  return { ...node, content }
}

/** Boxes of task lists are characters: minutes have action items instead. */
function withoutTasks(markdown: string): string {
  return markdown.replace(
    /^(\s*(?:[-*+]|\d+[.)])\s+)\[([ xX])\](?=\s)/gm,
    (_, marker: string, box: string) => (box === ' ' ? `${marker}☐` : `${marker}☑`),
  )
}

/** Markdown as the editor's top-level nodes (JSON), at least one. */
export function nodesOfMarkdown(markdown: string): JSONContent[] {
  const parsed = manager.parse(withoutTasks(markdown)).content ?? []
  const nodes = parsed
    .map((node) => solid(flowing(node)))
    .map((node) => (node.type === 'text' ? { type: 'paragraph', content: [node] } : node))
    .filter((node) => node.type !== 'paragraph' || (node.content?.length ?? 0) > 0)
  return nodes.length > 0 ? nodes : [{ type: 'paragraph' }]
}

/** All words of a node, line breaks as such. */
function wordsOf(node: JSONContent): string {
  if (node.type === 'text') return node.text ?? ''
  if (node.type === 'recordLink') return String(node.attrs?.words ?? '')
  return node.type === 'hardBreak' ? '\n' : (node.content ?? []).map(wordsOf).join('')
}

/** Whether the words of a paragraph are the same when it is read again. */
function staysSame(content: JSONContent[]): boolean {
  const read = manager.parse(plainer(manager.serialize({ type: 'paragraph', content }))).content ?? []
  const bare = (words: string) => words.replace(/\s+/g, ' ').trim()
  return read.length === 1 && bare(read.map(wordsOf).join('')) === bare(content.map(wordsOf).join(''))
}

/**
 * A node whose marks Markdown can say. Emphasis that begins inside a word next to signs has no Markdown; the words matter more
 * than the emphasis there.
 */
function sayable(node: JSONContent): JSONContent {
  if (!node.content || node.type === 'codeBlock') return node
  if (node.content.some((child) => child.type === 'text')) {
    if (!hasMarks(node.content)) return node
    const fitted = fitEmphasis(node.content)
    const content = [fitted, withoutMarks(fitted, emphases)].find(staysSame) ?? withoutMarks(fitted)
    return { ...node, content }
  }
  return { ...node, content: node.content.map(sayable) }
}

/** One or more top-level nodes as Markdown; empty text gives an empty string. */
export function markdownOfNodes(nodes: JSONContent[]): string {
  return nodes
    .map((node) => plainer(manager.serialize(sayable(node)).trim()))
    .filter(Boolean)
    .join('\n\n')
}
