import fc from 'fast-check'
import { expect, test } from 'vitest'
import { carryOver } from '../../../shared/domain/carry-over'
import { newId } from '../../../shared/ids'
import { Meeting } from '../../../shared/records/meeting'

type Item = Meeting['agenda'][number]
const dayOf = (n: number) => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10)

function meeting(start: string, agenda: object[], board: 0 | 1 = 0): Meeting {
  return Meeting.parse({
    id: newId('meeting'),
    bodyId: `body_0190a5d0-0000-7000-8000-00000000000${board}`,
    revision: 1,
    createdAt: '2025-01-01T06:00:00.000Z',
    updatedAt: '2025-01-01T06:00:00.000Z',
    savedBy: '',
    originArchive: 'a',
    title: start,
    time: { start, precision: 'day' },
    agenda: agenda.map((item) => ({ id: newId('item'), title: 'Madde', ...item })),
  })
}

const ask = (meetings: Meeting[], date: string, others: Meeting[] = []) =>
  carryOver({ meetings, others, followUps: [], date, today: '2025-01-01' })

/** What a board does next: makes a meeting on some day, throws one away, holds one or writes the fate of its items. */
type Step =
  | { do: 'make'; board: 0 | 1; day: number; own: number; also: boolean }
  | { do: 'drop' | 'hold'; which: number; fates: ('untouched' | 'discussed' | 'postponed')[] }

const fates = fc.array(fc.constantFrom('untouched' as const, 'discussed' as const, 'postponed' as const), {
  minLength: 8,
  maxLength: 8,
})
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    do: fc.constant('make' as const),
    board: fc.constantFrom(0 as const, 1 as const),
    day: fc.integer({ min: 10, max: 60 }),
    own: fc.integer({ min: 0, max: 2 }),
    also: fc.boolean(),
  }),
  fc.record({ do: fc.constantFrom('drop' as const, 'hold' as const), which: fc.nat(20), fates }),
)

const matterOf = (item: Item) => item.carriedFrom?.itemId ?? item.id

function held(plan: Meeting, what: readonly string[]): Meeting {
  const agenda = plan.agenda.map((item, index): Item => {
    if (what[index] === 'postponed') return { ...item, state: 'postponed' }
    return what[index] === 'discussed' ? { ...item, startedAt: '2025-01-01T07:00:00.000Z' } : item
  })
  return { ...plan, status: 'review', agenda }
}

test('in whatever order two boards make, drop and hold meetings, no matter stands on two open agendas or gets lost', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 14 }), (steps) => {
      let all: Meeting[] = []
      const own = (board: 0 | 1) => all.filter(({ bodyId }) => bodyId?.endsWith(String(board)))
      const offers = (board: 0 | 1, date: string, also: boolean) =>
        also ? ask(all, date) : ask(own(board), date, own(board === 0 ? 1 : 0))
      for (const move of steps) {
        if (move.do === 'make') {
          const carried = offers(move.board, dayOf(move.day), move.also)
          expect(new Set(carried.map(({ key }) => key)).size).toBe(carried.length)
          const agenda = [...Array.from({ length: move.own }, () => ({})), ...carried]
          const items = agenda.map((matter) =>
            'carriedFrom' in matter ? { carriedFrom: matter.carriedFrom } : {},
          )
          all = [...all, meeting(dayOf(move.day), items, move.board)]
        } else {
          const open = all.filter(({ status }) => status === 'draft')
          const one = open[move.which % Math.max(1, open.length)]
          if (!one) continue
          all = all.flatMap((known) => {
            if (known.id !== one.id) return [known]
            return move.do === 'drop' ? [] : [held(known, move.fates)]
          })
        }
        const waiting = all
          .filter(({ status }) => status === 'draft')
          .flatMap(({ agenda }) => agenda.filter(({ carriedFrom }) => carriedFrom).map(matterOf))
        expect(new Set(waiting).size).toBe(waiting.length)
        // Whoever asks for both boards after all meetings is offered what stood undealt with last, and nothing else.
        const last = new Map<Item['id'], Item>()
        const done = all.filter(({ status }) => status === 'review')
        for (const { agenda } of done.toSorted((a, b) =>
          (a.time.start ?? '') < (b.time.start ?? '') ? -1 : 1,
        ))
          for (const item of agenda) last.set(matterOf(item), item)
        const sameDay = new Set(done.map(({ time }) => time.start)).size < done.length
        const due = [...last]
          .filter(([key, item]) => !item.startedAt && !waiting.includes(key))
          .map(([key]) => key)
        if (!sameDay)
          expect(
            ask(all, dayOf(90))
              .map(({ key }) => key)
              .sort(),
          ).toEqual(due.sort())
      }
    }),
    { numRuns: 300 },
  )
})

test('a matter split on one agenda comes as long as one part of it is not dealt with', () => {
  const first = meeting('2025-02-01', [{ title: 'Yol' }])
  const carriedFrom = { meetingId: first.id, itemId: first.agenda[0]?.id }
  const part = (title: string, extra: object) => ({ title, carriedFrom, ...extra })
  const done = part('Yol: etüt', { startedAt: '2025-02-10T07:00:00.000Z' })
  const put = part('Yol: ihale', { state: 'postponed' })
  const left = part('Yol: bakım', {})
  const titles = (...agenda: object[]) =>
    ask([first, held(meeting('2025-02-10', agenda), [])], '2025-03-01').map(
      ({ reason, title }) => `${reason}: ${title}`,
    )
  expect(titles(put, done)).toEqual(['postponed: Yol: ihale'])
  expect(titles(done, put)).toEqual(['postponed: Yol: ihale'])
  expect(titles(left, done)).toEqual(['not-discussed: Yol: bakım'])
  expect(titles(put, left)).toEqual(['postponed: Yol: ihale'])
  expect(titles(done, done)).toEqual([])
})

test('a review without a year is that of the next such day or month after the decision', () => {
  const decided = (day: string, reviewOn: string) => [
    meeting(day, [
      { blocks: [{ id: newId('decision'), kind: 'decision', text: 'Yeniden bakılmasına', reviewOn }] },
    ]),
  ]
  const due = (day: string, reviewOn: string, on: string) => ask(decided(day, reviewOn), on).length
  expect(due('2025-01-10', '--04', '2025-03-31')).toBe(0)
  expect(due('2025-01-10', '--04', '2025-04-01')).toBe(1)
  expect(due('2025-05-10', '--04', '2025-06-01')).toBe(0)
  expect(due('2025-05-10', '--04-17', '2026-04-17')).toBe(1)
})

test('a meeting whose year is not known stands where it was entered', () => {
  const first = meeting('2024-12-01', [{ title: 'Yol' }])
  const carriedFrom = { meetingId: first.id, itemId: first.agenda[0]?.id }
  const later = meeting('--12-20', [{ carriedFrom, startedAt: '2024-12-20T07:00:00.000Z' }])
  expect(ask([first, later], '2025-03-01')).toEqual([])
})
