import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { newId } from '../../shared/ids'
import { answerSaveDialog, expect, expectAccessible, test } from '../support/app'
import { makeMeetingWith } from '../support/made-meeting'
import { Frame } from '../support/pages/frame'
import { MeetingPage } from '../support/pages/meeting-page'
import { SearchPage } from '../support/pages/search-page'

test('results are narrowed, ordered and read without leaving the page', async ({ desk }) => {
  const { page } = await desk.start()
  const frame = new Frame(page)
  await frame.openSample()
  const search = new SearchPage(page)
  await search.open()
  await search.find('kooperatif')
  const all = await search.hits.count()
  expect(all).toBeGreaterThan(3)

  await test.step('each count is what the filter leaves', async () => {
    const decisions = search.value('Tür', 'Kararlar')
    const count = Number(await decisions.locator('.tt-number').innerText())
    await decisions.click()
    await expect(search.hits).toHaveCount(count)
    await expect(search.chips).toHaveText(['Kararlar'])
    await page.getByRole('button', { name: 'Kararlar süzgecini kaldır' }).click()
    await expect(search.hits).toHaveCount(all)
  })
  await test.step('agencies and boards stand there by their names', async () => {
    await search.value('Kurum', 'Akçay Valiliği').click()
    await expect(search.chips).toHaveText(['Akçay Valiliği'])
    await expect(search.value('Kurum', 'Akçay Valiliği')).toHaveAttribute('aria-pressed', 'true')
    await page.getByRole('button', { name: 'Akçay Valiliği süzgecini kaldır' }).click()
  })
  await test.step('newest first', async () => {
    await page.getByText('En yeni', { exact: true }).click()
    await expect.poll(() => search.dates()).toEqual([...(await search.dates())].sort().reverse())
    await page.getByText('En ilgili', { exact: true }).click()
  })
  await test.step('the preview shows the place, with the words marked whole', async () => {
    await search.find('muhasebe egitimi')
    const decision = search.hits.filter({ hasText: 'muhasebe ve pazarlama' }).first()
    await decision.click()
    await expect(decision).toHaveAttribute('aria-selected', 'true')
    await expect(search.preview.getByText(/muhasebe ve pazarlama eğitiminin/)).toBeInViewport()
    await expect.poll(() => search.marked()).toContain('muhasebe')
    await expect.poll(() => search.marked()).toContain('eğitiminin')
  })
  await test.step('and says why it was found', async () => {
    await search.preview.getByText('Neden bu sonuç?').click()
    await expect(search.preview.getByRole('listitem').first()).toContainText('“muhasebe”')
    await expect(search.preview).toContainText('yazdığınız gibi geçiyor')
  })
})

