import { isAllowedAddress } from '../schema/text-extensions'
import { signsOf } from './sign-fonts'
import { declared } from './styles'

/** What pasted words carry. */
export interface Marks {
  bold: boolean
  italic: boolean
  strike: boolean
  code: boolean
  raised: boolean
  href: string | undefined
  /** Bold by itself: what pages say about it is no emphasis. */
  heading: boolean
  /** Line breaks of the source count. */
  lines: boolean
  /** Fonts whose letters are signs. */
  font: string | undefined
}

export const noMarks: Marks = {
  bold: false,
  italic: false,
  strike: false,
  code: false,
  raised: false,
  href: undefined,
  heading: false,
  lines: false,
  font: undefined,
}

/** What a style says about something that is there or not; what is inherited stays as it was. */
function told(value: string | undefined, yes: RegExp, no: RegExp): boolean | undefined {
  if (value === undefined) return undefined
  return yes.test(value) ? true : no.test(value) ? false : undefined
}

/** An address that Markdown can say: blanks and brackets that stand alone end it there. */
function sayableAddress(address: string): string {
  const pairs = /\([^()]*\)/g
  const signs = /[()]/.test(address.replace(pairs, '')) ? /[\s<>\\()]/g : /[\s<>\\]/g
  const code = (sign: string) => `%${sign.charCodeAt(0).toString(16).padStart(2, '0')}`
  return address.trim().replace(signs, code)
}

/** Marks inside an element, from those around it: the nearest word about them counts, a style more than the element. */
export function marksIn(element: Element, around: Marks): Marks {
  const name = element.localName
  const weight = told(declared(element, 'font-weight'), /^(?:bold|[6-9]00)/i, /^(?:normal|lighter|[1-5]00)/i)
  const isBold = name === 'b' || name === 'strong'
  const slant = told(declared(element, 'font-style'), /^(?:italic|oblique)/i, /^normal/i)
  const lines = told(declared(element, 'white-space'), /^(?:pre|break-spaces)/i, /^(?:normal|nowrap)/i)
  const decoration = declared(element, 'text-decoration(?:-line)?') ?? ''
  const address = name === 'a' ? element.getAttribute('href') : null
  return {
    bold: around.heading ? around.bold || isBold : (weight ?? (around.bold || isBold)),
    italic: slant ?? (around.italic || name === 'i' || name === 'em'),
    strike: around.strike || /^(?:s|strike|del)$/.test(name) || /line-through/i.test(decoration),
    code: around.code || name === 'code',
    raised: around.raised || name === 'sup' || /^super/i.test(declared(element, 'vertical-align') ?? ''),
    href: address !== null && isAllowedAddress(address) ? sayableAddress(address) : around.href,
    heading: around.heading,
    lines: lines ?? (around.lines || name === 'pre'),
    font: declared(element, 'font-family') ?? element.getAttribute('face') ?? around.font,
  }
}

const raisedDigits = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** The words themselves: numbers that are raised stay apart from those before them, letters of fonts of signs become signs. */
export function wordsWith({ raised, font }: Marks, words: string): string {
  const read = signsOf(words, font)
  return raised && /^\d+$/.test(read.trim())
    ? read.replace(/\d/g, (digit) => raisedDigits.charAt(Number(digit)))
    : read
}

/** Words as a node of text in elements that say what they carry. */
export function markedText(root: Document, text: string, marks: Marks): Node {
  const names = [marks.strike && 's', marks.italic && 'em', marks.bold && 'strong', marks.code && 'code']
  let node: Node = root.createTextNode(text)
  const wrap = (name: string) => {
    const element = root.createElement(name)
    element.append(node)
    node = element
    return element
  }
  for (const name of names) if (name) wrap(name)
  if (marks.href !== undefined) wrap('a').setAttribute('href', marks.href)
  return node
}
