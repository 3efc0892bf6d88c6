import { expect, type Locator } from '@playwright/test'
import type { Frame } from './frame'

/** The backups section of the settings. */
export class BackupsSection {
  readonly section: Locator
  readonly rows: Locator
  readonly dialog: Locator

  constructor(private readonly frame: Frame) {
    this.section = frame.main.getByRole('region', { name: 'Yedekler' })
    this.rows = this.section.getByRole('table', { name: 'Alınmış yedekler' }).getByRole('row')
    this.dialog = frame.page.getByRole('dialog', { name: 'Yedeği geri yükle' })
  }

  async open(): Promise<void> {
    await this.frame.goTo('Ayarlar')
    await expect(this.section).toBeVisible()
  }

  /** How far down in the section what can be pressed stands, and the list of backups; read at one moment. */
  places(): Promise<number[]> {
    return this.section.evaluate((section) => {
      const shown = [...section.querySelectorAll('button, input:not([type="hidden"]), h3')]
      const top = section.getBoundingClientRect().top
      const list = shown.findIndex((one) => one.matches('h3'))
      return shown.slice(0, list + 1).map((one) => one.getBoundingClientRect().top - top)
    })
  }

  /** Asks for a backup once. While another one is made the button cannot be pressed. */
  async askForBackup(): Promise<void> {
    const button = this.section.getByRole('button', { name: 'Şimdi yedekle' })
    await expect(button).toBeEnabled()
    await button.click()
  }

  /** Makes a backup and waits until it is in the list, on top. */
  async backUp(): Promise<void> {
    // The notice of an earlier backup may still be shown.
    const notice = this.frame.notice('Yedek alındı ve denetlendi')
    await expect(notice).toHaveCount(0, { timeout: 20_000 })
    await this.askForBackup()
    await expect(notice).toBeVisible()
    await expect(this.rows.nth(1)).toContainText('Elle alındı')
  }

  /** Chooses a backup (0 = newest) and waits for the preview of what would change. */
  async preview(index: number): Promise<void> {
    await this.rows
      .nth(index + 1)
      .getByRole('button')
      .click()
    await expect(this.dialog.getByRole('button', { name: 'Yeni klasöre yükle' })).toBeVisible()
  }

  /** The titles under a head of the preview. */
  titles(head: 'Geri gelecek' | 'Eski hâline dönecek' | 'Çöp kutusuna gidecek'): Locator {
    return this.dialog.getByRole('list', { name: head }).getByRole('listitem')
  }
}
