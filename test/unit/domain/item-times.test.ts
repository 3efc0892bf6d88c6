import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  clockText,
  isRunning,
  openBreak,
  spentOn,
  stampClock,
  stamped,
} from '../../../shared/domain/item-times'
import type { MeetingBreak } from '../../../shared/records/meeting'

const at = (minute: number) => new Date(Date.UTC(2026, 2, 12, 7, minute)).toISOString()
const ms = (minute: number) => Date.parse(at(minute))
const pause = (from: number, to?: number): MeetingBreak => ({
  id: 'break_0190a5d0-0000-7000-8000-000000000001',
  from: at(from),
  ...(to === undefined ? {} : { to: at(to) }),
})

describe('times of an agenda item', () => {
  it('one key begins, ends and takes up again', () => {
    const begun = stamped({}, at(0))
    expect(begun).toEqual({ startedAt: at(0), endedAt: undefined })
    expect(isRunning(begun)).toBe(true)
    const ended = stamped(begun, at(5))
    expect(ended).toEqual({ startedAt: at(0), endedAt: at(5) })
    expect(isRunning(ended)).toBe(false)
    expect(stamped(ended, at(9))).toEqual({ startedAt: at(0), endedAt: undefined })
  })

  it('breaks do not count, also one that still goes on or reaches beyond the item', () => {
    const item = { startedAt: at(10), endedAt: at(40) }
    expect(spentOn(item, [], ms(60))).toBe(30 * 60_000)
    expect(spentOn(item, [pause(15, 25)], ms(60))).toBe(20 * 60_000)
    expect(spentOn(item, [pause(0, 20), pause(30, 50)], ms(60))).toBe(10 * 60_000)
    expect(spentOn({ startedAt: at(10) }, [pause(20)], ms(60))).toBe(10 * 60_000)
    expect(spentOn({}, [pause(0)], ms(60))).toBe(0)
    expect(openBreak([pause(1, 2), pause(3)])?.from).toBe(at(3))
  })

  it('the minutes outside of breaks are those that count, however breaks overlap', () => {
    const span = fc.tuple(fc.nat(100), fc.nat(100))
    fc.assert(
      fc.property(span, fc.array(span, { maxLength: 6 }), ([a, b], pauses) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)]
        const breaks = pauses.map(([x, y]) => pause(Math.min(x, y), Math.max(x, y)))
        let minutes = 0
        for (let minute = from; minute < to; minute += 1)
          if (
            !breaks.some((one) => ms(minute) >= Date.parse(one.from) && ms(minute) < Date.parse(one.to ?? ''))
          )
            minutes += 1
        expect(spentOn({ startedAt: at(from), endedAt: at(to) }, breaks, ms(200))).toBe(minutes * 60_000)
      }),
    )
  })

  it('is written as a clock and as officials write hours', () => {
    expect([clockText(0), clockText(425_000), clockText(3_729_999)]).toEqual(['0:00', '7:05', '1:02:09'])
    expect(stampClock(at(5), 'tr')).toBe('10.05')
    expect(stampClock(at(5), 'en')).toBe('10:05')
  })
})
