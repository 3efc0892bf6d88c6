import { expect, type Locator, type Page } from '@playwright/test'

/** The dialog that prepares a new meeting. */
export class NewMeetingDialog {
  readonly root: Locator
  readonly board: Locator
  readonly template: Locator
  readonly number: Locator
  readonly start: Locator
  readonly title: Locator
  readonly carried: Locator

  constructor(readonly page: Page) {
    this.root = page.getByRole('dialog', { name: 'Toplantı ekle' })
    this.board = this.root.getByRole('combobox', { name: 'Kurul', exact: true })
    this.template = this.root.getByRole('combobox', { name: 'Şablon' })
    this.number = this.root.getByRole('textbox', { name: 'Toplantı no' })
    this.start = this.root.getByRole('textbox', { name: 'Tarih ve saat' })
    this.title = this.root.getByRole('textbox', { name: 'Başlık' })
    this.carried = this.root.getByRole('group', { name: 'Birlikte gelenler' })
  }

  /** What the field of the board has found. */
  get options(): Locator {
    return this.page.getByRole('listbox', { name: 'Kurul', exact: true }).getByRole('option')
  }

  /** The tick of what comes along under a title. */
  matter(title: string | RegExp): Locator {
    return this.carried.getByRole('checkbox', { name: title })
  }

  /** Types the first letters of a board and takes the first that is found. */
  async chooseBoard(letters: string): Promise<void> {
    await expect(this.board).toBeFocused()
    await this.page.keyboard.type(letters)
    await expect(this.options.first()).toHaveAttribute('data-combobox-selected', 'true')
    await this.page.keyboard.press('Enter')
    await expect(this.carried).toBeVisible()
  }

  /** Asks for the matters of another board too. */
  async addBoard(letters: string, name: string): Promise<void> {
    await this.root.getByRole('combobox', { name: 'Başka kurullardan da getir' }).fill(letters)
    await this.page.getByRole('option', { name }).click()
    await expect(this.root.getByRole('button', { name: new RegExp(name) })).toBeVisible()
  }
}
