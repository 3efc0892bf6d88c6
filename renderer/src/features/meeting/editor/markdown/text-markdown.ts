import type { JSONContent } from '@tiptap/core'
import { MarkdownManager } from '@tiptap/markdown'
import { Marked, Tokenizer, type Tokens } from 'marked'
import { lineBreakTag } from '../../../../../../shared/text/markdown-tokens'
import { isAllowedAddress, textExtensions } from '../schema/text-extensions'
import { emphases, fitEmphasis, hasMarks, withoutMarks } from './emphasis'
import { plainer } from './escaping'
import { joinedLines, linesOf, type LineMarks } from './lines'
import { holdsAddress, withBareAddresses, withFirmBlanks, withSigns, withoutAddresses } from './raw-signs'

type Engine = NonNullable<NonNullable<ConstructorParameters<typeof MarkdownManager>[0]>['marked']>

const { autolink, url } = Tokenizer.prototype

const asWords = ({ raw, text }: Tokens.Link): Tokens.Text => ({ type: 'text', raw, text, escaped: false })

/**
 * Raw HTML in Markdown is plain text here as everywhere in Tutanak; only `<br>` (line breaks in table cells) is read.
 * An address that makes itself a link is words in the editor, as it was when it was typed: it is stored bare again, and
 * when it is mended, where it leads to is mended with it.
 */
function engine(): Engine {
  const marked = new Marked({
    gfm: true,
    tokenizer: {
      html: () => undefined,
      tag: (source) => lineBreakTag(source) as never,
      url(source) {
        const link = url.call(this, source)
        return link && (asWords(link) as never)
      },
      autolink(source) {
        const link = autolink.call(this, source)
        if (!link) return undefined
        // What stands behind must not become a part of the address when the brackets are gone.
        const stays = url.call(this, link.text + source.slice(link.raw.length))?.raw === link.text
        return stays ? (asWords(link) as never) : link
      },
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

/**
 * Links to anything but the web and mail are plain words, and emphasis inside emphasis of its kind (`*a *b* c*`) is
 * there once: a text may carry no mark twice.
 */
function withSoundMarks(node: JSONContent): JSONContent {
  if (!node.marks) return node
  const marks = node.marks.filter(
    (mark, index, all) =>
      all.findIndex(({ type }) => type === mark.type) === index &&
      (mark.type !== 'link' || isAllowedAddress(String(mark.attrs?.href ?? ''))),
  )
  return { ...node, marks }
}

/** Leaves out empty text nodes, which ProseMirror does not allow. */
function solid(node: JSONContent): JSONContent {
  if (!node.content) return withSoundMarks(node)
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

/** Words line by line, without the blanks and runs of empty lines that Markdown does not keep. */
function bare(words: string): string {
  const lines = words.split('\n').map((line) => line.replace(/\s+/g, ' ').trim())
  return lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/** A node as Markdown, as it is. */
function written(node: JSONContent): string {
  return withSigns(plainer(manager.serialize(node).trim()))
}

/** Every character of inline content that can be seen, with the emphasis it has. */
function emphasisOf(node: JSONContent): string {
  if (node.type !== 'text') return (node.content ?? []).map(emphasisOf).join('')
  const marks = new Set(node.marks?.map(({ type }) => type))
  const emphasis = emphases.filter((type) => marks.has(type)).join()
  return [...(node.text ?? '').replace(/\s/g, '')].map((char) => char + emphasis).join('')
}

/**
 * Whether a node that is written and read again says what was meant: the same words, and emphasis on the same of them,
 * for a line must not strike out what nobody struck out. An empty line inside makes two nodes of it.
 */
function says(node: JSONContent, meant: JSONContent[]): boolean {
  const read = manager.parse(written(node)).content ?? []
  return (
    read.every(({ type }) => type === node.type) &&
    bare(read.map(wordsOf).join('\n\n')) === bare(meant.map(wordsOf).join('')) &&
    read.map(emphasisOf).join('') === meant.map(emphasisOf).join('')
  )
}

const paragraphOf = (content: JSONContent[]): JSONContent => ({ type: 'paragraph', content })

/** A table of one cell. */
function tableOf(content: JSONContent[]): JSONContent {
  const cell = { type: 'tableHeader', content: [paragraphOf(content)] }
  return { type: 'table', content: [{ type: 'tableRow', content: [cell] }] }
}

/**
 * Ways to write inline content, the fullest first, each with what it is meant to say. They are made one by one: nearly always
 * the first will do. Emphasis goes before links, one kind of it before all.
 */
function* waysToWrite(content: JSONContent[]): Generator<{ form: JSONContent[]; meant: JSONContent[] }> {
  const addressed = holdsAddress(content)
  const fitted = fitEmphasis(content)
  const omitted = [[], ...emphases.map((type) => [type]), emphases, undefined]
  for (const types of omitted) {
    const meant = types?.length === 0 ? fitted : withoutMarks(fitted, types)
    if (addressed) {
      yield { form: withBareAddresses(meant), meant }
      yield { form: withoutAddresses(meant), meant }
    } else yield { form: meant, meant }
  }
}

/**
 * Inline content that Markdown can say. Emphasis that begins inside a word next to signs has no Markdown, and an address
 * that makes itself a link ends where Markdown likes; the words matter more than emphasis and links.
 * In: the content, and the block it is tried in.
 */
function sayableWords(content: JSONContent[], block: (content: JSONContent[]) => JSONContent): JSONContent[] {
  if (!hasMarks(content) && !holdsAddress(content)) return content
  let last = content
  for (const { form, meant } of waysToWrite(content)) {
    if (says(block(form), meant)) return form
    last = form
  }
  return last
}

const cellMarks: LineMarks = { bullet: '• ', number: (place) => `${place}. `, indent: '\u00a0\u00a0' }

/** A cell with its blocks as lines of one paragraph: a cell of Markdown holds nothing else. */
function sayableCell(cell: JSONContent): JSONContent {
  const lines = joinedLines((cell.content ?? []).flatMap((block) => linesOf(block, cellMarks)))
  return { ...cell, content: [paragraphOf(withFirmBlanks(sayableWords(lines, tableOf)))] }
}

/** A node whose marks and blocks Markdown can say. */
function sayable(node: JSONContent): JSONContent {
  if (!node.content || node.type === 'codeBlock') return node
  if (node.type === 'tableHeader' || node.type === 'tableCell') return sayableCell(node)
  if (node.content.some((child) => child.type === 'text'))
    return { ...node, content: sayableWords(node.content, paragraphOf) }
  return { ...node, content: node.content.map(sayable) }
}

/** One or more top-level nodes as Markdown; empty text gives an empty string. */
export function markdownOfNodes(nodes: JSONContent[]): string {
  return nodes
    .map((node) => written(sayable(node)))
    .filter(Boolean)
    .join('\n\n')
}
