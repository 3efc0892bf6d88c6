import { type Analyzer, isFunctionWord, type Token } from '../../../shared/text/analyzer'
import { foldTr, lowerTr, normalizeTr } from '../../../shared/text/turkish'
import lunr from 'lunr'
import { parseQuery, type ParsedClause } from './lunr-shapes'
import { searchFields, type SearchField, type SearchQuery } from './search-port'

/** One word of a query, ready to be looked up. */
export interface PlannedWord {
  /** terms that answer it, with their weight; the word is found when any of them is */
  terms: ReadonlyMap<string, number>
  presence: 'required' | 'optional' | 'prohibited'
  /** only in these fields; all when left out */
  fields?: readonly SearchField[]
  /** as typed, lower case: a document that spells it so comes first */
  spelling?: string
  /** wildcard or edit distance, in lunr's notation; then `terms` is empty */
  pattern?: { term: string; editDistance?: number }
}

/** A query, ready to be run. An empty one finds nothing. */
export interface QueryPlan {
  words: PlannedWord[]
  /** the typed words in sequence, folded: a title that holds them so comes first */
  phrase: string
}

/** What a plan needs to know of the index. */
export interface PlanSource {
  analyzer: Analyzer
  /** keys of all written words that begin with this folded prefix */
  keysBeginning(prefix: string): ReadonlySet<string>
  /** in how many fields of documents a term stands */
  count(term: string): number
}

const SECOND_READING = 0.5
const BY_PREFIX = 0.6
/** From two letters on a word counts as a beginning. */
const SHORTEST_PREFIX = 2
/** Words a short beginning may stand for: the most usual ones; lunr takes time for each. */
const MOST_BY_PREFIX = 120
const MOST_WORDS = 32
const LONGEST_TEXT = 2_000

/** Query syntax of lunr, as an expert types it: +word -word field:word word* word~1 word^2. */
const EXPERT = /(?:^|\s)[+-][\p{L}\d]|[\p{L}]:[\p{L}\d+*]|[\p{L}\d]\*|\*[\p{L}\d]|[\p{L}\d]~\d|[\p{L}\d]\^\d/u

/** Turkish names of the fields, folded. */
const FIELD_NAMES: Record<string, SearchField> = {
  baslik: 'title',
  kurum: 'agencies',
  kisi: 'people',
  gundem: 'agenda',
  karar: 'decisions',
  metin: 'text',
  no: 'number',
  ...Object.fromEntries(searchFields.map((field) => [field, field])),
}

/** Makes a plan from what was typed. Never throws. */
export function planQuery({ text, prefixLast = false }: SearchQuery, source: PlanSource): QueryPlan {
  const typed = normalizeTr(text.slice(0, LONGEST_TEXT))
  const expert = EXPERT.test(typed) ? expertWords(typed, source) : undefined
  if (expert) return { words: expert, phrase: '' }

  const all = source.analyzer.analyze(typed).slice(0, MOST_WORDS)
  const last = all[all.length - 1]
  const unfinished =
    prefixLast && last !== undefined && typed.slice(last.end).trim() === '' && !/\s$/.test(typed)
  const quoted = /"[^"]+"/.test(typed)
  const telling = all.filter((token) => quoted || !isFunctionWord(token) || (unfinished && token === last))
  const kept = telling.some((token) => !isFunctionWord(token)) ? telling : all
  const words = kept.flatMap((token) => wordsOf(token, source, unfinished && token === last))
  return { words: distinct(words), phrase: all.map(({ folded }) => folded).join(' ') }
}

/** A compound is asked as one word when the archive has it as one, else by its parts. */
function wordsOf(token: Token, source: PlanSource, unfinished: boolean): PlannedWord[] {
  const [joined = ''] = token.keys
  if (!token.parts) return [planned(token.keys, token, source, unfinished)]
  if (source.count(joined) > 0) return [planned([joined], token, source, unfinished)]
  return token.parts.map((part, i) =>
    planned(
      part.keys,
      { ...part, token: part.folded },
      source,
      unfinished && i === (token.parts?.length ?? 0) - 1,
    ),
  )
}

function planned(
  keys: readonly string[],
  { folded, token }: { folded: string; token: string },
  source: PlanSource,
  unfinished: boolean,
): PlannedWord {
  const terms = new Map(keys.map((key, i) => [key, i === 0 ? 1 : SECOND_READING]))
  if (unfinished && folded.length >= SHORTEST_PREFIX) {
    const found = [...source.keysBeginning(folded)]
      .map((key): [string, number] => [key, source.count(key)])
      .filter(([key, count]) => count > 0 && !terms.has(key))
    found.sort((a, b) => b[1] - a[1])
    for (const [key] of found.slice(0, MOST_BY_PREFIX)) terms.set(key, BY_PREFIX)
  }
  return { terms, presence: 'required', spelling: lowerTr(token) }
}

function distinct(words: readonly PlannedWord[]): PlannedWord[] {
  const seen = new Set<string>()
  return words.filter(({ terms }) => {
    const name = [...terms.keys()].join(' ')
    if (seen.has(name)) return false
    seen.add(name)
    return true
  })
}

function expertWords(typed: string, source: PlanSource): PlannedWord[] | undefined {
  const folded = foldTr(typed).replace(
    /(^|[\s+-])([a-z]+):/g,
    (_whole, before: string, name: string) => `${before}${FIELD_NAMES[name] ?? name}:`,
  )
  const clauses = parseQuery(folded, searchFields)
  if (!clauses) return undefined
  const { REQUIRED, PROHIBITED } = lunr.Query.presence
  const ranked = clauses.some(({ presence }) => presence === REQUIRED)
  const presenceOf = ({ presence }: ParsedClause): PlannedWord['presence'] =>
    presence === PROHIBITED ? 'prohibited' : presence === REQUIRED || !ranked ? 'required' : 'optional'
  return clauses.slice(0, MOST_WORDS).flatMap((clause): PlannedWord[] => {
    const base = { presence: presenceOf(clause), fields: clause.fields as SearchField[] }
    const beginning = /^([^*]{2,})\*$/.exec(clause.term)?.[1]
    if (beginning !== undefined && !clause.editDistance) {
      const terms = new Map([...source.keysBeginning(beginning)].map((key) => [key, clause.boost]))
      return [{ ...base, terms }]
    }
    if (clause.term.includes('*') || clause.editDistance) {
      const { term, editDistance } = clause
      // lunr takes a clause that has the property at all for a fuzzy one.
      const pattern = editDistance ? { term, editDistance: Math.min(editDistance, 2) } : { term }
      return [{ ...base, terms: new Map(), pattern }]
    }
    const words = source.analyzer.analyze(clause.term).flatMap((token) => wordsOf(token, source, false))
    return words.map(({ terms }) => ({
      ...base,
      terms: new Map([...terms].map(([term, boost]) => [term, boost * clause.boost])),
    }))
  })
}
