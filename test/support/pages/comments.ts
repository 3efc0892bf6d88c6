import type { Locator, Page } from '@playwright/test'

/** The comments beside the minutes. */
export class CommentsPane {
  readonly root: Locator
  readonly field: Locator
  readonly open: Locator

  constructor(readonly page: Page) {
    this.root = page.getByRole('complementary', { name: 'Açıklamalar' })
    this.field = this.root.getByRole('textbox', { name: 'Açıklama' })
    this.open = this.root.getByRole('list', { name: 'Açık açıklamalar' }).getByRole('listitem')
  }

  /** The mark at a block of the text. */
  mark(count: number): Locator {
    return this.page.getByRole('group', { name: 'Metnin yanındaki açıklamalar' }).getByRole('button', {
      name: `${count} açıklama: göster`,
    })
  }
}
