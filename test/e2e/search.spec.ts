import { expect, test } from '../support/app'
import { Frame } from '../support/pages/frame'
import { MeetingPage } from '../support/pages/meeting-page'

/** What is typed and what must be among the hits: group and words of the hit. */
const finds: [typed: string, group: string, hit: string][] = [
  ['Özge Işıklı', 'Kişiler', 'Özge Işıklı'],
  ['ozge isikli', 'Kişiler', 'Özge Işıklı'],
  ['OZGE ISIKLI', 'Kişiler', 'Özge Işıklı'],
  ['IŞIKLI', 'Kişiler', 'Özge Işıklı'],
  ['ışıklı', 'Kişiler', 'Özge Işıklı'],
  ['IĞDIRLI', 'Kişiler', 'Murat Iğdırlı'],
  ['igdirli', 'Kişiler', 'Murat Iğdırlı'],
  ['irem cag', 'Kişiler', 'İrem Çağlayan'],
  ['İREM', 'Kişiler', 'İrem Çağlayan'],
  ['iskur', 'Kurumlar', 'Çalışma ve İş Kurumu İl Müdürlüğü'],
  ['İŞKUR', 'Kurumlar', 'Çalışma ve İş Kurumu İl Müdürlüğü'],
  ['calisma kurumu', 'Kurumlar', 'Çalışma ve İş Kurumu İl Müdürlüğü'],
  ['ilica', 'Kurumlar', 'S.S. Ilıca Kadın Girişimi'],
  ['kooperatiflerimizin', 'Toplantılar', 'Sosyal Kooperatifler Tanıtım Toplantısı'],
  ['toplantısında', 'Toplantılar', 'Sosyal Kooperatifler Tanıtım Toplantısı'],
  ['muhasebe egitimi', 'Kararlar', 'muhasebe ve pazarlama eğitiminin'],
  ['2026/4', 'Kararlar', '2026/4'],
  ['koordinasyon kurul', 'Kurullar', 'İl Koordinasyon Kurulu'],
  ['sosyal kooperatif', 'Bilgi notları', 'Sosyal kooperatifler: kısa bilgi'],
]

const odd = [
  'saat 14:30',
  '"',
  '*',
  '+-~^:\\/()[]{}',
  'title:kurul',
  'kurul~2 kooperatif^10',
  '😀 🇹🇷 👩‍👩‍👧',
  '   ',
  '\u0000\uFFFF\u202E',
  'i̇stanbul',
]

test('words are found as one types them, with or without Turkish letters', async ({ desk }) => {
  const { page } = await desk.start()
  const frame = new Frame(page)
  await frame.openSample()
  for (const [typed, group, hit] of finds)
    await test.step(typed, async () => {
      await frame.find(typed)
      await expect(frame.hits(group).filter({ hasText: hit })).not.toHaveCount(0)
    })
  await test.step('every letter narrows the answer, and what matched is marked', async () => {
    await frame.find('')
    for (const letter of 'fadime') {
      await page.keyboard.type(letter)
      await expect(frame.results).toHaveAttribute('aria-busy', 'false')
    }
    const person = frame.hits('Kişiler').filter({ hasText: 'Fadime Kırçiçek' })
    await expect(person.locator('mark')).toHaveText('Fadime')
    await expect(frame.hits('Kişiler')).toHaveCount(1)
  })
})

test('odd input never breaks the search', async ({ desk }) => {
  const { page } = await desk.start()
  const frame = new Frame(page)
  await frame.openSample()
  const wrong = frame.page.getByText('Arama yapılamadı')
  for (const text of [...odd, 'kooperatif '.repeat(910), 'ğ'.repeat(10_000)])
    await test.step(text.slice(0, 20), async () => {
      await frame.find('')
      await page.keyboard.insertText(text)
      await expect(frame.results).toHaveAttribute('aria-busy', 'false')
      await expect(wrong).toBeHidden()
    })
  await frame.find('iskur')
  await expect(frame.hits('Kurumlar')).toContainText(['Çalışma ve İş Kurumu İl Müdürlüğü'])
})

