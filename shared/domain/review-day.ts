import { eventBounds } from '../dates'

/**
 * The day from which a decision comes up again. In: the date as decided; where it has no year (`--04`, `--04-17`) it is the
 * next one at or after the day of the decision. Out: undefined for no date.
 */
export function reviewDay(reviewOn: string, decidedOn: string): string | undefined {
  const dated = eventBounds(reviewOn)
  if (dated) return dated.from
  const year = Number(decidedOn.slice(0, 4))
  const next = [year, year + 1].map((one) => eventBounds(`${one}${reviewOn.slice(1)}`))
  return next.find((day) => day !== undefined && day.to >= decidedOn)?.from
}
