import type { Page } from '@playwright/test'
import type { Block } from '../../shared/records/blocks'
import { askDoor } from './door'

/** Makes a meeting with these blocks under its first item, through the door of the window. Out: its id. */
export async function makeMeetingWith(
  page: Page,
  title: string,
  blocks: readonly { id: string; kind: string }[],
): Promise<string> {
  const { id } = await askDoor(page, 'meetings.create', { title, carry: [], alsoBodyIds: [] })
  const { meeting, hash } = await askDoor(page, 'meetings.get', { id })
  const upsert = blocks as unknown as Block[]
  const layout = meeting.agenda.slice(0, 1).map((item) => ({
    itemId: item.id,
    blockIds: upsert.map((block) => block.id),
  }))
  await askDoor(page, 'meetings.save', { id, changes: { blocks: { upsert }, layout }, basedOn: hash })
  return id
}

/** Makes people and a board of them, the first in the chair; `rapporteur`: the second keeps the minutes. Out: its id. */
export async function makeBoardOf(
  page: Page,
  people: readonly string[],
  fields: Record<string, unknown> & { name: string },
  rapporteur = false,
): Promise<`body_${string}`> {
  const members: { id: string; participantId: string; role: string; membership: string }[] = []
  for (const name of people) {
    const person = await askDoor(page, 'records.create', { type: 'participant', fields: { name } })
    const role = members.length === 0 ? 'chair' : rapporteur && members.length === 1 ? 'rapporteur' : 'member'
    const id = `member_${person.id.split('_')[1] ?? ''}`
    members.push({ id, participantId: person.id, role, membership: 'full' })
  }
  const made = await askDoor(page, 'records.create', { type: 'body', fields: { ...fields, members } })
  return made.id as `body_${string}`
}
