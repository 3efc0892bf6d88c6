import { tidyTr } from '../../../../../../shared/text/turkish'
import { markedText, marksIn, noMarks, wordsWith, type Marks } from './marks-html'
import { declared, styled } from './styles'

const dropped =
  /^(?:audio|button|canvas|embed|head|iframe|link|math|meta|noscript|object|script|select|style|svg|template|textarea|title|video)$/
const blocks =
  /^(?:address|article|aside|body|caption|center|dd|details|dialog|div|dl|dt|fieldset|figcaption|figure|footer|form|header|hgroup|html|legend|li|main|multicol|nav|p|pre|section|summary|tbody|td|tfoot|th|thead|tr)$/
/** Signs before the words of list items that somebody wrote as text. */
export const bulletSign = /^\s*[•▪▫◦●○■□‣⁃➢➤❖]\s*|^\s*·\s+/u

const isText = (node: Node): node is Text => node.nodeType === 3
const isElement = (node: Node): node is Element => node.nodeType === 1

/** Where blocks are being put, and what lines there are: paragraphs or a heading. */
interface Place {
  into: Element
  line: string
}

/** Makes plain blocks of the elements of a page, one after the other. */
class PlainBlocks {
  private line: Element | undefined
  /** Line breaks since the last words of the line. */
  private breaks = 0
  private blank = true
  private last: Text | undefined
  /** What goes before the next words, in whatever block they are. */
  private lead = ''

  constructor(private readonly root: Document) {}

  children(parent: Node, place: Place, marks: Marks): void {
    for (const node of parent.childNodes) {
      if (isText(node)) this.text(node.data, place, marks)
      else if (isElement(node)) this.element(node, place, marks)
    }
  }

  private element(element: Element, place: Place, around: Marks): void {
    const name = element.localName
    if (dropped.test(name)) return
    const marks = marksIn(element, around)
    if (name === 'br') this.breaks += 1
    else if (element.getAttribute('type') === 'checkbox') this.lead = box(element.hasAttribute('checked'))
    else if (name === 'img') this.words(smiley(element), place, around)
    else if (declared(element, 'mso-tab-count') !== undefined) this.words(' ', place, around)
    else if (name === 'hr') this.block(place, 'hr')
    else if (name === 'pre' && element.querySelector('code')) this.code(element, place)
    else if (/^(?:ul|ol|menu|dir)$/.test(name)) this.list(element, place, marks)
    else if (name === 'table') this.table(element as HTMLTableElement, place, marks)
    else if (isQuote(element)) this.quote(element, place, marks)
    else if (headingOf(element)) this.heading(element, place, around)
    else if (
      blocks.test(name) ||
      /^(?:block|list-item|flex|grid)$/i.test(declared(element, 'display') ?? '')
    ) {
      this.end()
      this.children(element, place, marks)
      this.end()
    } else this.children(element, place, marks)
  }

  /** Ends the line that is being filled. */
  private end(): void {
    if (this.last) this.last.data = this.last.data.trimEnd()
    if (this.line?.textContent.trim() === '') this.line.remove()
    this.line = undefined
    this.last = undefined
    this.breaks = 0
    this.blank = true
  }

  private block(place: Place, name: string): Element {
    this.end()
    const block = this.root.createElement(name)
    place.into.append(block)
    return block
  }

  /** What stands in a block of its own. */
  private inside(element: Node, into: Element, marks: Marks): void {
    this.end()
    this.children(element, { into, line: 'p' }, marks)
    this.end()
  }

  private text(data: string, place: Place, marks: Marks): void {
    const lines = marks.lines ? data.split(/\r\n?|\n/) : [data]
    for (const [index, line] of lines.entries()) {
      if (index > 0) this.breaks += 1
      this.words(line, place, marks)
    }
  }

  private words(data: string, place: Place, marks: Marks): void {
    // Runs of blanks are how pages and Word set words apart; one that does not break is meant.
    const tidy = wordsWith(marks, tidyTr(data)).replace(/\s{2,}|[^\S\u00a0]/gu, ' ')
    const isBlank = tidy.trim() === ''
    if (this.breaks > 0 && !isBlank) this.afterBreaks(tidy, place)
    const more = this.blank || this.breaks > 0 ? tidy.trimStart() : tidy
    const words = isBlank ? more : this.lead + more
    if (words === '') return
    if (!isBlank) this.lead = ''
    if (!this.line) this.line = this.block(place, place.line)
    const node = markedText(this.root, words, marks)
    this.line.append(node)
    this.blank = /\s$/u.test(words)
    const text = this.root.createTreeWalker(node, 4).nextNode() ?? node
    this.last = text as Text
  }

  /** One break begins a line, more part paragraphs, as does a sign of a list; a heading is one line. */
  private afterBreaks(words: string, place: Place): void {
    if (this.line && place.line !== 'p') this.line.append(' ')
    else if (this.line && this.breaks === 1 && !bulletSign.test(words)) {
      if (this.last) this.last.data = this.last.data.trimEnd()
      this.line.append(this.root.createElement('br'))
    } else this.end()
    this.breaks = 0
    this.blank = true
  }

  private heading(element: Element, place: Place, marks: Marks): void {
    this.end()
    // In items and cells a heading is a line.
    const line = /^(?:li|td|th)$/.test(place.into.localName) ? 'p' : headingOf(element)
    this.children(element, { into: place.into, line: line ?? 'p' }, { ...marks, bold: false, heading: true })
    this.end()
  }

  private code(element: Element, place: Place): void {
    const code = this.root.createElement('code')
    code.textContent = tidyTr(element.textContent)
    this.block(place, 'pre').append(code)
  }

