import lunr from 'lunr'
import type { SearchFilters, SearchReason } from '../../../shared/domain/search-types'
import { type Analyzer, isFunctionWord, type Token, type Word } from '../../../shared/text/analyzer'
import { foldTr, lowerTr, normalizeTr } from '../../../shared/text/turkish'
import type { Dictionary } from './dictionary'
import { ALL_FIELDS, fieldBit, spellingOf } from './doc-words'
import { parseQuery, type ParsedClause } from './lunr-shapes'
import { addNames } from './query-names'
import { bothFilters, fieldNames, takeScopes } from './query-scopes'
import { weights } from './scoring'
import { searchFields, type Expansions, type SearchField, type SearchQuery } from './search-port'

export type How = SearchReason['words'][number]['how']

/** A term that answers a word. */
export interface PlannedTerm {
  weight: number
  how: How
}

/** What a query wants of a word. */
export interface Frame {
  presence: 'required' | 'optional' | 'prohibited'
  /** by its sign: what lacks it is never shown, however little is found */
  demanded?: boolean
  /** fields it is looked for in, as a mask */
  mask: number
  boost: number
}
export const PLAIN: Frame = { presence: 'required', mask: ALL_FIELDS, boost: 1 }

/** One word or phrase of a query, ready to be looked up. */
export interface PlannedWord extends Frame {
  typed: string
  /** folded, for looking up what is near it */
  folded: string
  /** the word is found when any of these is */
  terms: Map<string, PlannedTerm>
  /** words that must stand one behind the other; `terms` is then empty */
  sequence?: PlannedWord[]
  /** other writings of a name this word belongs to, in sequence: any of them answers it too */
  others?: PlannedWord[]
  /** Turkish spelling as typed: a document that spells it so comes first */
  spelling?: string
  /** the plain terms, before beginnings, names and near words came in, are in the archive */
  place?: [start: number, end: number]
}

/** A query, ready to be run. Without words and filters it finds nothing. */
export interface QueryPlan {
  text: string
  words: PlannedWord[]
  filters: SearchFilters
}

/** What a plan needs to know. */
export interface PlanSource {
  analyzer: Analyzer
  dictionary: Dictionary
  expansions?: Expansions | undefined
  /** ids of boards whose name has these words */
  bodiesNamed(name: string): string[]
}

/** From two letters on a word counts as a beginning. */
const SHORTEST_PREFIX = 2
const MOST_WORDS = 32
const LONGEST_TEXT = 2_000

/** Query syntax of lunr, as an expert types it: +word -word field:word word* word~1 word^2. */
const EXPERT = /(?:^|\s)[+-][\p{L}\d]|[\p{L}]:[\p{L}\d+*]|[\p{L}\d]\*|\*[\p{L}\d]|[\p{L}\d]~\d|[\p{L}\d]\^\d/u
const PHRASE = /(^|\s)([+-]?)(?:(\p{L}+):)?"([^"]+)"/gu

/** Makes a plan from what was typed. Never throws because of it. */
export function planQuery(query: SearchQuery, source: PlanSource): QueryPlan {
  const text = normalizeTr(query.text.slice(0, LONGEST_TEXT))
  const scoped = takeScopes(text)
  const bodies = scoped.bodies.flatMap(source.bodiesNamed)
  const typedFilters = scoped.bodies.length > 0 ? { ...scoped.filters, bodies } : scoped.filters
  const given: SearchFilters = { ...query.filters }
  if (query.types)
    given.types = given.types ? given.types.filter((type) => query.types!.includes(type)) : [...query.types]
  const filters = bothFilters(given, typedFilters)

  const words: PlannedWord[] = []
  const rest = scoped.rest.replace(
    PHRASE,
    (whole, _before: string, sign: string, name: string | undefined, phrase: string) => {
      const field = name === undefined ? undefined : fieldNames[foldTr(name)]
      if (name !== undefined && !field) return whole
      const presence = sign === '-' ? 'prohibited' : 'required'
      words.push(
        ...phraseWords(source.analyzer.analyze(phrase), {
          presence,
          demanded: sign === '+',
          mask: field ? fieldBit(field) : ALL_FIELDS,
          boost: 1,
        }),
      )
      return ' '
    },
  )
  // The last word is unfinished only when nothing that was taken out stands behind it.
  const unfinished =
    query.prefixLast === true &&
    /[\p{L}\p{N}]$/u.test(text) &&
    rest.endsWith(text.slice(-1)) &&
    !/"\s*$/.test(text)
  const expert = EXPERT.test(rest) ? expertWords(rest, source, unfinished) : undefined
  words.push(...(expert ?? plainWords(rest, source, unfinished)))
  const plan = { text: query.text, words: distinct(words).slice(0, MOST_WORDS), filters }
  if (query.fuzzy) for (const word of allWords(plan)) addNearWords(word, source.dictionary)
  return plan
}

