import type { JSONContent } from '@tiptap/core'

/**
 * Signs that the serialiser would escape or swallow, but that have to stand in the Markdown as they are. On the way
 * through it they are noncharacters of Unicode, which no text has.
 */
const signs = '\\`*_[]~\u00a0'
const firstStand = 0xfdd0

function standIns(words: string, which: RegExp): string {
  return words.replace(which, (sign) => String.fromCharCode(firstStand + signs.indexOf(sign)))
}

/** Markdown with the signs themselves in the place of what stood for them. */
export function withSigns(markdown: string): string {
  return markdown.replace(/[\ufdd0-\ufdd7]/g, (stand) => signs.charAt(stand.charCodeAt(0) - firstStand))
}

/** Text nodes changed, other nodes and code as they are. */
function inWords(content: JSONContent[], change: (words: string, linked: boolean) => string): JSONContent[] {
  return content.map((node) => {
    const has = (type: string) => node.marks?.some((mark) => mark.type === type) ?? false
    if (node.type !== 'text' || has('code')) return node
    return { ...node, text: change(node.text ?? '', has('link')) }
  })
}

/** Inline content whose no-break spaces come through where runs of blanks are put together: in cells of tables. */
export function withFirmBlanks(content: JSONContent[]): JSONContent[] {
  return inWords(content, (words) => standIns(words, /\u00a0/g))
}

/** Beginnings of what Markdown makes a link by itself, and takes backslashes into (GFM, autolinks). */
const beginning = /(?:https?|ftp)(?=:\/\/)|www(?=\.)|(?=@)/gi
const address = /(?:(?:https?|ftp):\/\/|www\.)[^\s<]*/gi

/** Whether some words may be read as an address that makes itself a link. */
export function holdsAddress(content: JSONContent[]): boolean {
  return content.some((node) => node.type === 'text' && (node.text ?? '').search(beginning) >= 0)
}

/** Inline content with nothing escaped inside bare addresses. */
export function withBareAddresses(content: JSONContent[]): JSONContent[] {
  return inWords(content, (words, linked) =>
    linked ? words : words.replace(address, (found) => standIns(found, /[\\`*_[\]~]/g)),
  )
}

/** Inline content in which no address makes itself a link, so that escapes inside are read as such: `https\://…`. */
export function withoutAddresses(content: JSONContent[]): JSONContent[] {
  const backslash = standIns('\\', /\\/g)
  return inWords(content, (words, linked) =>
    linked ? words : words.replace(beginning, (found) => found + backslash),
  )
}
