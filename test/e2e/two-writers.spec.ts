import { expect, test } from '../support/app'
import { bothWrite, makeMeeting, openIt, writeElsewhere, type Block } from '../support/other-writer'
import { Frame } from '../support/pages/frame'

test('what another window writes is joined, what both changed is asked, and undo takes back only one’s own', async ({
  desk,
}) => {
  const { page } = await desk.start()
  await new Frame(page).createArchive('İki Yazan')
  const { id, blocks } = await makeMeeting(page)
  const [first, second] = blocks as [Block, Block]
  const meeting = await openIt(page)

  await test.step('undo never reaches past what was opened, and saves nothing', async () => {
    const before = await meeting.savedHash()
    await meeting.text.getByText('Birinci paragraf.').click()
    for (let n = 0; n < 10; n += 1) await page.keyboard.press('Control+z')
    await expect(meeting.text).toContainText('Birinci paragraf.')
    await expect(meeting.text).toContainText('İkinci paragraf.')
    expect(await meeting.savedHash()).toBe(before)
  })
  await test.step('both changes of different blocks stay', async () => {
    await page.keyboard.press('End')
    await page.keyboard.type(' Benim sözüm.')
    await writeElsewhere(page, id, { ...second, markdown: 'İkinci paragraf. Başkasının sözü.' })
    await expect(meeting.text).toContainText('Birinci paragraf. Benim sözüm.')
    await expect(meeting.text).toContainText('İkinci paragraf. Başkasının sözü.')
    await meeting.saved()
  })
  await test.step('undo spans blocks and takes back what was typed here, not what came from elsewhere', async () => {
    await page.keyboard.press('Control+Shift+K')
    await expect(meeting.text.getByRole('group', { name: /^Karar/ })).toHaveCount(1)
    await meeting.text.getByText('İkinci paragraf.').click()
    await page.keyboard.press('Home')
    await page.keyboard.type('Ve ')
    await expect(meeting.text).toContainText('Ve İkinci paragraf. Başkasının sözü.')
    for (let n = 0; n < 12; n += 1) await page.keyboard.press('Control+z')
    await expect(meeting.text.getByRole('group', { name: /^Karar/ })).toHaveCount(0)
    await expect(meeting.text).not.toContainText('Benim sözüm')
    await expect(meeting.text).not.toContainText('Ve İkinci')
    await expect(meeting.text).toContainText('Birinci paragraf.')
    await expect(meeting.text).toContainText('İkinci paragraf. Başkasının sözü.')
    await meeting.saved()
  })
  await test.step('left and come back, undo does not empty the minutes', async () => {
    await new Frame(page).goTo('Kişiler')
    await openIt(page)
    await meeting.text.getByText('Birinci paragraf.').click()
    for (let n = 0; n < 10; n += 1) await page.keyboard.press('Control+z')
    await expect(meeting.text).toContainText('İkinci paragraf. Başkasının sözü.')
    await expect(meeting.text).toContainText('Birinci paragraf.')
  })
  await test.step('the same block changed by both is a visible conflict, and the choice is kept', async () => {
    await meeting.text.getByText('Birinci paragraf.').click()
    await page.keyboard.press('End')
    await bothWrite(page, id, first)
    const conflict = page.getByRole('alert', { name: 'Aynı yer iki kez değiştirilmiş' })
    await expect(conflict).toContainText('Orada yazılan')
    await expect(conflict.getByRole('heading', { name: 'Sizinki' })).toBeVisible()
    // At once: the last keys may not be shown in the conflict yet.
    await conflict.getByRole('button', { name: 'İkisi de kalsın' }).click()
    await expect(conflict).toBeHidden()
    await expect(meeting.text).toBeFocused()
    await meeting.saved()
    await expect(meeting.text).toContainText('Orada yazılan')
    await expect(meeting.text).toContainText('Burada yazılan')
  })
})
