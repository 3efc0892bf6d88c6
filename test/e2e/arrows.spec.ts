import type { Page } from '@playwright/test'
import { expect, test } from '../support/app'
import { Frame } from '../support/pages/frame'
import { MeetingPage } from '../support/pages/meeting-page'

/** The words of the block that holds the cursor and how many letters stand before it there; undefined between blocks. */
function cursor(page: Page): Promise<string | undefined> {
  return page.evaluate(() => {
    const selection = getSelection()
    const at = selection?.focusNode
    const block = (at instanceof Element ? at : at?.parentElement)?.closest('p, h2, [class*="_text_"]')
    if (!selection || !at || !block) return undefined
    const before = document.createRange()
    before.setStart(block, 0)
    before.setEnd(at, selection.focusOffset)
    return `${block.textContent} ${before.toString().length}`
  })
}

test('Arrow Up and Down go through headings, decisions, action items, tables and folded items', async ({
  desk,
}) => {
  test.setTimeout(90_000)
  const { page } = await desk.start()
  await new Frame(page).createArchive('Oklar')
  const meeting = new MeetingPage(page)
  /** Presses one key and then the other until the cursor has been in all these blocks. */
  const passes = async (key: string, first: string, wanted: string[]) => {
    const passed: (string | undefined)[] = []
    for (let step = 0; step < 40 && passed.at(-1) !== wanted.at(-1); step += 1) {
      await page.keyboard.press(first)
      passed.push(await cursor(page))
      await page.keyboard.press(key)
      // The browser tells of a cursor a moment after it has moved it.
      await page.waitForTimeout(50)
    }
    // Between two parts, and in the empty line at the end, there is no word.
    expect(passed.filter((place) => place?.trim().includes(' '))).toEqual(wanted)
  }
  await meeting.create()
  await meeting.goToEnd()
  const line = async (words: string) => {
    await page.keyboard.type(words)
    await page.keyboard.press('Enter')
  }
  await line('giriş')
  await line('/gündem Yol')
  await line('yol satırı')
  await line('/gündem Su')
  await line('a')
  await line('/karar Onay')
  await line('b')
  await line('/görev Yazı')
  await line('/karar İki')
  await page.keyboard.type('c')

  const blocks = ['giriş', 'Yol', 'yol satırı', 'Su', 'a', 'Onay', 'b', 'Yazı', 'İki', 'c']
  const starts = blocks.map((words) => `${words} 0`)
  const ends = blocks.map((words) => `${words} ${words.length}`)
  for (const [first, places] of [
    ['Home', starts],
    ['End', ends],
  ] as const) {
    await test.step(`from the ${first} of every line`, async () => {
      await page.keyboard.press('Control+End')
      await passes('ArrowUp', first, [...places].reverse())
      await page.keyboard.press('Control+Home')
      await passes('ArrowDown', first, [...places])
    })
  }
  await test.step('without any other key, from the first column', async () => {
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Home')
    for (let step = 0; step < 20; step += 1) {
      await page.keyboard.press('ArrowUp')
      await page.waitForTimeout(50)
    }
    expect(await cursor(page)).toBe('giriş 0')
  })
  await test.step('Shift takes along what is passed', async () => {
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Home')
    expect(await cursor(page)).toBe('Su 0')
    await page.keyboard.press('Shift+ArrowUp')
    await page.waitForTimeout(50)
    await page.keyboard.press('Shift+ArrowUp')
    await page.waitForTimeout(50)
    expect(await cursor(page)).toBe('Yol 0')
    expect(await page.evaluate(() => getSelection()?.toString().split(/\n+/))).toEqual([
      'Yol',
      'yol satırı',
      '',
    ])
  })
  await test.step('a folded item stays folded', async () => {
    await page.keyboard.press('Control+Home')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Control+.')
    await expect(meeting.text.getByText('yol satırı')).toBeHidden()
    await passes('ArrowDown', 'Home', ['Yol 0', 'Su 0', 'a 0'])
    await page.keyboard.press('Home')
    await passes('ArrowUp', 'Home', ['Onay 0', 'a 0', 'Su 0', 'Yol 0', 'giriş 0'])
    await expect(meeting.text.getByText('yol satırı')).toBeHidden()
  })
  await test.step('into a table and out of it', async () => {
    const inTable = () =>
      page.evaluate(() => getSelection()?.focusNode?.parentElement?.closest('table') instanceof Element)
    await page.keyboard.press('Control+End')
    await line('/karar Dört')
    await page.keyboard.type('/tablo')
    await page.keyboard.press('Enter')
    await expect.poll(inTable).toBe(true)
    await page.keyboard.press('Control+End')
    await page.keyboard.type('/gündem Son')
    await page.keyboard.press('Home')
    await page.keyboard.press('ArrowUp')
    await expect.poll(inTable).toBe(true)
    await passes('ArrowUp', 'Home', ['Dört 0'])
    // One more has been pressed: back to the decision.
    await page.keyboard.press('ArrowDown')
    expect(await cursor(page)).toBe('Dört 0')
    await page.keyboard.press('ArrowDown')
    await expect.poll(inTable).toBe(true)
    await passes('ArrowDown', 'Home', ['Son 0'])
  })
})
