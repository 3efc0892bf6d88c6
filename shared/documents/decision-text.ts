import type { Language } from '../dates'
import { decisionClosing, type Closing } from '../domain/vote-wording'
import type { DecisionBlock } from '../records/blocks'
import { markdownInline } from '../text/markdown'
import { lastParagraph, portableMarkdown } from '../text/markdown-portable'
import { plainTextOf } from '../text/plain-text'
import { plainText } from './document'

/** Full stops and blanks at the end, also within marks: `… yapılmasına.**` → `… yapılmasına**`. */
const fullStop = /(?:\\?[.…;,:]|\s|\\$)+((?:\*\*|__|~~|\*|_|<\/u>)*)$/u

/** A sentence that is over, also within quotes or brackets. */
const sentenceEnd = /[.!?…]["'”’»)\]]*$/u

/** Markdown whose last sentence gets its full stop; after a number alone it would begin a list, so it is escaped. */
function withFullStop(body: string): string {
  const open = body.replace(fullStop, '$1')
  return `${open}${/^\s*\d+$/.test(open.slice(open.lastIndexOf('\n') + 1)) ? '\\.' : '.'}`
}

/**
 * What ends a decision: the formula that somebody worded, else the one that the vote asks for. A formula that begins with a
 * small letter goes on in the sentence before it.
 */
export function closingOf(
  plain: string,
  decision: Pick<DecisionBlock, 'outcome' | 'vote' | 'formula'>,
  lang: Language,
): Closing {
  const own = decision.formula?.trim()
  return own ? { words: own, joins: /^\p{Ll}/u.test(own) } : decisionClosing(plain, decision, lang)
}

/**
 * A decision's words as Markdown with the closing formula that its outcome and vote ask for; below a list it stands in a
 * paragraph of its own and closes all of it.
 */
export function decisionMarkdown(decision: DecisionBlock, lang: Language): string {
  const body = portableMarkdown(decision.text, 3)
  const last = lastParagraph(body)
  const closing = closingOf(plainTextOf(body), decision, lang)
  if (!closing.words) return body
  if (last === undefined) {
    const before = closing.joins ? body.replace(fullStop, '$1') : body
    return before ? `${before}\n\n${closing.words}` : closing.words
  }
  const plain = plainText(markdownInline(last)).trim()
  if (closing.joins) return `${body.replace(fullStop, '$1')} ${closing.words}`
  return `${sentenceEnd.test(plain) ? body.replace(/\\$/, '') : withFullStop(body)} ${closing.words}`
}
