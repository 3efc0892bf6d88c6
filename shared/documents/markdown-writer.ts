import { Document, isMap, isSeq } from 'yaml'

/**
 * Writing Markdown so that the words of records stay words: a `#`, `|`, `<` or `_` in a title is escaped wherever
 * Markdown would read it as a mark.
 */

/** Marks that mean something anywhere in a line (CommonMark 0.31, GFM tables and strikethrough). */
const anywhere = /[\\`*_[\]<>|~&]/g
/** At the beginning of a line also headings, lists, rules. */
const atStart = /^(?:([#+-])|(\d{1,9})([.)]))(?=\s|$)|^(#{2,6}(?=\s|$)|[-=]{2,}\s*$|-(?:\s*-){2,}\s*$)/

/** One line of plain words as Markdown: line breaks become blanks, marks are escaped. */
export function escapeInline(words: string): string {
  return words
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(anywhere, (mark, at: number, all: string) => {
      // An underscore inside a word and an ampersand before a blank are no marks: they stay readable.
      if (mark === '_' && /\p{L}|\p{N}/u.test(all[at - 1] ?? '') && /\p{L}|\p{N}/u.test(all[at + 1] ?? ''))
        return mark
      if (mark === '&') return /^&(?:#\w+|\w+);/.test(all.slice(at)) ? '\\&' : mark
      return `\\${mark}`
    })
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

/**
 * Front matter: YAML between two lines of dashes. Keys stay in the order given; undefined ones are left out. Lists of
 * things take one line a thing. Words that older YAML would read as dates or numbers are quoted.
 */
export function frontMatter(data: Record<string, unknown>): string {
  const document = new Document(data, { compat: 'yaml-1.1' })
  if (isMap(document.contents)) {
    for (const { value } of document.contents.items) {
      if (isSeq(value)) for (const item of value.items) if (isMap(item)) item.flow = true
    }
  }
  return `---\n${document.toString({ lineWidth: 0 })}---\n`
}

/** Parts of a text with one empty line between them; empty parts are left out; ends with a line end. */
export function paragraphs(parts: readonly string[]): string {
  return `${parts
    .map((part) => part.replace(/^\n+|\s+$/g, ''))
    .filter(Boolean)
    .join('\n\n')}\n`
}
