import lunr from 'lunr'
import {
  addClause,
  fieldRef,
  makeIndex,
  matchedFields,
  searchPipeline,
  TERM_JOINT,
  tokenSetOf,
  tokenSetOfClause,
  type LunrPosting,
} from './lunr-shapes'
import type { PlannedWord, QueryPlan } from './query-plan'
import { fieldBoosts, searchFields } from './search-port'
import type { TermTable } from './term-table'
import { fieldOf, frequencyOf, termOf } from './term-table'

/** A document found in a segment. */
export interface SegmentHit {
  ref: number
  score: number
  /** which words of the plan matched, by their number, each with the fields it stands in */
  words: Map<number, Set<string>>
}

/** BM25 as in the study: term frequency soon saturates, long minutes are held back only by half. */
const K1 = 1.2
const B = 0.5
/** Metadata of a posting: we keep none, so all postings share one object. */
const NO_METADATA = Object.freeze({}) as object
const NO_POSTINGS = Object.freeze({}) as Record<string, object>

/** An immutable lunr index over some documents. */
export class LunrSegment {
  private automaton: lunr.TokenSet | undefined

  constructor(
    private readonly index: lunr.Index,
    private readonly inverted: Record<string, LunrPosting>,
    /** number of documents it was made of, living or not */
    readonly docs: number,
    /** no document made later than this reference is in it */
    readonly upTo: number,
  ) {}

  /**
   * Documents that answer a plan, by stock `lunr.Index.query`. Scores of different segments can be compared:
   * all use the word counts of the whole index, and lunr's division by the length of the query vector, which
   * depends on the terms this segment happens to hold, is taken back.
   * @param all every required word must be there; else any word will do.
   */
  search(plan: QueryPlan, all: boolean): SegmentHit[] {
    const weights = new Map<string, number>()
    const clauses = plan.words.map((word) => ({ word, terms: this.termsOf(word) }))
    const required = clauses.filter(({ word }) => word.presence === 'required')
    if (
      all
        ? required.some(({ terms }) => terms.length === 0)
        : required.every(({ terms }) => terms.length === 0)
    )
      if (required.length > 0) return []
    if (clauses.every(({ word, terms }) => word.presence === 'prohibited' || terms.length === 0)) return []

    const results = this.index.query((query) => {
      for (const { word, terms } of clauses) {
        if (terms.length === 0) continue
        const fields = word.fields ?? searchFields
        if (word.presence === 'prohibited') {
          const presence = lunr.Query.presence.PROHIBITED
          addClause(query, { term: terms.map(([term]) => term).join(TERM_JOINT), fields, presence })
          continue
        }
        const must = all && word.presence === 'required'
        const least = Math.min(...terms.map(([, boost]) => boost))
        const presence = must ? lunr.Query.presence.REQUIRED : lunr.Query.presence.OPTIONAL
        addClause(query, {
          term: terms.map(([term]) => term).join(TERM_JOINT),
          fields,
          boost: least,
          presence,
        })
        for (const [term, boost] of terms) {
          weights.set(term, (weights.get(term) ?? 0) + boost)
          if (boost > least) addClause(query, { term, fields, boost: boost - least, usePipeline: false })
        }
      }
    })

    const length = Math.sqrt([...weights.values()].reduce((sum, weight) => sum + weight * weight, 0)) || 1
    const wordsOf = new Map<string, number[]>()
    for (const [number, { terms }] of clauses.entries())
      for (const [term] of terms) wordsOf.set(term, [...(wordsOf.get(term) ?? []), number])
    return results.map((result) => {
      const words = new Map<number, Set<string>>()
      for (const [term, fields] of Object.entries(matchedFields(result)))
        for (const number of wordsOf.get(term) ?? []) {
          const there = words.get(number) ?? new Set<string>()
          for (const field of Object.keys(fields)) there.add(field)
          words.set(number, there)
        }
      return { ref: Number(result.ref), score: result.score * length, words }
    })
  }

