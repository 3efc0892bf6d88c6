import type { Page } from '@playwright/test'
import { commandIds } from '../../shared/commands'
import { expect, test } from '../support/app'
import { Frame, type Section } from '../support/pages/frame'
import { MeetingPage } from '../support/pages/meeting-page'

/** What a walk with Tab through one screen has found. */
interface Walk {
  /** Controls that Tab never reached. */
  missed: string[]
  /** Controls that look the same with and without the focus. */
  unseen: string[]
  reached: number
}

/** Installs in the page what the walk asks after every Tab. */
async function prepareWalk(page: Page): Promise<number> {
  return page.evaluate(() => {
    const tabbable = [
      ...document.querySelectorAll<HTMLElement>(
        'a[href], button, input, select, textarea, [tabindex], [contenteditable="true"]',
      ),
    ].filter((element) => {
      if (element.tabIndex < 0 || element.hasAttribute('disabled') || !element.checkVisibility()) return false
      // Of a group of choices Tab reaches the chosen one only.
      if (element instanceof HTMLInputElement && element.type === 'radio') return element.checked
      return true
    })
    const looks = (element: HTMLElement) => {
      // A transition shows its old end until the next frame, however short it is.
      for (const change of document.getAnimations()) if (change instanceof CSSTransition) change.finish()
      const around = [element, element.parentElement, element.parentElement?.parentElement]
      // Radios and checkboxes may be drawn by their label.
      const label = element instanceof HTMLInputElement ? (element.labels?.[0] ?? null) : null
      // A list shows the focus on the row that is walked to.
      const active = document.getElementById(element.getAttribute('aria-activedescendant') ?? '')
      return [...around, label, active, element.nextElementSibling]
        .map((each) => {
          if (!each) return ''
          const { outline, boxShadow, borderColor, backgroundColor } = getComputedStyle(each)
          return [outline, boxShadow, borderColor, backgroundColor].join()
        })
        .join(';')
    }
    const name = (element: HTMLElement) =>
      `${element.tagName} ${element.getAttribute('aria-label') ?? element.textContent ?? ''}`.slice(0, 60)
    const reached = new Map<HTMLElement, string>()
    const tools = {
      note() {
        const now = document.activeElement
        if (!(now instanceof HTMLElement) || now === document.body) return false
        const known = reached.has(now)
        if (!known) reached.set(now, looks(now))
        return !known
      },
      result() {
        if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
        return {
          missed: tabbable.filter((element) => element.isConnected && !reached.has(element)).map(name),
          unseen: [...reached]
            .filter(([element, focused]) => looks(element) === focused)
            .map(([each]) => name(each)),
          reached: reached.size,
        }
      },
    }
    ;(window as unknown as { walk: typeof tools }).walk = tools
    return tabbable.length
  })
}

/** Walks once round a screen with Tab. */
async function walk(page: Page): Promise<Walk> {
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
  const count = await prepareWalk(page)
  // Some places are passed twice (the body between the end and the beginning), so a few steps more.
  for (let step = 0; step < count + 5; step += 1) {
    await page.keyboard.press('Tab')
    await page.evaluate(() => (window as unknown as { walk: { note(): boolean } }).walk.note())
  }
  return page.evaluate(() => (window as unknown as { walk: { result(): Walk } }).walk.result())
}

const sections: Section[] = [
  'Ana sayfa',
  'Toplantılar',
  'Kişiler',
  'Kurumlar',
  'Kurullar',
  'Bilgi notları',
  'Raporlar',
  'Ayarlar',
]

test('Tab reaches every control of every section, and one sees where one is', async ({ desk }) => {
  const { page } = await desk.start()
  const frame = new Frame(page)
  await frame.openSample()
  // Nothing may change its looks while it is compared.
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const section of sections)
    await test.step(section, async () => {
      await frame.goTo(section)
      if (section === 'Toplantılar') await expect(frame.main.getByRole('grid')).toBeVisible()
      const { missed, unseen, reached } = await walk(page)
      expect(missed, section).toEqual([])
      expect(unseen, section).toEqual([])
      expect(reached).toBeGreaterThan(10)
    })
})

