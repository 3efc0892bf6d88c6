import { ourTokens } from '../../text/markdown-tokens'
import { partTypes, recordTypes } from '../../ids'
import { labels } from './words'

/** The remark that says of a line: this is text, whatever it looks like. Other programs show nothing of it. */
const textRemark = ' <!-- metin -->'

const types = [...recordTypes, ...partTypes].join('|')
const marker = new RegExp(
  String.raw`^[ \t]*<!--[ \t]*(?:((?:${types})_[0-9a-f-]{36})|(katilim|ekler|karar|görev))(?:[ \t]+(\d{1,6}))?[ \t]*-->[ \t]*$`,
)
/** Lines that mean something to our form at some place; `code`: also within a block of code. */
export interface Special {
  pattern: RegExp
  code: boolean
}

const label = String.raw`^\*\*(?:${Object.values(labels).join('|')})(?: |:|\*\*)`
export const specialLines = {
  note: { pattern: marker, code: true },
  minutes: { pattern: /^ {0,3}##(?:[ \t]|$)/, code: false },
  quote: { pattern: new RegExp(label), code: true },
  entry: { pattern: new RegExp(String.raw`^ {0,3}##(?:[ \t]|$)|${label}`), code: true },
} as const satisfies Record<string, Special>

const fence = /^ {0,3}(`{3,}|~{3,})/

/** Tells for each line in turn whether it stands in a block of code, where `#` is no heading. */
export function codeWatch(): (line: string) => boolean {
  let open: string | undefined
  return (line) => {
    const found = fence.exec(line)?.[1]
    if (open === undefined) {
      open = found
      return found !== undefined
    }
    if (found && found[0] === open[0] && found.length >= open.length && line.trim() === found)
      open = undefined
    return true
  }
}

/** What a marker line names: the id of a part or a keyword, and of how many top-level elements its text is. */
export interface Marker {
  id?: string
  word?: string
  count: number
}

/** Reads a marker line; undefined for any other. */
export function readMarker(line: string): Marker | undefined {
  const match = marker.exec(line)
  if (!match) return undefined
  return {
    ...(match[1] ? { id: match[1] } : {}),
    ...(match[2] ? { word: match[2] } : {}),
    count: match[3] ? Number(match[3]) : 1,
  }
}

/** Writes a marker line. */
export function markerLine(name: string, count = 1): string {
  return count === 1 ? `<!-- ${name} -->` : `<!-- ${name} ${count} -->`
}

/** What a text file can hold of a text: plain line ends, no control characters, no halves of characters, no blank ends. */
export function plainLines(text: string): string {
  return trimBlank(
    text
      .replace(/\r\n?/g, '\n')
      .replace(/(?![\t\n])\p{Cc}/gu, '')
      .replace(/\p{Cs}/gu, '\uFFFD'),
  )
}

/** A text so that none of its lines means anything to our form. In: plain lines, which lines are special here. */
export function escapeLines(text: string, { pattern, code }: Special): string {
  const inCode = codeWatch()
  return text
    .split('\n')
    .map((line) => {
      const counts = !inCode(line) || code
      const meant = marker.test(line) || (counts && pattern.test(line))
      return meant || line.endsWith(textRemark) ? line + textRemark : line
    })
    .join('\n')
}

/** Whether a line is marked as text. */
export function isText(line: string): boolean {
  return line.trimEnd().endsWith(textRemark)
}

/** Lines put together, without blank ones at the ends. */
export function trimBlank(text: string): string {
  // Not by a pattern: one that looks for blanks at the end takes for ever on a text with many inside.
  return text.replace(/^(?:[^\S\n]*\n)+/, '').trimEnd()
}

/** Takes back what {@link escapeLines} did. */
export function unescapeLines(text: string): string {
  return text
    .split('\n')
    .map((line) => {
      const bare = line.trimEnd()
      return bare.endsWith(textRemark) ? bare.slice(0, -textRemark.length) : line
    })
    .join('\n')
}

/** Words of one line without the backslashes that `escapeInline` put there. */
export function unescapeInline(text: string): string {
  return text.replace(/\\([!-/:-@[-`{-~])/g, '$1').trim()
}

/** Lines as a quotation, and back. */
export function quoted(text: string): string {
  return text
    .split('\n')
    .map((line) => (line ? `> ${line}` : '>'))
    .join('\n')
}

export function unquoted(line: string): string | undefined {
  const match = /^ {0,3}> ?(.*)$/s.exec(line)
  return match ? (match[1] ?? '') : undefined
}

/** The top-level elements of a Markdown text, each as its source; joined they are the text. */
export function elementsOf(text: string): string[] {
  if (!text.includes('\n')) return text.trim() ? [text] : []
  const elements: string[] = []
  for (const token of ourTokens(text)) {
    if (token.type === 'space' && elements.length > 0) elements[elements.length - 1] += token.raw
    else if (token.type === 'space') elements.push(token.raw)
    else if (elements.length === 1 && elements[0]?.trim() === '') elements[0] += token.raw
    else elements.push(token.raw)
  }
  return elements.join('') === text ? elements : [text]
}
