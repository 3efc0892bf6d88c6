import { CodeBlock } from '@tiptap/extension-code-block'
import { Heading } from '@tiptap/extension-heading'
import { OrderedList } from '@tiptap/extension-list'
import { TableCell, TableHeader, TableRow, Table } from '@tiptap/extension-table'
import { Paragraph } from '@tiptap/extension-paragraph'
import type { Extensions } from '@tiptap/core'
import StarterKit from '@tiptap/starter-kit'
import { blockStartSafe } from '../markdown/escaping'
import { RecordLink } from './record-link'

/** Numbers only: `A. Kaya söz aldı.` is a sentence with an initial, not a list with letters. */
const numberedList = OrderedList.extend({
  // `undefined` would inherit the tokenizer that reads letters and Roman numerals as list markers.
  markdownTokenizer: null as unknown as undefined,
  parseMarkdown: (token, helpers) => {
    if (token.type !== 'list' || !token.ordered) return []
    const start = Number(token.start) || 1
    return helpers.createNode(
      'orderedList',
      start === 1 ? {} : { start },
      helpers.parseChildren(token.items ?? []),
    )
  },
  addAttributes() {
    return {
      start: {
        default: 1,
        parseHTML: (element: HTMLElement) => Number.parseInt(element.getAttribute('start') ?? '1', 10) || 1,
        renderHTML: ({ start }: { start?: number }) => (start === 1 ? {} : { start }),
      },
    }
  },
  addProseMirrorPlugins: () => [],
})

const paragraph = Paragraph.extend({
  renderMarkdown: (node, helpers, { parentType }) => {
    const words = helpers.renderChildren(node.content ?? [])
    // In a cell nothing begins a block.
    return parentType === 'table' ? words.trim() : blockStartSafe(words)
  },
  addKeyboardShortcuts: () => ({}),
})

/** Only web and mail addresses; `javascript:` and the like never become links. */
export function isAllowedAddress(address: string): boolean {
  try {
    return ['http:', 'https:', 'mailto:'].includes(new URL(address).protocol)
  } catch {
    return false
  }
}

/**
 * What running text of minutes may hold: paragraphs, lists, quotes, tables, links, emphasis. Headings, code and rules are
 * known so that imported Markdown shows whole; no key makes them. Nothing is bound to Ctrl+Alt, which is AltGr.
 */
export const textExtensions: Extensions = [
  StarterKit.configure({
    document: false,
    paragraph: false,
    orderedList: false,
    underline: false,
    heading: false,
    codeBlock: false,
    dropcursor: { class: 'tt-drop', width: 2, color: 'var(--tt-accent)' },
    link: {
      openOnClick: false,
      autolink: false,
      linkOnPaste: true,
      isAllowedUri: (address) => isAllowedAddress(address),
      HTMLAttributes: { rel: 'noreferrer', target: null },
    },
  }),
  paragraph,
  Heading.extend({ addKeyboardShortcuts: () => ({}) }),
  CodeBlock.extend({ addKeyboardShortcuts: () => ({}) }),
  numberedList,
  Table.configure({ resizable: false, allowTableNodeSelection: true }),
  TableRow,
  TableHeader,
  TableCell,
  RecordLink,
]
