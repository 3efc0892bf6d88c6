import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lossBetween, type SeenRecord } from '../../../shared/domain/backup-loss'
import {
  backupReasons,
  defaultRules,
  rotate,
  type RotatedBackup,
} from '../../../shared/domain/backup-rotation'

const dayMs = 86_400_000
const start = Date.parse('2026-03-15T09:00:00Z')

/** One backup every day, the newest last; all good. */
function daily(days: number, size = 1): RotatedBackup[] {
  return Array.from({ length: days }, (_none, n) => ({
    name: `gün ${days - n}`,
    at: new Date(start - (days - 1 - n) * dayMs).toISOString(),
    reason: 'daily',
    size,
    good: true,
  }))
}

const backups = fc
  .array(
    fc.record({
      at: fc.integer({ min: start - 900 * dayMs, max: start + 40 * dayMs }),
      reason: fc.constantFrom(...backupReasons),
      size: fc.integer({ min: 0, max: 3 * 1024 ** 3 }),
      good: fc.boolean(),
    }),
    { minLength: 1, maxLength: 60 },
  )
  .map((found) =>
    found.map((one, n): RotatedBackup => ({ ...one, name: `b${n}`, at: new Date(one.at).toISOString() })),
  )
const caps = fc.integer({ min: 1, max: 20 * 1024 ** 3 })

describe('rotation', () => {
  it('keeps the last seven days, five weeks and twelve months of a long row of days', () => {
    const row = daily(800)
    const { keep, remove, overCap } = rotate(row, 'gün 1', new Date(start))
    const kept = row.filter(({ name }) => keep.includes(name)).map(({ at }) => at.slice(0, 10))
    expect(kept.slice(-7)).toEqual([
      '2026-03-09',
      '2026-03-10',
      '2026-03-11',
      '2026-03-12',
      '2026-03-13',
      '2026-03-14',
      '2026-03-15',
    ])
    // Sundays end the weeks; the last day of a month is its newest.
    expect(kept).toEqual(expect.arrayContaining(['2026-03-08', '2026-03-01', '2026-02-22', '2026-02-15']))
    expect(kept).toEqual(expect.arrayContaining(['2026-02-28', '2026-01-31', '2025-12-31', '2025-04-30']))
    expect(kept).not.toContain('2025-03-31')
    expect(keep.length + remove.length).toBe(800)
    expect(overCap).toBe(false)
  })

  it('keeps all that were made by hand on the same day, until the next', () => {
    const byHand = (hour: number): RotatedBackup => ({
      name: `elle ${hour}`,
      at: new Date(start - hour * 3_600_000).toISOString(),
      reason: 'manual',
      size: 1,
      good: true,
    })
    const hands = [byHand(2), byHand(1), byHand(0)]
    expect(rotate(hands, 'elle 0', new Date(start)).remove).toEqual([])
    const next = new Date(start + dayMs * 1.5)
    const last: RotatedBackup = { ...byHand(0), name: 'yarın', at: next.toISOString() }
    expect(rotate([...hands, last], 'yarın', next).remove).toEqual(['elle 2', 'elle 1'])
  })

  it('lets the oldest go first when the cap is reached', () => {
    const { keep, overCap } = rotate(daily(7, 10), 'gün 1', new Date(start), {
      ...defaultRules,
      capBytes: 35,
    })
    expect(keep).toEqual(['gün 3', 'gün 2', 'gün 1'])
    expect(overCap).toBe(false)
  })

  it('counts attachments against the cap, and says when nothing more may go', () => {
    const rules = { ...defaultRules, capBytes: 35 }
    expect(rotate(daily(7, 10), 'gün 1', new Date(start), rules, 100)).toMatchObject({
      keep: ['gün 1'],
      overCap: true,
    })
  })

  it('keeps those before an upgrade, an import or a restore for thirty days, whatever the cap', () => {
    fc.assert(
      fc.property(backups, caps, (found, capBytes) => {
        const made = found.findLast(({ good }) => good)
        fc.pre(made !== undefined)
        const { remove } = rotate(found, made.name, new Date(start), { ...defaultRules, capBytes })
        for (const { name, at, reason, good } of found) {
          const special = reason !== 'daily' && reason !== 'manual'
          if (special && good && Date.parse(at) > start - 30 * dayMs) expect(remove).not.toContain(name)
        }
      }),
    )
  })

  it('never takes the newest good one nor the one just made, and takes nothing when that failed', () => {
    fc.assert(
      fc.property(backups, caps, fc.nat(), (found, capBytes, pick) => {
        const made = found[pick % found.length] as RotatedBackup
        const { keep, remove } = rotate(found, made.name, new Date(start), { ...defaultRules, capBytes })
        expect([...keep, ...remove].sort()).toEqual(found.map(({ name }) => name).sort())
        if (!made.good) {
          expect(remove).toEqual([])
          return
        }
        expect(keep).toContain(made.name)
        const times = found.filter(({ good }) => good).map(({ at }) => Date.parse(at))
        const newest = found.filter(({ good, at }) => good && Date.parse(at) === Math.max(...times))
        expect(newest.some(({ name }) => keep.includes(name))).toBe(true)
      }),
    )
    expect(rotate(daily(100), undefined, new Date(start)).remove).toEqual([])
  })

  it('takes nothing more the second time', () => {
    fc.assert(
      fc.property(backups, caps, (found, capBytes) => {
        const made = found.findLast(({ good }) => good)
        fc.pre(made !== undefined)
        const rules = { ...defaultRules, capBytes }
        const { keep } = rotate(found, made.name, new Date(start), rules)
        const again = rotate(
          found.filter(({ name }) => keep.includes(name)),
          made.name,
          new Date(start),
          rules,
        )
        expect(again.remove).toEqual([])
      }),
    )
  })

  it('does not call everything old when the clock jumps ahead by years', () => {
    const row: RotatedBackup[] = daily(3).map((one) => ({ ...one, reason: 'upgrade' }))
    const late: RotatedBackup = {
      name: 'yeni',
      at: '2031-01-01T00:00:00Z',
      reason: 'daily',
      size: 1,
      good: true,
    }
    const rules = { ...defaultRules, days: 1, weeks: 1, months: 1 }
    expect(rotate([...row, late], 'yeni', new Date('2031-01-01T00:00:00Z'), rules).remove).toEqual([])
  })
})

describe('a sudden loss', () => {
  const seen = (sizes: number[]): Map<string, SeenRecord> =>
    new Map(sizes.map((size, n) => [`r${n}`, { size, readable: true }]))

  it('is more than a fifth of the records', () => {
    const before = seen(Array<number>(10).fill(3_000))
    const without = (count: number) => new Map([...before].slice(count))
    expect(lossBetween(before, without(2)).sudden).toBe(false)
    expect(lossBetween(before, without(3))).toEqual({ gone: 3, emptied: 0, total: 10, sudden: true })
  })

  it('counts records whose text is gone or cannot be read', () => {
    const before = seen(Array<number>(10).fill(3_000))
    const now = new Map(before)
    now.set('r0', { size: 500, readable: true })
    now.set('r1', { size: 3_000, readable: false })
    now.set('r2', { size: 0, readable: false })
    expect(lossBetween(before, now)).toEqual({ gone: 0, emptied: 3, total: 10, sudden: true })
  })

  it('is not told of a handful of records, nor of new ones', () => {
    expect(lossBetween(seen([900, 900]), seen([900])).sudden).toBe(false)
    expect(lossBetween(new Map(), seen([900])).sudden).toBe(false)
  })
})
