import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ClockWatch } from '../../../../electron/services/store/history/clock-watch'
import { keptVersions, type Aged } from '../../../../electron/services/store/history/thinning'
import { versionReasons } from '../../../../shared/contract/history-contract'

const hour = 3_600_000
const day = 24 * hour
const start = Date.parse('2026-03-01T00:00:00.000Z')
const at = (ms: number) => new Date(start + ms).toISOString()
const lasting = ['status', 'before-restore', 'restored', 'before-import', 'imported', 'outside']

const versions = fc
  .array(fc.record({ ms: fc.integer({ min: 0, max: 40 * day }), why: fc.constantFrom(...versionReasons) }), {
    maxLength: 120,
  })
  .map((all) => all.sort((a, b) => a.ms - b.ms).map(({ ms, why }): Aged => ({ savedAt: at(ms), why })))
const stay = (all: readonly Aged[], greatest: string) => {
  const kept = keptVersions(all, greatest)
  return all.filter((_version, index) => kept[index])
}

describe('thinning', () => {
  it('keeps all of a day, the last of each hour of a week, then the last of each day', () => {
    const every10 = Array.from({ length: 6 * 24 * 10 + 1 }, (_unused, index): Aged => {
      return { savedAt: at(index * 10 * 60_000), why: 'interval' }
    })
    const greatest = every10.at(-1)?.savedAt ?? ''
    const kept = stay(every10, greatest).map(({ savedAt }) => Date.parse(greatest) - Date.parse(savedAt))
    expect(kept.filter((age) => age <= day)).toHaveLength(6 * 24 + 1)
    expect(kept.filter((age) => age > day && age <= 7 * day)).toHaveLength(6 * 24)
    expect(kept.filter((age) => age > 7 * day)).toHaveLength(3)
  })

  it('never touches a version of the last day, one that lasts, or the newest', () => {
    fc.assert(
      fc.property(versions, fc.integer({ min: 0, max: 60 * day }), (all, later) => {
        const greatest = at(40 * day + later)
        const kept = keptVersions(all, greatest)
        all.forEach(({ why, savedAt }, index) => {
          const young = Date.parse(greatest) - Date.parse(savedAt) <= day
          if (young || lasting.includes(why) || index === all.length - 1) expect(kept[index]).toBe(true)
        })
      }),
    )
  })

  it('leaves in every hour of the week, and in every day before it, the newest version', () => {
    fc.assert(
      fc.property(versions, (all) => {
        const greatest = at(40 * day)
        const left = stay(all, greatest)
        for (const { savedAt } of all) {
          const time = Date.parse(savedAt)
          const stretch = Date.parse(greatest) - time > 7 * day ? day : hour
          const newer = left.some((one) => {
            const other = Date.parse(one.savedAt)
            return other >= time && Math.floor(other / stretch) === Math.floor(time / stretch)
          })
          expect(newer).toBe(true)
        }
      }),
    )
  })

  it('comes to the same whether it is done often or once', () => {
    fc.assert(
      fc.property(
        versions,
        fc.array(fc.integer({ min: 0, max: 60 * day }), { maxLength: 4 }),
        (all, times) => {
          const steps = times.sort((a, b) => a - b).map((ms) => at(ms))
          const last = at(60 * day)
          const often = steps.reduce((left, greatest) => stay(left, greatest), all)
          expect(stay(often, last)).toEqual(stay(all, last))
        },
      ),
    )
  })
})

describe('the clock of an archive', () => {
  it('is in doubt after a jump of more than a day, forward or back, until it is confirmed', () => {
    const watch = new ClockWatch()
    watch.saw(at(0))
    watch.saw(at(hour))
    expect(watch.jump).toBeUndefined()
    watch.saw(at(400 * day))
    expect(watch.jump).toEqual({ from: at(hour), to: at(400 * day) })
    watch.saw(at(2 * hour))
    expect(watch.jump).toEqual({ from: at(hour), to: at(2 * hour) })
    watch.confirm(at(3 * hour))
    expect(watch.jump).toBeUndefined()
    expect(watch.greatest).toBe(at(3 * hour))
    watch.saw(at(4 * hour))
    expect(watch.jump).toBeUndefined()
  })

  it('counts from the greatest stamp seen, not from the last', () => {
    const watch = new ClockWatch({ greatest: at(5 * hour) })
    watch.saw(at(hour))
    expect(watch.greatest).toBe(at(5 * hour))
    expect(watch.jump).toBeUndefined()
  })
})