test('a change is found as soon as it is saved, and no longer after it is deleted', async ({ desk }) => {
  const { page } = await desk.start()
  const frame = new Frame(page)
  await frame.openSample()
  await frame.addRecord('Kurum ekle', 'Çağlayık Arıcılar Birliği')
  await expect(frame.main.getByRole('row', { name: 'Çağlayık Arıcılar Birliği' })).toBeVisible()
  await frame.find('caglayik aricilar')
  await expect(frame.hits('Kurumlar').filter({ hasText: 'Çağlayık Arıcılar Birliği' })).toBeVisible()
  await page.keyboard.press('Escape')

  await test.step('under its new name only, once it is renamed', async () => {
    const name = page.getByRole('textbox', { name: 'Resmî adı' })
    await name.fill('Çağlayık Zeytinciler Birliği')
    await expect(frame.main.getByRole('row', { name: 'Çağlayık Zeytinciler Birliği' })).toBeVisible()
    await frame.find('zeytinciler')
    await expect(frame.hits('Kurumlar').filter({ hasText: 'Çağlayık Zeytinciler Birliği' })).toBeVisible()
    await frame.find('aricilar')
    await expect(frame.hits('Kurumlar')).toHaveCount(0)
    await page.keyboard.press('Escape')
  })
})

test('what was typed into minutes a moment ago is found', async ({ desk }) => {
  const { page } = await desk.start()
  const frame = new Frame(page)
  await frame.openSample()
  const meeting = new MeetingPage(page)
  await meeting.create()
  await page.keyboard.type('Baharat Üreticileri Buluşması')
  await meeting.goToEnd()
  await page.keyboard.type('Zerdeçal ekimi için ığdırlı üreticilerle görüşüldü.')
  await meeting.saved()
  await frame.find('zerdecal ekiminin')
  const hit = frame.hits('Toplantılar').filter({ hasText: 'Baharat Üreticileri Buluşması' })
  await expect(hit.locator('mark').filter({ hasText: 'Zerdeçal' })).toBeVisible()
  await page.keyboard.press('Escape')
  await test.step('and what was taken out is not', async () => {
    await meeting.text.click()
    await page.keyboard.press('Control+a')
    await page.keyboard.type('Kimyon ekimi görüşüldü.')
    await meeting.saved()
    await frame.find('kimyon')
    await expect(frame.hits('Toplantılar')).toHaveCount(1)
    await frame.find('zerdecal')
    await expect(frame.hits('Toplantılar')).toHaveCount(0)
  })
})

test('Enter opens the record at the spot', async ({ desk }) => {
  const { page, app } = await desk.start()
  const frame = new Frame(page)
  await frame.openSample()
  await test.step('a person', async () => {
    await frame.find('fadime kircicek')
    const person = frame.hits('Kişiler').first()
    await expect(person).toContainText('Fadime Kırçiçek')
    const options = frame.results.getByRole('option')
    for (let step = 0; (await person.getAttribute('aria-selected')) !== 'true'; step += 1) {
      expect(step).toBeLessThan(await options.count())
      await page.keyboard.press('ArrowDown')
    }
    await page.keyboard.press('Enter')
    await expect(page.getByRole('textbox', { name: 'Adı soyadı' })).toHaveValue('Fadime Kırçiçek')
  })
  await test.step('a decision, in the middle of long minutes', async () => {
    // So low that the spot cannot be in sight by chance.
    await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(900, 560))
    await frame.find('sonraki toplantinin ilicada')
    await expect(frame.hits('Kararlar').first()).toContainText('2026/5')
    await page.keyboard.press('Enter')
    const meeting = new MeetingPage(page)
    const decision = meeting.text.getByRole('group', { name: 'Karar 2026/5' })
    await expect(decision).toBeInViewport()
    await expect(meeting.text.getByRole('heading', { name: 'Açılış ve yoklama' })).not.toBeInViewport()
    await expect(meeting.text).toBeFocused()
    await page.keyboard.type(' karar verildi')
    await expect(decision).toContainText('yapılmasına karar verildi')
    await meeting.saved()
  })
})
