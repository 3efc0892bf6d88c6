import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quorumOfDay } from '../../../shared/domain/new-meeting'
import { itemsWithoutQuorum, neededFor, quorumAt, quorumChanges } from '../../../shared/domain/quorum'
import { Attendance } from '../../../shared/records/attendance'
import { Body, type QuorumRule } from '../../../shared/records/body'
import { AgendaItem, MeetingQuorum } from '../../../shared/records/meeting'
import { sampleMeeting } from '../../support/sample-meeting'

const id = (type: string, n: number) => `${type}_0190a5d0-0000-7000-8000-${String(n).padStart(12, '0')}`
const row = (n: number, extra: object = {}) =>
  Attendance.parse({ id: id('attendance', n), name: `Üye ${n}`, role: 'member', state: 'present', ...extra })
const seat = (n: number, extra: object = {}) =>
  row(n, { memberId: id('member', n), membership: 'full', ...extra })
const { revision, createdAt, updatedAt, savedBy, originArchive } = sampleMeeting
const base = { revision, createdAt, updatedAt, savedBy, originArchive }
const agenda = [0, 1, 2].map((n) => AgendaItem.parse({ id: id('item', n), title: `Madde ${n}` }))
const quorum = (extra: object = {}) => MeetingQuorum.parse({ first: { kind: 'majority' }, ...extra })

