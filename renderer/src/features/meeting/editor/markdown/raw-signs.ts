import type { JSONContent } from '@tiptap/core'

/**
 * Signs that the serialiser would escape or swallow, but that have to stand in the Markdown as they are. On the way
 * through it they are noncharacters of Unicode, which no text has.
 */
const signs = '\u00a0'
const firstStand = 0xfdd0

function standIns(words: string, which: RegExp): string {
  return words.replace(which, (sign) => String.fromCharCode(firstStand + signs.indexOf(sign)))
}

/** Markdown with the signs themselves in the place of what stood for them. */
export function withSigns(markdown: string): string {
  return markdown.replace(/[\ufdd0]/g, (stand) => signs.charAt(stand.charCodeAt(0) - firstStand))
}

/** Text nodes changed, other nodes and code as they are. */
function inWords(content: JSONContent[], change: (words: string) => string): JSONContent[] {
  return content.map((node) => {
    const has = (type: string) => node.marks?.some((mark) => mark.type === type) ?? false
    if (node.type !== 'text' || has('code')) return node
    return { ...node, text: change(node.text ?? '') }
  })
}

/** Inline content whose no-break spaces come through where runs of blanks are put together: in cells of tables. */
export function withFirmBlanks(content: JSONContent[]): JSONContent[] {
  return inWords(content, (words) => standIns(words, /\u00a0/g))
}
