import { expect, type Page } from '@playwright/test'
import { newId } from '../../shared/ids'
import { makeMeetingWith } from './made-meeting'
import { Frame } from './pages/frame'
import { MeetingPage } from './pages/meeting-page'

export interface Block {
  id: string
  markdown: string
}

/** A meeting of two paragraphs, made through the door. Out: its id and blocks. */
export async function makeMeeting(page: Page): Promise<{ id: string; blocks: Block[] }> {
  const blocks = ['Birinci paragraf.', 'İkinci paragraf.'].map((markdown) => ({
    id: newId('text'),
    kind: 'text',
    markdown,
  }))
  return { id: await makeMeetingWith(page, 'İki yazanlı', blocks), blocks }
}

/** What another writer does: changes a block of the meeting as it stands on the disk. */
export async function writeElsewhere(page: Page, id: string, block: Block): Promise<void> {
  await page.evaluate(
    async ([meetingId, changed]) => {
      const call = (door: string, input: unknown) =>
        window.door.call(door as never, input as never) as unknown as Promise<{
          ok: boolean
          value: { hash: string }
        }>
      const now = await call('meetings.get', { id: meetingId })
      const changes = { blocks: { upsert: [{ ...changed, kind: 'text' }] } }
      const saved = await call('meetings.save', { id: meetingId, changes, basedOn: now.value.hash })
      if (!saved.ok) throw new Error(JSON.stringify(saved))
    },
    [id, block] as const,
  )
}

/** Opens that meeting from the list. */
export async function openIt(page: Page): Promise<MeetingPage> {
  await new Frame(page).goTo('Toplantılar')
  await page.getByRole('row', { name: /^İki yazanlı/ }).click()
  const meeting = new MeetingPage(page)
  await expect(meeting.text).toContainText('İkinci paragraf')
  return meeting
}
