import { _electron, type CDPSession, type Page } from '@playwright/test'
import { newId } from '../../shared/ids'
import { figuresOf, type BenchRow } from './measure'
import { settle } from './settle'

const TITLE = 'Üç yüz blokluk toplantı'
const KEYS = 120
const ROUNDS = 20
/** Milliseconds of a work that never changes, about as long as the longest effect of a key. */
const LONG = 30
const sentence =
  'Kursların açılacağı ilçeler, kursiyer sayıları ve eğiticilerin görevlendirilmesi görüşüldü; söz alan üyeler görüşlerini bildirdi.'

/** Only letters that a key of the simulated keyboard has. */
const pressed = 'salonda kurslar ve kursiyerler konusunda bilgi verildi '

/** Fields of a meeting of 300 blocks under 30 items: text, decisions, actions, a table now and then; a roll of 20. */
export function largeMeeting(): Record<string, unknown> {
  const blockOf = (n: number) => {
    if (n % 5 === 2)
      return { id: newId('decision'), kind: 'decision', text: sentence, vote: { kind: 'unanimous' } }
    if (n % 5 === 4)
      return {
        id: newId('action'),
        kind: 'action',
        text: sentence,
        responsible: { agencyName: 'Ticaret İl Müdürlüğü' },
        due: { kind: 'day', date: '2027-03-01' },
      }
    const table = '| İlçe | Sayı |\n| --- | --- |\n| Merkez | 12 |\n| Tuzluca | 8 |'
    return { id: newId('text'), kind: 'text', markdown: n % 25 === 0 ? table : sentence }
  }
  const blocks = Array.from({ length: 300 }, (_unused, n) => blockOf(n))
  return {
    title: TITLE,
    time: { start: '2027-02-01T10:00', precision: 'minute' },
    attendance: Array.from({ length: 20 }, (_unused, n) => ({
      id: newId('attendance'),
      name: `Üye ${n + 1} Aslan`,
      role: n === 0 ? 'chair' : 'member',
      state: 'present',
    })),
    agenda: Array.from({ length: 30 }, (_unused, n) => ({
      id: newId('item'),
      title: `${n + 1}. konu`,
      blocks: blocks.slice(n * 10, n * 10 + 10),
    })),
  }
}

interface Frame {
  /** milliseconds from the key to the frame that shows its effect */
  paint: number
  /** Where the cursor stood in its text when that frame had been made. */
  at: number
}

declare global {
  interface Window {
    /** Rounds of the work that never changes; none = the key has no effect. */
    rounds: number
    frameTold: Promise<Frame>
    tellFrame: (frame: Frame) => void
  }
}

interface Sample extends Frame {
  /** milliseconds that the window's thread worked from the key to that frame */
  work: number
}

const work = (samples: Sample[]) => samples.map((sample) => sample.work)
const paint = (samples: Sample[]) => samples.map((sample) => sample.paint)

/** Presses a key in a quiet window and measures what it costs. */
async function press(page: Page, cdp: CDPSession, key: string): Promise<Sample> {
  const taskTime = async () => {
    const { metrics } = await cdp.send('Performance.getMetrics')
    return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000
  }
  await page.evaluate(() => {
    window.frameTold = new Promise((resolve) => {
      window.tellFrame = resolve
    })
  })
  const before = await taskTime()
  await page.keyboard.press(key)
  const told = await page.evaluate(() => window.frameTold)
  const worked = (await taskTime()) - before
  // What is done later, saving above all, is over before the next key.
  await page.waitForTimeout(80)
  return { ...told, work: worked }
}

/** A key that the program does nothing for. */
const idleKey = 'ScrollLock'

/**
 * Makes the idle key do a work that never changes, of about so many milliseconds on this machine: what becomes of it, measured
 * like a letter and between letters, is what the machine does to any work of that length. 0 = no work.
 */
