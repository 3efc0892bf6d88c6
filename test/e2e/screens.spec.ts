import type { Page } from '@playwright/test'
import { expect, expectAccessible, test } from '../support/app'
import { Frame, type Section } from '../support/pages/frame'
import { stops } from '../support/pages/tour'

/** Chooses an appearance in the settings and waits until it is there. */
async function choose(frame: Frame, theme: 'Açık' | 'Koyu'): Promise<void> {
  await frame.goTo('Ayarlar')
  await frame.main.getByText(theme, { exact: true }).click()
  const scheme = theme === 'Koyu' ? 'dark' : 'light'
  await expect(frame.page.locator('html')).toHaveAttribute('data-mantine-color-scheme', scheme)
}

/** Words that only stand there when a text is missing: keys of the interface's strings, unfilled gaps. */
async function expectNoRawWords(page: Page, screen: string): Promise<void> {
  const words = await page.locator('body').innerText()
  const raw = words.match(/\{\{.*?\}\}|\bundefined\b|\b[a-z]+\.[a-zA-Z]+\.[a-zA-Z.]+\b/g) ?? []
  expect(raw, screen).toEqual([])
}

for (const theme of ['Açık', 'Koyu'] as const)
  test(`every screen is accessible and keeps the content policy: ${theme}`, async ({ desk }) => {
    test.setTimeout(240_000)
    const { page, violations } = await desk.start()
    const frame = new Frame(page)
    await expect(page.getByRole('heading', { name: /hoş geldiniz/ })).toBeVisible()
    await expectAccessible(page, 'ilk açılış')
    // Another appearance changes colours and nothing else that axe asks about.
    const rules = theme === 'Koyu' ? ['color-contrast', 'link-in-text-block'] : undefined
    await frame.openSample()
    await choose(frame, theme)
    for (const stop of stops)
      await test.step(stop.name, async () => {
        await stop.open(frame)
        await expectAccessible(page, stop.name, rules)
        await expectNoRawWords(page, stop.name)
        expect(violations, stop.name).toEqual([])
      })
  })

test('every screen speaks English when asked to, and Turkish again', async ({ desk }) => {
  const { page } = await desk.start()
  const frame = new Frame(page)
  await frame.openSample()
  await frame.goTo('Ayarlar')
  await frame.main.getByText('English', { exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'en')
  const rail = page.getByRole('navigation', { name: 'Sections' })
  const names = ['Home', 'Meetings', 'People', 'Agencies', 'Boards', 'Notes', 'Reports', 'Settings']
  for (const name of names)
    await test.step(name, async () => {
      await rail.getByRole('link', { name }).click()
      if (name !== 'Home')
        await expect(
          frame.main.getByRole('heading', { level: 1, name: new RegExp(`^${name}`) }),
        ).toBeVisible()
      await expectNoRawWords(page, name)
    })
  await test.step('a meeting', async () => {
    await rail.getByRole('link', { name: 'Meetings' }).click()
    await frame.main.getByRole('row', { name: /^Sosyal Kooperatifler/ }).click()
    await expect(page.getByTestId('meeting-page')).toBeVisible()
    await expect(page.getByText('12 March 2026')).toBeVisible()
    await expectNoRawWords(page, 'meeting')
    await expectAccessible(page, 'meeting')
  })
  await rail.getByRole('link', { name: 'Settings' }).click()
  await frame.main.getByText('Türkçe', { exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'tr')
  await expect(frame.main.getByRole('heading', { level: 1, name: 'Ayarlar' })).toBeVisible()
})

/** What an empty archive says on each list, and what can be done there. */
const empty: [section: Section, words: string, action: string][] = [
  ['Toplantılar', 'Toplantı kayıtları burada durur', 'Toplantı ekle'],
  ['Kişiler', 'Toplantılara katılan kişiler burada durur', 'Kişi ekle'],
  ['Kurumlar', 'Kurumlar ve birimler burada durur', 'Kurum ekle'],
  ['Kurullar', 'Düzenli toplanan kurullar burada durur', 'Kurul ekle'],
  ['Bilgi notları', 'Bilgi notları burada durur', 'Bilgi notu ekle'],
]

test('an empty archive says on every screen what belongs there and how to begin', async ({ desk }) => {
  const { page } = await desk.start()
  const frame = new Frame(page)
  await frame.createArchive('Boş Arşiv')
  await expect(frame.main).toContainText('Bu arşivde henüz kayıt yok')
  await expectAccessible(page, 'boş ana sayfa')
  for (const [section, words, action] of empty)
    await test.step(section, async () => {
      await frame.goTo(section)
      await expect(frame.main).toContainText(words)
      await expect(frame.main.getByRole('button', { name: action })).not.toHaveCount(0)
      await expectAccessible(page, section)
    })
  await frame.goTo('Raporlar')
  await expect(frame.main).toContainText('Bu dönemde toplantı yok.')
  await frame.find('olmayan')
  await expect(page.getByText('“olmayan” için sonuç yok')).toBeVisible()
})