  private quote(element: Element, place: Place, marks: Marks): void {
    const previous = place.into.lastElementChild
    const goesOn = element.localName === 'p' && previous?.localName === 'blockquote'
    const quote = goesOn ? previous : this.block(place, 'blockquote')
    this.inside(element, quote, marks)
    if (quote.childElementCount === 0) quote.remove()
  }

  private list(element: Element, place: Place, marks: Marks): void {
    this.end()
    const ordered = element.localName === 'ol'
    let next = Number(element.getAttribute('start') ?? 1)
    let list: Element | undefined
    for (const node of element.childNodes) {
      if (isText(node) && node.data.trim() !== '') node.replaceWith(wrapped(node))
    }
    for (const child of element.children) {
      if (dropped.test(child.localName)) continue
      const last = list?.lastElementChild
      if (last && /^(?:ul|ol)$/.test(child.localName)) {
        // Google Docs and OneNote put lists into lists, beside the items they belong to.
        this.list(child, { into: last, line: 'p' }, marks)
        this.end()
        continue
      }
      const value = Number(child.getAttribute('value') ?? next)
      if (!list || (ordered && value !== next)) {
        list = this.block(place, ordered ? 'ol' : 'ul')
        if (ordered && value !== 1) list.setAttribute('start', String(value))
      }
      next = value
      const item = this.root.createElement('li')
      list.append(item)
      this.item(child, item, marksIn(child, marks))
      const above = item.previousElementSibling
      if (above && /^[uo]l$/.test(item.firstElementChild?.localName ?? '')) above.append(...item.childNodes)
      if (item.childElementCount === 0) item.remove()
      else next += 1
    }
    if (list?.childElementCount === 0) list.remove()
  }

  private item(element: Element, item: Element, marks: Marks): void {
    this.end()
    const place = { into: item, line: 'p' }
    const checked = element.getAttribute('role') === 'checkbox' && element.getAttribute('aria-checked')
    if (checked) this.lead = box(checked === 'true')
    if (element.localName === 'li') this.children(element, place, marks)
    else this.element(element, place, marks)
    this.end()
    this.lead = ''
  }

  /** Rows of a table in a cell, where no table can be: a line each. */
  private rowLines(rows: HTMLCollectionOf<HTMLTableRowElement>, place: Place, marks: Marks): void {
    for (const row of rows) {
      const cells = [...row.cells].map((cell) => {
        const body = this.root.createElement('body')
        new PlainBlocks(this.root).inside(cell, body, noMarks)
        return [...body.children].map((line) => line.textContent).join(' ')
      })
      this.words(cells.filter(Boolean).join(' – '), place, marks)
      this.end()
    }
  }

  private table(table: HTMLTableElement, place: Place, marks: Marks): void {
    this.end()
    const { rows, caption } = table
    const boxed = rows.length === 1 && rows[0]?.cells.length === 1
    if (caption) this.inside(caption, place.into, marks)
    if (boxed || table.getAttribute('role') === 'presentation') {
      for (const row of rows)
        for (const cell of row.cells) this.inside(cell, place.into, marksIn(cell, marks))
      return
    }
    if (place.into.closest('table')) {
      this.rowLines(rows, place, marks)
      return
    }
    const made = this.block(place, 'table')
    for (const row of rows) {
      // Word ends tables of uneven columns with a row that only says how wide these are.
      if (row.getAttribute('height') === '0' && row.textContent.trim() === '') continue
      const to = this.root.createElement('tr')
      made.append(to)
      for (const cell of row.cells) {
        const own = this.root.createElement(cell.localName)
        to.append(own)
        this.inside(cell, own, marksIn(cell, marksIn(row, marks)))
      }
    }
    this.end()
  }
}

/** Words that stand in a list outside its items, as an item. */
function wrapped(text: Text): Element {
  const item = text.ownerDocument.createElement('li')
  item.append(text.data)
  return item
}

function box(ticked: boolean): string {
  return ticked ? '☑ ' : '☐ '
}

/** The sign that a small picture stands for. */
function smiley(element: Element): string {
  const alt = element.getAttribute('alt') ?? ''
  return /^\p{Extended_Pictographic}/u.test(alt) ? alt : ''
}

/** The name of the heading that an element is. */
function headingOf(element: Element): string | undefined {
  if (/^h[1-6]$/.test(element.localName)) return element.localName
  const level = element.getAttribute('role') === 'heading' && element.getAttribute('aria-level')
  return level && /^[1-6]$/.test(level) ? `h${level}` : undefined
}

/** Quotations: of pages unless only moved in, of Word by their style, of mails by the bar beside them. */
function isQuote(element: Element): boolean {
  if (element.localName === 'blockquote') return !styled(element, /border\s*:\s*(?:none|0)(?!.*border-left)/i)
  if (element.localName === 'p') return /\bMso(?:Intense)?Quote\b/.test(element.className)
  return element.localName === 'div' && /\bsolid\b/i.test(declared(element, 'border-left') ?? '')
}

/**
 * A page as plain blocks: every run of words is a paragraph, heading, list item or cell; emphasis and links stand at the words
 * themselves; blanks that only move words are gone. In: the page with lists and tables as such. Out: a body.
 */
export function plainBlocks(root: Document): HTMLElement {
  const body = root.createElement('body')
  new PlainBlocks(root).children(root.body, { into: body, line: 'p' }, noMarks)
  for (const line of body.querySelectorAll('p, h1, h2, h3, h4, h5, h6'))
    if (line.textContent.trim() === '') line.remove()
  return body
}
