/** A stretch of a text that matches; `word` tells which word of the query it answers. */
export interface Match {
  readonly start: number
  readonly end: number
  readonly word: number
}

/** A piece of a text with marked stretches (code units, end exclusive, in order, not overlapping). */
export interface Snippet {
  readonly text: string
  readonly ranges: [number, number][]
}

const CONTEXT_BEFORE = 0.25
/** Of a piece so much is seen even where a list cuts it to two narrow lines; the words that matched must stand there. */
const SURELY_SEEN = 0.35
const ELLIPSIS = '… '
const BREAKS = /[\s\u00a0]/g

/**
 * The part of a text where most different words of a query stand close together, whole words at both edges,
 * line breaks as spaces, with `…` where something was left out.
 * @param matches in order of `start`, within the text.
 * @param maxChars about how long the piece may be; the marks of omission come on top.
 */
export function snippet(text: string, matches: readonly Match[], maxChars: number): Snippet {
  const at = bestStart(matches, maxChars)
  const from = at <= maxChars * SURELY_SEEN ? 0 : startOf(text, at, maxChars)
  const to = endOf(text, from, Math.min(text.length, from + maxChars))
  const head = from > 0 ? ELLIPSIS : ''
  const ranges = matches
    .filter(({ start, end }) => start >= from && end <= to)
    .map(({ start, end }): [number, number] => [start - from + head.length, end - from + head.length])
  const piece = text.slice(from, to).replace(BREAKS, ' ')
  return { text: head + piece + (to < text.length ? ' …' : ''), ranges: disjoint(ranges) }
}

/** Offset of the match at which a window of `length` covers most different words, then most matches. */
function bestStart(matches: readonly Match[], length: number): number {
  let best = matches[0]?.start ?? 0
  let most = 0
  for (let i = 0; i < matches.length; i += 1) {
    const first = matches[i]
    if (!first) break
    const words = new Set<number>()
    let count = 0
    for (let j = i; j < matches.length; j += 1) {
      const match = matches[j]
      if (!match || match.end > first.start + length * (1 - CONTEXT_BEFORE)) break
      words.add(match.word)
      count += 1
    }
    const value = words.size * 1000 + Math.min(count, 999)
    if (value > most) {
      most = value
      best = first.start
    }
  }
  return best
}

function startOf(text: string, at: number, length: number): number {
  const wished = at - Math.floor(length * CONTEXT_BEFORE)
  if (wished <= 0) return 0
  const space = text.slice(wished, at).search(/\s/)
  return space === -1 ? at : wished + space + 1
}

function endOf(text: string, from: number, at: number): number {
  if (at >= text.length) return text.length
  const last = Math.max(text.lastIndexOf(' ', at), text.lastIndexOf('\n', at))
  const end = last > Math.max(from, at - 40) ? last : at
  // Never between the halves of a surrogate pair.
  const code = text.charCodeAt(end - 1)
  return code >= 0xd800 && code < 0xdc00 ? end - 1 : end
}

function disjoint(ranges: [number, number][]): [number, number][] {
  const kept: [number, number][] = []
  for (const range of ranges) if (range[0] >= (kept[kept.length - 1]?.[1] ?? 0)) kept.push(range)
  return kept
}
