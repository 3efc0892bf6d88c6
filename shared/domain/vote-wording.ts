import type { Language } from '../dates'
import type { DecisionBlock } from '../records/blocks'
import { foldTr, lowerTr } from '../text/turkish'
import { saysFate, saysVote, toldFate } from './outcome-words'

/** What the wording of a decision's end depends on. */
export type Voted = Pick<DecisionBlock, 'outcome' | 'vote'>

function tallyTr(vote: { for: number; against: number; abstain: number }): string {
  const parts = [
    vote.for > 0 ? `${vote.for} kabul` : '',
    vote.against > 0 ? `${vote.against} ret` : '',
    vote.abstain > 0 ? `${vote.abstain} çekimser` : '',
  ].filter(Boolean)
  const last = parts.pop() ?? ''
  return parts.length > 0 ? `${parts.join(', ')} ve ${last}` : last
}

/** Votes for what was decided, and against it: for a rejection the votes against carry it. */
function sides({ outcome, vote }: Voted): { carrying: number; opposing: number } {
  if (vote?.kind !== 'tally') return { carrying: 0, opposing: 0 }
  return outcome === 'rejected'
    ? { carrying: vote.against, opposing: vote.for }
    : { carrying: vote.for, opposing: vote.against }
}

/**
 * Whether a counted vote contradicts what became of the decision: more votes on the other side, or none for it. A tie
 * does not: the chair's vote decides it. Out: false for votes without counts and for what was only noted.
 */
export function contradictsOutcome(voted: Voted): boolean {
  const { outcome, vote } = voted
  if (vote?.kind !== 'tally' || outcome === 'noted') return false
  const { carrying, opposing } = sides(voted)
  return carrying < opposing || (carrying === 0 && vote.abstain > 0)
}

/**
 * How it was voted, as officials write it: `oy birliği ile`, `oy çokluğu ile`, `12 kabul ve 3 ret oy ile, oy
 * çokluğu ile`; at a tie `oyların eşitliği üzerine başkanın oyu yönünde`. Counts that do not carry the outcome are printed
 * as they are, without a claim. Empty when no vote is known.
 */
function voteWordsTr(voted: Voted): string {
  const { vote } = voted
  if (!vote) return ''
  if (vote.kind === 'unanimous') return 'oy birliği ile'
  if (vote.kind === 'majority') return 'oy çokluğu ile'
  const { carrying, opposing } = sides(voted)
  if (carrying + opposing + vote.abstain === 0) return ''
  if (opposing === 0 && vote.abstain === 0) return `${carrying} üyenin oy birliği ile`
  const counts = `${tallyTr(vote)} oy ile`
  if (carrying === opposing && carrying > 0) return `${counts}, oyların eşitliği üzerine başkanın oyu yönünde`
  return carrying > opposing ? `${counts}, oy çokluğu ile` : counts
}

function voteWordsEn(voted: Voted): string {
  const { vote } = voted
  if (!vote) return ''
  if (vote.kind === 'unanimous') return 'unanimously'
  if (vote.kind === 'majority') return 'by majority'
  const { carrying, opposing } = sides(voted)
  const counts = `${vote.for} for, ${vote.against} against, ${vote.abstain} abstaining`
  if (carrying > 0 && opposing === 0 && vote.abstain === 0) return `unanimously (${counts})`
  if (carrying === opposing && carrying > 0) return `by the chair’s casting vote (${counts})`
  return carrying > opposing ? `by majority (${counts})` : `(${counts})`
}

/** The vote in words alone, for tables; empty when no vote is known. */
export function voteWords(voted: Voted, lang: Language): string {
  return lang === 'tr' ? voteWordsTr(voted) : voteWordsEn(voted)
}

const outcomeVerbEn = {
  adopted: 'Adopted',
  rejected: 'Rejected',
  referred: 'Referred',
  postponed: 'Postponed',
  noted: 'Noted',
} as const

const ownSentenceTr = {
  adopted: 'Bu hususun kabulüne',
  rejected: 'Teklifin reddine',
  referred: 'Konunun havalesine',
  postponed: 'Konunun ertelenmesine',
} as const

const afterDativeTr = {
  rejected: 'ilişkin teklifin reddine',
  referred: 'ilişkin konunun havalesine',
  postponed: 'ilişkin konunun ertelenmesine',
} as const

