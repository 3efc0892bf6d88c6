import DOMPurify from 'dompurify'
import { isAllowedAddress } from '../schema/text-extensions'
import { plainBlocks } from './plain-blocks'
import { blocksOfText } from './plain-text'
import { evenCells, plainTables } from './table-html'
import { textLists } from './text-lists'
import { dropBeside, dropHidden, noteNumbersAsText } from './word-html'
import { wordLists } from './word-lists'

const tags = (
  'p br h1 h2 h3 h4 h5 h6 ul ol li blockquote table thead tbody tfoot tr td th a strong b em i s del strike code pre hr ' +
  'div section article span'
).split(' ')

/** `data-pm-slice` is how the editor marks its own clipboard; the others are our blocks, notes and links to records. */
const attributes = [
  'href',
  'start',
  'data-pm-slice',
  'data-part',
  'data-part-id',
  'data-fields',
  'data-private',
  'data-record',
]

/** What only our own clipboard has, or that of another editor of this kind; its blocks are plain already. */
const ownBlocks = '[data-pm-slice], [data-part], [data-record]'

/** Lines of a PDF as pdf.js copies them; they end where those of the page did. */
const pdfLines = 'br[role="presentation"]'

/** Blocks of another program as minutes have them. */
function asMinutes(page: Document): HTMLElement {
  if (page.querySelector(pdfLines) && !page.querySelector('p, div, li, table')) {
    for (const end of page.querySelectorAll('br')) end.replaceWith('\n')
    return blocksOfText(page.body.textContent, page, (words) => page.createTextNode(words))
  }
  noteNumbersAsText(page)
  dropBeside(page)
  wordLists(page)
  const body = plainBlocks(page)
  for (const holder of [body, ...body.querySelectorAll('li, td, th, blockquote')]) textLists(holder)
  return body
}

/**
 * Pasted HTML reduced to what minutes may hold: text, emphasis, lists, quotes, tables, links to the web and mail. Scripts, event
 * handlers, styles, pictures, other addresses, hidden parts, review comments and tracked deletions are gone; Word's lists become
 * lists, tables plain ones. Nothing is fetched.
 */
export function cleanHtml(html: string): string {
  // An inert document: parsing loads and runs nothing.
  const parsed = new DOMParser().parseFromString(html, 'text/html')
  evenCells(parsed)
  dropHidden(parsed)
  const body = parsed.querySelector(ownBlocks) ? parsed.body : asMinutes(parsed)
  plainTables(body)
  const clean = DOMPurify.sanitize(body.innerHTML, {
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
