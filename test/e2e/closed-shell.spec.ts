import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { contract } from '../../shared/contract/contract'
import { expect, test } from '../support/app'
import { Frame } from '../support/pages/frame'
import { MeetingPage } from '../support/pages/meeting-page'
import { storedMeeting } from '../support/stored'

/** A server of this machine that counts who comes by. */
async function countingServer() {
  const seen: string[] = []
  const server = http.createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`)
    response.writeHead(200, { 'access-control-allow-origin': '*', 'content-type': 'text/html' })
    response.end('<title>var</title>')
  })
  server.on('upgrade', (request, socket) => {
    seen.push(`upgrade ${request.url}`)
    socket.destroy()
  })
  server.on('connection', () => seen.push('connection'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return { seen, server, origin: `127.0.0.1:${(server.address() as AddressInfo).port}` }
}

test('nothing in the window reaches a server that is there', async ({ desk }) => {
  const { seen, server, origin } = await countingServer()
  try {
    const answer = await fetch(`http://${origin}/node`)
    expect(answer.status).toBe(200)
    expect(seen).toContain('GET /node')
    seen.length = 0

    const running = await desk.start()
    const { page, app, violations, complaints } = running
    await page.waitForLoadState('domcontentloaded')
    const before = page.url()
    const outcomes = await page.evaluate(async (host) => {
      const url = `http://${host}`
      const settle = (work: Promise<unknown>) => work.then(() => 'reached').catch(() => 'denied')
      const loaded = (element: HTMLElement, attribute: string, value: string) =>
        settle(
          new Promise((resolve, reject) => {
            element.addEventListener('load', resolve)
            element.addEventListener('error', reject)
            setTimeout(() => reject(new Error('silence')), 1500)
            element.setAttribute(attribute, value)
            document.body.append(element)
          }),
        )
      const results: Record<string, string> = {}
      results['fetch'] = await settle(fetch(`${url}/fetch`))
      results['beacon'] = navigator.sendBeacon(`${url}/beacon`) ? 'queued' : 'denied'
      results['img'] = await loaded(document.createElement('img'), 'src', `${url}/img`)
      results['script'] = await loaded(document.createElement('script'), 'src', `${url}/script`)
      const style = document.createElement('link')
      style.rel = 'stylesheet'
      results['style'] = await loaded(style, 'href', `${url}/style`)
      results['websocket'] = await settle(
        new Promise((resolve, reject) => {
          try {
            const socket = new WebSocket(`ws://${host}/socket`)
            socket.onopen = resolve
            socket.onerror = reject
          } catch (fault) {
            reject(fault as Error)
          }
        }),
      )
      const frame = document.createElement('iframe')
      frame.src = `${url}/frame`
      document.body.append(frame)
      const form = document.createElement('form')
      form.action = `${url}/form`
      form.method = 'post'
      document.body.append(form)
      form.submit()
      results['window'] = window.open(`${url}/window`) ? 'opened' : 'denied'
      const link = document.createElement('a')
      link.href = `${url}/link`
      link.target = '_blank'
      document.body.append(link)
      link.click()
      window.location.assign(`${url}/navigation`)
      await new Promise((resolve) => setTimeout(resolve, 1500))
      return results
    }, origin)

    expect(outcomes).toMatchObject({
      fetch: 'denied',
      img: 'denied',
      script: 'denied',
      style: 'denied',
      websocket: 'denied',
      window: 'denied',
    })
    expect(page.url()).toBe(before)
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
    expect(seen).toEqual([])
    await running.close()
    // These were provoked; the fixture's own check is for what nobody provoked.
    expect(violations.length).toBeGreaterThan(0)
    violations.length = 0
    const unexpected = complaints.filter(
      (line) => !line.includes(origin) && !line.includes('--trace-warnings'),
    )
    expect(unexpected).toEqual([])
    complaints.length = 0
  } finally {
    server.close()
  }
})

test('permissions are denied and Node is out of reach', async ({ desk }) => {
  const { page } = await desk.start()
  await page.waitForLoadState('domcontentloaded')
  const found = await page.evaluate(async () => ({
    notification: await Notification.requestPermission(),
    camera: await navigator.mediaDevices.getUserMedia({ video: true, audio: true }).then(
      () => 'granted',
      (fault: Error) => fault.name,
    ),
    node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in window),
    door: Object.keys((window as unknown as { door: object }).door).sort(),
  }))
  expect(found.notification).toBe('denied')
  expect(found.camera).not.toBe('granted')
  expect(found.node).toEqual([])
  expect(found.door).toEqual(['call', 'on'])
})

