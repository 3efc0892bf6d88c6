import type { Choice } from '../../../../../shared/contract/records-contract'
import { newId } from '../../../../../shared/ids'
import type { Attendance, AttendanceRole, AttendanceState } from '../../../../../shared/records/attendance'
import type { Meeting } from '../../../../../shared/records/meeting'

export type RowId = Attendance['id']

/** How a row is called: `Prof. Dr. Ayşe Demir`, or the agency when no person is named. */
export function rowName(row: Attendance): string {
  return row.name ? [row.prefix, row.name].filter(Boolean).join(' ') : (row.agencyName ?? '')
}

/** A row for what a picker found; title and agency are those of the office held now. */
export function rowOf(choice: Choice, role: AttendanceRole, state: AttendanceState = 'present'): Attendance {
  const base = { id: newId('attendance'), role, state }
  if (choice.type === 'agency') {
    return { ...base, agencyId: choice.id as `agency_${string}`, agencyName: choice.label }
  }
  return {
    ...base,
    participantId: choice.id as `participant_${string}`,
    name: choice.label,
    ...(choice.prefix ? { prefix: choice.prefix } : {}),
    ...(choice.title ? { title: choice.title } : {}),
    ...(choice.agencyId ? { agencyId: choice.agencyId as `agency_${string}` } : {}),
    ...(choice.agencyName ? { agencyName: choice.agencyName } : {}),
  }
}

/** The row that already stands for a choice: the person, or the agency without a named person. */
export function rowFor(rows: readonly Attendance[], choice: Choice): Attendance | undefined {
  return rows.find((row) =>
    choice.type === 'agency'
      ? row.agencyId === choice.id && !row.participantId
      : row.participantId === choice.id,
  )
}

/** How many rows are in each state. */
export function rollCounts(rows: readonly Attendance[]): Record<AttendanceState, number> {
  const counts = { present: 0, excused: 0, 'on-leave': 0, absent: 0, invited: 0 }
  for (const row of rows) counts[row.state] += 1
  return counts
}

/** Moves a row by one place. */
export function movedRow(rows: readonly Attendance[], id: RowId, by: -1 | 1): Attendance[] {
  const index = rows.findIndex((row) => row.id === id)
  const row = rows[index]
  const goal = index + by
  if (!row || goal < 0 || goal >= rows.length) return [...rows]
  const rest = rows.filter((other) => other !== row)
  return [...rest.slice(0, goal), row, ...rest.slice(goal)]
}

/** One key a state: katıldı, mazeretli, izinli, yok (katılmadı), davetli; ı and İ count as i. */
export const stateKeys: Readonly<Record<string, AttendanceState>> = {
  k: 'present',
  m: 'excused',
  i: 'on-leave',
  y: 'absent',
  d: 'invited',
}

/** Who leads, for the summary: the chair, else the moderator. */
export function leaderOf(
  meeting: Pick<Meeting, 'attendance'>,
): { role: 'chair' | 'moderator'; name: string } | undefined {
  const chair = meeting.attendance.find((row) => row.role === 'chair')
  if (chair) return { role: 'chair', name: rowName(chair) }
  const moderator = meeting.attendance.find((row) => row.role === 'moderator')
  return moderator ? { role: 'moderator', name: rowName(moderator) } : undefined
}
