import { expect, type Locator, type Page } from '@playwright/test'

/** Sections of the rail, by their Turkish names. */
export type Section =
  | 'Ana sayfa'
  | 'Arama'
  | 'Toplantılar'
  | 'Kişiler'
  | 'Kurumlar'
  | 'Kurullar'
  | 'Bilgi notları'
  | 'Raporlar'
  | 'Ayarlar'

/** What stands around every screen: rail, search, status line, notices. */
export class Frame {
  readonly rail: Locator
  readonly search: Locator
  readonly results: Locator
  readonly main: Locator
  readonly statusLine: Locator
  readonly saveState: Locator

  constructor(readonly page: Page) {
    this.rail = page.getByRole('navigation', { name: 'Bölümler' })
    this.search = page.getByRole('combobox', { name: 'Ara', exact: true })
    this.results = page.getByRole('listbox', { name: 'Arama sonuçları' })
    this.main = page.getByRole('main')
    this.statusLine = page.getByRole('contentinfo')
    this.saveState = page.getByTestId('save-state')
  }

  /** Makes an empty archive of that name where archives go by default, as on the first day. */
  async createArchive(name: string): Promise<void> {
    await this.page.getByRole('button', { name: /^Boş arşivle başla/ }).click()
    const dialog = this.page.getByRole('dialog', { name: 'Yeni arşiv' })
    await dialog.getByRole('textbox', { name: 'Arşivin adı' }).fill(name)
    await dialog.getByRole('button', { name: 'Arşivi oluştur' }).click()
    await this.showsArchive(name)
  }

  /** Opens a fresh copy of the sample archive. */
  async openSample(): Promise<void> {
    await this.page.getByRole('button', { name: /^Örnek arşivi incele/ }).click()
    await this.showsArchive('Örnek arşiv')
    await expect(this.statusLine).toContainText('4 toplantı')
  }

  async showsArchive(name: string): Promise<void> {
    await expect(this.main.getByRole('heading', { level: 1, name })).toBeVisible()
    await expect(this.statusLine).toContainText(name)
  }

  /** Opens a section of the rail and waits for its page. */
  async goTo(section: Section): Promise<void> {
    await this.rail.getByRole('link', { name: section }).click()
    if (section === 'Ana sayfa') return
    await expect(this.main.getByRole('heading', { level: 1, name: section })).toBeVisible()
  }

  /** Types words into the search (instead of those that stand there) and waits for their results. */
  async find(words: string): Promise<void> {
    await this.page.keyboard.press('Control+k')
    await expect(this.search).toBeFocused()
    await this.page.keyboard.press('Delete')
    await this.page.keyboard.type(words)
    await expect(this.results).toHaveAttribute('aria-busy', 'false')
  }

  /** The hits of a group of results, such as `Kararlar`. */
  hits(group: string): Locator {
    return this.results.getByRole('group', { name: group, exact: true }).getByRole('option')
  }

  /** Adds a person, agency, board or note through the palette and its small dialog. */
  async addRecord(command: 'Kişi ekle' | 'Kurum ekle' | 'Kurul ekle' | 'Bilgi notu ekle', name: string) {
    await this.runCommand(command)
    const dialog = this.page.getByRole('dialog', { name: command })
    await expect(dialog.getByRole('textbox')).toBeFocused()
    await this.page.keyboard.type(name)
    await this.page.keyboard.press('Enter')
    await expect(dialog).toBeHidden()
  }

  /** Runs a command by its name, from the search field. */
  async runCommand(command: string): Promise<void> {
    // Results push the commands down: a button that goes down before and up after them clicks on nothing.
    await this.find(command)
    await this.hits('Komutlar').filter({ hasText: command }).click()
  }

  /** The notice with this text. */
  notice(text: string | RegExp): Locator {
    return this.page.locator('[role="status"], [role="alert"]').filter({ hasText: text })
  }
}