test('the search page works without the mouse', async ({ desk }) => {
  const { page } = await desk.start()
  const frame = new Frame(page)
  await frame.openSample()
  const search = new SearchPage(page)
  await page.keyboard.press('Control+Shift+F')
  await expect(search.field).toBeFocused()
  await page.keyboard.type('kooperatif')
  await expect(search.field).toHaveValue('kooperatif')
  await search.settled()
  await expect(search.hits.first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await expect(search.list).toBeFocused()
  await expect(search.hits.first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowDown')
  await expect(search.hits.nth(1)).toHaveAttribute('aria-selected', 'true')
  await test.step('F6 goes round the parts', async () => {
    await page.keyboard.press('F6')
    await expect(search.preview.getByRole('button', { name: 'Kaydı aç' })).toBeFocused()
    await page.keyboard.press('F6')
    await expect(search.field).toBeFocused()
    await page.keyboard.press('F6')
    await expect(search.facets.getByRole('button').first()).toBeFocused()
    await page.keyboard.press('F6')
    await expect(search.list).toBeFocused()
  })
  await test.step('the space bar and Esc hide the preview, the space bar brings it back', async () => {
    await page.keyboard.press('Escape')
    await expect(search.preview).toBeHidden()
    await expect(search.list).toBeFocused()
    await page.keyboard.press('Space')
    await expect(search.preview).toBeVisible()
  })
  await test.step('Enter opens the record, going back comes back to the search', async () => {
    await page.keyboard.press('Home')
    await page.keyboard.press('Enter')
    await expect(search.field).toBeHidden()
    await page.goBack()
    await expect(search.field).toHaveValue('kooperatif')
    await expect(search.hits.first()).toBeVisible()
  })
})

test('decisions that are no longer in force say so, and can be told apart by a filter', async ({ desk }) => {
  const { page } = await desk.start()
  await new Frame(page).openSample()
  const states = ['in-force', 'annulled', 'superseded']
  const decisions = states.map((state, n) => ({
    id: newId('decision'),
    kind: 'decision',
    number: `2019/${n + 1}`,
    text: 'Zeytinlik yolunun yapılmasına',
    state,
  }))
  await makeMeetingWith(page, 'Eski kurul', decisions)
  const search = new SearchPage(page)
  await search.open()
  await search.find('zeytinlik yolu')
  await search.value('Tür', 'Kararlar').click()
  await expect(search.hits).toHaveCount(3)
  await expect(search.hits.filter({ hasText: '2019/2' })).toContainText('İptal edildi')
  await expect(search.hits.filter({ hasText: '2019/3' })).toContainText('Yerine yenisi alındı')
  await search.value('Durum', 'Yürürlükte').click()
  await expect(search.hits).toHaveCount(1)
})

test('numbers and days lead straight to the record', async ({ desk }) => {
  const { page } = await desk.start()
  const frame = new Frame(page)
  await frame.openSample()
  const direct = frame.hits('Aradığınız numara ya da gün')
  for (const [typed, hit] of [
    ['2026/5', '2026/5'],
    ['karar 2026/5', '2026/5'],
    ['5 sayılı karar', '2026/5'],
    ['12.03.2026', 'Sosyal Kooperatifler Tanıtım Toplantısı'],
    ['mart 2026', 'Sosyal Kooperatifler Tanıtım Toplantısı'],
  ] as const)
    await test.step(typed, async () => {
      await frame.find(typed)
      await expect(direct.first()).toContainText(hit)
      await expect(frame.results.getByRole('option').first()).toContainText(hit)
    })
  await test.step('Enter opens it at the spot', async () => {
    await frame.find('2026/5')
    await expect(direct.first()).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('Enter')
    const meeting = new MeetingPage(page)
    await expect(meeting.text.getByRole('group', { name: 'Karar 2026/5' })).toBeInViewport()
  })
  await test.step('Ctrl+Enter opens it and leaves the results open', async () => {
    await frame.find('2026/4')
    await expect(direct.first()).toContainText('2026/4')
    await page.keyboard.press('Control+Enter')
    await expect(page.getByTestId('meeting-page')).toBeVisible()
    await expect(frame.search).toBeFocused()
    await expect(frame.results).toBeVisible()
  })
  await test.step('all meetings of a year are one search away', async () => {
    await frame.find('2026')
    await direct.filter({ hasText: '2026 toplantıları' }).click()
    const search = new SearchPage(page)
    await expect(search.chips).toHaveText(['Toplantılar', '2026'])
    await expect(search.hits.first()).toBeVisible()
  })
})

test('searches are remembered, kept under a name, renamed and deleted', async ({ desk }) => {
  const first = await desk.start()
  const { page } = first
  const frame = new Frame(page)
  await frame.openSample()
  const search = new SearchPage(page)
  await search.open()
  await search.find('kooperatif')
  await page.keyboard.press('Enter')
  await search.value('Tür', 'Kararlar').click()
  await page.getByRole('button', { name: 'Aramayı sakla' }).click()
  await expect(frame.notice('Arama saklandı: kooperatif · Kararlar')).toBeVisible()
  await search.field.fill('')
  await page.getByRole('button', { name: 'Kararlar süzgecini kaldır' }).click()

  await page.getByRole('button', { name: '“kooperatif · Kararlar” aramasının adını değiştir' }).click()
  await page.getByRole('textbox', { name: 'Aramanın adı' }).fill('Kooperatif kararları')
  await page.keyboard.press('Enter')
  const saved = page.getByRole('button', { name: /^Kooperatif kararları/ })
  await expect(saved).toBeVisible()
  await expectAccessible(page, 'saklanan aramalar')
  await saved.click()
  await expect(search.field).toHaveValue('kooperatif')
  await expect(search.chips).toHaveText(['Kararlar'])

  await test.step('they outlive the program, and the search field offers them', async () => {
    await page.keyboard.press('Control+k')
    await expect(frame.hits('Saklanan aramalar')).toContainText(['Kooperatif kararları'])
    await expect(frame.hits('Son aramalar')).toContainText(['kooperatif'])
    await page.keyboard.press('Escape')
  })
  await first.close()
  const second = await desk.start()
  const again = new SearchPage(second.page)
  await again.open()
  await second.page.getByRole('button', { name: '“Kooperatif kararları” aramasını sil' }).click()
  await expect(second.page.getByRole('heading', { name: 'Saklanan aramalar' })).toBeHidden()
  await second.page.getByRole('button', { name: 'Geri al' }).click()
  await expect(second.page.getByRole('button', { name: /^Kooperatif kararları/ })).toBeVisible()
})

test('the list of results is saved as a table and as text', async ({ desk }) => {
  const { app, page } = await desk.start()
  const frame = new Frame(page)
  await frame.openSample()
  const search = new SearchPage(page)
  await search.open()
  await search.find('kooperatif')
  const total = await search.hits.count()
  const write = async (kind: string, file: string) => {
    await answerSaveDialog(app, path.join(desk.folder, file))
    await page.getByRole('button', { name: 'Listeyi dışa aktar' }).click()
    await page.getByRole('menuitem', { name: kind }).click()
    await expect(frame.notice(file)).toBeVisible()
    return readFile(path.join(desk.folder, file), 'utf8')
  }
  const csv = await write('Tablo (CSV, Excel)', 'liste.csv')
  expect(csv.startsWith('\uFEFFTür;Başlık;')).toBe(true)
  expect(csv.match(/;(?:[a-z]+_[0-9a-f-]{36})\r\n/g)).toHaveLength(total)
  const text = await write('Metin (Markdown)', 'liste.md')
  expect(text).toContain('# “kooperatif” araması')
  expect(text.match(/^- \*\*/gm)).toHaveLength(total)
})

test('an empty result says what to try', async ({ desk }) => {
  const { page } = await desk.start()
  const frame = new Frame(page)
  await frame.openSample()
  const search = new SearchPage(page)
  await search.open()
  await expectAccessible(page, 'arama, boş')
  await search.find('kooperatif')
  await search.value('Tür', 'Kararlar').click()
  await search.field.fill('zeytinyağı')
  await expect(frame.main).toContainText('“zeytinyağı” için sonuç yok')
  await expectAccessible(page, 'arama, sonuçsuz')
  await page.getByRole('button', { name: 'Süzgeçleri kaldır' }).click()
  await expect(search.chips).toHaveCount(0)
  await search.field.fill('zeytinyağı xyzabc')
  await page.getByRole('button', { name: '“zeytinyağı” ara' }).click()
  await expect(search.field).toHaveValue('zeytinyağı')
})

test('a question that a newer one has replaced is not answered, and what is shown is the newest', async ({
  desk,
}) => {
  const { page } = await desk.start()
  await new Frame(page).openSample()
  const search = new SearchPage(page)
  await search.open()
  await search.find('kooperatif')

  await test.step('the search gives up what waits behind a newer question of the same place', async () => {
    const answers = await page.evaluate(async () => {
      const ask = (text: string, purpose: 'panel' | 'panel-groups') =>
        window.door.call('search.query', { text, purpose, limit: 500, facets: true })
      const older = Array.from({ length: 60 }, () => ask('ko', 'panel'))
      return Promise.all([...older, ask('kooperatif', 'panel'), ask('kooperatif', 'panel-groups')])
    })
    const older = answers.slice(0, -2)
    // How many were at work before the next came is a matter of pace; none is answered with nothing.
    expect(older.filter(({ ok }) => !ok)).toContainEqual({ ok: false, error: { code: 'cancelled' } })
    for (const answer of answers.filter(({ ok }) => ok))
      expect((answer as { value: { total: number } }).value.total).toBeGreaterThan(3)
    expect(answers.slice(-2)).toMatchObject([
      { ok: true, value: { query: 'kooperatif' } },
      { ok: true, value: { query: 'kooperatif' } },
    ])
  })
  await test.step('forth and back in quick steps: neither an empty nor a failed answer stays', async () => {
    await search.find('kooperatif')
    const total = await search.hits.count()
    for (const words of ['zzz', 'kooperatif', 'muhasebe', 'kooperatif', 'zzz', 'muhasebe', 'kooperatif']) {
      await search.field.fill(words)
      await page.waitForTimeout(75)
    }
    await search.settled()
    await expect(search.hits).toHaveCount(total)
    await search.find('muhasebe')
    await expect(search.hits.filter({ hasText: 'muhasebe' })).not.toHaveCount(0)
  })
})
