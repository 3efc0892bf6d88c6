import { expect, type ElectronApplication, type Locator, type Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'

/** Spelling in the text of minutes: the marked words and the list of one of them. */
export class Spelling {
  readonly marks: Locator
  readonly menu: Locator

  constructor(readonly page: Page) {
    this.marks = page.locator('.tt-misspelt')
    this.menu = page.getByRole('listbox', { name: /^“.*” için öneriler$/ })
  }

  /** Waits until exactly these words are marked, in this order. */
  async marked(words: string[]): Promise<void> {
    await expect(this.marks).toHaveText(words, { timeout: 20_000 })
  }

  /** Goes to the next misspelt word with its key and waits for the suggestions. */
  async next(word: string): Promise<void> {
    await this.page.keyboard.press('F7')
    await this.listOf(word)
  }

  async listOf(word: string): Promise<void> {
    await expect(this.menu).toHaveAccessibleName(`“${word}” için öneriler`)
    await expect(this.page.getByText(`“${word}” sözlükte yok`)).toBeVisible({ timeout: 20_000 })
  }
}

/**
 * What the process that spells adds to the machine's memory (MB), undefined while there is none. The files of the program, which
 * all its processes share, are there anyway. Linux only.
 */
export async function memoryOfSpelling(app: ElectronApplication): Promise<number | undefined> {
  const pid = await app.evaluate(
    ({ app: running }) => running.getAppMetrics().find(({ name }) => name === 'Tutanak spelling')?.pid,
  )
  if (pid === undefined) return undefined
  // It may end just now.
  const rollup = await readFile(`/proc/${pid}/smaps_rollup`, 'utf8').catch(() => undefined)
  if (rollup === undefined) return undefined
  return Number(/^Pss_Anon:\s+(\d+)/m.exec(rollup)?.[1]) / 1024
}
