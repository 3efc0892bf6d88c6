import { eventBounds } from '../../../../../shared/dates'
import { officeOn } from '../../../../../shared/domain/office-of-day'
import type { Agency } from '../../../../../shared/records/agency'
import type { Attendance } from '../../../../../shared/records/attendance'
import type { Participant } from '../../../../../shared/records/participant'
import { callDoor } from '../../../api/door'
import type { MeetingSession } from '../session/meeting-session'

/**
 * Gives a row that was just added the office which the person held on the day of the meeting: minutes are also typed in
 * years later. A row that was changed meanwhile, and a person without dated offices, are left alone.
 */
export async function fitOfficeOfDay(session: MeetingSession, row: Attendance): Promise<void> {
  const { start } = session.current().time
  const day = start === undefined ? undefined : eventBounds(start)?.from
  if (!row.participantId || day === undefined) return
  const found = await callDoor('records.get', { id: row.participantId })
  if (!found.ok) return
  const { offices } = found.value.record as Participant
  if (!offices.some(({ from, to }) => from ?? to)) return
  const office = officeOn(offices, day)
  if (office?.title === row.title && office?.agencyId === row.agencyId) return
  const agency = office?.agencyId ? await callDoor('records.get', { id: office.agencyId }) : undefined
  const agencyName = agency?.ok ? (agency.value.record as Agency).name : undefined
  session.setAttendance((rows) =>
    rows.map((now) => {
      if (now.id !== row.id || now.title !== row.title || now.agencyId !== row.agencyId) return now
      const { title: _title, agencyId: _id, agencyName: _name, ...rest } = now
      return {
        ...rest,
        ...(office?.title ? { title: office.title } : {}),
        ...(office?.agencyId ? { agencyId: office.agencyId } : {}),
        ...(agencyName ? { agencyName } : {}),
      }
    }),
  )
}