test('sections, lists, cards and the search work without the mouse', async ({ desk }) => {
  const { page } = await desk.start()
  const frame = new Frame(page)
  await frame.openSample()
  await test.step('sections by number', async () => {
    for (const [index, section] of sections.slice(1, 7).entries()) {
      await page.keyboard.press(`Control+${index + 2}`)
      await expect(frame.main.getByRole('heading', { level: 1, name: section })).toBeVisible()
    }
    await page.keyboard.press('Control+,')
    await expect(frame.main.getByRole('heading', { level: 1, name: 'Ayarlar' })).toBeVisible()
    await page.keyboard.press('Control+1')
    await frame.showsArchive('Örnek arşiv')
  })
  await test.step('a list by arrows and Enter', async () => {
    await page.keyboard.press('Control+4')
    const grid = frame.main.getByRole('grid', { name: 'Kurumlar' })
    await expect(grid).toBeVisible()
    for (
      let step = 0;
      step < 40 && !(await grid.evaluate((list) => list === document.activeElement));
      step += 1
    )
      await page.keyboard.press('Tab')
    await expect(grid).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    const name = page.getByRole('textbox', { name: 'Resmî adı' })
    await expect(name).toHaveValue('Akçay Esnaf ve Sanatkârlar Odaları Birliği')
    await page.keyboard.press('Escape')
    await expect(name).toBeHidden()
  })
  await test.step('a command by its name', async () => {
    await page.keyboard.press('Control+k')
    await page.keyboard.type('kişi ekle')
    await expect(frame.hits('Komutlar').first()).toContainText('Kişi ekle')
    await page.keyboard.press('ArrowUp')
    await expect(frame.hits('Komutlar').last()).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog', { name: 'Kişi ekle' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  })
})

test('the native menu holds every command and runs it', async ({ desk }) => {
  const { app, page } = await desk.start()
  const frame = new Frame(page)
  const choose = (id: string) =>
    app.evaluate(({ Menu }, item) => Menu.getApplicationMenu()?.getMenuItemById(item)?.click(), id)
  await expect(page.getByRole('heading', { name: /hoş geldiniz/ })).toBeVisible()
  await choose('new.meeting')
  await expect(page.getByText('Bu komut şimdi kullanılamaz')).toBeVisible()
  await choose('archive.sample')
  await frame.showsArchive('Örnek arşiv')
  await choose('go.meetings')
  await expect(frame.main.getByRole('heading', { level: 1, name: 'Toplantılar' })).toBeVisible()
  const labels = await app.evaluate(({ Menu }) =>
    Menu.getApplicationMenu()?.items.flatMap(({ submenu }) =>
      submenu?.items.map(({ id, label }) => [id, label]),
    ),
  )
  const named = new Map(labels as [string, string][])
  for (const id of commandIds) expect(named.get(id), id).toMatch(/^\p{Lu}/u)
})

test('all gets larger and smaller by the keys of Turkish keyboards', async ({ desk }) => {
  const { app, page } = await desk.start()
  await expect(page.getByRole('heading', { name: /hoş geldiniz/ })).toBeVisible()
  const size = () =>
    app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getZoomLevel())
  // Through the window, as from the keyboard: what is sent to the page alone never reaches the window's own keys.
  const press = (keyCode: string, modifiers: ('control' | 'shift')[]) =>
    app.evaluate(
      ({ BrowserWindow }, key) => {
        for (const type of ['keyDown', 'keyUp'] as const)
          BrowserWindow.getAllWindows()[0]?.webContents.sendInputEvent({ type, ...key })
      },
      { keyCode, modifiers },
    )
  await press('+', ['control', 'shift'])
  await expect.poll(size).toBe(0.5)
  await press('numadd', ['control'])
  await expect.poll(size).toBe(1)
  await press('-', ['control'])
  await expect.poll(size).toBe(0.5)
  await press('0', ['control'])
  await expect.poll(size).toBe(0)
})

test('both Turkish i keys make text italic', async ({ desk }) => {
  const { page } = await desk.start()
  await new Frame(page).createArchive('İki i')
  const meeting = new MeetingPage(page)
  await meeting.create()
  await meeting.goToEnd()
  const keys = await page.context().newCDPSession(page)
  const press = async (key: string, code: string, windowsVirtualKeyCode: number) => {
    const event = { key, code, windowsVirtualKeyCode, modifiers: 2 }
    await keys.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...event })
    await keys.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event })
  }
  for (const [key, code, number] of [
    ['ı', 'KeyI', 186],
    ['i', 'Quote', 73],
  ] as const) {
    await press(key, code, number)
    await page.keyboard.type(`eğik ${key}`)
    await expect(meeting.text.locator('em').last()).toHaveText(`eğik ${key}`)
    await press(key, code, number)
    await page.keyboard.type(' düz ')
  }
  await expect(meeting.text.locator('em')).toHaveText(['eğik ı', 'eğik i'])
})

test('a meeting is written without the mouse', async ({ desk }) => {
  const { page } = await desk.start()
  const frame = new Frame(page)
  await frame.createArchive('Klavye Arşivi')
  const meeting = new MeetingPage(page)
  await meeting.create()
  await page.keyboard.type('Klavyeyle Yazılan Toplantı')
  const into = async (target: () => Promise<boolean>, key = 'Tab') => {
    for (let step = 0; step < 60 && !(await target()); step += 1) await page.keyboard.press(key)
    expect(await target()).toBe(true)
  }
  const focusIs = (selector: string) => () =>
    page.evaluate((wanted) => Boolean(document.activeElement?.matches(wanted)), selector)
  await test.step('roll by keys', async () => {
    await page.keyboard.press('Escape')
    await into(focusIs('[aria-controls="meeting-roll"]'), 'Tab')
    await page.keyboard.press('Enter')
    await expect(meeting.roll).toBeVisible()
    await into(focusIs('#meeting-roll input[role="combobox"]'))
    await meeting.pick('Nazlı Işık')
    await expect(meeting.row('Nazlı Işık')).toBeVisible()
    await into(focusIs('tr[data-row]'), 'Shift+Tab')
    await page.keyboard.press('m')
    await expect(meeting.roll.getByRole('row', { name: 'Nazlı Işık, Mazeretli' })).toBeVisible()
  })
  await test.step('minutes by slash and Tab', async () => {
    await into(focusIs('[contenteditable="true"]'))
    await meeting.slash('gündem', 'Tek madde')
    await page.keyboard.press('Enter')
    await meeting.writeDecision({ number: '1', text: 'Klavyenin yeterli olduğuna', vote: 'Oy çokluğu' })
    await page.keyboard.type('Toplantı bitti.')
    await expect(meeting.text.getByRole('group', { name: 'Karar 1' })).toContainText('Klavyenin yeterli')
    await meeting.saved()
  })
})
