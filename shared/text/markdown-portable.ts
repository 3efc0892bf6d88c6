import { Marked, type Token, type Tokens } from 'marked'
import { ourTokens } from './markdown-tokens'

/**
 * What a reader of Markdown may take for HTML, a hidden definition or a link that runs something. Read from the left
 * as CommonMark does: code on one line, escapes, `<u>…</u>`, `<br>` and addresses in angle brackets are passed over.
 * Where it is not sure to be code it is escaped: a backslash too many in code is seen, a tag too many is run.
 */
const dangers =
  /(?<code>(?<!`)(`+)(?!`)[^`\n]+\2(?!`))|(?<kept>\\[\s\S]|<u>(?:[^\n<]|<br[ \t]*\/?>)+<\/u>|<(?:https?:\/\/|mailto:)[^\s<>]*>)|<(?=[a-z/!?])(?!br[ \t]*\/?>)|(?<=^ {0,3})\[(?=[^\]\n]+\]:)|(?<=\])\((?=\s*<?\s*(?:javascript|vbscript|data|file):)/gim

const tag = /<(?=[a-z/!?])(?!br[ \t]*\/?>)/gi

/** Line breaks that are all of their line (but for marks of lists and quotes): there CommonMark begins a block of HTML. */
const loneBreak = /^([ \t>*+.)\d-]*)(?=(?:<br[ \t]*\/?>[ \t]*)+$)/gim

/** Whether the words before end in an address that makes itself a link (and takes what follows into it). */
function endsInAddress(before: string): boolean {
  return /(?:\/\/|www\.|@)\S*$/i.test(before.slice(-2_000))
}

/** `|` cuts cells before code is read, so in tables there is no code to pass over. */
function harmless(raw: string, mayHoldCode: boolean): string {
  const source = raw.replace(loneBreak, '$1&nbsp;')
  return source.replace(dangers, (match, ...rest) => {
    const [code, , kept, at] = rest as [string | undefined, string | undefined, string | undefined, number]
    const inAddress = endsInAddress(source.slice(0, at))
    if (kept !== undefined) return inAddress && kept === '\\<' ? '\\&lt;' : kept
    const open = inAddress ? '&lt;' : '\\<'
    if (code !== undefined) return mayHoldCode && !inAddress ? code : code.replace(tag, open)
    return match === '<' ? open : `\\${match}`
  })
}

/** A fence longer than any run of backticks inside. */
function fenced(code: Tokens.Code): string {
  const longest = Math.max(2, ...[...code.text.matchAll(/`+/g)].map(([ticks]) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${(code.lang ?? '').replace(/`/g, '')}\n${code.text}\n${fence}`
}

/** A reader that knows nothing of our Markdown. */
const stranger = new Marked({ gfm: true })
const lineMark = /^[ \t]*(?:([#>+*=|~`_-]|<(?!br[ \t]*\/?>))|(\d{1,9})([.)]))/

/** What is a paragraph to us stays one to others: where they would see something else, marks at the beginning of lines are escaped. */
function paragraph(raw: string): string {
  const source = harmless(raw.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, ''), true)
  const read = stranger.lexer(source)
  if (read.length === 1 && read[0]?.type === 'paragraph') return source
  return source
    .split('\n')
    .map((line) =>
      line.replace(lineMark, (whole, mark?: string, number?: string, point?: string) =>
        mark === undefined ? `${number ?? ''}\\${point ?? ''}` : `\\${whole.trimStart()}`,
      ),
    )
    .join('\n')
}

function portable(token: Token, deeper: number): string {
  if (token.type === 'space') return ''
  if (token.type === 'code') return fenced(token as Tokens.Code)
  if (token.type === 'heading') {
    const { depth, text } = token as Tokens.Heading
    return `${'#'.repeat(Math.min(6, depth + deeper))} ${harmless(text.replace(/\s*\n\s*/g, ' '), true)}`
  }
  if (token.type === 'paragraph') return paragraph(token.raw)
  return harmless(token.raw.replace(/\s+$/, ''), token.type !== 'table')
}

/**
 * A text as Markdown that other programs read as we do: tags are letters, fences are closed, headings stand below
 * those of the document around. In: Markdown, by how many levels headings go down. Out: one text without blank ends;
 * empty for nothing.
 */
export function portableMarkdown(markdown: string, deeper: number): string {
  return ourTokens(markdown)
    .map((token) => portable(token, deeper))
    .filter(Boolean)
    .join('\n\n')
}

/** The last paragraph of a Markdown text, if it ends in one: its source. */
export function lastParagraph(markdown: string): string | undefined {
  const last = ourTokens(markdown)
    .filter((token) => token.type !== 'space')
    .at(-1)
  return last?.type === 'paragraph' ? last.raw.trim() : undefined
}