  /** The terms of a word that this segment holds. */
  private termsOf(word: PlannedWord): (readonly [term: string, boost: number])[] {
    if (!word.pattern) return [...word.terms].filter(([term]) => Object.hasOwn(this.inverted, term))
    this.automaton ??= tokenSetOf(Object.keys(this.inverted).sort())
    const terms = this.automaton.intersect(tokenSetOfClause(word.pattern)).toArray()
    return terms.map((term) => [term, 1] as const)
  }
}

/** One document to put into a segment. */
export interface SegmentSource {
  ref: number
  postings: Uint32Array
}

/** Gives way to other work now and then. */
export type Pause = () => Promise<void> | undefined

/**
 * Makes a segment from packed postings; gives way between documents, so that queries are answered meanwhile.
 * The result has the shape lunr's own builder makes (inverted index, field vectors), without its per-posting
 * objects: at 10,000 meetings these alone would take hundreds of megabytes.
 */
export async function buildSegment(
  sources: readonly SegmentSource[],
  terms: TermTable,
  pause: Pause,
): Promise<LunrSegment> {
  const inverted = Object.create(null) as Record<string, LunrPosting>
  const vectors: Record<string, lunr.Vector> = {}
  const numbers = new Map<number, LunrPosting>()
  const idf: number[] = []
  const means = searchFields.map((_, field) => terms.meanLength(field))
  let upTo = -1

  for (const { ref, postings } of sources) {
    upTo = Math.max(upTo, ref)
    const name = String(ref)
    for (let from = 0; from < postings.length;) {
      const field = fieldOf(postings[from] ?? 0)
      let to = from
      let length = 0
      while (to < postings.length && fieldOf(postings[to] ?? 0) === field) {
        length += frequencyOf(postings[to] ?? 0)
        to += 1
      }
      const fieldName = searchFields[field] ?? 'text'
      const norm = K1 * (1 - B + B * (length / (means[field] ?? 1)))
      const packed = new Float64Array(to - from)
      for (let i = from; i < to; i += 1) {
        const term = termOf(postings[i] ?? 0)
        const frequency = frequencyOf(postings[i] ?? 0)
        let posting = numbers.get(term)
        if (!posting) {
          posting = newPosting(numbers.size)
          numbers.set(term, posting)
          inverted[terms.name(term)] = posting
          idf[posting._index] = terms.idf(term)
        }
        if (posting[fieldName] === NO_POSTINGS) posting[fieldName] = {}
        ;(posting[fieldName] as Record<string, object>)[name] = NO_METADATA
        const score = ((idf[posting._index] ?? 0) * (K1 + 1) * frequency) / (norm + frequency)
        packed[i - from] = posting._index * SCORES + Math.round(score * fieldBoosts[fieldName] * 1000)
      }
      vectors[fieldRef(fieldName, name)] = new lunr.Vector(elementsOf(packed))
      from = to
    }
    await pause()
  }

  const index = makeIndex({
    invertedIndex: inverted,
    fieldVectors: vectors,
    // Clauses reach lunr with literal terms that this segment holds; wildcards are expanded in `termsOf`.
    tokenSet: { intersect: (other) => ({ toArray: () => other.toArray() }) },
    fields: [...searchFields],
    pipeline: searchPipeline,
  })
  return new LunrSegment(index, inverted, sources.length, upTo)
}

/** Room for a score in thousandths below a term's number, both in one double: sorting numbers is quick. */
const SCORES = 2 ** 20

/** The elements of a lunr vector (number, score, number, score …) in order of the numbers. */
function elementsOf(packed: Float64Array): number[] {
  packed.sort()
  const elements = new Array<number>(packed.length * 2)
  for (let i = 0; i < packed.length; i += 1) {
    const one = packed[i] ?? 0
    elements[2 * i] = Math.floor(one / SCORES)
    elements[2 * i + 1] = (one % SCORES) / 1000
  }
  return elements
}

function newPosting(number: number): LunrPosting {
  const posting: LunrPosting = { _index: number }
  for (const field of searchFields) posting[field] = NO_POSTINGS
  return posting
}
