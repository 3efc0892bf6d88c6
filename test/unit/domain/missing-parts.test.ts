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

  it('a meeting that could not be held has nothing to vote on', () => {
    const quorum = MeetingQuorum.parse({ first: { kind: 'majority' }, declared: 'not-met' })
    expect(kinds({ ...whole, quorum, agenda: [item({ blocks: [decision(1, {})] })] })).toEqual([])
  })
})