async function setFixedWork(page: Page, milliseconds: number): Promise<void> {
  await page.evaluate(
    ({ wanted, key }) => {
      const work = (rounds: number) => {
        let sum = 0
        for (let n = 0; n < rounds; n += 1) sum = (sum * 31 + n) | 0
        return sum
      }
      if (!('rounds' in window))
        addEventListener('keydown', (event) => event.key === key && void work(window.rounds), true)
      const some = 500_000
      const times = Array.from({ length: 40 }, () => {
        const begin = performance.now()
        work(some)
        return performance.now() - begin
      }).sort((a, b) => a - b)
      window.rounds = Math.round((some * wanted) / (times[10] ?? 1))
    },
    { wanted: milliseconds, key: idleKey },
  )
}

/** Notes for each key when the frame after it has been made. */
async function watchFrames(page: Page): Promise<void> {
  await page.evaluate(() => {
    addEventListener(
      'keydown',
      ({ key }) => {
        if (['Control', 'Shift', 'Alt'].includes(key)) return
        const begin = performance.now()
        requestAnimationFrame(() => {
          const channel = new MessageChannel()
          channel.port1.onmessage = () =>
            window.tellFrame({ paint: performance.now() - begin, at: getSelection()?.focusOffset ?? 0 })
          channel.port2.postMessage(0)
        })
      },
      true,
    )
  })
}

function rowOf(what: string, milliseconds: number[], goal?: string): BenchRow {
  const figures = figuresOf(milliseconds)
  return { group: 'yazma', what, unit: 'ms', figures, ...(goal === undefined ? {} : { goal }) }
}

/** Types a line, the first letters unmeasured; `between` runs after each that counts. Throws where a frame lacks its letter. */
async function pressLetters(
  page: Page,
  cdp: CDPSession,
  between: () => Promise<void> = () => Promise.resolve(),
): Promise<Sample[]> {
  const samples: Sample[] = []
  let last = -1
  for (let n = 0; n < KEYS + 10; n += 1) {
    const letter = pressed.charAt(n % pressed.length)
    const sample = await press(page, cdp, letter === ' ' ? 'Space' : letter)
    if (sample.at === last) throw new Error(`the frame after letter ${n} does not show it`)
    last = sample.at
    if (n < 10) continue
    samples.push(sample)
    await between()
  }
  return samples
}

const median = (milliseconds: number[]) => figuresOf(milliseconds).p50

/**
 * In place of the program a page that only lets the browser edit 300 paragraphs of the same words, with the cursor in the
 * middle: what this machine needs for a letter without any program.
 */
async function showBarePage(page: Page): Promise<void> {
  await page.waitForTimeout(2000)
  await page.evaluate((words) => {
    const text = document.createElement('div')
    text.contentEditable = 'true'
    text.style.cssText = 'height: 70vh; width: 700px; overflow: auto; font: 17px/1.6 sans-serif'
    text.append(
      ...Array.from({ length: 300 }, () => {
        const paragraph = document.createElement('p')
        paragraph.textContent = words
        return paragraph
      }),
    )
    document.body.replaceChildren(text)
    const middle = text.children.item(150)
    middle?.scrollIntoView()
    text.focus()
    getSelection()?.collapse(middle?.firstChild ?? text, words.length)
  }, sentence)
  await page.waitForTimeout(1000)
}

/** What a secretary does with one key, each from the end of a fresh paragraph; `undo` puts things back unmeasured. */
const effects: { what: string; keys: string[]; after?: string[] }[] = [
  { what: 'paragraf karara döner', keys: ['Control+Shift+K'], after: ['Control+Shift+K'] },
  { what: 'paragraf göreve döner', keys: ['Control+Shift+G'], after: ['Control+Shift+G'] },
  { what: 'paragraf gündem maddesine döner', keys: ['Control+Shift+M'], after: ['Control+Shift+M'] },
  { what: 'blok aşağı taşınır', keys: ['Alt+ArrowDown'], after: ['Alt+ArrowUp'] },
  { what: 'madde katlanır', keys: ['Control+.'], after: ['Control+.'] },
  { what: 'karar alanına geçilir', keys: ['Control+Shift+K', 'Tab'], after: ['Escape', 'Control+Shift+K'] },
  { what: 'yoklama açılır', keys: ['F4'], after: ['F4'] },
  { what: 'yoklamada bir kişi işaretlenir', keys: ['F4', 'm'], after: ['k', 'F4'] },
  { what: 'künye açılır', keys: ['F2'], after: ['F2'] },
  { what: 'madde zamanı basılır', keys: ['F8'], after: ['F8'] },
  { what: 'bulma çubuğu açılır', keys: ['Control+f'], after: ['Escape'] },
]

