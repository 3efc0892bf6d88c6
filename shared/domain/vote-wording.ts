import type { Language } from '../dates'
import type { DecisionBlock } from '../records/blocks'
import { foldTr } from '../text/turkish'
import { isClosed, missingDeed, saysFate, toldFate, type Fate } from './outcome-words'
import { endingVote, saysVote } from './said-vote'
import { inDative, waitingIn, withoutRemark, type Waiting } from './waiting-words'

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
 * How it was voted, as officials write it: `oy birliği ile`, `oy çokluğu ile`, `12 kabul ve 3 ret oyu ile, oy
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
  if (opposing === 0 && vote.abstain === 0 && carrying > 1) return `${carrying} üyenin oy birliği ile`
  // *Kabul oyu* and *ret oyu* are compounds; *çekimser* only tells what the vote is like.
  const counts = `${tallyTr(vote)} ${vote.abstain > 0 ? 'oy' : 'oyu'} ile`
  if (opposing === 0 && vote.abstain === 0) return counts
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

/** What becomes of a matter that the text only names: behind `… yapılmasına`, and behind `… yapılması`. */
const fateTr: Record<Fate, { dative: string; deed: string }> = {
  rejected: { dative: 'ilişkin teklifin reddine', deed: 'teklifinin reddine' },
  referred: { dative: 'ilişkin konunun havalesine', deed: 'konusunun havalesine' },
  postponed: { dative: 'ilişkin konunun ertelenmesine', deed: 'konusunun ertelenmesine' },
}

/** Behind a matter and its vote: `Bütçe oy birliği ile`. */
const wholeVerbTr = {
  adopted: 'kabul edilmiştir',
  rejected: 'reddedilmiştir',
  referred: 'havale edilmiştir',
  postponed: 'ertelenmiştir',
} as const

const verbTr: Record<Waiting['kind'], string> = {
  dative: 'karar verilmiştir',
  deed: 'kararlaştırılmıştır',
  office: 'seçilmiştir',
}

/** What follows a decision's text. `joins`: in the same sentence, the text's own full stop goes. */
export interface Closing {
  words: string
  joins: boolean
}

const sentence = (...parts: (string | false)[]) => `${parts.filter(Boolean).join(' ')}.`
/** A line without its full stop; its end tells, and is asked for at every key: 2,000 signs are a page. */
const open = (line: string) =>
  line
    .slice(-2_000)
    .trim()
    .replace(/[\s.…;,:]+$/u, '')

/**
 * The closing formula of a decision, by rule from its outcome and vote: one formula `oy birliği ile karar verilmiştir`
 * after a text that ends `-mesine/-masına` (only the verb when the text says the vote, too), `kararlaştırılmıştır` after
 * `-mesi/-ması`, else a sentence of its own; nothing when the text already says it (wording after real decision registers).
 * In: the decision's words without Markdown, a line a paragraph, outcome and vote. Out: words to add; empty for none.
 */
export function decisionClosing(plain: string, voted: Voted, lang: Language): Closing {
  if (lang === 'en') {
    const vote = voted.outcome === 'noted' ? '' : voteWordsEn(voted)
    return { words: sentence(outcomeVerbEn[voted.outcome], vote), joins: false }
  }
  const lines = plain.split('\n').filter((line) => line.trim() !== '')
  const said = open(lines.at(-1) ?? '')
  const earlier = lines.slice(0, -1)
  // `Aşağıdaki hususlara oy birliği ile karar verilmiştir:` closes the list below it.
  const lead = earlier.findLast((line) => /:\s*$/.test(line) && isClosed(line))
  if (lead === undefined) return closingTr(earlier, said, voted)
  return voted.outcome === 'noted' ? { words: '', joins: false } : alone(`${lead} ${said}`, voted)
}

/** Behind a text that is closed: the vote, where the text does not say it. */
function alone(said: string, voted: Voted): Closing {
  const vote = voteWordsTr(voted)
  return { words: vote && !saysVote(said) ? sentence('Karar', vote, 'alınmıştır') : '', joins: false }
}

function closingTr(earlier: readonly string[], said: string, voted: Voted): Closing {
  const { outcome } = voted
  const waiting = waitingIn(said)
  const closed = isClosed(said) && (!waiting || waiting.apart)
  if (outcome === 'noted') return closed ? { words: '', joins: false } : notedTr(said, waiting)
  const fate = outcome === 'adopted' ? undefined : outcome
  const ending = endingVote(said)
  if (ending) {
    const chosen = waitingIn(open(said.slice(0, -ending.length)))
    const before = chosen?.kind === 'office' ? chosen : waitingIn(ending.before)
    // A vote that the text puts behind another outcome is left alone: the verb would say that it was adopted.
    if (!fate || !before || saysFate(inDative(before), fate))
      return {
        words: sentence(ending.bridge, before ? verbTr[before.kind] : wholeVerbTr[outcome]),
        joins: true,
      }
  }
  if (closed || (fate && toldFate(withoutRemark(said), fate))) return alone(said, voted)
  const vote = !saysVote(said) && voteWordsTr(voted)
  const lacking = missingDeed(withoutRemark(said), fate)
  if (lacking) return { words: sentence(lacking, vote, verbTr.dative), joins: true }
  const isSaid = !fate || (waiting && saysFate([...earlier, inDative(waiting)].join('\n'), fate))
  if (waiting && isSaid) return { words: sentence(vote, verbTr[waiting.kind]), joins: true }
  if (!fate || !waiting || waiting.apart || waiting.kind === 'office')
    return { words: sentence(ownSentenceTr[outcome], vote, verbTr.dative), joins: false }
  return { words: sentence(fateTr[fate][waiting.kind], vote, verbTr.dative), joins: true }
}

function notedTr(said: string, waiting: Waiting | undefined): Closing {
  if (!waiting || waiting.apart || waiting.kind === 'office')
    return { words: 'Bilgi edinilmiştir.', joins: false }
  if (/(?:^| )bilgi\S* \S+$/.test(foldTr(said))) return { words: sentence(verbTr[waiting.kind]), joins: true }
  return { words: `${waiting.kind === 'deed' ? 'hakkında' : 'ilişkin'} bilgi edinilmiştir.`, joins: true }
}
