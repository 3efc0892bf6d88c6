import { expect, type Locator, type Page } from '@playwright/test'

/** The page of the full search: words, filters, results, preview. */
export class SearchPage {
  readonly field: Locator
  readonly list: Locator
  readonly hits: Locator
  readonly facets: Locator
  readonly chips: Locator
  readonly preview: Locator

  constructor(readonly page: Page) {
    this.field = page.getByRole('textbox', { name: 'Aranacak sözler' })
    this.list = page.getByRole('listbox', { name: 'Bulunan kayıtlar' })
    this.hits = this.list.getByRole('option')
    this.facets = page.getByRole('group', { name: 'Sonuçları daralt' })
    this.chips = page
      .getByRole('group', { name: 'Etkin süzgeçler' })
      .getByRole('button', { name: /süzgecini/ })
    this.preview = page.getByRole('region', { name: 'Ayrıntılar' })
  }

  /** Goes to the page through the rail. */
  async open(): Promise<void> {
    await this.page.getByRole('navigation', { name: 'Bölümler' }).getByRole('link', { name: 'Arama' }).click()
    await expect(this.field).toBeFocused()
  }

  /** Types words in place of those that stand there and waits for their results. */
  async find(words: string): Promise<void> {
    await this.field.fill(words)
    await this.settled()
    await expect(this.hits.first()).toBeVisible()
  }

  /** Waits until the results belong to what stands in the field. */
  async settled(): Promise<void> {
    await expect(this.page.getByTestId('search-results')).toHaveAttribute('aria-busy', 'false')
  }

  /** A value of a filter, such as `Kararlar` of `Tür`. */
  value(facet: string, value: string): Locator {
    return this.facets.getByRole('group', { name: facet, exact: true }).getByRole('button', { name: value })
  }

  /** Days of the results as ISO, in the order they stand; results without a day are left out. */
  async dates(): Promise<string[]> {
    const shown = await this.hits.allInnerTexts()
    return shown.flatMap((text) => {
      const day = /(\d{2})\.(\d{2})\.(\d{4})\s*$/.exec(text)
      return day ? [`${day[3]}-${day[2]}-${day[1]}`] : []
    })
  }

  /** The words that are marked in the preview. */
  marked(): Promise<string[]> {
    return this.page.evaluate(() =>
      [...(CSS.highlights.get('tt-found') ?? [])].map((range) =>
        range instanceof Range ? range.toString() : '',
      ),
    )
  }
}
