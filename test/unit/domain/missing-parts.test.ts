import { describe, expect, it } from 'vitest'
import { missingParts } from '../../../shared/domain/missing-parts'
import { Attendance } from '../../../shared/records/attendance'
import { ActionBlock, DecisionBlock } from '../../../shared/records/blocks'
import { AgendaItem, MeetingQuorum } from '../../../shared/records/meeting'
import { sampleMeeting } from '../../support/sample-meeting'

const id = (type: string, n: number) => `${type}_0190a5d0-0000-7000-8000-${String(n).padStart(12, '0')}`
const decision = (n: number, extra: object) =>
  DecisionBlock.parse({ id: id('decision', n), kind: 'decision', text: 'Yolun onarılmasına', ...extra })
const action = (n: number, extra: object) =>
  ActionBlock.parse({ id: id('action', n), kind: 'action', text: 'Liste hazırlansın', ...extra })
const item = (extra: object) => AgendaItem.parse({ id: id('item', 1), title: 'Madde', ...extra })
const chair = Attendance.parse({ id: id('attendance', 1), name: 'Ayşe Demir', role: 'chair' })
const whole = { ...sampleMeeting, attendance: [chair], agenda: [], breaks: [] }
const kinds = (meeting: Parameters<typeof missingParts>[0]) => missingParts(meeting).map(({ kind }) => kind)

