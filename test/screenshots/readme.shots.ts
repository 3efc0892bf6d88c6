import path from 'node:path'
import { test, type RunningApp } from '../support/app'
import { Frame } from '../support/pages/frame'

const folder = path.resolve(import.meta.dirname, '../../resources/screenshots')

/** Pictures are of one size, without the notice that greets a new archive. */
async function ready({ app, page }: RunningApp): Promise<Frame> {
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1280, 800))
  const frame = new Frame(page)
  await frame.openSample()
  const notice = page.getByRole('alert').getByRole('button')
  if (await notice.isVisible()) await notice.click()
  await notice.waitFor({ state: 'hidden' })
  return frame
}

const title = 'Sosyal Kooperatifler Tanıtım Toplantısı'

test('meeting page', async ({ desk }) => {
  const running = await desk.start()
  const { page } = running
  await ready(running)
  await page.getByText(title).first().click()
  const decision = page.getByText('Kooperatif ortaklarına yönelik kırk saatlik').last()
  await decision.waitFor()
  await page.keyboard.press('Control+p')
  await page.getByRole('img').first().waitFor()
  await page.screenshot({ path: path.join(folder, 'meeting.png') })
})

test('search', async ({ desk }) => {
  const running = await desk.start()
  const frame = await ready(running)
  await frame.goTo('Toplantılar')
  await frame.find('kooperatif')
  await running.page.screenshot({ path: path.join(folder, 'search.png') })
})
