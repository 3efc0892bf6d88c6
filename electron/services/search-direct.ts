import { numberMatch, type SearchIntent } from '../../shared/domain/search-intent'
import type { SearchHit } from '../../shared/domain/search-types'
import type { DecisionBlock } from '../../shared/records/blocks'
import type { Meeting } from '../../shared/records/meeting'
import { plainTextOf } from '../../shared/text/plain-text'
import type { SearchPort } from './search/search-port'
import type { ArchiveReader } from './store/store-types'

/** So many are shown; `total` tells how many there are. */
const SHOWN = 5
/** Meetings whose numbers are compared: a number is shared by few. */
const LOOKED_AT = 60
const EXCERPT = 220

export interface DirectAnswer {
  total: number
  hits: SearchHit[]
}

interface Found {
  hit: SearchHit
  match: number
}

const bare = { titleRanges: [], score: 0, field: 'number' }

function decisionHit(meeting: Meeting, block: DecisionBlock): SearchHit {
  const text = plainTextOf(block.text).replace(/\s+/g, ' ').trim()
  const date = meeting.time.start ?? meeting.publishedOn
  return {
    ...bare,
    type: 'decision',
    id: block.id,
    meetingId: meeting.id,
    blockId: block.id,
    title: [block.number, meeting.title].filter(Boolean).join(' · '),
    snippet: { text: text.length > EXCERPT ? `${text.slice(0, EXCERPT)} …` : text, ranges: [] },
    ...(date ? { date } : {}),
    ...(block.state === 'annulled' || block.state === 'superseded' ? { state: block.state } : {}),
  }
}

function meetingHit({ id, title, time, publishedOn, bodyName }: Meeting): SearchHit {
  const date = time.start ?? publishedOn
  return {
    ...bare,
    type: 'meeting',
    id,
    meetingId: id,
    title,
    snippet: { text: bodyName ?? '', ranges: [] },
    ...(date ? { date } : {}),
  }
}

function numbered(meeting: Meeting, { number, of }: Extract<SearchIntent, { kind: 'number' }>): Found[] {
  const found: Found[] = []
  // A bare pair of numbers is the number itself; only a named decision may be known by its last part.
  const least = of === 'any' ? 2 : 1
  if (of !== 'meeting')
    for (const { blocks } of meeting.agenda)
      for (const block of blocks) {
        if (block.kind !== 'decision') continue
        const match = numberMatch(block.number, number)
        if (match >= least) found.push({ hit: decisionHit(meeting, block), match })
      }
  if (of !== 'decision') {
    const { no, sitting, session } = meeting.numbers
    const match = Math.max(...[no, sitting, session].map((one) => numberMatch(one, number)))
    if (match >= least) found.push({ hit: meetingHit(meeting), match })
  }
  return found
}

async function byNumber(
  intent: Extract<SearchIntent, { kind: 'number' }>,
  store: ArchiveReader,
  search: SearchPort,
): Promise<DirectAnswer> {
  const { hits } = await search.query({
    text: `no:${intent.number}`,
    limit: LOOKED_AT * 2,
    sort: 'newest',
    filters: { types: ['decision', 'meeting'] },
  })
  const meetings = [...new Set(hits.flatMap(({ meetingId }) => meetingId ?? []))].slice(0, LOOKED_AT)
  const found: Found[] = []
  for (const id of meetings) {
    // The record itself decides: the index may hold an older version of it.
    const loaded = await store.get(id as Meeting['id'])
    if (loaded.ok) found.push(...numbered(loaded.value.record, intent))
  }
  found.sort((a, b) => b.match - a.match || ((a.hit.date ?? '') < (b.hit.date ?? '') ? 1 : -1))
  return { total: found.length, hits: found.slice(0, SHOWN).map(({ hit }) => hit) }
}

async function byDates(
  { from, to }: Extract<SearchIntent, { kind: 'dates' }>,
  store: ArchiveReader,
): Promise<DirectAnswer> {
  const filter = { from, to }
  const { total, rows } = store.list<'meeting'>({
    type: 'meeting',
    sort: 'start',
    desc: true,
    filter,
    limit: SHOWN,
  })
  const hits: SearchHit[] = []
  for (const { id } of rows) {
    const loaded = await store.get(id)
    if (loaded.ok) hits.push(meetingHit(loaded.value.record))
  }
  return { total, hits }
}

/** What a query names directly: decisions and meetings of that number, or meetings of those days; newest first. */
export function directHits(
  intent: SearchIntent,
  store: ArchiveReader,
  search: SearchPort,
): Promise<DirectAnswer> {
  return intent.kind === 'number' ? byNumber(intent, store, search) : byDates(intent, store)
}
