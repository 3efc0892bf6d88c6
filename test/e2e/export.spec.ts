import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from '@playwright/test'
import { parse } from 'yaml'
import { answerSaveDialog, expect, test } from '../support/app'
import { Frame } from '../support/pages/frame'
import { MeetingPage } from '../support/pages/meeting-page'
import { pdfAttachment, pdfFonts, pdfInfo, pdfPages, pdfText } from '../support/pdf-tools'
import { storedMeeting } from '../support/stored'

const title = 'Sosyal Kooperatifler Tanıtım Toplantısı'

/** Opens the sample's fullest meeting. */
async function openMeeting(page: Page): Promise<MeetingPage> {
  const frame = new Frame(page)
  await frame.openSample()
  await frame.goTo('Toplantılar')
  await frame.main.getByRole('row', { name: title }).click()
  const meeting = new MeetingPage(page)
  await expect(meeting.title).toHaveValue(title)
  return meeting
}

async function exportAs(page: Page, item: 'PDF olarak kaydet' | 'Markdown olarak kaydet'): Promise<void> {
  await page.getByRole('button', { name: 'Dışa aktar' }).click()
  await page.getByRole('menuitem', { name: item }).click()
}

test('minutes as PDF: readable by others, with the record inside, twice the same bytes', async ({ desk }) => {
  const { page, app } = await desk.start()
  const meeting = await openMeeting(page)
  const frame = new Frame(page)
  const save = async (name: string) => {
    const file = path.join(desk.folder, name)
    await answerSaveDialog(app, file)
    await exportAs(page, 'PDF olarak kaydet')
    await expect(frame.notice(`${name} kaydedildi`)).toBeVisible()
    return new Uint8Array(await readFile(file))
  }
  await test.step('what was typed a moment ago is on the paper', async () => {
    await meeting.goToEnd()
    await page.keyboard.type(' Ğ ğ ı İ ö ş ü Ç harfleriyle yazıldı.')
  })
  const first = await save('tutanak 1.pdf')
  const second = await save('tutanak 2.pdf')
  expect(Buffer.from(first).equals(Buffer.from(second))).toBe(true)

  const text = await pdfText(first)
  for (const words of [
    'Tarihi 12.03.2026',
    'Özge Işıklı',
    'Murat Iğdırlı',
    'S.S. Ilıca Kadın Girişimi Üretim ve İşletme Kooperatifi',
    '2026/4',
    'oy birliği',
    'Ğ ğ ı İ ö ş ü Ç harfleriyle yazıldı.',
  ])
    expect(text).toContain(words)
  const info = await pdfInfo(first)
  const pages = Number(info['Pages'])
  expect(info['Page size']).toContain('A4')
  const laidOut = await pdfPages(first, true)
  expect(laidOut).toHaveLength(pages)
  for (const [index, words] of laidOut.entries()) expect(words).toContain(`${index + 1}/${pages}`)
  const fonts = await pdfFonts(first)
  expect(fonts.length).toBeGreaterThan(0)
  expect(fonts.filter(({ embedded, unicode }) => !embedded || !unicode)).toEqual([])

  const { list, bytes } = await pdfAttachment(first)
  expect(list).toContain('tutanak.json')
  const inside = JSON.parse(Buffer.from(bytes).toString('utf8')) as { id: string; savedBy?: string }
  const { record } = await storedMeeting(path.join(desk.documents, 'Örnek arşiv'), title)
  expect(inside).toMatchObject({ id: record.id, title, agenda: record.agenda })
  expect(inside.savedBy).toBeUndefined()
})

test('minutes as Markdown, and giving up in the dialog', async ({ desk }) => {
  const { page, app } = await desk.start()
  await openMeeting(page)
  const frame = new Frame(page)
  await test.step('giving up writes and says nothing', async () => {
    await answerSaveDialog(app)
    await exportAs(page, 'Markdown olarak kaydet')
    await expect(page.getByRole('menu')).toBeHidden()
    await frame.find('iskur')
    await page.keyboard.press('Escape')
    await expect(frame.notice('kaydedildi')).toHaveCount(0)
    await expect(page.getByRole('alert')).toHaveCount(0)
  })
  const file = path.join(desk.folder, 'tutanak.md')
  await writeFile(file, 'eskisi')
  await answerSaveDialog(app, file)
  await exportAs(page, 'Markdown olarak kaydet')
  const notice = frame.notice('tutanak.md kaydedildi')
  await expect(notice.getByRole('button', { name: 'Aç', exact: true })).toBeVisible()
  await expect(notice.getByRole('button', { name: 'Klasörde göster' })).toBeVisible()
  const text = await readFile(file, 'utf8')
  const [, front = '', body = ''] = /^---\n([\s\S]+?)\n---\n([\s\S]*)$/.exec(text) ?? []
  const { record } = await storedMeeting(path.join(desk.documents, 'Örnek arşiv'), title)
  expect(front).toContain(record.id)
  expect(parse(front)).toEqual(expect.any(Object))
  for (const words of [
    '## ',
    'Açılış ve yoklama',
    'Kooperatif ortaklarına yönelik kırk saatlik',
    '**yazılı iş birliği**',
    '2026/4',
    'İrem Çağlayan',
    'Kursiyer talep listesinin hazırlanıp',
  ])
    expect(body).toContain(words)
  expect(body).toMatch(/\|.*Özge Işıklı.*\|/)
})

