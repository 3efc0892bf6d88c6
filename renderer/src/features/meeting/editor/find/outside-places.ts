import type { Attendance } from '../../../../../../shared/records/attendance'
import type { Meeting } from '../../../../../../shared/records/meeting'
import { findInText } from '../../../../../../shared/text/find'
import { rowName } from '../../roll/roll-rows'
import type { FindQuery } from './find-plugin'

const texts = ['title', 'place', 'province'] as const
const lists = ['hosts', 'partners', 'tags'] as const
type HeadText = (typeof texts)[number]
type HeadList = (typeof lists)[number]

/**
 * Where else than in the text words were found: in a field of the head, between two offsets; in a name or tag of a list of
 * the head; or in a row of the roll.
 */
export type OutsidePlace =
  | { in: 'head'; field: HeadText; from: number; to: number }
  | { in: 'head'; field: HeadList }
  | { in: 'roll'; row: Attendance['id'] }

type Searched = Pick<Meeting, HeadText | HeadList | 'attendance'>

function wordsOf(row: Attendance): string[] {
  return [rowName(row), row.title, row.agencyName, row.actingFor?.name, row.note].flatMap(
    (words) => words ?? [],
  )
}

/** Places of the words in title, place, province, agencies, tags and roll, from first to last. */
export function placesOutside(meeting: Searched, query: FindQuery): OutsidePlace[] {
  const places = (text: string) => findInText(text, query.words, query)
  const inTexts = texts.flatMap((field) =>
    places(meeting[field] ?? '').map(([from, to]): OutsidePlace => ({ in: 'head', field, from, to })),
  )
  const inLists = lists.flatMap((field) =>
    meeting[field]
      .flatMap((one) => places(typeof one === 'string' ? one : one.name))
      .map((): OutsidePlace => ({ in: 'head', field })),
  )
  // Whoever stands for an agency alone has its name: it is one place.
  const roll = meeting.attendance.flatMap((row) =>
    [...new Set(wordsOf(row))].flatMap(places).map((): OutsidePlace => ({ in: 'roll', row: row.id })),
  )
  return [...inTexts, ...inLists, ...roll]
}

/** Shows a place outside of the text, where its panel is open; words that can be selected are. */
export function showPlace(place: OutsidePlace): void {
  if (place.in === 'roll') {
    document.querySelector<HTMLElement>(`tr[data-row="${place.row}"]`)?.focus()
    return
  }
  const field = document.querySelector<HTMLInputElement | HTMLTextAreaElement>(
    place.field === 'title'
      ? '[data-meeting-title]'
      : `[data-head-field="${place.field}"] input:not([type="hidden"])`,
  )
  if (!field) return
  if (field.disabled) field.closest('section')?.focus()
  field.scrollIntoView({ block: 'nearest' })
  field.focus()
  if ('from' in place) field.setSelectionRange(place.from, place.to)
}
