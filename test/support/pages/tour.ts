import { expect } from '@playwright/test'
import { BackupsSection } from './backups'
import type { Frame } from './frame'
import { MeetingPage } from './meeting-page'
import { Spelling } from './spelling'

/** A screen of the sample archive, and how one gets there. */
export interface Stop {
  name: string
  open(frame: Frame): Promise<void>
}

const card = (section: 'Kişiler' | 'Kurumlar' | 'Kurullar', row: string, field: string): Stop => ({
  name: `${section} kartı`,
  async open(frame) {
    await frame.goTo(section)
    await frame.main.getByRole('row', { name: row }).click()
    await expect(frame.page.getByRole('textbox', { name: field, exact: true })).toBeVisible()
    // The meetings it took part in come last.
    await expect(frame.page.getByRole('link', { name: /Sosyal Kooperatifler/ })).toBeVisible()
  },
})

const list = (section: 'Toplantılar' | 'Kişiler' | 'Kurumlar' | 'Kurullar' | 'Bilgi notları'): Stop => ({
  name: section,
  async open(frame) {
    await frame.goTo(section)
    await expect(frame.main.getByRole('grid', { name: section })).toBeVisible()
  },
})

async function openMeeting(frame: Frame): Promise<MeetingPage> {
  await frame.goTo('Toplantılar')
  await frame.main.getByRole('row', { name: /^Sosyal Kooperatifler/ }).click()
  const meeting = new MeetingPage(frame.page)
  await expect(meeting.title).toHaveValue(/^Sosyal Kooperatifler/)
  return meeting
}

