/** Beginnings of a line that Markdown would read as a heading, list, quote, table row, rule or underline. */
const lineStarts: [RegExp, string][] = [
  [/^(#{1,6})(?=\s|$)/, '\\$1'],
  [/^([-+])(?=\s|$)/, '\\$1'],
  [/^(\d{1,9})([.)])(?=\s|$)/, '$1\\$2'],
  [/^(\|)/, '\\$1'],
  [/^([-:=])(?=[-:=|\s]*$)/, '\\$1'],
]

/**
 * Text of a paragraph whose lines keep being text when read again: `1. Madde` does not turn into a list.
 * In: inline Markdown, lines parted by hard breaks. CommonMark 0.31 §4–5 names the line starts.
 */
export function blockStartSafe(inline: string): string {
  return inline
    .split('\n')
    .map((line) =>
      lineStarts.reduce((text, [pattern, safe]) => text.replace(pattern, safe), line.trimStart()),
    )
    .join('\n')
    .trim()
}

/**
 * Takes back escapes that the serialiser makes to be on the safe side, where the plain character reads the same: records
 * stay legible without the program (`A & B`, `[1]`, `form_2024`). In and out: Markdown.
 */
export function plainer(markdown: string): string {
  return markdown
    .replace(/&gt;/g, (entity, at: number) => (atLineStart(markdown, at) ? entity : '>'))
    .replace(/&lt;(?![A-Za-z/!?])/g, '<')
    .replace(/&amp;(?!#?\w+;)/g, '&')
    .replace(/(?<=[\p{L}\p{N}])\\_(?=[\p{L}\p{N}])/gu, '_')
    .replace(/\\\[\\\[([^[\]\\]*)\\\]\\\](?![([:])/g, '[[$1]]')
    .replace(/\\\[([^[\]\\]*)\\\](?![([:])/g, (escaped, inside: string) =>
      /^[ xX]?$/.test(inside) ? escaped : `[${inside}]`,
    )
}

function atLineStart(text: string, at: number): boolean {
  return /(?:^|\n)[\s>]*(?:[-+*]\s+|\d+[.)]\s+)*(?:&gt;)*$/.test(text.slice(Math.max(0, at - 200), at))
}
