import { lowerTr } from '../../../../../../shared/text/turkish'

interface OpenList {
  list: Element
  ordered: boolean
  level: number
  /** The number of the next item. */
  next: number
}

/** What stands before an item: a sign, a number as lists of minutes have it, or words that would be lost. */
type Marker = { kind: 'bullet' } | { kind: 'number'; values: number[]; outline: boolean } | { kind: 'words' }

const markerSpan = '[style*="mso-list:Ignore"], [style*="mso-list: Ignore"]'
const inList = /mso-list\s*:\s*l\d/i
const counter = /^\(?(?:(\d+(?:\.\d+)*)|([\p{L}]{1,7}))([.)\-–:]*)$/u
const alphabets = ['abcçdefgğhıijklmnoöprsştuüvyz', 'abcdefghijklmnopqrstuvwxyz']
const romans = new Map(
  [...'ivxlc'].map((sign, n) => [sign, n % 2 === 0 ? 10 ** (n / 2) : 5 * 10 ** ((n - 1) / 2)]),
)

function romanValue(letters: string): number {
  const values = [...letters].map((letter) => romans.get(letter) ?? Number.NaN)
  return values.reduce((sum, value, n) => (value < (values[n + 1] ?? 0) ? sum - value : sum + value), 0)
}

/** What letters count: `c` may be the third or a hundred. */
function valuesOf(letters: string): number[] {
  const small = lowerTr(letters)
  const roman = romanValue(small.replace(/ı/g, 'i'))
  const places = letters.length === 1 ? alphabets.map((row) => row.indexOf(small) + 1) : []
  return [...places, roman].filter((value) => value > 0)
}

function markerOf(text: string): Marker {
  const [, digits, letters = '', end = ''] = counter.exec(text) ?? []
  if (digits !== undefined)
    return { kind: 'number', values: [Number(digits.split('.').at(-1))], outline: digits.includes('.') }
  const values = end === '' && !text.startsWith('(') ? [] : valuesOf(letters)
  if (values.length > 0) return { kind: 'number', values, outline: false }
  // A letter by itself is a sign in a font of signs.
  return text.length < 2 || !/[\p{L}\p{N}]/u.test(text) ? { kind: 'bullet' } : { kind: 'words' }
}

/** Puts items one after the other into lists in lists; what stands between two items parts the lists. */
export class ListStack {
  private open: OpenList[] = []

  /** Whether an element goes on where the lists end. */
  follows(element: Element): boolean {
    return this.open.length > 0 && element.previousElementSibling === this.open[0]?.list
  }

  /** The item that was put last. */
  get lastItem(): Element | null | undefined {
    return this.open.at(-1)?.list.lastElementChild
  }

  /** Whether there is an item above for one of this level. */
  isBelow(element: Element, level: number): boolean {
    return this.follows(element) && this.open.some((one) => one.level < level)
  }

  /** Makes an element an item. In: its level, and what its number may be. */
  put(element: Element, words: Element, level: number, values: readonly number[] | undefined): void {
    if (!this.follows(element)) this.open = []
    const { open } = this
    while ((open.at(-1)?.level ?? 0) > level) open.pop()
    const ordered = values !== undefined
    const same = open.at(-1)?.level === level ? open.at(-1) : undefined
    const goesOn = same?.ordered === ordered && (!values || values.includes(same.next))
    if (same && !goesOn) open.pop()
    if (!goesOn) this.begin(element, level, values)
    const item = element.ownerDocument.createElement('li')
    item.append(...words.childNodes)
    const into = open.at(-1)
    if (into) {
      into.list.append(item)
      into.next += 1
    }
    element.remove()
  }

  private begin(element: Element, level: number, values: readonly number[] | undefined): void {
    const list = element.ownerDocument.createElement(values ? 'ol' : 'ul')
    const number = values ? Math.min(...values) : 1
    if (number !== 1) list.setAttribute('start', String(number))
    const above = this.lastItem
    if (above) above.append(list)
    else element.before(list)
    this.open.push({ list, ordered: values !== undefined, level, next: number })
  }
}

/**
 * Word writes lists as paragraphs: the style says that they are items and how deep they stand (`mso-list: l0 level2 lfo1`), the
 * marker is a span of text. They become lists in lists. Markers that a list of minutes cannot say (`MADDE 5 –`, `2.1.` without
 * an item above) stay words, as do numbers of headings. Word Online makes a list of each item and says beside it how deep it stands.
 */
export function wordLists(root: Document): void {
  const stack = new ListStack()
  for (const element of root.querySelectorAll('p, h1, h2, h3, h4, h5, h6, .ListContainerWrapper')) {
    const online = element.matches('.ListContainerWrapper') ? element.querySelector('li') : null
    if (online) {
      const list = online.closest('ol')
      const level = Number(online.getAttribute('data-aria-level') ?? 1)
      stack.put(element, online, level, list ? [Number(list.getAttribute('start') ?? 1)] : undefined)
      continue
    }
    const span = element.querySelector(markerSpan)
    const style = element.getAttribute('style') ?? ''
    if (!span && !inList.test(style)) {
      const goesOn = /\bMsoListParagraph/.test(element.className) && stack.follows(element)
      if (goesOn) stack.lastItem?.append(element)
      continue
    }
    const marker = markerOf(span?.textContent.trim() ?? '')
    if (element.localName !== 'p') {
      if (marker.kind === 'bullet') span?.remove()
      continue
    }
    const level = Number(/mso-list:[^;]*\blevel(\d+)/i.exec(style)?.[1] ?? 1)
    const outlineAlone = marker.kind === 'number' && marker.outline && !stack.isBelow(element, level)
    if (marker.kind === 'words' || outlineAlone) continue
    span?.remove()
    stack.put(element, element, level, marker.kind === 'number' ? marker.values : undefined)
  }
}
