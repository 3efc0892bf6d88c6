import fc from 'fast-check'
import { expect, test } from 'vitest'
import { carryOver, type CarriedMatter } from '../../../shared/domain/carry-over'
import { newId } from '../../../shared/ids'
import { Block } from '../../../shared/records/blocks'
import { FollowUp } from '../../../shared/records/follow-up'
import { AgendaItem, Meeting } from '../../../shared/records/meeting'

const fates = ['untouched', 'stamped', 'written', 'postponed', 'postponing-decision', 'withdrawn'] as const
type Fate = (typeof fates)[number]

interface Round {
  /** own items of the meeting, and what becomes of each item on its agenda (own ones first) */
  own: number
  fates: Fate[]
  /** which of the things that come along are left out */
  unticked: boolean[]
  /** for each item: whether it gets an action item, and in how many rounds a decision of it comes up again */
  actions: boolean[]
  reviews: number[]
  /** for each action item known so far: nothing, ended, or taken up again */
  duties: ('none' | 'done' | 'cancelled' | 'under-way')[]
}

const many = <T>(of: fc.Arbitrary<T>) => fc.array(of, { minLength: 12, maxLength: 12 })
const rounds: fc.Arbitrary<Round[]> = fc.array(
  fc.record({
    own: fc.integer({ min: 0, max: 4 }),
    fates: many(fc.constantFrom(...fates)),
    unticked: many(fc.boolean()),
    actions: many(fc.boolean()),
    reviews: many(fc.integer({ min: 0, max: 3 })),
    duties: many(fc.constantFrom('none', 'none', 'done', 'cancelled', 'under-way')),
  }),
  { minLength: 1, maxLength: 6 },
)

const dayOf = (round: number) => new Date(Date.UTC(2025, 0, 10 + round * 14)).toISOString().slice(0, 10)

/** What the secretary has to remember of a matter, kept beside the program: the oracle of these tests. */
interface Matter {
  kind: CarriedMatter['kind']
  /** what became of it where it stood last; undefined: it has not stood on an agenda yet (decisions, action items) */
  last?: Fate
  reviewOn?: string
  ended?: boolean
}

function isDue({ kind, last, reviewOn, ended }: Matter, date: string): boolean {
  const postponed = last === 'postponed' || last === 'postponing-decision'
  if (kind === 'item') return postponed || last === 'untouched'
  if (kind === 'action') return postponed || !ended
  return postponed || ((last === undefined || last === 'untouched') && (reviewOn ?? '9') <= date)
}

function duesOf(ledger: Map<string, Matter>, date: string): string[] {
  return [...ledger].filter(([, matter]) => isDue(matter, date)).map(([key]) => key)
}

/** A made-up series of meetings of one body, with the ledger of its matters. */
class Series {
  meetings: Meeting[] = []
  followUps: FollowUp[] = []
  readonly ledger = new Map<string, Matter>()

  ask(round: number): CarriedMatter[] {
    const { meetings, followUps } = this
    return carryOver({ meetings, followUps, date: dayOf(round), today: dayOf(round) })
  }

  /** Makes the meeting of a round with what was chosen; nothing has been said in it yet. */
  create(round: number, own: number, carried: CarriedMatter[]): Meeting {
    const agenda = [
      ...Array.from({ length: own }, (_, index) => ({ title: `Madde ${round}.${index}` })),
      ...carried.map(({ title, carriedFrom }) => ({ title, carriedFrom })),
    ].map((item) => AgendaItem.parse({ id: newId('item'), ...item }))
    const at = `${dayOf(round)}T06:00:00.000Z`
    const meeting = Meeting.parse({
      id: newId('meeting'),
      revision: 1,
      createdAt: at,
      updatedAt: at,
      savedBy: '',
      originArchive: 'a',
      title: `${round}. toplantı`,
      time: { start: `${dayOf(round)}T10:00`, precision: 'minute' },
      agenda,
    })
    this.meetings = [...this.meetings, meeting]
    return meeting
  }

  /** Holds the meeting made last: writes what the round says, into the minutes and into the ledger. */
  hold(round: number, plan: Round): void {
    const meeting = this.meetings.at(-1)
    if (!meeting) throw new Error('no meeting')
    const agenda = meeting.agenda.map((item, index) => this.holdItem(item, index, round, plan))
    this.meetings = [...this.meetings.slice(0, -1), { ...meeting, agenda }]
    const known = [...this.ledger].filter(([, { kind }]) => kind === 'action')
    known.forEach(([targetId, matter], index) => {
      const status = plan.duties[index] ?? 'none'
      if (status === 'none') return
      matter.ended = status !== 'under-way'
      const entry = { id: newId('entry'), at: `${dayOf(round)}T15:00:00.000Z`, by: '', status }
      const at = `${dayOf(round)}T15:00:00.000Z`
      this.followUps.push(
        FollowUp.parse({
          id: newId('followup'),
          revision: 1,
          createdAt: at,
          updatedAt: at,
          savedBy: '',
          originArchive: 'a',
          meetingId: meeting.id,
          targetId,
          entries: [entry],
        }),
      )
    })
  }

