/**
 * Public holidays of Turkey: 2429 sayılı Ulusal Bayram ve Genel Tatiller Hakkında Kanun, art. 1 and 2, with its
 * amendments (1 May from 2009, 15 July from 2017). Eves of the two religious feasts and 28 October are half days.
 */
export const holidayNames = [
  'new-year',
  'sovereignty',
  'labour',
  'youth',
  'democracy',
  'victory',
  'republic-eve',
  'republic',
  'ramadan-eve',
  'ramadan',
  'sacrifice-eve',
  'sacrifice',
] as const
export type HolidayName = (typeof holidayNames)[number]

export interface Holiday {
  name: HolidayName
  /** Offices close at 13.00. */
  half: boolean
}

const DAY = 86_400_000

const fixed: Record<string, { name: HolidayName; since?: number; half?: true }> = {
  '01-01': { name: 'new-year' },
  '04-23': { name: 'sovereignty' },
  '05-01': { name: 'labour', since: 2009 },
  '05-19': { name: 'youth' },
  '07-15': { name: 'democracy', since: 2017 },
  '08-30': { name: 'victory' },
  '10-28': { name: 'republic-eve', half: true },
  '10-29': { name: 'republic' },
}

const hijri = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura-nu-latn', {
  day: 'numeric',
  month: 'numeric',
  timeZone: 'UTC',
})

/** Month and day of the feasts' first days in the Hijri calendar, and how many days they last. */
const feasts = [
  { name: 'ramadan', eve: 'ramadan-eve', month: 10, day: 1, days: 3 },
  { name: 'sacrifice', eve: 'sacrifice-eve', month: 12, day: 10, days: 4 },
] as const

/**
 * First days that Turkey kept a day beside the computed calendar, as Diyanet İşleri Başkanlığı proclaimed them
 * (vakithesaplama.diyanet.gov.tr/resmitatiller.php, retold in the definitions of the Ruby gem `holidays`; years from
 * 2014 to 2030 otherwise agree with Umm al-Qura). Computed first day → proclaimed one.
 */
const proclaimed: Record<string, string> = {
  '2015-09-23': '2015-09-24',
  '2016-07-06': '2016-07-05',
  '2016-09-11': '2016-09-12',
}

const iso = (time: number) => new Date(time).toISOString().slice(0, 10)
const timeOf = (date: string) => Date.parse(`${date}T00:00:00Z`)

/** The computed first days of both feasts in a year: one each, or two of one where the lunar year is short enough. */
function feastDays(year: number): Map<string, Holiday> {
  const found = new Map<string, Holiday>()
  // From the year before: a feast or its days may reach over New Year.
  for (let time = Date.UTC(year - 1, 11, 20); time < Date.UTC(year + 1, 0, 10); time += DAY) {
    const parts = hijri.formatToParts(time)
    const part = (type: string) => Number(parts.find((one) => one.type === type)?.value)
    for (const { name, eve, month, day, days } of feasts) {
      if (part('month') !== month || part('day') !== day) continue
      const first = timeOf(proclaimed[iso(time)] ?? iso(time))
      found.set(iso(first - DAY), { name: eve, half: true })
      for (let n = 0; n < days; n += 1) found.set(iso(first + n * DAY), { name, half: false })
    }
  }
  return found
}

const feastsOf = new Map<number, Map<string, Holiday>>()

/**
 * The public holiday of a day, if it is one. In: `YYYY-MM-DD`. Out: its name, and whether it is half a day.
 * Religious feasts of years after 2030 are computed (Umm al-Qura) and may be proclaimed a day earlier or later.
 */
export function holidayOn(date: string): Holiday | undefined {
  const year = Number(date.slice(0, 4))
  const known = fixed[date.slice(5, 10)]
  if (known && !known.half && year >= (known.since ?? 0)) return { name: known.name, half: false }
  let moving = feastsOf.get(year)
  if (!moving) feastsOf.set(year, (moving = feastDays(year)))
  return moving.get(date.slice(0, 10)) ?? (known?.half ? { name: known.name, half: true } : undefined)
}

/** Whether offices work on a day, if only before noon. In: `YYYY-MM-DD`. */
export function isWorkingDay(date: string): boolean {
  const weekday = new Date(timeOf(date)).getUTCDay()
  return weekday !== 0 && weekday !== 6 && holidayOn(date)?.half !== false
}

/** The day so many days later (or earlier). In and out: `YYYY-MM-DD`. */
export function addDays(date: string, days: number): string {
  return iso(timeOf(date) + days * DAY)
}

/** The last of so many working days, counted from the day after. In and out: `YYYY-MM-DD`; `days` from 1. */
export function addWorkingDays(date: string, days: number): string {
  let day = date
  for (let left = days; left > 0;) {
    day = addDays(day, 1)
    if (isWorkingDay(day)) left -= 1
  }
  return day
}