/** All words of a plan that are wanted, those of phrases too. */
export const allWords = (plan: QueryPlan): PlannedWord[] =>
  plan.words.flatMap((word) => (word.presence === 'prohibited' ? [] : (word.sequence ?? [word])))

export function wordOf(
  { folded, keys }: Word,
  typed: string,
  frame: Frame,
  place?: [number, number],
): PlannedWord {
  const terms = new Map<string, PlannedTerm>()
  for (const [i, key] of keys.entries())
    terms.set(key, { weight: i === 0 ? weights.main : weights.second, how: i === 0 ? 'exact' : 'form' })
  return { ...frame, typed, folded, terms, spelling: spellingOf(typed, folded), ...(place ? { place } : {}) }
}

const tokenWord = (token: Token, frame: Frame) => wordOf(token, token.token, frame, [token.start, token.end])

function phraseWords(tokens: readonly Token[], frame: Frame): PlannedWord[] {
  const sequence = tokens
    .slice(0, MOST_WORDS)
    .map((token) => ({ ...tokenWord(token, PLAIN), mask: frame.mask, boost: frame.boost }))
  const [only] = sequence
  if (!only) return []
  if (sequence.length === 1) return [{ ...only, ...frame }]
  const typed = tokens.map(({ token }) => token).join(' ')
  return [{ ...frame, typed, folded: '', terms: new Map(), sequence }]
}

function plainWords(rest: string, source: PlanSource, unfinished: boolean): PlannedWord[] {
  const tokens = source.analyzer.analyze(rest).slice(0, MOST_WORDS)
  const last = tokens[tokens.length - 1]
  const open = unfinished && last !== undefined && last.end === rest.length ? last : undefined
  const telling = tokens.filter((token) => !isFunctionWord(token) || token === open)
  const kept = telling.some((token) => !isFunctionWord(token)) ? telling : tokens
  const words: PlannedWord[] = []
  const numbers = numberRuns(kept, rest)
  for (const token of kept) {
    const run = numbers.get(token)
    if (run?.[0] === token) words.push(...phraseWords(run, PLAIN))
    if (run) continue
    words.push(...compoundWords(token, source, PLAIN, token === open))
  }
  addNames(words, kept, source)
  return aroundNumbers(words, numbers.size > 0)
}

/** Words that go with a number but need not stand beside it: 2024/12 sayılı karar, karar 45, no 7. */
const AROUND_NUMBERS = new Set(['karar', 'sayili', 'nolu', 'no', 'numarali', 'tarihli', 'toplanti'])

/** Where a number with a slash is asked, or nothing but a number, it is the number that must be found. */
function aroundNumbers(words: readonly PlannedWord[], slashed: boolean): PlannedWord[] {
  const isAround = ({ terms }: PlannedWord) => AROUND_NUMBERS.has(terms.keys().next().value ?? '')
  const rest = words.filter((word) => !isAround(word))
  const number = slashed || (rest.length > 0 && rest.every(({ folded }) => /^\d+$/.test(folded)))
  return words.map((word) => (number && isAround(word) ? { ...word, presence: 'optional' } : word))
}

/** Numbers such as 2024/12, whose parts belong together. */
function numberRuns(tokens: readonly Token[], text: string): Map<Token, Token[]> {
  const runs = new Map<Token, Token[]>()
  for (const [i, token] of tokens.entries()) {
    const before = tokens[i - 1]
    if (!before || !/^\d+$/.test(token.token) || !/^\d+$/.test(before.token)) continue
    if (text.slice(before.end, token.start) !== '/') continue
    const run = runs.get(before) ?? [before]
    run.push(token)
    runs.set(before, run)
    runs.set(token, run)
  }
  return runs
}

/** A compound is asked as one word when the archive has it as one, else by its parts. */
function compoundWords(token: Token, source: PlanSource, frame: Frame, open: boolean): PlannedWord[] {
  const [joined = ''] = token.keys
  if (!token.parts) return [finished(tokenWord(token, frame), source, open)]
  const place: [number, number] = [token.start, token.end]
  if (source.dictionary.termDocs(joined) > 0)
    return [
      finished(wordOf({ folded: token.folded, keys: [joined] }, token.token, frame, place), source, open),
    ]
  const parts = token.parts.map((part) => wordOf(part, part.folded, frame))
  return parts.map((part, i) => finished(part, source, open && i === parts.length - 1))
}

