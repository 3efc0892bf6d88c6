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

/**
 * Two writers change one paragraph, at whose end the cursor stands: theirs is written as soon as a key here waits to be saved, and
 * this one types on meanwhile. Out: all is typed, and a conflict comes or is there.
 */
export async function bothWrite(page: Page, id: string, paragraph: Block): Promise<void> {
  const meeting = new MeetingPage(page)
  // A blank at the end is no change yet: the key that meets theirs is a letter.
  await page.keyboard.type(' B')
  await expect(meeting.text).toContainText(`${paragraph.markdown} B`)
  await meeting.saved()
  const markdown = `${paragraph.markdown} Orada yazılan.`
  const changes = { blocks: { upsert: [{ ...paragraph, kind: 'text', markdown }] } }
  // Written by the page itself: from here it could come too late, when all that was typed is saved.
  const theirs = await meeting.root.evaluateHandle(
    (root, save) => {
      const written = new Promise<{ ok: boolean }>((resolve) => {
        const observer = new MutationObserver(() => {
          if (root.dataset.saveState !== 'dirty') return
          observer.disconnect()
          resolve(
            window.door.call('meetings.save', { ...save, basedOn: root.dataset.savedHash } as never) as never,
          )
        })
        observer.observe(root, { attributes: true, attributeFilter: ['data-save-state'] })
      })
      return { written }
    },
    { id, changes },
  )
  await page.keyboard.type('urada yazılan.')
  expect(await theirs.evaluate(({ written }) => written)).toMatchObject({ ok: true })
}

/** Opens that meeting from the list. */
export async function openIt(page: Page): Promise<MeetingPage> {
  await new Frame(page).goTo('Toplantılar')
  await page.getByRole('row', { name: /^İki yazanlı/ }).click()
  const meeting = new MeetingPage(page)
  await expect(meeting.text).toContainText('İkinci paragraf')
  return meeting
}
