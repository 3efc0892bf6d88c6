import lunr from 'lunr'

/**
 * The parts of lunr 2.3.9 that its types leave out or describe otherwise than the code is; what stands here was
 * read in lunr.js. Kept in one place, so that the rest of search is typed.
 */

/** Postings of a term: its number and, by field, the references of documents with match metadata. */
export type LunrPosting = { _index: number } & Record<string, Record<string, object> | number>

interface TokenSetLike {
  intersect(other: lunr.TokenSet): { toArray(): string[] }
}
interface IndexParts {
  invertedIndex: Record<string, LunrPosting>
  fieldVectors: Record<string, lunr.Vector>
  tokenSet: TokenSetLike
  fields: string[]
  pipeline: lunr.Pipeline
}

/** A stock lunr index over given parts. */
export function makeIndex(parts: IndexParts): lunr.Index {
  const Index = lunr.Index as unknown as new (attributes: IndexParts) => lunr.Index
  return new Index(parts)
}

export interface ClauseParts {
  term: string
  fields?: readonly string[]
  boost?: number
  presence?: lunr.Query.presence
  usePipeline?: boolean
  editDistance?: number
}

/** Adds a clause to a query; what is left out takes lunr's defaults. */
export function addClause(query: lunr.Query, clause: ClauseParts): void {
  query.clause(clause as unknown as lunr.Query.Clause)
}

/** A clause as lunr's parser leaves it. */
export interface ParsedClause extends ClauseParts {
  fields: string[]
  boost: number
  presence: lunr.Query.presence
}

/** Parses lunr's query syntax; undefined when the text is none (`saat 14:30`). */
export function parseQuery(text: string, fields: readonly string[]): ParsedClause[] | undefined {
  const Parser = (
    lunr as unknown as { QueryParser: new (text: string, query: lunr.Query) => { parse(): lunr.Query } }
  ).QueryParser
  const query = new lunr.Query([...fields])
  try {
    new Parser(text, query).parse()
  } catch (fault) {
    if (fault instanceof lunr.QueryParseError) return undefined
    throw fault
  }
  return query.clauses as unknown as ParsedClause[]
}

interface TokenSets {
  fromArray(words: string[]): lunr.TokenSet
  fromClause(clause: { term: string; editDistance?: number }): lunr.TokenSet
}
const tokenSets = lunr.TokenSet as unknown as TokenSets

/** The automaton over sorted words; slow to make, so only when a wildcard or a fuzzy word asks for it. */
export const tokenSetOf = (sorted: string[]): lunr.TokenSet => tokenSets.fromArray(sorted)

/** The automaton of a clause's term with wildcards or edit distance. */
export const tokenSetOfClause = (clause: { term: string; editDistance?: number }): lunr.TokenSet =>
  tokenSets.fromClause(clause)

/** Terms that matched, each with its fields. */
export function matchedFields(result: lunr.Index.Result): Record<string, Record<string, object>> {
  return (result.matchData as unknown as { metadata: Record<string, Record<string, object>> }).metadata
}

/** What lunr calls a field of a document. */
export const fieldRef = (field: string, ref: string): string => `${field}/${ref}`

/** Between the terms of one clause; the pipeline of a segment takes them apart. */
export const TERM_JOINT = '\u0001'

function splitTerms(token: lunr.Token): lunr.Token[] {
  return token
    .toString()
    .split(TERM_JOINT)
    .map((term) => token.clone(() => term))
}
lunr.Pipeline.registerFunction(splitTerms as unknown as lunr.PipelineFunction, 'tutanakTerms')

/**
 * The search pipeline of all segments. The Turkish analysis has been done before; this only lets one clause ask for
 * several terms (readings of a word, words that begin with a prefix), because lunr has no OR inside an AND.
 */
export const searchPipeline = new lunr.Pipeline()
searchPipeline.add(splitTerms as unknown as lunr.PipelineFunction)
