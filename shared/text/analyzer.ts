import { compoundKey, joinedKey } from './compounds'
import { type Lexicon, NO_LEXICON } from './lexicon'
import { guessedStems, rootKeys } from './stemmer'
import { type RawToken, tokens } from './tokens'
import { foldTr } from './turkish'

/** Version of everything that decides keys; a stored index made by another version is rebuilt. */
export const ANALYZER_VERSION = 1

/** A word of a text with the keys it is found under. */
export interface Token {
  /** the slice of the text */
  readonly token: string
  /** code-unit offsets into the text: `text.slice(start, end) === token` */
  readonly start: number
  readonly end: number
  /** search keys, the main one first; never empty */
  readonly keys: readonly string[]
  /** for a compound written apart or with a hyphen: the keys of its parts, each by itself */
  readonly parts?: readonly (readonly string[])[]
}

/** Turns text into tokens; remembers words it has seen, so one analyzer should serve a whole index. */
export interface Analyzer {
  /** Tokens of a text in order. Never throws, whatever the text. */
  analyze(text: string): Token[]
  /** Keys of a single word, the main one first; empty when there is no letter or digit in it. */
  keysOf(word: string): readonly string[]
}

const MOST_REMEMBERED = 200_000

function wordKeys(raw: RawToken, lexicon: Lexicon): string[] {
  const { folded, letters } = raw
  if (raw.kind === 'number') return [folded.replace(/^0+(?=\d)/, '')]
  if (raw.kind === 'short-form' || raw.inner) return [folded]
  if (FUNCTION_WORDS.has(folded) && letters !== 'su') return [folded]
  const joined = joinedKey(folded)
  if (joined !== undefined) return [joined]
  const inflectedNumber = /^(\d+)[a-z]{1,6}$/.exec(folded)
  if (inflectedNumber) return [folded, inflectedNumber[1] ?? folded]
  if (folded.length !== letters.length || folded.length > LONGEST_WORD) return [folded]
  const roots = rootKeys({ letters, folded }, lexicon)
  if (roots.length > 0) return roots
  if (raw.cut) return [folded]
  const stems = guessedStems({ letters, folded }, lexicon.size === 0 && !raw.capital)
  return [...new Set([folded, ...stems])]
}

const LONGEST_WORD = 60

/** An analyzer over a lexicon; without one, words keep their surface and lose only safe suffixes. */
export function createAnalyzer(lexicon: Lexicon = NO_LEXICON): Analyzer {
  const remembered = new Map<string, readonly string[]>()

  const keysOfToken = (raw: RawToken): readonly string[] => {
    const known = remembered.get(raw.token)
    if (known) return known
    const keys = wordKeys(raw, lexicon)
    if (remembered.size >= MOST_REMEMBERED) remembered.clear()
    remembered.set(raw.token, keys)
    return keys
  }

  const analyze = (text: string): Token[] => {
    const found: Token[] = []
    let before: RawToken | undefined
    for (const raw of tokens(text)) {
      const { token, start, end } = raw
      const keys = keysOfToken(raw)
      const last = found[found.length - 1]
      const joined = before && last && !last.parts ? joinedWith(before, raw, text) : undefined
      if (before && last && joined !== undefined) {
        const whole = text.slice(before.start, end)
        const own = joined === '' ? lowerJoin(before, raw) : joined
        const parts = [last.keys, keys]
        found[found.length - 1] = {
          token: whole,
          start: before.start,
          end,
          keys: [...new Set([own, ...parts.flat()])],
          parts,
        }
      } else found.push({ token, start, end, keys })
      before = raw
    }
    return found
  }

  return { analyze, keysOf: (word) => analyze(word)[0]?.keys ?? [] }
}

const lowerJoin = (a: RawToken, b: RawToken) => a.folded + b.folded

/** The joined key of two neighbours, '' for a hyphenated word (İş-Kur), undefined for two separate words. */
function joinedWith(a: RawToken, b: RawToken, text: string): string | undefined {
  if (a.kind !== 'word' || b.kind !== 'word' || b.start - a.end > 2) return undefined
  const between = text.slice(a.end, b.start)
  if (between === '-' || between === '‐' || between === '‑')
    return /\d/.test(a.folded + b.folded) ? undefined : (compoundKey(a.folded, b.folded) ?? '')
  return /^\s+$/.test(between) && !a.cut ? compoundKey(a.folded, b.folded) : undefined
}

/** Words without inflection that a stemmer would take apart (göre, için, üzere). */
const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    've veya ya da de ile ki ama fakat ancak icin gibi kadar gore uzere dolayi ise mi mu bu su o bir ' +
    'daha cok en her hem ne nasil tarafindan ait iliskin dair hakkinda'
  ).split(' '),
)
/** Verb forms that only tie a sentence together. */
const TIES: ReadonlySet<string> = new Set(
  'olarak olan olup oldugu eden edilen edilerek ederek etmek olmak'.split(' '),
)

/**
 * Whether a token says nothing by itself, so that a query does better without it when other words remain
 * (never in an index, never inside a phrase). Words such as iş, ilk, tek, bin and numbers matter in minutes.
 */
export function isFunctionWord(token: Token): boolean {
  const folded = foldTr(token.token)
  return FUNCTION_WORDS.has(folded) || TIES.has(folded)
}

/** Tokens of one text with an analyzer made for it; for more than one text keep a `createAnalyzer`. */
export function analyze(text: string, lexicon?: Lexicon): Token[] {
  return createAnalyzer(lexicon).analyze(text)
}
