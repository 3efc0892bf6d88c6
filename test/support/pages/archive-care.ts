import path from 'node:path'
import { expect, type Locator } from '@playwright/test'
import type { Frame } from './frame'

/** The part of the settings that checks and mends the archive. */
export class ArchiveCare {
  readonly section: Locator

  constructor(frame: Frame) {
    this.section = frame.main.getByRole('region', { name: 'Arşivin bakımı' })
  }

  /** What the check says of a file. */
  row(file: string): Locator {
    return this.section.getByRole('row').filter({ hasText: path.basename(file) })
  }

  /** Chooses repairs and waits for the check that follows. */
  async repair(...names: string[]): Promise<void> {
    for (const name of names) await this.section.getByRole('checkbox', { name }).check()
    await this.section.getByRole('button', { name: 'Seçilenleri onar' }).click()
    await expect(this.section.getByRole('button', { name: 'Arşivi denetle' })).toBeVisible()
  }
}
