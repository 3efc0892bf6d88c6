import type { Page } from '@playwright/test'
import type { IndexStatus } from '../../shared/contract/search-contract'
import { figuresOf, type BenchRow } from './measure'

/** What is typed, by kind; common words of minutes. */
const kinds: Record<string, string[]> = {
  'sık geçen söz': ['karar', 'toplantı', 'müdürlüğü', 'proje'],
  'üç söz': ['il müdürlüğü karar', 'kooperatif eğitim proje', 'mahalle ödenek raporu'],
  'önek (2–6 harf)': ['ka', 'kar', 'topl', 'koope', 'müdürl'],
  'söz öbeği': ['"sulama kanalı"', '"il müdürlüğü"', '"meslek kursu"'],
  'yazım yanlışı': ['toplanto~1', 'kooperatf~1', 'denetm~1'],
}

const WARM_UP = 8
const ROUNDS = 8
/** The index of a large archive is built in the background at the first start. */
const LONGEST_BUILD = 30 * 60_000

/** Merging begins some seconds after the last change; so long without it is rest. */
const AT_REST_MS = 8_000

/** Waits until the index of the open archive is whole and its segments are no longer being merged. */
export async function untilIndexed(page: Page): Promise<void> {
  const settled = () =>
    page.evaluate(async () => {
      const status = await window.door.call('search.status', undefined)
      if (!status.ok) return false
      const { ready, docs, merging } = status.value as IndexStatus
      return ready && docs > 0 && !merging
    })
  const until = Date.now() + LONGEST_BUILD
  let since = Date.now()
  while (Date.now() - since < AT_REST_MS) {
    if (!(await settled())) since = Date.now()
    if (Date.now() > until) throw new Error('the index was not built in time')
    await page.waitForTimeout(500)
  }
}

/** Asks through the door, as the search page does. Out: milliseconds until the answer is in the window. */
const ask = (page: Page, text: string): Promise<number> =>
  page.evaluate(async (words) => {
    const begin = performance.now()
    const answer = await window.door.call('search.query', {
      text: words,
      limit: 25,
      facets: true,
    })
    const total = answer.ok ? (answer.value as { total: number }).total : 0
    if (total === 0) {
      const status = await window.door.call('search.status', undefined)
      throw new Error(
        `nothing for ${words}: ${JSON.stringify(answer).slice(0, 200)} ${JSON.stringify(status)}`,
      )
    }
    return performance.now() - begin
  }, text)

/** Puts words into the field of the search page. Out: milliseconds until the frame after their results are there. */
const type = (page: Page, text: string): Promise<number> =>
  page.evaluate(async (words) => {
    const field = document.querySelector<HTMLInputElement>('main input[aria-label="Aranacak sözler"]')
    if (!field) throw new Error('no field')
    const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    const busy = () => document.querySelector('[data-testid=search-results][aria-busy=true]') !== null
    const begin = performance.now()
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set?.call(field, words)
    field.dispatchEvent(new Event('input', { bubbles: true }))
    await frame()
    if (words !== '' && !busy()) throw new Error(`not asked: ${words}`)
    while (busy()) await frame()
    await frame()
    return performance.now() - begin
  }, text)

/** Without a word that stands nowhere, another one each round, the answer would come from the cache. */
async function sampled(
  texts: readonly string[],
  mark: string,
  cost: (text: string) => Promise<number>,
): Promise<number[]> {
  const samples: number[] = []
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1)
    for (const text of texts) {
      const sample = await cost(`-${mark}${round}yok ${text}`)
      if (round >= WARM_UP) samples.push(sample)
    }
  return samples
}

/** From a question of the window to its answer, and from the last letter to results on the screen. */
export async function benchWindowSearch(page: Page): Promise<BenchRow[]> {
  await untilIndexed(page)
  const navigation = page.getByRole('navigation', { name: 'Bölümler' })
  await navigation.getByRole('link', { name: 'Arama' }).click()
  await page.getByRole('textbox', { name: 'Aranacak sözler' }).waitFor()
  const rows: BenchRow[] = []
  for (const [kind, texts] of Object.entries(kinds)) {
    rows.push({
      group: 'pencere',
      what: `arama, cevap: ${kind}`,
      unit: 'ms',
      figures: figuresOf(await sampled(texts, 'cevap', (text) => ask(page, text))),
      goal: 'p95 ≤ 20 (10.000)',
    })
    const painted = await sampled(texts, 'görünen', async (text) => {
      const cost = await type(page, text)
      await type(page, '')
      return cost
    })
    rows.push({
      group: 'pencere',
      what: `arama, son harften görünen sonuca (70 bekleme): ${kind}`,
      unit: 'ms',
      figures: figuresOf(painted),
    })
  }
  return rows
}
