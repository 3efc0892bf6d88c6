import type { Page } from '@playwright/test'

/** Works a page by keys alone and counts them: what is typed as words apart from what is pressed. */
export class KeyCounter {
  /** keys pressed since the last {@link begin}: commands, Tab, Enter, letters that choose something */
  pressed = 0
  /** letters of text, names and dates since then */
  typed = 0
  all = 0

  constructor(private readonly page: Page) {}

  /** Watches that nothing is pointed at. Out: how often the mouse was pressed so far. */
  async watchMouse(): Promise<() => Promise<number>> {
    await this.page.evaluate(() => {
      document.body.dataset['mouse'] = '0'
      const count = () => {
        document.body.dataset['mouse'] = String(Number(document.body.dataset['mouse']) + 1)
      }
      addEventListener('pointerdown', count, true)
    })
    return async () => Number(await this.page.locator('body').getAttribute('data-mouse'))
  }

  begin(): void {
    this.pressed = 0
    this.typed = 0
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) {
      await this.page.keyboard.press(key)
      this.pressed += 1
      this.all += 1
    }
  }

  /** Types words, a key a letter. */
  async type(words: string): Promise<void> {
    await this.page.keyboard.type(words)
    this.typed += words.length
    this.all += words.length
  }
}
