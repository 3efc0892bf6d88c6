import type { Attendance } from '../../../../../shared/records/attendance'
import type { Participant } from '../../../../../shared/records/participant'
import { callDoor } from '../../../api/door'

/**
 * Keeps title and agency of a roll row in the record of a person who has no office yet (somebody created on the fly), so that the
 * next roll has them filled in. People with offices are left alone: a title of the day is not their office.
 */
export async function rememberOffice(row: Attendance): Promise<void> {
  if (!row.participantId || (!row.title && !row.agencyId)) return
  const found = await callDoor('records.get', { id: row.participantId })
  if (!found.ok) return
  const person = found.value.record as Participant
  if (person.offices.length > 0) return
  const office = {
    ...(row.agencyId ? { agencyId: row.agencyId } : {}),
    ...(row.title ? { title: row.title } : {}),
  }
  await callDoor('records.update', {
    id: row.participantId,
    set: { offices: [office] },
    basedOn: found.value.hash,
  })
}
