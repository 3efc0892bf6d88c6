import { styled } from './styles'

/** Controls of pages: what stands on them are no words of the text. */
const controls = 'button, select, textarea'
/** Where Word points to a review comment, and from a comment back; the words a comment is about stand in an anchor of another kind. */
const commentAnchors =
  '.MsoCommentReference, .msocomanchor, .msocomoff, a[href*="#_msocom_"], a[href*="#_msoanchor_"]'
const commentBody = /mso-element\s*:\s*comment\b/i
/** Numbers of notes at the foot, where they are pointed to and before the note itself: of Word and of LibreOffice. */
const noteNumbers =
  'a[href*="#_ftn"], a[href*="#_edn"], a.sdfootnoteanc, a.sdfootnotesym, a.sdendnoteanc, a.sdendnotesym'
const noteAnchors = '.MsoFootnoteReference, .MsoEndnoteReference, [style*="mso-element"] > hr'
const noteAnchor = /mso-special-character\s*:\s*(?:footnote|endnote|comment)\b|mso-(?:foot|end)note-id\s*:/i
/** Deletions that Word tracks; what a page merely strikes through is text. */
const deleted = 'del[cite], del[datetime], .msoDel, [class^="Mso"] del'

const hidden = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i

/** Takes out what the page it comes from does not show. */
export function dropHidden(root: Document): void {
  for (const element of root.querySelectorAll('[hidden], [style], style, script, title')) {
    if (!element.hasAttribute('style') || element.hasAttribute('hidden') || styled(element, hidden))
      element.remove()
  }
}

/** Whether a block has nothing in it but blanks that do not break. */
function isBlank(block: Element): boolean {
  const text = block.textContent
  return (
    text.trim() === '' && text.includes('\u00a0') && !block.querySelector('p, div, table, ul, ol, br, hr')
  )
}

/** Notes at the foot become paragraphs at the end; the number in brackets says, as plain text, where each belongs. */
export function noteNumbersAsText(root: Document): void {
  for (const anchor of root.querySelectorAll(noteNumbers)) {
    const number = anchor.textContent.replace(/[[\]\s]/g, '')
    // LibreOffice leaves no blank between the number and its note.
    const blank = anchor.matches('.sdfootnotesym, .sdendnotesym') ? ' ' : ''
    anchor.replaceWith(number === '' ? '' : `[${number}]${blank}`)
  }
}

/**
 * Takes out what is no text: words on buttons, paragraphs of blanks, and of Word comments, the rule above notes and tracked
 * deletions. What was inserted is left as plain words: the text as Word prints it when changes are accepted.
 */
export function dropBeside(root: Document): void {
  for (const anchor of root.querySelectorAll('a[href*="#_msoanchor_"]'))
    anchor.closest('.msocomtxt, .MsoCommentText')?.remove()
  for (const element of root.querySelectorAll(`${controls}, ${commentAnchors}, ${noteAnchors}, .msocomtxt`))
    element.remove()
  for (const element of root.querySelectorAll('[style]'))
    if (styled(element, commentBody) || styled(element, noteAnchor)) element.remove()
  for (const element of root.querySelectorAll(deleted)) {
    const block = element.closest('p, li')
    element.remove()
    if (block?.textContent.trim() === '') block.remove()
  }
  for (const block of root.querySelectorAll('p, div')) if (isBlank(block)) block.remove()
}
