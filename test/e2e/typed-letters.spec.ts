import path from 'node:path'
import { expect, test } from '../support/app'
import { control, controlAlt, pause, send, shift, type Press } from '../support/keys-at-once'
import { makeBoardOf } from '../support/made-meeting'
import { Frame } from '../support/pages/frame'
import { MeetingPage } from '../support/pages/meeting-page'
import { storedMeeting } from '../support/stored'

/** The simulated keyboard has no Turkish letters: they come as words of input methods do. */
const line = 'Şırnak’ta çöğür üzümü, Iğdır’da öğütülmüş buğday ve ışgın görüşüldü. '.repeat(5).trim()

const hands = [
  { when: 'after a pause of the window', lagging: true },
  { when: 'one right behind the other', lagging: false },
]

for (const { when, lagging } of hands)
  test(`keys that arrive all at once, ${when}, do each what they would do alone`, async ({ desk }) => {
    const { page } = await desk.start()
    await new Frame(page).createArchive('Hızlı Eller')
    const meeting = new MeetingPage(page)
    await meeting.create()
    await page.keyboard.type('Hızlı Eller Toplantısı')
    await meeting.goToEnd()
    await expect(meeting.text).toBeFocused()
    const keys = await page.context().newCDPSession(page)
    const pressAll = async (...presses: Press[]) => {
      if (lagging) await pause(page)
      await Promise.all(presses.map((press) => send(keys, press)))
    }
    const paragraph = meeting.text.locator(':scope > p')
    const decision = meeting.text.getByRole('group', { name: /^Karar/ })

    await test.step('letters, and keys that move the cursor between them', async () => {
      await pressAll(
        'a',
        'b',
        'ArrowLeft',
        'c',
        'Home',
        'x',
        'End',
        'ş',
        'İ',
        'Enter',
        'd',
        'Backspace',
        'e',
        ' ',
        'f',
      )
      await expect(paragraph).toHaveText(['xacbşİ', 'e f'])
    })
    await test.step('what is selected is written over; marks are as at the cursor', async () => {
      await pressAll(
        { key: 'Home', held: shift },
        'g',
        { key: 'b', held: control },
        'h',
        'ı',
        { key: 'b', held: control },
        'j',
      )
      await expect(paragraph.nth(1)).toHaveText('ghıj')
      await expect(paragraph.nth(1).locator('strong')).toHaveText('hı')
    })
    await test.step('AltGr writes letters, keys of commands write none', async () => {
      await pressAll({ key: 'e', held: controlAlt, text: '€' }, { key: 'a', held: control }, 'End', 'k')
      await expect(paragraph).toHaveText(['xacbşİ', 'ghıj€k'])
    })
    await test.step('a key that changes the text finds the cursor where the key before it put it', async () => {
      await pressAll(
        { key: 'a', held: control },
        'End',
        'Enter',
        't',
        { key: 'a', held: control },
        'End',
        'Backspace',
        'Backspace',
      )
      await expect(paragraph).toHaveText(['xacbşİ', 'ghıj€k'])
    })
    await test.step('what does not come from keys stands behind the letters pressed before', async () => {
      if (lagging) await pause(page)
      await Promise.all([send(keys, 'l'), keys.send('Input.insertText', { text: '😀ö' }), send(keys, 'm')])
      await expect(paragraph.nth(1)).toHaveText('ghıj€kl😀öm')
    })
    await test.step('a letter that is composed of two keys stands between those pressed before and after it', async () => {
      if (lagging) await pause(page)
      await Promise.all([
        send(keys, 'q'),
        keys.send('Input.imeSetComposition', { text: '^', selectionStart: 1, selectionEnd: 1 }),
        keys.send('Input.insertText', { text: 'â' }),
        send(keys, 'r'),
      ])
      await expect(paragraph.nth(1)).toHaveText('ghıj€kl😀ömqâr')
    })
    await test.step('what does not come from keys takes the place of what keys have just selected', async () => {
      if (lagging) await pause(page)
      const left = { key: 'ArrowLeft', held: shift }
      await Promise.all([
        ...['v', 'y', 'z', left, left].map((press) => send(keys, press)),
        keys.send('Input.insertText', { text: 'Ğü' }),
        send(keys, 'd'),
      ])
      await expect(paragraph.nth(1)).toHaveText('ghıj€kl😀ömqârvĞüd')
    })
    await test.step('keys and words of input methods in turn, as fast as they come', async () => {
      await page.keyboard.press('Enter')
      await page.keyboard.type(line)
      await expect(paragraph.nth(2)).toHaveText(line)
    })
    await test.step('a line that is typed at once becomes a list by its sign', async () => {
      await pressAll('Enter', '-', ' ', 'n', 'o')
      await expect(meeting.text.locator(':scope > ul > li')).toHaveText(['no'])
      await pressAll('Enter', 'Enter')
    })
    await test.step('a key of a command finds the letters before it, and the letters after it find its work', async () => {
      await pressAll('p', { key: 'k', held: control + shift }, 'r', 's')
      await expect(decision).toContainText('prs')
    })
    await test.step('letters right after a key that leads elsewhere stand there, and come back with the next', async () => {
      await pressAll('t', 'Tab', 'Escape', 'u')
      await expect(decision).toContainText('prstu')
      await pressAll('F4', 'v', 'y')
      await expect(meeting.roll.getByRole('combobox').first()).toHaveValue('vy')
      await page.keyboard.press('Escape')
      await meeting.title.focus()
      await pressAll({ key: 'k', held: control + shift }, 'z')
      await expect(decision).toContainText('prstuz')
    })
    await test.step('letters right after a key that opens a dialog or a bar stand there, and come back when it goes', async () => {
      const opened = [
        { by: { key: 'f', held: control }, field: page.getByRole('textbox', { name: 'Aranacak sözler' }) },
        { by: 'F1', field: page.getByRole('dialog').getByRole('textbox', { name: 'Kısayol ara' }) },
        {
          by: { key: 'n', held: control + shift },
          field: page.getByRole('dialog').getByRole('textbox').first(),
        },
        { by: { key: 'n', held: control }, field: page.getByRole('dialog').getByRole('combobox').first() },
      ]
      await makeBoardOf(page, ['Ayla Çetin'], { name: 'Deneme Kurulu' })
      let words = 'prstuz'
      for (const [number, { by, field }] of opened.entries()) {
        await pressAll(by, 'x', 'q')
        await expect(field).toHaveValue('xq')
        await expect(field).toBeFocused()
        // A list below the field is closed by the first.
        await page.keyboard.press('Escape')
        if (await field.isVisible()) await pressAll('Escape', String(number))
        else await pressAll(String(number))
        words += String(number)
        await expect(decision).toContainText(words)
      }
    })
    await meeting.saved()
    const { record } = await storedMeeting(path.join(desk.documents, 'Hızlı Eller'), 'Hızlı Eller Toplantısı')
    for (const words of ['xacbşİ', 'g**hı**j€kl😀ömqârvĞüd', line, '- no', '"prstuz0123"'])
      expect(JSON.stringify(record)).toContain(words)
  })
