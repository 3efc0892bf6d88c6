import DOMPurify from 'dompurify'
import { isAllowedAddress } from '../schema/text-extensions'
import { plainTables } from './table-html'
import { dropBeside, dropHidden, noteNumbersAsText, stylesAsMarks, wordLists } from './word-html'

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

/**
 * Pasted HTML reduced to what minutes may hold: text, emphasis, lists, quotes, tables, links to the web and mail. Scripts, event
 * handlers, styles, pictures, other addresses, hidden parts, review comments and tracked deletions are gone; Word's lists become
 * lists, tables plain ones. Nothing is fetched.
 */
export function cleanHtml(html: string): string {
  // An inert document: parsing loads and runs nothing.
  const parsed = new DOMParser().parseFromString(html, 'text/html')
  dropHidden(parsed)
  noteNumbersAsText(parsed)
  dropBeside(parsed)
  wordLists(parsed)
  stylesAsMarks(parsed)
  plainTables(parsed)
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