/** Key to work and to paint while a meeting of 300 blocks is written, and the same for each effect of one key. */
export async function benchTyping(options: {
  executable: string
  project: string
  archive: string
  userData: string
  documents: string
}): Promise<BenchRow[]> {
  await settle(options.userData, options.archive)
  const app = await _electron.launch({
    executablePath: options.executable,
    args: [options.project, '--lang=tr', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
    env: {
      ...(process.env as Record<string, string>),
      TUTANAK_USER_DATA: options.userData,
      TUTANAK_DOCUMENTS: options.documents,
    },
  })
  try {
    const page = await app.firstWindow()
    await page.getByRole('link', { name: /^Toplantılar/ }).click()
    await page.getByRole('row', { name: new RegExp(`^${TITLE}`) }).click()
    const text = page.getByRole('textbox', { name: 'Tutanak metni' })
    await text.waitFor()
    const cdp = await page.context().newCDPSession(page)
    // Time of the thread itself: what else the machine does does not count.
    await cdp.send('Performance.enable', { timeDomain: 'threadTicks' })
    await watchFrames(page)
    // The middle of the minutes, in a paragraph of its own.
    await text.click()
    await text.getByText('15. konu').click()
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await page.keyboard.type('Toplantıda söz alan ')
    await page.waitForTimeout(3000)

    // A key without any effect: what asking and telling cost, which is in every figure below.
    const idle: Sample[] = []
    await setFixedWork(page, 0)
    for (let n = 0; n < KEYS / 2; n += 1) idle.push(await press(page, cdp, idleKey))
    const letter = median(work(await pressLetters(page, cdp)))
    await setFixedWork(page, letter - median(work(idle)))
    const likeLetter: Sample[] = []
    const typed = await pressLetters(page, cdp, async () => {
      likeLetter.push(await press(page, cdp, idleKey))
    })
    await setFixedWork(page, LONG)
    const likeEffect: Sample[] = []
    const rows: BenchRow[] = []
    for (const { what, keys, after = [] } of effects) {
      const samples: Sample[] = []
      for (let round = 0; round < ROUNDS + 2; round += 1) {
        for (const key of keys.slice(0, -1)) await page.keyboard.press(key)
        await page.waitForTimeout(150)
        const sample = await press(page, cdp, keys.at(-1) ?? '')
        for (const key of after) await page.keyboard.press(key)
        await page.waitForTimeout(150)
        const fixed = await press(page, cdp, idleKey)
        if (round < 2) continue
        samples.push(sample)
        likeEffect.push(fixed)
      }
      rows.push(rowOf(`tuştan kareye: ${what}`, paint(samples), '≤ 50'))
    }
    await showBarePage(page)
    const bare = await pressLetters(page, cdp)
    return [
      rowOf('300 blokta etkisiz bir tuş: ölçmenin kendisi', work(idle)),
      rowOf('300 paragraflık düz sayfada bir harf: pencerenin işi', work(bare)),
      rowOf('300 paragraflık düz sayfada bir harf: tuştan kareye', paint(bare)),
      rowOf('300 blokta bir harf: pencerenin işi', work(typed), 'p95 ≤ 16'),
      rowOf('300 blokta bir harf: tuştan kareye', paint(typed), 'en çok 50'),
      rowOf('harf kadar uzun, hiç değişmeyen bir hesap: pencerenin işi', work(likeLetter)),
      rowOf('harf kadar uzun, hiç değişmeyen bir hesap: tuştan kareye', paint(likeLetter)),
      ...rows,
      rowOf(`${LONG} ms süren, hiç değişmeyen bir hesap: tuştan kareye`, paint(likeEffect)),
    ]
  } finally {
    await app
      .evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close())
      .catch(() => undefined)
    await app.close().catch(() => undefined)
  }
}