function finished(word: PlannedWord, source: PlanSource, open: boolean): PlannedWord {
  if (open && word.folded.length >= SHORTEST_PREFIX)
    addBeginnings(word, source.dictionary.keysBeginning(word.folded))
  return word
}

function addBeginnings({ terms }: PlannedWord, keys: Iterable<string>): void {
  for (const key of keys) if (!terms.has(key)) terms.set(key, { weight: weights.prefix, how: 'prefix' })
}

/** So many letters may be wrong in a word of this length. */
export const tolerance = (word: string): number => (word.length < 4 ? 0 : word.length < 6 ? 1 : 2)

/** Adds words near a word, with less weight. Out: the nearest one. */
export function addNearWords(word: PlannedWord, dictionary: Dictionary, most = tolerance(word.folded)) {
  if (most === 0 || word.folded === '' || /\d/.test(word.folded)) return undefined
  const near = dictionary.wordsNear(word.folded, most)
  for (const { key, distance } of near)
    if (!word.terms.has(key) && distance > 0)
      word.terms.set(key, { weight: weights.fuzzy[distance - 1] ?? 0, how: 'fuzzy' })
  return near.find(({ distance }) => distance > 0)
}

function distinct(words: readonly PlannedWord[]): PlannedWord[] {
  const seen = new Set<string>()
  return words.filter(({ terms, sequence, mask, presence }) => {
    const parts = sequence ?? [{ terms }]
    const name = [mask, presence, ...parts.map((part) => [...part.terms.keys()].join(' '))].join('\n')
    if (seen.has(name)) return false
    seen.add(name)
    return true
  })
}

function expertWords(rest: string, source: PlanSource, unfinished: boolean): PlannedWord[] | undefined {
  const named = rest.replace(
    /(^|[\s+-])(\p{L}+):/gu,
    (_whole, before: string, name: string) => `${before}${fieldNames[foldTr(name)] ?? name}:`,
  )
  const clauses = parseQuery(lowerTr(named.trim()), searchFields)
  return clauses && clauseWords(clauses, source, unfinished && /[\p{L}\p{N}]$/u.test(rest))
}

/** Words of lunr clauses. @param open the last one may be unfinished */
export function clauseWords(
  clauses: readonly ParsedClause[],
  source: PlanSource,
  open = false,
): PlannedWord[] {
  const { REQUIRED, PROHIBITED } = lunr.Query.presence
  const marked = clauses.some(({ presence }) => presence === REQUIRED)
  const few = clauses.slice(0, MOST_WORDS)
  return few.flatMap((clause, i): PlannedWord[] => {
    const frame: Frame = {
      presence:
        clause.presence === PROHIBITED
          ? 'prohibited'
          : clause.presence === REQUIRED || !marked
            ? 'required'
            : 'optional',
      demanded: clause.presence === REQUIRED,
      mask: clause.fields.reduce((mask, field) => mask | fieldBit(field as SearchField), 0),
      boost: clause.boost,
    }
    const folded = foldTr(clause.term)
    const base: PlannedWord = { ...frame, typed: clause.term, folded, terms: new Map() }
    if (folded.includes('*')) {
      const beginning = /^([^*]+)\*$/.exec(folded)?.[1]
      const { dictionary } = source
      const keys =
        beginning === undefined ? dictionary.keysMatching(folded) : dictionary.keysBeginning(beginning)
      for (const key of keys) base.terms.set(key, { weight: weights.main, how: 'prefix' })
      return [base]
    }
    if (clause.editDistance) {
      const word = { ...base, ...(wordsIn(clause.term, source, frame, false)[0] ?? {}) }
      addNearWords(word, source.dictionary, Math.min(clause.editDistance, 2))
      return [word]
    }
    if (clause.usePipeline === false) {
      base.terms.set(clause.term, { weight: weights.main, how: 'exact' })
      return [base]
    }
    return wordsIn(clause.term, source, frame, open && i === few.length - 1)
  })
}

function wordsIn(term: string, source: PlanSource, frame: Frame, open: boolean): PlannedWord[] {
  const tokens = source.analyzer.analyze(term)
  if (numberRuns(tokens, term).size === tokens.length && tokens.length > 1) return phraseWords(tokens, frame)
  const words = tokens.flatMap((token) =>
    compoundWords(token, source, frame, open && token.end === term.length),
  )
  addNames(words, tokens, source)
  // Their places are those of the clause, not of the text.
  for (const word of words) delete word.place
  return words
}
