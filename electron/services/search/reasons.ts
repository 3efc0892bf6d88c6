import type { MarkedRange, SearchHit, SearchReason } from '../../../shared/domain/search-types'
import { foldTr, lowerTr } from '../../../shared/text/turkish'
import type { PlannedWord, QueryPlan } from './query-plan'
import type { FoundDoc } from './ranking'
import { fieldBoosts, type SearchField } from './search-port'

type ReasonWord = SearchReason['words'][number]

function shown(text: string, ranges: readonly MarkedRange[]): string[] {
  return ranges.map(([start, end]) => text.slice(start, end))
}

function howOf(word: PlannedWord, matched: readonly string[]): ReasonWord['how'] {
  if (word.pattern?.editDistance) return 'fuzzy'
  if (word.pattern || word.spelling === undefined) return 'prefix'
  const folded = foldTr(word.spelling)
  if (matched.some((one) => lowerTr(one) === word.spelling)) return 'exact'
  return matched.some((one) => foldTr(one).startsWith(folded)) || matched.length === 0 ? 'form' : 'name'
}

function sharesStem(written: string, word: PlannedWord): boolean {
  const folded = foldTr(written)
  const stems = [...word.terms.keys(), ...(word.spelling ? [foldTr(word.spelling)] : [])]
  return stems.some((stem) => folded.startsWith(stem.slice(0, Math.max(3, stem.length - 1))))
}

/**
 * Adds to each hit why it was found. lunr does not tell the parts of a score, so the score is shared out among
 * words and fields by the weight of the field.
 */
export function withReasons(
  hits: readonly SearchHit[],
  found: readonly FoundDoc[],
  plan: QueryPlan,
): SearchHit[] {
  return hits.map((hit, index) => {
    const answered = [...(found[index]?.words ?? [])]
    const weights = answered.flatMap(([, fields]) =>
      [...fields].map((name) => fieldBoosts[name as SearchField]),
    )
    const sum = weights.reduce((total, weight) => total + weight, 0) || 1
    const written = [...shown(hit.title, hit.titleRanges), ...shown(hit.snippet.text, hit.snippet.ranges)]
    const words = answered.flatMap(([number, fields]): ReasonWord[] => {
      const word = plan.words[number]
      if (!word || word.presence === 'prohibited') return []
      const matched = [...new Set(written.filter((one) => sharesStem(one, word)).map(lowerTr))]
      return [
        {
          word: word.spelling ?? [...word.terms.keys()][0] ?? word.pattern?.term ?? '',
          matched,
          how: howOf(word, matched),
          fields: [...fields].map((field) => ({
            field,
            score: Math.round((hit.score * fieldBoosts[field as SearchField] * 1000) / sum) / 1000,
          })),
        },
      ]
    })
    return { ...hit, reason: { words, factors: [] } }
  })
}
