import { tidyTr } from '../../../../../../shared/text/turkish'
import { textLists } from './text-lists'

/** Shorter lines end where their writer ended them. */
const shortestFull = 40
/** How much of the longest line is a full one. */
const nearlyFull = 0.75

const lineEnd = /\r\n?|[\v\f\u0085\u2028\u2029]/g
/** Word writes the second level of its bullets as a letter. */
const letterBullet = /^(\s*)o\t/
/** What mails put before the lines of another. */
const quoteSign = /^>[ \t]?/
const beginsItem = /^\s*(?:[-–—*•▪◦●○■·\u{f0a0}-\u{f0ff}]|\(?[\p{L}\d]{1,3}[.)]\s|madde\s|\[)/iu
const beginsSmall = /^\p{Ll}/u
const endsSentence = /[.!?:;…”"]$/u
const parted = /\p{L}[-\u00ad\u2010]$/u

/** Whether a line goes on in the next one, by what both say. */
function flowsOn(line: string, next: string): boolean {
  return (
    line.length >= shortestFull &&
    !beginsItem.test(next) &&
    beginsSmall.test(next) &&
    !endsSentence.test(line)
  )
}

/** Lines that stand together, as paragraphs: texts of PDF end every line where the page did, also inside words. */
function unwrapped(lines: readonly string[]): string[] {
  const full = nearlyFull * lines.reduce((most, line) => Math.max(most, line.length), 0)
  // Names one below the other are lines; where one sentence runs over the end of a line, others do.
  const wraps = lines.some(
    (line, n) => !beginsSmall.test(lines[0] ?? '') && flowsOn(line, lines[n + 1] ?? ''),
  )
  const paragraphs: string[] = []
  let above = ''
  for (const line of lines) {
    const last = paragraphs.at(-1)
    const open = wraps && above.length >= Math.max(full, shortestFull) && !endsSentence.test(above)
    const joins = last !== undefined && open && !beginsItem.test(line) && !line.includes('\t')
    if (!joins) paragraphs.push(line)
    else if (parted.test(last) && beginsSmall.test(line))
      paragraphs[paragraphs.length - 1] = last.slice(0, -1) + line
    else paragraphs[paragraphs.length - 1] = `${last} ${line}`
    above = line
  }
  return paragraphs
}

const isSaid = (words: string) => tidyTr(words).trim() !== ''

/** Lines that stand together and part their words by as many tabs. */
function sameColumns(lines: readonly string[]): string[][][] {
  const runs: string[][][] = []
  for (const line of lines) {
    const cells = line.split('\t')
    const run = runs.at(-1)
    if (run?.[0]?.length === cells.length) run.push(cells)
    else runs.push([cells])
  }
  return runs
}

/** Whether lines with tabs are rows of a table, and not items of a list or lines that stand further in. */
function isTable(rows: readonly string[][]): boolean {
  return (
    rows.length > 1 &&
    rows.some((cells) => cells.filter(isSaid).length > 1) &&
    rows.some(([first = '']) => isSaid(first)) &&
    !rows.some(
      ([first = '', ...more]) => more.length === 1 && beginsItem.test(`${first} `) && first.trim().length < 4,
    )
  )
}

/** Lines of a text, those that are quoted apart from the others. */
function quotations(text: string): { lines: string[]; quoted: boolean }[] {
  const runs: { lines: string[]; quoted: boolean }[] = []
  const lines = text.replace(lineEnd, '\n').split('\n')
  for (const line of lines) {
    const quoted = lines.length > 1 && quoteSign.test(line)
    const run = runs.at(-1)
    if (run?.quoted === quoted) run.lines.push(line)
    else runs.push({ lines: [line], quoted })
  }
  return runs
}

/**
 * A plain text as blocks: paragraphs, quotations of mails, lists by the signs before their lines, a table where tabs part
 * columns. In: the text, and how words become nodes.
 */
export function blocksOfText(text: string, root: Document, words: (text: string) => Node): HTMLElement {
  const body = root.createElement('div')
  const indents = new Map<Element, number>()
  const isOneLine = !/[\n\r]/.test(text)
  const put = (into: Element, name: string, said: string) => {
    const element = root.createElement(name)
    const tidy = tidyTr(said).replace(/\s{2,}|[^\S\u00a0]/gu, ' ')
    // Words that go into a line keep the blanks around them.
    const fitted = isOneLine ? tidy : tidy.trim()
    if (fitted !== '') element.append(words(fitted))
    into.append(element)
    return element
  }
  const putTable = (rows: readonly string[][]) => {
    const table = root.createElement('table')
    for (const [n, cells] of rows.entries()) {
      const row = root.createElement('tr')
      for (const cell of cells) put(row, n === 0 ? 'th' : 'td', cell)
      table.append(row)
    }
    body.append(table)
  }
  const putLines = (lines: readonly string[]) => {
    for (const line of unwrapped(lines)) {
      const indent = /^\s*/.exec(line.replace(/\t/g, '    '))?.[0].length ?? 0
      indents.set(put(body, 'p', line), indent)
    }
  }
  const putGroup = (group: string) => {
    const lines = group.split('\n').map((line) => line.replace(letterBullet, '$1◦ '))
    let others: string[] = []
    for (const rows of sameColumns(lines.filter(isSaid))) {
      if (isTable(rows)) {
        putLines(others)
        others = []
        putTable(rows)
      } else others.push(...rows.map((cells) => cells.join('\t')))
    }
    putLines(others)
  }
  for (const { lines, quoted } of quotations(text)) {
    if (quoted) {
      const quote = root.createElement('blockquote')
      quote.append(
        ...blocksOfText(lines.map((line) => line.replace(quoteSign, '')).join('\n'), root, words).childNodes,
      )
      body.append(quote)
    } else for (const group of lines.join('\n').split(/\n[^\S\t]*\n/)) putGroup(group)
  }
  textLists(body, indents)
  return body
}
