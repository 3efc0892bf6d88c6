import type { outcomes as outcomeValues } from '../../records/blocks'
import { MirrorFault } from './fault'
import { lineField, namedField, textField, type Data, type Field } from './fields'
import { idBehind, linkPattern, showReference } from './links'
import { specialLines, unescapeInline } from './lines'
import { decisionStates, outcomes, votes, type Wording } from './words'

type Values<W> = W extends Wording<infer V> ? V : never

function tally(word: string): Data | undefined {
  const match = /^(\d{1,9}) kabul, (\d{1,9}) ret, (\d{1,9}) çekimser$/.exec(word)
  if (!match) return undefined
  return { kind: 'tally', for: Number(match[1]), against: Number(match[2]), abstain: Number(match[3]) }
}

function voteWords(vote: unknown): string {
  const given = vote as Data | undefined
  if (!given) return ''
  if (given.kind === 'tally')
    return `${String(given.for)} kabul, ${String(given.against)} ret, ${String(given.abstain)} çekimser`
  return votes.wordOf(given.kind as Values<typeof votes>)
}

/** Outcome, vote and state of a decision: `kabul edildi · oy birliği`. */
const verdict: Field = {
  key: 'verdict',
  covers: ['outcome', 'vote', 'state'],
  show({ outcome, vote, state }) {
    const parts = [
      outcomes.wordOf(outcome as (typeof outcomeValues)[number]),
      voteWords(vote),
      state === 'in-force' ? '' : decisionStates.wordOf(state as Values<typeof decisionStates>),
    ]
    return parts.filter(Boolean).join(' · ')
  },
  read(text, { line }) {
    const found: Data = { outcome: 'adopted', state: 'in-force' }
    for (const word of text.split(' · ').map((part) => part.trim())) {
      if (!word) continue
      const counted = tally(word)
      if (counted) found.vote = counted
      else if (votes.has(word)) found.vote = { kind: votes.valueOf(word, line) }
      else if (outcomes.has(word)) found.outcome = outcomes.valueOf(word, line)
      else found.state = decisionStates.valueOf(word, line)
    }
    return found
  },
}

export const decisionFields: readonly Field[] = [
  lineField('number'),
  verdict,
  textField('text', specialLines.quote, true),
  textField('grounds', specialLines.quote),
  textField('basis', specialLines.quote),
]

/** Fields of a dissent; its kind and name stand in the label. */
export const dissentFields: readonly Field[] = [
  lineField('name', true),
  textField('reason', specialLines.quote, true),
]

const due: Field = {
  key: 'due',
  covers: ['due'],
  show(data) {
    const given = data.due as Data | undefined
    if (!given) return ''
    if (given.kind === 'next-meeting') return 'gelecek toplantıya kadar'
    return given.kind === 'day' ? `son gün ${String(given.date)}` : `son ay ${String(given.month)}`
  },
  read(text, { line }) {
    if (!text) return {}
    if (text === 'gelecek toplantıya kadar') return { due: { kind: 'next-meeting' } }
    const day = /^(?:son gün )?(\d{4}-\d{2}-\d{2})$/.exec(text)?.[1]
    if (day) return { due: { kind: 'day', date: day } }
    const month = /^(?:son ay )?([\d-]{4,10})$/.exec(text)?.[1]
    if (month) return { due: { kind: 'month', month } }
    throw new MirrorFault('unknown-word', line, text)
  },
}

const links = new RegExp(linkPattern, 'g')

/** Agencies with their names of the day, as a row of links. */
export function agencyListField(key: string): Field {
  return {
    key,
    covers: [key],
    show: (data, place) =>
      ((data[key] ?? []) as Data[])
        .map(({ agencyId, name }) => showReference(String(agencyId), String(name), place.links))
        .join('; '),
    read(text, place) {
      const refs = [...text.matchAll(links)].map((match) => {
        const agencyId = idBehind(match[2] ?? '', place.links)
        if (!agencyId) throw new MirrorFault('unknown-link', place.line, match[0])
        return { agencyId, name: unescapeInline(match[1] ?? '') }
      })
      if (!/^[;\s]*$/.test(text.replace(links, '')))
        throw new MirrorFault('unreadable-line', place.line, text)
      return { [key]: refs }
    },
  }
}

export const actionFields: readonly Field[] = [
  due,
  textField('text', specialLines.quote, true),
  agencyListField('partners'),
]

/** Who is to do it; read into `responsible`. */
export const responsibleFields: readonly Field[] = [
  namedField('agency', 'agencyId', 'agencyName'),
  lineField('unit'),
  namedField('person', 'participantId', 'personName'),
]
