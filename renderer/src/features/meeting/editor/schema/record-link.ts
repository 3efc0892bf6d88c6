import { Node } from '@tiptap/core'

export interface RecordLinkAttrs {
  /** id of a record or decision */
  id: string
  /** what stands in the text */
  words: string
}

const pattern = /^\[\[((?:meeting|participant|agency|body|note|decision)_[0-9a-f-]{36})(?:\|([^\]\n]*))?\]\]/

/** Words that can stand inside a link's brackets. */
export function linkWords(words: string): string {
  return words
    .replace(/[[\]]/g, (bracket) => (bracket === '[' ? '(' : ')'))
    .replace(/\s+/g, ' ')
    .trim()
}

/** A link to a record of the archive in the text, `[[id|words]]` in Markdown: one piece, with the words of the day. */
export const RecordLink = Node.create({
  name: 'recordLink',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({
    id: {
      default: '',
      parseHTML: (element) => element.getAttribute('data-record') ?? '',
      renderHTML: ({ id }: Record<string, unknown>) => ({ 'data-record': id }),
    },
    words: {
      default: '',
      parseHTML: (element) => element.textContent,
      rendered: false,
    },
  }),
  parseHTML: () => [
    {
      tag: 'span[data-record]',
      getAttrs: (element) =>
        pattern.test(`[[${element.getAttribute('data-record') ?? ''}]]`) &&
        element.textContent !== '' &&
        null,
    },
  ],
  renderHTML: ({ node, HTMLAttributes }) => [
    'span',
    { ...HTMLAttributes, class: 'tt-record-link' },
    (node.attrs as RecordLinkAttrs).words,
  ],
  renderText: ({ node }) => (node.attrs as RecordLinkAttrs).words,
  markdownTokenizer: {
    name: 'recordLink',
    level: 'inline',
    start: (source) => source.indexOf('[['),
    tokenize: (source) => {
      const found = pattern.exec(source)
      if (!found) return undefined
      const [raw, id = '', words = ''] = found
      return { type: 'recordLink', raw, text: words || id, id }
    },
  },
  parseMarkdown: (token, helpers) =>
    helpers.createNode('recordLink', { id: String(token.id), words: token.text ?? '' }),
  renderMarkdown: ({ attrs }) => {
    const { id, words } = attrs as RecordLinkAttrs
    return `[[${id}|${linkWords(words)}]]`
  },
})