/** `… -mesine`, `… -ına`: a decision's text that waits for its verb. A name that ends so (`Emine`) does not. */
function endsInDative(words: string): boolean {
  const lower = lowerTr(words)
  if (/m[ae]s[ıi]n[ae]$/.test(lower)) return true
  return /[ıiuü]n[ae]$/.test(lower) && !/\s\p{Lu}\p{Ll}\S*$/u.test(words)
}

/** The text itself already ends as a decision does (`… karar verildi.`); `… kabul edilmesine` still waits for its verb. */
function isClosed(words: string): boolean {
  const tail = foldTr(words).slice(-160)
  if (endsInDative(words)) return false
  return /(?:karar veril|kararlastiril|karara varil|kararina varil|karar alin|kabul edil|reddedil|bilgi edinil|ertelen|havale edil|uygun gorul)(?:m[ae])?(?:d[iu]|m[iu]s|[iu]r(?![a-z]))/.test(
    tail,
  )
}

/** How it was voted, at the end of a text and without a verb: `…, mevcudun oy birliği ile`, `… 5 kabul 1 ret oyuyla`. */
const voteAtEnd =
  /(?:(?:^|[\s,]+)(?:\d+|oy[a-z]*|birlig[a-z]*|coklug[a-z]*|salt|cogunlu[gk][a-z]*|kabul|ret|red|cekimser|karsi|ve|ile|esitlig[a-z]*|uzerine|baskanin|yonunde|uyenin|uyelerin|mevcudun|katilanlarin))+$/

/** What stands before a vote that ends the text, folded and up to the word that waits for a verb; undefined when no vote ends it. */
function beforeVote(words: string): string | undefined {
  const folded = foldTr(words)
  const phrase = voteAtEnd.exec(folded)?.[0]
  if (phrase === undefined || !saysVote(phrase) || !/(?:ile|y?l[ae]|yonunde)$/.test(phrase)) return undefined
  const before = folded.slice(0, -phrase.length)
  return /^.*[iu]n[ae](?![a-z])/s.exec(before)?.[0] ?? before
}

/** What follows a decision's text. `joins`: in the same sentence, the text's own full stop goes. */
export interface Closing {
  words: string
  joins: boolean
}

/**
 * The closing formula of a decision, by rule from its outcome and vote: one formula `oy birliği ile karar verilmiştir`
 * after a text that ends `-mesine/-masına` (only the verb when the text says the vote, too), else a sentence of its own;
 * nothing when the text already says it (wording after real decision registers).
 * In: the decision's words without Markdown, outcome and vote. Out: words to add; `words` is empty for none.
 */
export function decisionClosing(plain: string, voted: Voted, lang: Language): Closing {
  const said = plain.trim().replace(/[\s.…;,:]+$/u, '')
  if (lang === 'en') {
    const vote = voteWordsEn(voted)
    return {
      words: `${[outcomeVerbEn[voted.outcome], voted.outcome === 'noted' ? '' : vote].filter(Boolean).join(' ')}.`,
      joins: false,
    }
  }
  const vote = voteWordsTr(voted)
  const { outcome } = voted
  const before = beforeVote(said)
  // A vote that the text puts behind another outcome is left alone: the verb would say that it was adopted.
  const agreed = outcome === 'adopted' || (outcome !== 'noted' && saysFate(before ?? '', outcome))
  if (before !== undefined && agreed) {
    return { words: /[iu]n[ae]$/.test(before) ? 'karar verilmiştir.' : 'kabul edilmiştir.', joins: true }
  }
  const fate = outcome === 'adopted' || outcome === 'noted' ? undefined : outcome
  if (isClosed(said) || (fate && toldFate(said, fate))) {
    const missing = vote && outcome !== 'noted' && !saysVote(said)
    return { words: missing ? `Karar ${vote} alınmıştır.` : '', joins: false }
  }
  if (outcome === 'noted') return { words: 'Bilgi edinilmiştir.', joins: false }
  const end = `${[saysVote(said) ? '' : vote, 'karar verilmiştir'].filter(Boolean).join(' ')}.`
  if (!endsInDative(said)) return { words: `${ownSentenceTr[outcome]} ${end}`, joins: false }
  const added = fate && !saysFate(said, fate) ? afterDativeTr[fate] : ''
  return { words: [added, end].filter(Boolean).join(' '), joins: true }
}
