import { Marked, type MarkedExtension, type Token, type Tokens } from 'marked'

/**
 * What Markdown means here: headings, lists, tables, quotes, code, bold, italic, struck, underlined, links.
 * Raw HTML but for `<u>` and `<br>`, link definitions and indented code are no part of it: their letters stay letters, so
 * that `<etiket>` or `[1]: bakınız` in minutes is neither run nor lost.
 */

/** Underlined words as the editor writes them: `<u>…</u>`. */
const underline: MarkedExtension = {
  extensions: [
    {
      name: 'underline',
      level: 'inline',
      start: (source) => source.indexOf('<u>'),
      tokenizer(source) {
        const match = /^<u>((?:(?!<u>)[\s\S])*?)<\/u>/.exec(source)
        if (!match) return undefined
        return {
          type: 'underline',
          raw: match[0],
          text: match[1] ?? '',
          tokens: this.lexer.inlineTokens(match[1] ?? ''),
        }
      },
      renderer(token) {
        return `<u>${this.parser.parseInline(token.tokens ?? [])}</u>`
      },
      childTokens: ['tokens'],
    },
  ],
}

/**
 * The one other tag that is read: `<br>`, since a cell of a table has no other way to say a line break. In: Markdown from
 * some place on. Out: the token of a line break if one stands just there. The editor reads by it too.
 */
export function lineBreakTag(source: string): Tokens.Br | undefined {
  const found = /^<br[ \t]*\/?>/i.exec(source)
  return found ? { type: 'br', raw: found[0] } : undefined
}

const plainOnly: MarkedExtension = {
  // marked names tags as the only thing that this may give; any token of a line will do.
  tokenizer: {
    html: () => undefined,
    tag: (source) => lineBreakTag(source) as never,
    def: () => undefined,
    code: () => undefined,
  },
}

const reader = new Marked({ gfm: true, breaks: false }, underline, plainOnly)

/** Web, mail and telephone only; anything else (`javascript:`, `data:`, `file:`, relative) is no link. */
export function isSafeLink(href: string): boolean {
  return /^(?:https?:\/\/[^\s]+|mailto:[^\s@]+@[^\s@]+|tel:\+?[\d ()-]+)$/i.test(href)
}

function asText(raw: string, words: string): Tokens.Text {
  return { type: 'text', raw, text: words, escaped: false }
}

/** What of a token can hold further tokens. */
interface Holder {
  tokens?: Token[]
  header?: Tokens.TableCell[]
  rows?: Tokens.TableCell[][]
}

/** Turns pictures and links that may not be followed into their words, in place. */
function defuse(tokens: Token[]): void {
  tokens.forEach((token, index) => {
    if (token.type === 'image') tokens[index] = asText(token.raw, (token as Tokens.Image).text)
    if (token.type === 'link' && !isSafeLink((token as Tokens.Link).href)) {
      const inner = (token as Tokens.Link).tokens
      defuse(inner)
      tokens[index] = { ...asText(token.raw, (token as Tokens.Link).text), tokens: inner }
    }
  })
}

/** Reads Markdown into marked's tokens as written: links and pictures are still what they are in the source. */
export function ourTokens(markdown: string): Token[] {
  return reader.lexer(markdown)
}

/**
 * Reads Markdown into marked's tokens, without HTML, pictures and links that may not be followed.
 * Never throws; any text is some Markdown.
 */
export function safeTokens(markdown: string): Token[] {
  const tokens = ourTokens(markdown)
  defuse(tokens)
  reader.walkTokens(tokens, (token) => {
    const held = token as unknown as Holder
    if (held.tokens) defuse(held.tokens)
    for (const cell of [held.header ?? [], ...(held.rows ?? [])].flat()) defuse(cell.tokens)
  })
  return tokens
}

/** HTML of a Markdown text for a read view. It goes through DOMPurify all the same before it is shown. */
export function markdownHtml(markdown: string): string {
  return reader.parser(safeTokens(markdown))
}
