import type { Token, Tokens } from 'marked'
import { ourTokens } from './markdown-tokens'

/** Code, escapes, underline tags and addresses in angle brackets stay; any other `<` that could open HTML is escaped. */
const angle =
  /(`+)(?!`)[\s\S]*?[^`]\1(?!`)|\\[\s\S]|<\/?u>|<(?:https?:\/\/|mailto:)[^\s<>]*>|(<)(?=[a-z/!?])/gi

function withoutHtml(raw: string): string {
  return raw.replace(angle, (match: string, _ticks: string, open: string | undefined) =>
    open ? `\\${match}` : match,
  )
}

/** A fence longer than any run of backticks inside. */
function fenced(code: Tokens.Code): string {
  const longest = Math.max(2, ...[...code.text.matchAll(/`+/g)].map(([ticks]) => ticks.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}${(code.lang ?? '').replace(/`/g, '')}\n${code.text}\n${fence}`
}

function portable(token: Token, deeper: number): string {
  if (token.type === 'space') return ''
  if (token.type === 'code') return fenced(token as Tokens.Code)
  if (token.type === 'heading') {
    const { depth, text } = token as Tokens.Heading
    return `${'#'.repeat(Math.min(6, depth + deeper))} ${withoutHtml(text.replace(/\s*\n\s*/g, ' '))}`
  }
  return withoutHtml(token.raw.replace(/\s+$/, ''))
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
