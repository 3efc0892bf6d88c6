import type { Analyzer, Token } from '../../../shared/text/analyzer'
import { idTerm } from './doc-words'
import { PLAIN, wordOf, type PlannedWord, type PlanSource } from './query-plan'
import { weights } from './scoring'

/** Agencies and people that some of the words name: their ids answer each of these words. */
export function addNames(
  words: PlannedWord[],
  tokens: readonly Token[],
  { expansions, analyzer }: PlanSource,
): void {
  for (const { from, to, ids, alternatives = [] } of expansions?.idsFor(tokens.map(({ folded }) => folded)) ??
    []) {
    const start = tokens[from]?.start ?? 0
    const end = tokens[to - 1]?.end ?? 0
    const others = alternatives.map((written) => alternativeOf(written, analyzer, to - from))
    for (const word of words) {
      const { place, terms } = word
      if (!place || place[0] < start || place[1] > end) continue
      for (const id of ids) terms.set(idTerm(id), { weight: weights.name, how: 'name' })
      for (const other of others)
        if (other.sequence) word.others = [...(word.others ?? []), other]
        else for (const [term] of other.terms) terms.set(term, { weight: weights.name, how: 'name' })
    }
  }
}

/** Another writing of a name that has so many words in the query, of which each answers for itself. */
function alternativeOf(written: readonly string[], analyzer: Analyzer, words: number): PlannedWord {
  const sequence = written.map((word) => wordOf({ folded: word, keys: analyzer.keysOf(word) }, word, PLAIN))
  const [only] = sequence
  if (sequence.length === 1 && only) return only
  const boost = weights.name / Math.max(words, sequence.length)
  for (const part of sequence) part.boost = boost
  return { ...PLAIN, typed: written.join(' '), folded: '', terms: new Map(), sequence }
}
