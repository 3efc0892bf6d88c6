import { formatEventRange, formatEventTime, partsOf, type Language } from '../dates'
import type { AttendanceRole } from '../records/attendance'
import type { Meeting, MeetingTime } from '../records/meeting'
import type { OfficeSettings } from '../records/office-settings'
import { foldTr, upperTr } from '../text/turkish'
import { text, type DocumentBlock } from './document'
import { personLine } from './people'
import type { Words } from './words'

/** `T.C.` / ADMINISTRATION (and governorship) / Unit, as article 10 of the 2020 regulation asks. Nothing when the office gave nothing. */
export function letterhead(office: OfficeSettings, words: Words): DocumentBlock[] {
  const { administration, province, unit, republic } = office.letterhead
  const named = [upperTr(administration.trim()), upperTr(province.trim()), unit.trim()].filter(Boolean)
  if (named.length === 0) return []
  return [{ kind: 'letterhead', lines: [...(republic ? [words.stateLine] : []), ...named] }]
}

/** Last words (folded) after which a title needs no word for its kind: `… Toplantısı` → `… TOPLANTISI TUTANAĞI`. */
const namesItsKind =
  /(?:toplanti(?:si)?|seminer(?:i)?|calistay(?:i)?|panel(?:i)?|konferans(?:i)?|sempozyum(?:u)?|oturum(?:u)?|genel kurul(?:u)?|kongre(?:si)?|bulusma(?:si)?|program(?:i)?|egitim(?:i)?)$/

/** The words that call a meeting by name: its board, else its own title. */
export function meetingName(meeting: Meeting, words: Words): string {
  return (meeting.bodyName ?? '').trim() || meeting.title.trim() || words.titles.untitled
}

/**
 * The title of the minutes in capitals: `İL ÖRNEK KURULU TOPLANTI TUTANAĞI`, `ÖN GÖRÜŞME TOPLANTISI TUTANAĞI`.
 * In English the kind comes first: `MINUTES OF MEETING – …`.
 */
export function minutesTitle(meeting: Meeting, words: Words, lang: Language): string {
  const name = upperTr(meetingName(meeting, words))
  if (lang === 'en') return `${words.titles[meeting.kind]} – ${name}`
  const folded = foldTr(name)
  if (/tutanagi$/.test(folded)) return name
  return `${name} ${namesItsKind.test(folded) ? words.titles.minutes : words.titles[meeting.kind]}`
}

/** The date of a meeting for boxes: `21.11.2022`, a stretch, or – without a year – as it was written. */
export function dateWords(time: MeetingTime, lang: Language): string {
  const start = time.start
  if (!start || partsOf(start).year === undefined) {
    return time.asWritten || formatEventRange(start, time.end, 'long', lang)
  }
  const dayOf = (value: string | undefined) => value?.split('T')[0]
  if (clockWords(time, lang)) return formatEventTime(dayOf(start) ?? start, 'short', lang)
  return formatEventRange(start, time.end, 'short', lang)
}

/** `10.00 – 12.15`, for a meeting on one day; empty when no hour is known. */
export function clockWords(time: MeetingTime, lang: Language): string {
  const [day, from] = time.start?.split('T') ?? []
  const [lastDay, until] = time.end?.split('T') ?? []
  if (!from || (lastDay && lastDay !== day)) return ''
  const show = (clock: string) => (lang === 'tr' ? clock.replace(':', '.') : clock)
  return until ? `${show(from)} – ${show(until)}` : show(from)
}

function holders(meeting: Meeting, role: AttendanceRole): string {
  return meeting.attendance
    .filter((row) => row.role === role && row.state === 'present')
    .map(personLine)
    .join('; ')
}

/** The fields that head minutes, with their labels; only those that are known. */
export function meetingFields(
  meeting: Meeting,
  words: Words,
  lang: Language,
): { label: string; value: string }[] {
  const { fields } = words
  const named = meeting.bodyName?.trim() && foldTr(meeting.bodyName) !== foldTr(meeting.title)
  const chair = holders(meeting, 'chair')
  const place = [meeting.place, meeting.province].filter(Boolean)
  const rows = [
    { label: fields.subject, value: named ? meeting.title : '' },
    { label: fields.no, value: meeting.numbers.no },
    { label: fields.term, value: meeting.numbers.term },
    { label: fields.sitting, value: meeting.numbers.sitting },
    { label: fields.session, value: meeting.numbers.session },
    { label: fields.date, value: dateWords(meeting.time, lang) },
    { label: fields.clock, value: clockWords(meeting.time, lang) },
    { label: fields.place, value: place.join(', ') },
    { label: fields.chair, value: chair },
    { label: fields.moderator, value: chair ? '' : holders(meeting, 'moderator') },
    { label: fields.rapporteur, value: holders(meeting, 'rapporteur') },
    { label: fields.kind, value: meeting.kind === 'meeting' ? '' : words.terms.meetingKind[meeting.kind] },
    { label: fields.hosts, value: meeting.hosts.map((ref) => ref.name).join('; ') },
    { label: fields.partners, value: meeting.partners.map((ref) => ref.name).join('; ') },
  ]
  return rows.flatMap(({ label, value }) => (value ? [{ label, value }] : []))
}

/** Who issues the paper, in one line: administration, governorship, unit. */
export function officeName(office: OfficeSettings): string {
  const { administration, province, unit } = office.letterhead
  return [administration.trim(), province.trim(), unit.trim()].filter(Boolean).join(', ')
}

/** The box of fields. */
export function fieldsBox(meeting: Meeting, words: Words, lang: Language): DocumentBlock[] {
  const rows = meetingFields(meeting, words, lang)
  return rows.length > 0
    ? [{ kind: 'fields', rows: rows.map(({ label, value }) => ({ label, value: text(value) })) }]
    : []
}
