import lunr from 'lunr'

/**
 * The parts of lunr 2.3.9 that its types leave out or describe otherwise than the code is; what stands here was
 * read in lunr.js. Kept in one place, so that the rest of search is typed.
 */

/** A clause as lunr's parser leaves it. */
export interface ParsedClause {
  term: string
  fields: string[]
  boost: number
  presence: lunr.Query.presence
  usePipeline: boolean
  wildcard: lunr.Query.wildcard
  editDistance?: number
}

/** The clauses of a lunr query. */
export const clausesOf = (query: lunr.Query): ParsedClause[] => query.clauses as unknown as ParsedClause[]

/** Parses lunr's query syntax into clauses; undefined when the text is none (`saat 14:30`). */
export function parseQuery(text: string, fields: readonly string[]): ParsedClause[] | undefined {
  const query = new lunr.Query([...fields])
  try {
    parseInto(text, query)
  } catch (fault) {
    if (fault instanceof lunr.QueryParseError) return undefined
    throw fault
  }
  return clausesOf(query)
}

/** Lets lunr's parser fill a query. Throws `lunr.QueryParseError` as lunr does. */
export function parseInto(text: string, query: lunr.Query): void {
  const Parser = (
    lunr as unknown as { QueryParser: new (text: string, query: lunr.Query) => { parse(): lunr.Query } }
  ).QueryParser
  new Parser(text, query).parse()
}
