import { expect, type ElectronApplication, type Locator, type Page } from '@playwright/test'

/** The window in the meeting room. */
export class ProjectorWindow {
  readonly item: Locator
  readonly agenda: Locator

  private constructor(readonly page: Page) {
    this.item = page.getByRole('main', { name: 'Görüşülen madde' })
    this.agenda = page.getByRole('navigation', { name: 'Gündem' })
  }

  /** Opens it with its key from the meeting page. */
  static async open(app: ElectronApplication, office: Page): Promise<ProjectorWindow> {
    const opened = app.waitForEvent('window')
    await office.keyboard.press('Control+Shift+d')
    const page = await opened
    await expect(page.locator('.room')).toBeVisible()
    return new ProjectorWindow(page)
  }

  /** The agenda item that is shown as the one being discussed. */
  get current(): Locator {
    return this.agenda.locator('[aria-current="step"]')
  }

  async blank(): Promise<void> {
    await expect(this.page.getByRole('heading', { name: 'Toplantı birazdan devam edecek' })).toBeVisible()
  }
}

/** Brings the office's window to the front again, as a click into it would. */
export async function toOffice(app: ElectronApplication, office: Page): Promise<void> {
  await office.bringToFront()
  await app.evaluate(({ BrowserWindow }) => {
    const windows = BrowserWindow.getAllWindows()
    windows.find(({ webContents }) => !webContents.getURL().includes('/projector.html'))?.focus()
  })
}
