import { foldTr, lowerTr } from '../../../shared/text/turkish'
import { textsOf, type DocTexts, type StoredDoc } from './doc-table'
import type { SegmentHit } from './lunr-segment'
import type { QueryPlan } from './query-plan'

/** A living document that answers a query. */
export interface FoundDoc extends SegmentHit {
  stored: StoredDoc
  /** read once it is looked at closely */
  texts?: DocTexts
}

/** So many of the best are looked at closely; reading their texts takes time. */
const LOOKED_AT = 40
const SPELLING_BONUS = 0.4
const PHRASE_IN_TITLE = 0.6
const PHRASE_IN_TEXT = 0.3

/**
 * Best first: documents with more of the words before others, then by lunr's score; among the best those that spell
 * the words exactly as typed (*sınır* before *sinir*) or hold them in sequence move up; equals newest first.
 * Changes the scores of what it was given.
 */
export function rankHits(found: readonly FoundDoc[], plan: QueryPlan): FoundDoc[] {
  const ranked = [...found].sort(best)
  const closer = ranked.slice(0, LOOKED_AT)
  for (const hit of closer) hit.score *= 1 + closeness(hit, plan)
  return [...closer.sort(best), ...ranked.slice(LOOKED_AT)]
}

function best(a: FoundDoc, b: FoundDoc): number {
  if (a.words.size !== b.words.size) return b.words.size - a.words.size
  if (a.score !== b.score) return b.score - a.score
  const [dateA = '', dateB = ''] = [a.stored.doc.date, b.stored.doc.date]
  return dateA === dateB ? b.ref - a.ref : dateA < dateB ? 1 : -1
}

function closeness(hit: FoundDoc, plan: QueryPlan): number {
  const spellings = plan.words.flatMap(({ spelling }) => spelling ?? [])
  if (spellings.length === 0) return 0
  hit.texts ??= textsOf(hit.stored)
  const text = Object.values(hit.texts.fields).join('\n')
  const lower = lowerTr(text)
  const exact = spellings.filter((spelling) => lower.includes(spelling)).length / spellings.length
  let bonus = exact * SPELLING_BONUS
  if (plan.words.length > 1) {
    if (foldTr(hit.stored.doc.title).includes(plan.phrase)) bonus += PHRASE_IN_TITLE
    else if (foldTr(lower).includes(plan.phrase)) bonus += PHRASE_IN_TEXT
  }
  return bonus
}
