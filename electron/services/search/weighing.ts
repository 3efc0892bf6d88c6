import type { Dictionary } from './dictionary'
import type { PlannedWord, QueryPlan } from './query-plan'
import { idf } from './scoring'

/** A planned word with what its terms weigh in the whole index. */
export interface WeighedWord {
  word: PlannedWord
  terms: { term: string; factor: number }[]
  /** documents of the whole index that it is looked for in, at most */
  docs: number
  sequence?: WeighedWord[]
  others?: WeighedWord[]
}

/** Weighs the terms of a plan by how many documents of the whole index hold them. */
export function weighWords(plan: QueryPlan, dictionary: Dictionary): WeighedWord[] {
  return plan.words.map((word) => weighWord(word, dictionary))
}

function weighWord(word: PlannedWord, dictionary: Dictionary): WeighedWord {
  if (word.sequence) {
    const sequence = word.sequence.map((part) => weighWord(part, dictionary))
    return { word, terms: [], docs: Math.min(...sequence.map(({ docs }) => docs)), sequence }
  }
  const held = [...word.terms].map(([term, { weight, how }]) => ({
    term,
    weight,
    how,
    docs: dictionary.termDocs(term),
  }))
  const alive = held.filter(({ docs }) => docs > 0)
  // A beginning is as telling as all its words together: a rare word among them must not lead.
  const loose = alive.filter(({ how }) => how === 'prefix' || how === 'fuzzy')
  const together = loose.reduce((sum, { docs }) => sum + docs, 0)
  const looseIdf = idf(dictionary.docs, Math.min(dictionary.docs, together))
  // The most usual terms first, in an order that does not depend on how the index came about.
  alive.sort((a, b) => b.weight - a.weight || b.docs - a.docs || (a.term < b.term ? -1 : 1))
  const terms = alive.map(({ term, weight, how, docs }) => {
    const telling = how === 'prefix' || how === 'fuzzy' ? looseIdf : idf(dictionary.docs, docs)
    return { term, factor: telling * weight * word.boost }
  })
  const others = word.others?.map((other) => weighWord(other, dictionary))
  const docs = [...alive, ...(others ?? [])].reduce((sum, one) => sum + one.docs, 0)
  return { word, terms, docs, ...(others ? { others } : {}) }
}