describe('quorum', () => {
  it.each<[QuorumRule, number, number]>([
    [{ kind: 'majority' }, 12, 7],
    [{ kind: 'majority' }, 13, 7],
    [{ kind: 'fraction', numerator: 1, denominator: 4 }, 13, 4],
    [{ kind: 'fraction', numerator: 2, denominator: 3 }, 9, 6],
    [{ kind: 'count', count: 3 }, 50, 3],
    [{ kind: 'none' }, 50, 0],
  ])('%j of %i members is %i', (rule, members, needed) => {
    expect(neededFor(rule, members)).toBe(needed)
  })

  it('guests never count; a substitute counts only for a member who is not there', () => {
    const attendance = [
      seat(1, { role: 'chair' }),
      seat(2, { state: 'excused' }),
      seat(3),
      seat(4, { membership: 'substitute' }),
      seat(5, { membership: 'substitute' }),
      row(6, { role: 'guest' }),
    ]
    expect(quorumAt({ attendance, agenda, quorum: quorum() }, -1)).toEqual({
      members: 3,
      needed: 2,
      present: 3,
      met: true,
    })
  })

  it('the second call has its own rule, or that of the first', () => {
    const attendance = [seat(1), ...[2, 3, 4, 5].map((n) => seat(n, { state: 'absent' }))]
    const at = (extra: object) => quorumAt({ attendance, agenda, quorum: quorum(extra) }, -1)
    expect(at({ call: 'first', second: { kind: 'none' } })?.met).toBe(false)
    expect(at({ call: 'second', second: { kind: 'none' } })?.met).toBe(true)
    expect(at({ call: 'second' })?.met).toBe(false)
    expect(at({ memberCount: 1 })).toMatchObject({ members: 1, needed: 1, met: true })
    expect(quorumAt({ attendance, agenda }, -1)).toBeUndefined()
  })

  it('a board whose members were never entered is counted by its roll; without members nothing is said', () => {
    const attendance = [seat(1), ...[2, 3, 4, 5].map((n) => seat(n, { state: 'absent' }))]
    const none = { quorum: quorum({ memberCount: 0 }), agenda }
    expect(quorumAt({ ...none, attendance }, -1)).toEqual({ members: 5, needed: 3, present: 1, met: false })
    const guests = attendance.map((row) => ({ ...row, role: 'participant' as const, memberId: undefined }))
    expect(quorumAt({ ...none, attendance: guests }, -1)).toBeUndefined()
    expect(quorumAt({ ...none, attendance: [] }, -1)).toBeUndefined()
  })

  it('is lost and won back as people leave and come', () => {
    const attendance = [
      seat(1),
      seat(2, { leftAtItemId: agenda[1]?.id }),
      seat(3, { cameAtItemId: agenda[2]?.id }),
    ]
    const roll = { attendance, agenda, quorum: quorum() }
    expect([-1, 0, 1, 2].map((index) => quorumAt(roll, index)?.present)).toEqual([2, 2, 1, 2])
    expect(quorumChanges(roll).map(({ itemId, standing }) => [itemId, standing.met])).toEqual([
      [agenda[1]?.id, false],
      [agenda[2]?.id, true],
    ])
    expect([...itemsWithoutQuorum(roll)]).toEqual([agenda[1]?.id])
    const nobody = attendance.map((one) => ({ ...one, state: 'absent' as const }))
    expect([...itemsWithoutQuorum({ ...roll, attendance: nobody })]).toEqual([])
    expect([...itemsWithoutQuorum({ attendance, agenda })]).toEqual([])
  })

  it('who leaves at one item and comes back at a later one is away in between', () => {
    const back = seat(2, { leftAtItemId: agenda[1]?.id, cameAtItemId: agenda[2]?.id })
    const roll = { attendance: [seat(1), back], agenda, quorum: quorum() }
    expect([-1, 0, 1, 2].map((index) => quorumAt(roll, index)?.present)).toEqual([2, 2, 1, 2])
    const passing = seat(2, { cameAtItemId: agenda[1]?.id, leftAtItemId: agenda[2]?.id })
    const once = { ...roll, attendance: [seat(1), passing] }
    expect([-1, 0, 1, 2].map((index) => quorumAt(once, index)?.present)).toEqual([1, 1, 2, 1])
  })

  it('somebody in the roll twice sits once; a substitute entered by hand waits for an empty seat', () => {
    const at = (...attendance: Attendance[]) => {
      const standing = quorumAt({ attendance, agenda, quorum: quorum() }, -1)
      return [standing?.members, standing?.present]
    }
    const person = { participantId: id('participant', 1) }
    expect(at(seat(1, person), row(2, { ...person, role: 'chair' }), seat(3))).toEqual([2, 2])
    expect(at(seat(1), seat(9, { memberId: id('member', 1) }), seat(3))).toEqual([2, 2])
    const byHand = row(4, { membership: 'substitute' })
    expect(at(seat(1), seat(3), byHand)).toEqual([2, 2])
    expect(at(seat(1), seat(3, { state: 'excused' }), byHand)).toEqual([2, 2])
    expect(at(seat(1), seat(3, { state: 'excused' }), { ...byHand, role: 'guest' })).toEqual([2, 1])
  })

  it('never more are there than the board has members', () => {
    const attendance = [seat(1), seat(2), row(3), row(4)]
    expect(quorumAt({ attendance, agenda, quorum: quorum({ memberCount: 3 }) }, -1)?.present).toBe(3)
  })

  it('who is listed with the body without a vote fills no seat: a rapporteur, unless he is a member, too', () => {
    const listed = (extra: object) => [seat(1), seat(2, { state: 'absent' }), seat(3, extra)]
    const at = (extra: object) => quorumAt({ attendance: listed(extra), agenda, quorum: quorum() }, -1)
    expect(at({ role: 'rapporteur' })).toEqual({ members: 2, needed: 2, present: 1, met: false })
    expect(at({ role: 'observer' })).toMatchObject({ members: 2, present: 1 })
    expect(at({ role: 'rapporteur', membership: 'ex-officio' })).toMatchObject({ members: 3, present: 2 })
    expect(at({ role: 'rapporteur', membership: 'elected' })).toMatchObject({ members: 3, present: 2 })
    expect(at({ role: 'speaker' })).toMatchObject({ members: 3, present: 2 })
  })

  it('the members of a body are counted so, too (üye tam sayısı)', () => {
    const member = (n: number, extra: object = {}) => ({
      id: id('member', n),
      participantId: id('participant', n),
      ...extra,
    })
    const count = (...members: object[]) =>
      quorumOfDay(Body.parse({ ...base, id: id('body', 1), name: 'Kurul', members }))?.memberCount
    expect(count(member(1), member(2), member(3, { role: 'rapporteur' }))).toBe(2)
    expect(count(member(1), member(2, { role: 'rapporteur', membership: 'elected' }))).toBe(2)
    expect(count(member(1), member(2, { membership: 'substitute' }))).toBe(1)
  })

  describe('a deputy of a member (vekâleten)', () => {
    const holder = (extra: object = {}) =>
      seat(2, { name: 'Ümmühan Güneş', title: 'Vali Yardımcısı', ...extra })
    const deputy = (name: string, extra: object = {}) =>
      row(9, { name: 'Rıfat Işıkhan', role: 'guest', actingFor: { kind: 'deputy', name }, ...extra })
    const at = (attendance: Attendance[], index = -1) => {
      const standing = quorumAt({ attendance, agenda, quorum: quorum() }, index)
      return [standing?.members, standing?.present]
    }
    const others = [seat(1), seat(3, { state: 'absent' })]

    it.each(['Ümmühan Güneş', 'Dr. ÜMMÜHAN GÜNEŞ', ' ummuhan  gunes, Vali Yardımcısı', 'Vali Yardımcısı'])(
      'fills the seat, entered as %s',
      (name) => {
        expect(at([...others, holder({ state: 'excused' }), deputy(name)])).toEqual([3, 2])
      },
    )
    it('never fills it twice', () => {
      expect(at([...others, holder(), deputy('Ümmühan Güneş')])).toEqual([3, 2])
      expect(at([...others, holder(), deputy('Ümmühan Güneş', { role: 'member' })])).toEqual([3, 2])
      const two = [deputy('Ümmühan Güneş'), deputy('Ümmühan Güneş', { id: id('attendance', 8) })]
      expect(at([...others, holder({ state: 'excused' }), ...two])).toEqual([3, 2])
    })
    it('fills it while the holder is away', () => {
      const roll = [...others, holder({ cameAtItemId: agenda[1]?.id }), deputy('Ümmühan Güneş')]
      expect([-1, 0, 1].map((index) => at(roll, index)[1])).toEqual([2, 2, 2])
      const leaving = [
        ...others,
        holder({ state: 'excused' }),
        deputy('Ümmühan Güneş', { leftAtItemId: agenda[1]?.id }),
      ]
      expect([-1, 0, 1].map((index) => at(leaving, index)[1])).toEqual([2, 2, 1])
    })
    it('fills none when he is away, for somebody without a seat, or on behalf as a guest', () => {
      const away = holder({ state: 'excused' })
      expect(at([...others, away, deputy('Ümmühan Güneş', { state: 'absent' })])).toEqual([3, 1])
      expect(at([...others, away, deputy('Başka Biri')])).toEqual([3, 1])
      const onBehalf = { actingFor: { kind: 'on-behalf', name: 'Ümmühan Güneş' } }
      expect(at([...others, away, deputy('', onBehalf)])).toEqual([3, 1])
      expect(at([...others, away, deputy('', { ...onBehalf, role: 'member' })])).toEqual([3, 2])
    })
    it('a member has one seat, whomever he stands in for', () => {
      const both = seat(1, { actingFor: { kind: 'deputy', name: 'Ümmühan Güneş' } })
      expect(at([both, seat(3, { state: 'absent' }), holder({ state: 'excused' })])).toEqual([3, 1])
    })
  })

  it('one more who is there never loses it, and nobody is counted twice', () => {
    const state = fc.constantFrom('present', 'excused', 'on-leave', 'absent', 'invited')
    const membership = fc.constantFrom('full', 'elected', 'ex-officio', 'substitute')
    const people = fc.array(fc.tuple(state, membership, fc.boolean()), { maxLength: 20 })
    fc.assert(
      fc.property(people, fc.integer({ min: 1, max: 4 }), (all, numerator) => {
        const attendance = all.map(([how, kind, member], n) =>
          member ? seat(n, { state: how, membership: kind }) : row(n, { state: how, role: 'guest' }),
        )
        const rule = quorum({ first: { kind: 'fraction', numerator, denominator: 4 } })
        const standing = quorumAt({ attendance, agenda, quorum: rule }, -1)
        const seats = attendance.filter((one) => one.memberId && one.membership !== 'substitute')
        expect(standing === undefined).toBe(seats.length === 0)
        const there = attendance.filter((one) => one.state === 'present' && one.memberId)
        expect(standing?.present ?? 0).toBeLessThanOrEqual(Math.min(there.length, standing?.members ?? 0))
        const more = attendance.map((one) => ({ ...one, state: 'present' as const }))
        const after = quorumAt({ attendance: more, agenda, quorum: rule }, -1)
        expect(after?.present ?? 0).toBeGreaterThanOrEqual(standing?.present ?? 0)
        expect(after?.needed).toBe(standing?.needed)
      }),
    )
  })
})
