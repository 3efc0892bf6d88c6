import type { Attendance, AttendanceRole } from '../records/attendance'
import type { Meeting } from '../records/meeting'
import type { DocumentBlock, Signer } from './document'
import { actingWords, signedName } from './people'
import type { Words } from './words'

const signingRoles: readonly AttendanceRole[] = [
  'chair',
  'deputy-chair',
  'member',
  'representative',
  'rapporteur',
]

/**
 * Who signs minutes: chair, members, representatives and rapporteur who were present and are named – those absent
 * do not sign; the moderator when nobody chaired. `signerIds` names them instead (ids of roll rows).
 */
export function signersOf(meeting: Meeting, signerIds?: readonly string[]): Attendance[] {
  const present = meeting.attendance.filter((row) => row.state === 'present' && row.name)
  if (signerIds) return present.filter((row) => signerIds.includes(row.id))
  const chaired = present.some((row) => row.role === 'chair' || row.role === 'deputy-chair')
  return present.filter((row) => signingRoles.includes(row.role) || (!chaired && row.role === 'moderator'))
}

/** Members side by side: three or four columns as many as fit evenly, two when there are two. */
function columnsFor(members: number): number {
  if (members <= 3) return Math.max(members, 1)
  return members % 4 === 0 || members > 9 ? 4 : members === 5 || members === 6 || members === 9 ? 3 : 4
}

/** The block of signatures: chair alone on top, members in columns below, rapporteur last. */
export function signatureBlock(
  meeting: Meeting,
  words: Words,
  signerIds?: readonly string[],
): DocumentBlock[] {
  const signers = signersOf(meeting, signerIds)
  if (signers.length === 0) return []
  const headRoles: readonly AttendanceRole[] = ['chair', 'deputy-chair', 'moderator']
  const chair = headRoles.map((role) => signers.find((row) => row.role === role)).find(Boolean)
  const last = signers.find((row) => row.role === 'rapporteur' && row !== chair)
  const members = signers.filter((row) => row !== chair && row !== last)
  const entry = (row: Attendance): Signer => ({
    name: signedName(row),
    lines: [
      row.title ?? '',
      row.agencyName ?? '',
      actingWords(row, words),
      words.terms.attendanceRole[row.role],
    ].filter(Boolean),
  })
  return [
    {
      kind: 'signatures',
      columns: columnsFor(members.length),
      ...(chair ? { chair: entry(chair) } : {}),
      members: members.map(entry),
      ...(last ? { last: entry(last) } : {}),
    },
  ]
}