  private holdItem(item: AgendaItem, index: number, round: number, plan: Round): AgendaItem {
    const fate = plan.fates[index] ?? 'untouched'
    const key = item.carriedFrom?.blockId ?? item.carriedFrom?.itemId ?? item.id
    const matter = this.ledger.get(key) ?? { kind: 'item' }
    matter.last = fate
    this.ledger.set(key, matter)
    const blocks: Block[] = []
    const add = (block: unknown) => blocks.push(Block.parse(block))
    if (fate === 'written') {
      add({ id: newId('text'), kind: 'text', markdown: 'Görüşüldü.' })
      if (plan.actions[index]) {
        const id = newId('action')
        add({ id, kind: 'action', text: `Görev ${round}.${index}` })
        this.ledger.set(id, { kind: 'action' })
      }
      const rounds = plan.reviews[index] ?? 0
      if (rounds > 0) {
        const id = newId('decision')
        const reviewOn = dayOf(round + rounds).slice(0, rounds === 2 ? 7 : 10)
        add({ id, kind: 'decision', text: `Karar ${round}.${index}`, reviewOn })
        this.ledger.set(id, { kind: 'decision', reviewOn: rounds === 2 ? `${reviewOn}-01` : reviewOn })
      }
    }
    if (fate === 'postponing-decision') {
      add({ id: newId('decision'), kind: 'decision', text: 'Ertelenmesine', outcome: 'postponed' })
    }
    return {
      ...item,
      blocks,
      ...(fate === 'stamped' ? { startedAt: `${dayOf(round)}T07:00:00.000Z` } : {}),
      ...(fate === 'postponed' || fate === 'withdrawn' ? { state: fate } : {}),
    }
  }
}

test('in every series of meetings what is due arrives exactly once, and what is not does not', () => {
  fc.assert(
    fc.property(rounds, (plans) => {
      const series = new Series()
      plans.forEach((plan, round) => {
        const carried = series.ask(round)
        expect(carried.map(({ key }) => key).sort()).toEqual(duesOf(series.ledger, dayOf(round)).sort())
        series.create(
          round,
          plan.own,
          carried.filter((_, index) => !plan.unticked[index]),
        )
        series.hold(round, plan)
      })
    }),
    { numRuns: 300 },
  )
})

test('after the meeting was made, asking again brings nothing new; what was left out is still offered', () => {
  fc.assert(
    fc.property(rounds, (plans) => {
      const series = new Series()
      plans.forEach((plan, round) => {
        const carried = series.ask(round)
        const left = carried.filter((_, index) => plan.unticked[index])
        series.create(
          round,
          plan.own,
          carried.filter((_, index) => !plan.unticked[index]),
        )
        expect(series.ask(round)).toEqual(left)
        series.hold(round, plan)
      })
    }),
    { numRuns: 200 },
  )
})

test('asking and giving up changes nothing; a meeting that goes to the bin gives back what it took', () => {
  fc.assert(
    fc.property(rounds, (plans) => {
      const series = new Series()
      plans.forEach((plan, round) => {
        const before = structuredClone(series.meetings)
        const carried = series.ask(round)
        expect(series.ask(round)).toEqual(carried)
        expect(series.meetings).toEqual(before)
        series.create(round, plan.own, carried)
        series.meetings = before
        expect(series.ask(round)).toEqual(carried)
        series.create(round, plan.own, carried)
        series.hold(round, plan)
      })
    }),
    { numRuns: 200 },
  )
})

test('every matter that comes names where it began, whatever meetings lie between', () => {
  fc.assert(
    fc.property(rounds, (plans) => {
      const series = new Series()
      plans.forEach((plan, round) => {
        const carried = series.ask(round)
        for (const { key, carriedFrom } of carried) {
          const origin = series.meetings.find(({ id }) => id === carriedFrom.meetingId)
          const item = origin?.agenda.find(({ id }) => id === carriedFrom.itemId)
          if (!carriedFrom.blockId) expect(item?.carriedFrom).toBeUndefined()
          expect(carriedFrom.blockId ?? carriedFrom.itemId).toBe(key)
          if (carriedFrom.blockId) expect(item?.blocks.map(({ id }) => id)).toContain(carriedFrom.blockId)
        }
        series.create(round, plan.own, carried)
        series.hold(round, plan)
      })
    }),
    { numRuns: 100 },
  )
})
