import { Document, Scalar, isMap, isSeq, visit, type YAMLMap } from 'yaml'

/**
 * Writing Markdown so that the words of records stay words: a `#`, `|`, `<` or `_` in a title is escaped wherever
 * Markdown would read it as a mark.
 */

/** Marks that mean something anywhere in a line (CommonMark 0.31, GFM tables and strikethrough). */
const anywhere = /[\\`*_[\]<>|~&]/g
/** At the beginning of a line also headings, lists, rules. */
const atStart = /^(?:([#+-])|(\d{1,9})([.)]))(?=\s|$)|^(#{2,6}(?=\s|$)|[-=]{2,}\s*$|-(?:\s*-){2,}\s*$)/

const letter = /[\p{L}\p{N}]/u

function escapeWord(word: string): string {
  const escaped = word.replace(anywhere, (mark, at: number) => {
    // An underscore inside a word and an ampersand that begins no entity are no marks: they stay readable.
    if (mark === '_' && letter.test(word[at - 1] ?? '') && letter.test(word[at + 1] ?? '')) return mark
    if (mark === '&' && !/^&(?:#\w+|\w+);/.test(word.slice(at))) return mark
    return `\\${mark}`
  })
  // GFM makes links of addresses by itself and would take our backslashes into them.
  return escaped === word ? word : escaped.replace(/(https?|ftp):(?=\/)|(www)\.|@/gi, breakAddress)
}

function breakAddress(found: string, scheme: string | undefined, www: string | undefined): string {
  if (scheme !== undefined) return `${scheme}\\:`
  return www === undefined ? `\\${found}` : `${www}\\.`
}

/** One line of plain words as Markdown: line breaks become blanks, marks are escaped. */
export function escapeInline(words: string): string {
  return words.trim().split(/\s+/u).map(escapeWord).join(' ')
}

/** Plain words that begin a line. */
export function escapeLine(words: string): string {
  return escapeInline(words).replace(
    atStart,
    (whole, _mark: string | undefined, number: string | undefined, point: string | undefined) =>
      number === undefined ? `\\${whole}` : `${number}\\${point ?? ''}`,
  )
}

/** A table of plain or ready cells; cells are one line each. */
export function markdownTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  align: readonly ('left' | 'right')[] = [],
): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell || ' ').join(' | ')} |`
  const marks = head.map((_, column) => (align[column] === 'right' ? '---:' : '---'))
  return [line(head), line(marks), ...rows.map(line)].join('\n')
}

/** Words that need no quotes even between the braces of a flow map. */
const bare = /^[\p{L}\p{N}](?:[\p{L}\p{N}_/. –-]*[\p{L}\p{N}.])?$/u

function onOneLine(map: YAMLMap): void {
  map.flow = true
  visit(map, {
    Scalar: (_, node) => {
      if (typeof node.value === 'string' && !bare.test(node.value)) node.type = Scalar.QUOTE_DOUBLE
    },
  })
}

/** Texts whose blanks and line ends a block of YAML may not bring back. */
const brittle = /^\s|\s$|[^\S\n]\n|\n[^\S\n]/

/** Characters that some reader of YAML or text files takes for a line end, a mark or nothing. */
const strange = /(?![\n\t])[\p{Cc}\p{Cs}\p{Co}\u2028\u2029\ufeff\ufffe\uffff]/gu

function escaped(sign: string): string {
  return [...Array(sign.length).keys()]
    .map((at) => `\\u${sign.charCodeAt(at).toString(16).padStart(4, '0')}`)
    .join('')
}

/**
 * Front matter: YAML between two lines of dashes. Keys stay in the order given; undefined ones are left out. Lists of
 * things take one line a thing. Words that older YAML would read as dates or numbers are quoted, and characters that
 * text files do not keep are written as their numbers: any value comes back as it was.
 */
export function frontMatter(data: Record<string, unknown>): string {
  const document = new Document(data, { compat: 'yaml-1.1' })
  if (isMap(document.contents)) {
    for (const { value } of document.contents.items) {
      if (isSeq(value)) for (const item of value.items) if (isMap(item)) onOneLine(item)
    }
  }
  visit(document, {
    Scalar: (_, node) => {
      const { value } = node
      if (typeof value !== 'string') return
      if (value.search(strange) >= 0 || (value.includes('\n') && brittle.test(value)))
        node.type = Scalar.QUOTE_DOUBLE
    },
  })
  return `---\n${document.toString({ lineWidth: 0, doubleQuotedMinMultiLineLength: Infinity }).replace(strange, escaped)}---\n`
}

/** Parts of a text with one empty line between them; empty parts are left out; ends with a line end. */
export function paragraphs(parts: readonly string[]): string {
  return `${parts
    .map((part) => part.replace(/^\n+|\s+$/g, ''))
    .filter(Boolean)
    .join('\n\n')}\n`
}
