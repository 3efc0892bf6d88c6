import { rollCallQuorum } from '../domain/quorum'
import { attendanceStates, type Attendance } from '../records/attendance'
import type { Meeting } from '../records/meeting'
import { text, type DocumentBlock, type Inline, type TableColumn } from './document'
import { agendaNumbers } from './minutes-agenda'
import { actingWords, personName } from './people'
import { fill, type Words } from './words'

/** The roll in the order of the paper: those present, then excused, on leave, absent, invited; else as recorded. */
export function rollInOrder(rows: readonly Attendance[]): Attendance[] {
  return attendanceStates.flatMap((state) => rows.filter((row) => row.state === state))
}

/** How many rows stand in each state, those with any. */
export function stateCounts(
  rows: readonly Attendance[],
  words: Words,
): { state: Attendance['state']; label: string; count: number }[] {
  return attendanceStates
    .map((state) => ({
      state,
      label: words.terms.attendanceState[state],
      count: rows.filter((row) => row.state === state).length,
    }))
    .filter(({ count }) => count > 0)
}

/** Came or left in the middle, and remarks: what stands below a row's state. */
function remarks(row: Attendance, numbers: Map<string, string>, words: Words): string[] {
  const item = (id: string | undefined) => {
    const number = id === undefined ? undefined : numbers.get(id)
    return number === undefined ? undefined : fill(words.attendance.item, { number })
  }
  const came = item(row.cameAtItemId)
  const left = item(row.leftAtItemId)
  return [
    came ? fill(words.attendance.came, { item: came }) : '',
    left ? fill(words.attendance.left, { item: left }) : '',
    row.note ?? '',
  ].filter(Boolean)
}

/**
 * What the roll call showed of the quorum, worded by rule (domain: *yeter sayı*, the sentence behind the list of those present).
 * Out: empty when no rule is known, when none asks for a number, or when nobody stands in the roll.
 */
export function quorumWords(meeting: Meeting, words: Words): string {
  const standing = rollCallQuorum(meeting)
  if (!standing?.telling) return ''
  const sentence = fill(standing.met ? words.attendance.quorumMet : words.attendance.quorumNotMet, {
    call: meeting.quorum?.call === 'second' ? words.attendance.secondCall : '',
    members: String(standing.members),
    present: String(standing.present),
    needed: String(standing.needed),
  })
  return standing.declared ? `${sentence} ${words.attendance.notHeld}` : sentence
}

/** That the sound of the meeting was recorded, with the consent of those present; empty when it was not. */
export function soundWords(meeting: Meeting, words: Words): string {
  return meeting.recordings.some(({ pieces }) => pieces.length > 0) ? words.attendance.recorded : ''
}

/** One row of the roll as words a column, for paper and Markdown alike. Cells hold lines. */
export interface RollRow {
  order: string
  name: string
  title: string[]
  agency: string
  role: string
  state: string[]
}

/** The roll as rows of words. */
export function rollRows(meeting: Meeting, words: Words): RollRow[] {
  const numbers = agendaNumbers(meeting)
  return rollInOrder(meeting.attendance).map((row, index) => ({
    order: String(index + 1),
    name: personName(row),
    title: [row.title ?? '', actingWords(row, words)].filter(Boolean),
    agency: row.agencyName ?? '',
    role: words.terms.attendanceRole[row.role],
    state: [words.terms.attendanceState[row.state], ...remarks(row, numbers, words)],
  }))
}

/** Lines of a cell, broken apart. */
export function lines(parts: readonly string[]): Inline[] {
  return parts.flatMap((part, index) => [
    ...(index > 0 ? [{ kind: 'lineBreak' as const }] : []),
    ...text(part),
  ])
}

/** Table of the roll with a line of totals. Columns that no row fills are left out. */
export function rollTable(meeting: Meeting, words: Words): DocumentBlock[] {
  const rows = rollRows(meeting, words)
  if (rows.length === 0) return []
  const { attendance } = words
  // Where mostly agencies attend, without named persons, theirs is the wide column.
  const mostlyNamed = rows.filter((row) => row.name).length * 2 > rows.length
  const columns: { show: boolean; column: TableColumn; cell: (row: RollRow) => Inline[] }[] = [
    {
      show: true,
      column: { head: text(attendance.order), width: 'narrow', align: 'right' },
      cell: (row) => text(row.order),
    },
    {
      show: rows.some((row) => row.name),
      column: { head: text(attendance.name), width: mostlyNamed ? 5 : 3.8 },
      cell: (row) => text(row.name || attendance.noName),
    },
    {
      show: rows.some((row) => row.title.length > 0),
      column: { head: text(attendance.title), width: mostlyNamed ? 4.5 : 3.2 },
      cell: (row) => lines(row.title),
    },
    {
      show: rows.some((row) => row.agency),
      column: { head: text(attendance.agency), width: mostlyNamed ? 7 : 10 },
      cell: (row) => text(row.agency),
    },
    {
      show: meeting.attendance.some((row) => row.role !== 'participant'),
      column: { head: text(attendance.role), width: 3.4 },
      cell: (row) => text(row.role),
    },
    {
      show:
        rows.some((row) => row.state.length > 1) || meeting.attendance.some((row) => row.state !== 'present'),
      column: { head: text(attendance.state), width: 3 },
      cell: (row) => lines(row.state),
    },
  ]
  const shown = columns.filter(({ show }) => show)
  return [
    {
      kind: 'table',
      dense: true,
      columns: shown.map(({ column }) => column),
      rows: rows.map((row) => shown.map(({ cell }) => cell(row))),
    },
    { kind: 'paragraph', style: 'note', inline: text(rollTotals(meeting, words)) },
  ]
}

/** `Toplam 15 kayıt: katıldı 13, mazeretli 2.` */
export function rollTotals(meeting: Meeting, words: Words): string {
  const states = stateCounts(meeting.attendance, words)
  return fill(words.attendance.total, {
    count: meeting.attendance.length,
    states: states.map(({ label, count }) => `${label} ${count}`).join(', '),
  })
}
