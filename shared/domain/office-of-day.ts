import { eventBounds } from '../dates'
import type { Participant } from '../records/participant'

export type Office = Participant['offices'][number]

/**
 * The office that somebody held on a day: of several the one added last. Half-known dates (`2022`, `2022-05`) count from
 * their first to their last day.
 * In: `YYYY-MM-DD`, or undefined for now, when the last office without an end counts, else the last.
 * Out: undefined when none was held then.
 */
export function officeOn(offices: readonly Office[], day: string | undefined): Office | undefined {
  if (day === undefined) return offices.findLast((office) => !office.to) ?? offices.at(-1)
  return offices.findLast(({ from, to }) => {
    const since = from === undefined ? undefined : eventBounds(from)?.from
    const until = to === undefined ? undefined : eventBounds(to)?.to
    return (since === undefined || since <= day) && (until === undefined || until >= day)
  })
}