describe('what minutes lack before the review', () => {
  it('nothing, when all is there', () => {
    const agenda = [
      item({
        blocks: [
          decision(1, { vote: { kind: 'unanimous' } }),
          decision(2, { outcome: 'noted' }),
          action(1, { due: { kind: 'next-meeting' }, responsible: { unit: 'Yazı İşleri' } }),
        ],
      }),
    ]
    expect(kinds({ ...whole, agenda })).toEqual([])
  })

  it('a roll, a chair, the name of whom somebody stands in for', () => {
    expect(kinds({ ...whole, attendance: [] })).toEqual(['roll'])
    expect(kinds({ ...whole, attendance: [{ ...chair, role: 'member' }] })).toEqual(['chair'])
    expect(kinds({ ...whole, attendance: [{ ...chair, actingFor: { kind: 'deputy', name: ' ' } }] })).toEqual(
      ['acting-name'],
    )
    expect(kinds({ ...whole, title: ' ', time: { precision: 'unknown' } })).toEqual(['title', 'date'])
  })

  it('a chair who is there, in person or by somebody else', () => {
    const away = { ...chair, state: 'excused' as const }
    const other = (extra: object) =>
      Attendance.parse({ id: id('attendance', 2), name: 'Işık Ün', role: 'member', ...extra })
    const found = (...attendance: Attendance[]) => kinds({ ...whole, attendance })
    expect(found(away, other({}))).toEqual(['chair'])
    expect(found(away, other({ role: 'deputy-chair' }))).toEqual([])
    expect(found(away, other({ role: 'guest', actingFor: { kind: 'deputy', name: 'Ayşe Demir' } }))).toEqual(
      [],
    )
    expect(found(away, other({ actingFor: { kind: 'deputy', name: 'Başka Biri' } }))).toEqual(['chair'])
  })

  it('votes, due dates, responsible ones; each leads to its place', () => {
    const agenda = [
      item({
        startedAt: '2026-03-12T07:00:00.000Z',
        blocks: [
          decision(1, { number: '2026/4' }),
          decision(2, { vote: { kind: 'tally', for: 0, against: 0, abstain: 0 } }),
          decision(3, { text: '' }),
          action(1, {}),
        ],
      }),
    ]
    const found = missingParts({ ...whole, agenda })
    expect(found.map(({ kind }) => kind)).toEqual([
      'open-item',
      'vote',
      'tally',
      'decision-text',
      'due',
      'responsible',
    ])
    expect(found[1]).toEqual({ kind: 'vote', at: id('decision', 1), words: '2026/4 Yolun onarılmasına' })
  })

  it('counted votes that contradict the outcome', () => {
    const found = (outcome: string, yes: number, no: number, abstain = 0) => {
      const vote = { kind: 'tally', for: yes, against: no, abstain }
      return kinds({ ...whole, agenda: [item({ blocks: [decision(1, { outcome, vote })] })] })
    }
    const contradicts = ['tally-outcome']
    expect(found('adopted', 3, 7)).toEqual(contradicts)
    expect(found('postponed', 3, 7)).toEqual(contradicts)
    expect(found('rejected', 7, 3)).toEqual(contradicts)
    expect(found('adopted', 0, 0, 5)).toEqual(contradicts)
    expect(found('adopted', 7, 3)).toEqual([])
    expect(found('rejected', 3, 7)).toEqual([])
    expect(found('adopted', 4, 4, 1)).toEqual([])
    expect(found('noted', 3, 7)).toEqual([])
  })

  describe('what the roll says against a decision', () => {
    const seat = (n: number, extra: object = {}) =>
      Attendance.parse({
        id: id('attendance', n),
        memberId: id('member', n),
        name: `Üye Kişi${n}`,
        role: n === 1 ? 'chair' : 'member',
        ...extra,
      })
    const tally = (yes: number, no: number, abstain = 0) => ({
      kind: 'tally',
      for: yes,
      against: no,
      abstain,
    })
    const two = (first: object[], second: object[]) => [
      item({ blocks: first }),
      item({ id: id('item', 2), title: 'İkinci', blocks: second }),
    ]
    const rule = MeetingQuorum.parse({ first: { kind: 'majority' } })
    const five = [1, 2, 3, 4, 5].map((n) => seat(n))

    it.each([undefined, rule])('more votes than members were there; rule: %j', (quorum) => {
      const found = (vote: object, attendance = five) =>
        missingParts({ ...whole, quorum, attendance, agenda: two([decision(1, { vote })], []) })
      expect(found(tally(4, 4, 1))).toEqual([
        { kind: 'tally-voters', at: id('decision', 1), words: 'Yolun onarılmasına' },
      ])
      expect(found(tally(3, 1, 1))).toEqual([])
      expect(
        found(tally(4, 1), [...five.slice(0, 4), seat(5, { cameAtItemId: id('item', 2) })]),
      ).toHaveLength(1)
      const deputy = { role: 'guest', memberId: undefined, actingFor: { kind: 'deputy', name: 'Üye Kişi5' } }
      expect(
        found(tally(4, 1), [...five.slice(0, 4), seat(5, { state: 'excused' }), seat(6, deputy)]),
      ).toEqual([])
      expect(found(tally(4, 1), [...five.slice(0, 4), seat(5, { role: 'rapporteur' })])).toHaveLength(1)
    })

    it('a dissent of somebody who was not there', () => {
      const attendance = [...five.slice(0, 4), seat(5, { leftAtItemId: id('item', 2) })]
      const by = (dissent: object) =>
        decision(1, {
          number: '7',
          vote: tally(3, 1),
          dissents: [{ id: id('dissent', 1), kind: 'dissent', name: 'Üye Kişi5', ...dissent }],
        })
      const found = (first: object[], second: object[]) =>
        missingParts({ ...whole, attendance, agenda: two(first, second) })
      expect(found([by({})], [])).toEqual([])
      expect(found([], [by({})])).toEqual([
        { kind: 'dissent-away', at: id('decision', 1), words: '7 Üye Kişi5' },
      ])
      expect(found([], [by({ attendanceId: id('attendance', 5), kind: 'reservation' })])).toHaveLength(1)
      expect(found([], [by({ attendanceId: id('attendance', 2) })])).toEqual([])
      expect(found([], [by({ name: 'Dr. ÜYE KİŞİ2 (Üye)' })])).toEqual([])
      expect(found([], [by({ name: 'Başka Biri' })])).toHaveLength(1)
      expect(found([], [by({ name: '' })])).toEqual([])
    })

    it('decisions of an item without a quorum', () => {
      const left = { leftAtItemId: id('item', 2) }
      const attendance = [seat(1), seat(2), seat(3, left), seat(4, left), seat(5, left)]
      const voted = decision(1, { vote: { kind: 'unanimous' } })
      const found = (first: object[], second: object[]) =>
        missingParts({ ...whole, quorum: rule, attendance, agenda: two(first, second) })
      expect(found([voted], [])).toEqual([])
      expect(found([], [voted])).toEqual([{ kind: 'no-quorum', at: id('decision', 1), words: 'İkinci' }])
      expect(found([], [decision(1, { outcome: 'noted' })])).toEqual([])
    })
  })

  it('a meeting that could not be held has nothing to vote on', () => {
    const quorum = MeetingQuorum.parse({ first: { kind: 'majority' }, declared: 'not-met' })
    expect(kinds({ ...whole, quorum, agenda: [item({ blocks: [decision(1, {})] })] })).toEqual([])
  })
})
