import type { MemberNames } from '../../shared/domain/new-meeting'
import { officeOn } from '../../shared/domain/office-of-day'
import type { Body } from '../../shared/records/body'
import type { ArchiveReader } from './store/store-types'

type Member = Body['members'][number]

/**
 * Names of a body's members as they are now, with office and agency as they were on a day (`YYYY-MM-DD`): what stands
 * at the member goes first, else the office that the person held then. Out: by member id; removed people are left out.
 */
export async function memberNames(
  store: ArchiveReader,
  body: Body,
  day: string,
): Promise<Map<string, MemberNames>> {
  const names = new Map<string, MemberNames>()
  for (const member of body.members) {
    const found = await store.get(member.participantId as `participant_${string}`)
    if (!found.ok) continue
    const { name, prefix, offices } = found.value.record
    const { title, agencyId } = officeOf(member, officeOn(offices, day))
    const agency = agencyId ? await store.get(agencyId) : undefined
    names.set(member.id, {
      name,
      ...(prefix ? { prefix } : {}),
      ...(title ? { title } : {}),
      ...(agencyId ? { agencyId } : {}),
      ...(agency?.ok ? { agencyName: agency.value.record.name } : {}),
    })
  }
  return names
}

/** Who sits for one agency does not bear the title of another. */
function officeOf(
  member: Member,
  held: ReturnType<typeof officeOn>,
): { title: string | undefined; agencyId: `agency_${string}` | undefined } {
  const agencyId = (member.agencyId ?? held?.agencyId) as `agency_${string}` | undefined
  const same = held?.agencyId === agencyId || member.agencyId === undefined
  return { title: member.title ?? (same ? held?.title : undefined), agencyId }
}