test('the paper stands beside the text and follows it', async ({ desk }) => {
  const { page, app } = await desk.start()
  // On small screens it lies over the text.
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1400, 800))
  const meeting = await openMeeting(page)
  await page.keyboard.press('Control+p')
  await expect(meeting.paper).toBeVisible()
  const sheets = meeting.paper.getByRole('img', { name: /^Sayfa \d+\/\d+$/ })
  await expect(sheets.first()).toBeVisible()
  const drawn = () => sheets.first().evaluate((image: HTMLImageElement) => image.naturalWidth > 0)
  await expect.poll(drawn).toBe(true)
  const before = await sheets.evaluateAll((images) => images.map((image) => image.getAttribute('src')))
  await meeting.goToEnd()
  await page.keyboard.type(' Önizleme bunu da gösterir.')
  await meeting.saved()
  await expect
    .poll(() => sheets.evaluateAll((images) => images.map((image) => image.getAttribute('src'))))
    .not.toEqual(before)
  await page.keyboard.press('Control+p')
  await expect(meeting.paper).toBeHidden()
})

test('a summary for headquarters: chosen dates, looked at, as PDF and as Markdown', async ({ desk }) => {
  const { page, app } = await desk.start()
  const frame = new Frame(page)
  await frame.openSample()
  await frame.goTo('Raporlar')
  const field = async (name: string, words: string) => {
    const input = frame.main.getByRole('textbox', { name })
    await input.click()
    await page.keyboard.press('Control+a')
    await page.keyboard.type(words)
    await page.keyboard.press('Tab')
  }
  await field('Başlangıç', '1.1.2026')
  await field('Bitiş', '30.6.2026')
  await expect(frame.main).toContainText('Bu seçimle 2 toplantı özetlenecek.')

  await frame.main.getByRole('button', { name: 'Önizle' }).click()
  await expect(frame.main.getByRole('img', { name: /^Sayfa 1\/\d+$/ })).toBeVisible()

  const pdfFile = path.join(desk.folder, 'merkeze özet.pdf')
  await answerSaveDialog(app, pdfFile)
  await frame.main.getByRole('button', { name: 'PDF olarak kaydet' }).click()
  await expect(frame.notice('merkeze özet.pdf kaydedildi')).toBeVisible()
  const pdf = new Uint8Array(await readFile(pdfFile))
  const text = await pdfText(pdf)
  for (const words of [title, 'İl Koordinasyon Kurulu 2026 Yılı 1. Dönem Toplantısı', '2026/4', 'İŞKUR'])
    expect(text).toContain(words)
  expect(text).not.toContain('Yerel Kalkınmada Kadın Emeği Semineri')
  const info = await pdfInfo(pdf)
  const pages = await pdfPages(pdf, true)
  expect(pages.at(-1)).toContain(`${info['Pages']}/${info['Pages']}`)

  const markdownFile = path.join(desk.folder, 'merkeze özet.md')
  await answerSaveDialog(app, markdownFile)
  await frame.main.getByRole('button', { name: 'Markdown olarak kaydet' }).click()
  await expect(frame.notice('merkeze özet.md kaydedildi')).toBeVisible()
  const markdown = await readFile(markdownFile, 'utf8')
  expect(markdown).toContain('Bir sonraki toplantının Ilıca')
  expect(markdown).toContain(title)

  await test.step('giving up writes nothing', async () => {
    const before = await readdir(desk.folder)
    await answerSaveDialog(app)
    const save = frame.main.getByRole('button', { name: 'PDF olarak kaydet' })
    await save.click()
    await expect(save).toBeEnabled()
    expect(await readdir(desk.folder)).toEqual(before)
  })
})
