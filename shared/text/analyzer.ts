import { compoundKey, isFirstOfCompound, joinedKey } from './compounds'
import { type Lexicon, NO_LEXICON } from './lexicon'
import { guessedStems, rootKeys } from './stemmer'
import { placeFrom, shapeOf, type WordShape } from './tokens'
import { foldTr, lowerTr } from './turkish'

/** Version of everything that decides keys; a stored index made by another version is rebuilt. */
export const ANALYZER_VERSION = 2

/** A word as it is found: its letters folded and cut at the apostrophe, and the keys it has. */
export interface Word {
  readonly folded: string
  /** search keys, the main one first; never empty */
  readonly keys: readonly string[]
}

/** A word of a text with the keys it is found under. */
export interface Token extends Word {
  /** the slice of the text */
  readonly token: string
  /** code-unit offsets into the text: `text.slice(start, end) === token` */
  readonly start: number
  readonly end: number
  /** for a compound written apart or with a hyphen: its parts, each by itself */
  readonly parts?: readonly Word[]
}

/** Turns text into tokens; remembers words it has seen, so one analyzer should serve a whole index. */
export interface Analyzer {
  /** Tokens of a text in order. Never throws, whatever the text. */
  analyze(text: string): Token[]
  /** Tokens of a text in order, until the visitor answers false. */
  scan(text: string, visit: (token: Token) => boolean): void
  /** Keys of a single word, the main one first; empty when there is no letter or digit in it. */
  keysOf(word: string): readonly string[]
}

/** What is remembered of a word that was met once. */
interface SeenWord extends WordShape {
  readonly keys: readonly string[]
  /** may begin a compound */
  readonly first: boolean
}

const MOST_REMEMBERED = 200_000

function wordKeys(raw: WordShape, lexicon: Lexicon): string[] {
  const { folded, letters } = raw
  if (raw.kind === 'number') return [folded.replace(/^0+(?=\d)/, '')]
  if (raw.kind === 'short-form' || raw.inner) return [folded]
  if (FUNCTION_WORDS.has(folded) && letters !== 'su') return [folded]
  const joined = joinedKey(folded)
  if (joined !== undefined) return [joined]
  const inflectedNumber = /^(\d+)[a-z]{1,6}$/.exec(folded)
  if (inflectedNumber) return [folded, inflectedNumber[1] ?? folded]
  if (folded.length !== letters.length || folded.length > LONGEST_WORD) return [folded]
  const roots = rootKeys({ letters, folded, capital: raw.capital }, lexicon)
  if (roots.length > 0) return roots
  if (raw.cut) return [folded]
  const stems = guessedStems({ letters, folded }, lexicon.size === 0 && !raw.capital)
  // Written small it is no name: the stem comes first, so that any form asked for finds all others.
  const [stem] = stems
  const sure = !raw.capital && lexicon.size > 0 && stem !== undefined && folded.length - stem.length > 1
  return [...new Set(sure ? [...stems, folded] : [folded, ...stems])]
}

const LONGEST_WORD = 60

/** An analyzer over a lexicon; without one, words keep their surface and lose only safe suffixes. */
export function createAnalyzer(lexicon: Lexicon = NO_LEXICON): Analyzer {
  const remembered = new Map<string, SeenWord>()

  const seen = (token: string): SeenWord => {
    const known = remembered.get(token)
    if (known) return known
    const shape = shapeOf(token)
    const word = { ...shape, keys: wordKeys(shape, lexicon), first: isFirstOfCompound(shape.folded) }
    if (remembered.size >= MOST_REMEMBERED) remembered.clear()
    remembered.set(token, word)
    return word
  }

  const scan = (text: string, visit: (token: Token) => boolean): void => {
    // A word waits for its neighbour, because both may be one.
    let waiting: Token | undefined
    let waitingWord: SeenWord | undefined
    for (let place = placeFrom(text, 0); place; place = placeFrom(text, place.end)) {
      const { token, start, end } = place
      const word = seen(token)
      if (waiting && waitingWord) {
        // Nearly every pair of neighbours is two words; only these few are looked at.
        const maybeOne =
          start - waiting.end <= 2 && (waitingWord.first || text.charCodeAt(waiting.end) !== SPACE)
        const key = maybeOne ? joinedKeyOf(waitingWord, word, text.slice(waiting.end, start)) : undefined
        if (key !== undefined) {
          const one = compound(key, waiting, waitingWord, word, text.slice(waiting.start, end))
          if (!visit(one)) return
          // A third word starts anew: il-ilçe-köy is one compound and one word.
          waiting = undefined
          continue
        }
        if (!visit(waiting)) return
      }
      waiting = { token, start, end, folded: word.folded, keys: word.keys }
      waitingWord = word
    }
    if (waiting) visit(waiting)
  }

  const analyze = (text: string): Token[] => {
    const found: Token[] = []
    scan(text, (token) => found.push(token) > 0)
    return found
  }

  return { analyze, scan, keysOf: (word) => analyze(word)[0]?.keys ?? [] }
}

/** The token of two neighbours that are one word. */
function compound(key: string, { start }: Token, first: Word, second: Word, token: string): Token {
  return {
    token,
    start,
    end: start + token.length,
    folded: first.folded + second.folded,
    keys: [...new Set([key, ...first.keys, ...second.keys])],
    parts: [first, second],
  }
}

const SPACE = 32

/** The key of two neighbours that are one word (iş birliği, İş-Kur), undefined for two separate words. */
function joinedKeyOf(first: SeenWord, second: SeenWord, between: string): string | undefined {
  if (first.kind !== 'word' || second.kind !== 'word') return undefined
  if (between === '-' || between === '‐' || between === '‑') {
    const joined = first.folded + second.folded
    return /\d/.test(joined) ? undefined : (compoundKey(first.folded, second.folded) ?? joined)
  }
  if (!first.first || first.cut || !/^\s+$/.test(between)) return undefined
  return compoundKey(first.folded, second.folded)
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
  // Water is no function word; şu is one only when it is spelled so.
  if (folded === 'su') return lowerTr(token.token) === 'şu'
  return FUNCTION_WORDS.has(folded) || TIES.has(folded)
}

/** Tokens of one text with an analyzer made for it; for more than one text keep a `createAnalyzer`. */
export function analyze(text: string, lexicon?: Lexicon): Token[] {
  return createAnalyzer(lexicon).analyze(text)
}