/** Every screen of an open archive, each reached as a user reaches it. */
export const stops: Stop[] = [
  { name: 'Ana sayfa', open: (frame) => frame.goTo('Ana sayfa') },
  list('Toplantılar'),
  list('Kişiler'),
  card('Kişiler', 'Özge Işıklı', 'Adı soyadı'),
  card('Kurumlar', 'Akçay Valiliği', 'Resmî adı'),
  card('Kurullar', 'Kooperatifçilik İl Çalışma Grubu', 'Adı'),
  list('Bilgi notları'),
  {
    name: 'bilgi notu, okunurken ve yazılırken',
    async open(frame) {
      await frame.goTo('Bilgi notları')
      await frame.main.getByRole('row', { name: /^Sosyal kooperatifler/ }).click()
      await frame.main.getByText('Yaz', { exact: true }).click()
      await expect(frame.main.getByRole('textbox', { name: 'Metin' })).toBeVisible()
    },
  },
  {
    name: 'toplantı, künyesiyle',
    async open(frame) {
      const meeting = await openMeeting(frame)
      await meeting.showHead()
    },
  },
  {
    name: 'toplantı, yoklamasıyla',
    async open(frame) {
      const meeting = await openMeeting(frame)
      await meeting.showRoll()
    },
  },
  {
    name: 'toplantı, kararlarıyla',
    async open(frame) {
      const meeting = await openMeeting(frame)
      await meeting.outline.getByRole('button', { name: /2026\/5/ }).click()
      await expect(meeting.text.getByRole('group', { name: 'Karar 2026/5' })).toBeInViewport()
    },
  },
  {
    name: 'toplantı, özel notuyla ve yazım önerileriyle',
    async open(frame) {
      const meeting = await openMeeting(frame)
      await meeting.goToEnd()
      await frame.page.keyboard.press('Enter')
      await frame.page.keyboard.type('/özel ')
      await frame.page.keyboard.type('Toplantisi kısa sürecek.')
      await expect(meeting.text.locator('[data-private]').last()).toContainText('kısa sürecek')
      await new Spelling(frame.page).next('Toplantisi')
    },
  },
  {
    name: 'toplantı, kâğıdıyla',
    async open(frame) {
      const meeting = await openMeeting(frame)
      if (await meeting.paper.isHidden()) await frame.page.keyboard.press('Control+p')
      await expect(meeting.paper.getByRole('img').first()).toBeVisible()
      await frame.page.keyboard.press('Control+p')
    },
  },
  {
    name: 'Raporlar, önizlemesiyle',
    async open(frame) {
      await frame.goTo('Raporlar')
      await frame.main.getByRole('textbox', { name: 'Başlangıç' }).fill('1.1.2025')
      await frame.main.getByRole('textbox', { name: 'Bitiş' }).fill('31.12.2026')
      await frame.main.getByRole('button', { name: 'Önizle' }).click()
      await expect(frame.main.getByRole('img', { name: /^Sayfa 1\// })).toBeVisible()
    },
  },
  {
    name: 'toplantının geçmişi',
    async open(frame) {
      const meeting = await openMeeting(frame)
      await meeting.goToEnd()
      await frame.page.keyboard.type(' Ek söz.')
      await meeting.saved()
      await frame.page.getByRole('button', { name: 'Geçmiş', exact: true }).click()
      await expect(frame.main.getByRole('listbox', { name: 'Sürümler' })).toBeVisible()
      await expect(frame.main.locator('ins').first()).toBeVisible()
    },
  },
  {
    name: 'kalıcı silme penceresi',
    async open(frame) {
      await frame.main.getByRole('button', { name: 'Kalıcı sil' }).click()
      await expect(frame.page.getByRole('textbox', { name: 'Gerekçe' })).toBeVisible()
    },
  },
  {
    name: 'seçili satırlar',
    async open(frame) {
      await frame.page.keyboard.press('Escape')
      await frame.goTo('Bilgi notları')
      await frame.main.getByRole('grid', { name: 'Bilgi notları' }).focus()
      await frame.page.keyboard.press('Control+a')
      await expect(frame.main.getByRole('group', { name: 'Seçilenler' })).toBeVisible()
    },
  },
  {
    name: 'Çöp kutusu',
    async open(frame) {
      await frame.page.keyboard.press('Delete')
      await expect(frame.notice(/silindi/)).toBeVisible()
      await frame.runCommand('Çöp kutusunu aç')
      await expect(frame.main.getByRole('table', { name: 'Çöp kutusu' })).toBeVisible()
    },
  },
  { name: 'Ayarlar', open: (frame) => frame.goTo('Ayarlar') },
  {
    name: 'Ayarlar, yedekleriyle',
    async open(frame) {
      const backups = new BackupsSection(frame)
      await backups.open()
      await backups.backUp()
    },
  },
  {
    name: 'arama sonuçları',
    async open(frame) {
      await frame.find('kooperatif')
      await frame.results.getByRole('option', { name: /^Tüm sonuçları göster/ }).click()
      await expect(frame.main.getByRole('listbox', { name: 'Bulunan kayıtlar' })).toBeVisible()
      await expect(frame.page.getByTestId('preview-text')).toContainText('ooperatif')
      await frame.page.getByText('Neden bu sonuç?').click()
    },
  },
  {
    name: 'arama, sonuçsuz',
    async open(frame) {
      await frame.goTo('Arama')
      await frame.page.getByRole('textbox', { name: 'Aranacak sözler' }).fill('zeytinyağı xyzabc')
      await expect(frame.main).toContainText('için sonuç yok')
    },
  },
  {
    name: 'son aramalar',
    async open(frame) {
      await frame.page.getByRole('textbox', { name: 'Aranacak sözler' }).fill('')
      await expect(frame.main.getByRole('heading', { name: 'Son aramalar' })).toBeVisible()
    },
  },
  {
    name: 'arama açıkken',
    async open(frame) {
      await frame.find('isikli')
      await expect(frame.hits('Kişiler').first()).toBeVisible()
    },
  },
  {
    name: 'yeni kurum penceresi',
    async open(frame) {
      await frame.page.keyboard.press('Escape')
      await frame.runCommand('Kurum ekle')
      await expect(frame.page.getByRole('dialog', { name: 'Kurum ekle' })).toBeVisible()
    },
  },
]
