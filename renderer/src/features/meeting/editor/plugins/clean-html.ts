import DOMPurify from 'dompurify'
import { isAllowedAddress } from '../schema/text-extensions'

const tags = (
  'p br h1 h2 h3 h4 h5 h6 ul ol li blockquote table thead tbody tfoot tr td th a strong b em i s del strike code pre hr ' +
  'div section article span'
).split(' ')

/** `data-pm-slice` is how the editor marks its own clipboard; `data-part…` are our blocks. */
const attributes = [
  'href',
  'start',
  'colspan',
  'rowspan',
  'data-pm-slice',
  'data-part',
  'data-part-id',
  'data-fields',
]

/** Word writes lists as paragraphs whose marker is a span of text; the class tells them apart. */
function wordLists(root: Document): void {
  let open: { list: HTMLElement; ordered: boolean } | undefined
  for (const paragraph of [...root.querySelectorAll<HTMLElement>('p')]) {
    if (!/\bMsoListParagraph/.test(paragraph.className)) {
      open = undefined
      continue
    }
    const marker = paragraph.querySelector<HTMLElement>(
      '[style*="mso-list:Ignore"], [style*="mso-list: Ignore"]',
    )
    const ordered = /[\p{L}\p{N}]+[.)]/u.test(marker?.textContent ?? '')
    marker?.remove()
    const before = paragraph.previousElementSibling
    if (open?.ordered !== ordered || before !== open.list) {
      const list = root.createElement(ordered ? 'ol' : 'ul')
      paragraph.before(list)
      open = { list, ordered }
    }
    const item = root.createElement('li')
    item.append(...paragraph.childNodes)
    open.list.append(item)
    paragraph.remove()
  }
}

/** Bold and slanted letters that Word and web pages write as styles. */
function stylesAsMarks(root: Document): void {
  for (const span of root.querySelectorAll<HTMLElement>('span[style]')) {
    const { fontWeight, fontStyle } = span.style
    const bold = fontWeight === 'bold' || Number(fontWeight) >= 600
    const names = [...(bold ? ['strong'] : []), ...(fontStyle === 'italic' ? ['em'] : [])]
    let inner: HTMLElement = span
    for (const name of names) {
      const mark = root.createElement(name)
      mark.append(...inner.childNodes)
      inner.append(mark)
      inner = mark
    }
  }
}

/**
 * Pasted HTML reduced to what minutes may hold: text, emphasis, lists, quotes, tables, links to the web and mail. Scripts, event
 * handlers, styles, pictures, other addresses and hidden parts are gone; Word's lists become lists. Nothing is fetched.
 */
export function cleanHtml(html: string): string {
  // An inert document: parsing loads and runs nothing.
  const parsed = new DOMParser().parseFromString(html, 'text/html')
  wordLists(parsed)
  stylesAsMarks(parsed)
  const clean = DOMPurify.sanitize(parsed.body.innerHTML, {
    ALLOWED_TAGS: tags,
    ALLOWED_ATTR: attributes,
    ALLOW_DATA_ATTR: false,
    ALLOW_ARIA_ATTR: false,
    RETURN_DOM_FRAGMENT: true,
  })
  for (const link of clean.querySelectorAll('a')) {
    if (!isAllowedAddress(link.getAttribute('href') ?? '')) link.replaceWith(...link.childNodes)
  }
  const holder = parsed.createElement('div')
  holder.append(clean)
  return holder.innerHTML
}