test('junk to every call gets a clear answer and breaks nothing', async ({ desk }) => {
  const { page } = await desk.start()
  await page.waitForLoadState('domcontentloaded')
  const calls = Object.entries(contract).filter(([, spec]) => spec.kind === 'call')
  const names = calls.map(([name]) => name)
  const takesNothing = calls.filter(
    ([, spec]) => spec.kind === 'call' && spec.input.safeParse(undefined).success,
  )
  const junk: unknown[] = [
    null,
    0,
    'x',
    [],
    { id: '../../etc/passwd' },
    { id: 5, changes: 'a', basedOn: {} },
    'a'.repeat(1_000_000),
  ]
  const answers = await page.evaluate(
    async ({ names, junk }) => {
      const door = (
        window as unknown as {
          door: { call(name: string, input: unknown): Promise<{ ok: boolean; error?: { code: string } }> }
        }
      ).door
      const codes: [string, string][] = []
      for (const name of [...names, 'no.such.call', '__proto__', 'constructor', 'records.changed'])
        for (const input of junk) {
          const answer = await door.call(name, input)
          codes.push([name, answer.ok ? 'ok' : (answer.error?.code ?? '')])
        }
      return codes
    },
    { names, junk },
  )
  expect(answers).toHaveLength((names.length + 4) * junk.length)
  const wrong = answers.filter(([, code]) => code !== 'invalid-input')
  expect(wrong).toEqual([])
  expect(takesNothing.length).toBeGreaterThan(0)
  const alive = await page.evaluate(() =>
    (
      window as unknown as { door: { call(name: string, input: unknown): Promise<{ ok: boolean }> } }
    ).door.call('app.info', undefined),
  )
  expect(alive.ok).toBe(true)
})

test('hostile text, pasted or typed, stays text', async ({ desk }) => {
  const { seen, server, origin } = await countingServer()
  try {
    const { page } = await desk.start()
    const frame = new Frame(page)
    await frame.createArchive('Yapıştırma Arşivi')
    const harm = `window.harmed = true; fetch('http://${origin}/harm')`
    const html = `
      <p onclick="${harm}" onmouseover="${harm}">Yapıştırılan <b>kalın</b> söz.</p>
      <script>${harm}</script><img src="http://${origin}/img.png" onerror="${harm}">
      <a href="javascript:${harm}">kötü bağlantı</a> <a href="https://ornek.gov.tr/">iyi bağlantı</a>
      <svg onload="${harm}"><image href="http://${origin}/svg.png"/></svg>
      <iframe src="http://${origin}/frame"></iframe><object data="http://${origin}/object"></object>
      <div style="background:url(http://${origin}/style.png)">biçimli</div>
      <link rel="stylesheet" href="http://${origin}/sheet.css"><form action="http://${origin}/form"><input></form>`
    const harmed = () =>
      page.evaluate(() => ({
        ran: 'harmed' in window,
        links: [...document.querySelectorAll('main a')].map((link) => link.getAttribute('href') ?? ''),
        loads: document.querySelectorAll(
          'main :is(script, iframe, object, form, svg image, img[src^="http"])',
        ).length,
        handlers: [...document.querySelectorAll('main *')].filter((element) =>
          element.getAttributeNames().some((name) => name.startsWith('on')),
        ).length,
      }))

    await test.step('pasted into minutes', async () => {
      const meeting = new MeetingPage(page)
      await meeting.create()
      await page.keyboard.type('Yapıştırma')
      await meeting.goToEnd()
      // As the browser hands it over; the clipboard itself is one for all windows of the machine.
      await meeting.text.evaluate((editor, content) => {
        const clipboardData = new DataTransfer()
        clipboardData.setData('text/html', content)
        clipboardData.setData('text/plain', 'düz')
        editor.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
      }, html)
      await expect(meeting.text).toContainText('Yapıştırılan kalın söz.')
      await expect(meeting.text.locator('strong')).toHaveText('kalın')
      await expect(meeting.text).toContainText('kötü bağlantı')
      const found = await harmed()
      expect(found).toMatchObject({ ran: false, loads: 0, handlers: 0 })
      expect(found.links.filter((href) => !/^(#|https:\/\/ornek\.gov\.tr\/)/.test(href))).toEqual([])
      await meeting.saved()
      const { record } = await storedMeeting(path.join(desk.documents, 'Yapıştırma Arşivi'), 'Yapıştırma')
      expect(JSON.stringify(record)).not.toMatch(/javascript:|<script|<img|onerror|style\.png/)
    })
    await test.step('written as Markdown into a note', async () => {
      await frame.addRecord('Bilgi notu ekle', 'Kötü niyetli not')
      const text = page.getByRole('textbox', { name: 'Metin' })
      await text.fill(`${html}\n\n[kötü](javascript:${harm}) ![resim](http://${origin}/md.png)\n\n**kalın**`)
      await page.getByText('Oku', { exact: true }).click()
      await expect(frame.main.locator('strong')).toHaveText(['kalın'])
      expect(await harmed()).toMatchObject({ ran: false, loads: 0, handlers: 0 })
      expect((await harmed()).links.filter((href) => /^\s*javascript/i.test(href))).toEqual([])
    })
    expect(seen).toEqual([])
  } finally {
    server.close()
  }
})
