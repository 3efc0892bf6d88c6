/** Whether a style attribute says this; read as text, because styles of pasted pages are not applied here. */
function styled(element: Element, declaration: RegExp): boolean {
  return declaration.test(element.getAttribute('style') ?? '')
}

const hidden = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)/i

/** Takes out what the page it comes from does not show. */
export function dropHidden(root: Document): void {
  for (const element of root.querySelectorAll('[hidden], [style], style, script, title')) {
    if (!element.hasAttribute('style') || element.hasAttribute('hidden') || styled(element, hidden))
      element.remove()
  }
}

/** Bold and slanted letters that Word and web pages write as styles. */
export function stylesAsMarks(root: Document): void {
  for (const span of root.querySelectorAll('span[style]')) {
    const bold = styled(span, /font-weight\s*:\s*(?:bold|[6-9]00)/i)
    const slanted = styled(span, /font-style\s*:\s*italic/i)
    let inner: Element = span
    for (const name of [...(bold ? ['strong'] : []), ...(slanted ? ['em'] : [])]) {
      const mark = root.createElement(name)
      mark.append(...inner.childNodes)
      inner.append(mark)
      inner = mark
    }
  }
}

interface OpenList {
  list: Element
  ordered: boolean
  level: number
}

/**
 * Word writes lists as paragraphs: the class tells them apart, the style says how deep they stand (`mso-list: l0 level2 lfo1`),
 * the marker is a span of text. They become lists in lists.
 */
export function wordLists(root: Document): void {
  let open: OpenList[] = []
  for (const paragraph of root.querySelectorAll('p')) {
    if (!/\bMsoListParagraph/.test(paragraph.className)) {
      open = []
      continue
    }
    const marker = paragraph.querySelector('[style*="mso-list:Ignore"], [style*="mso-list: Ignore"]')
    const ordered = /[\p{L}\p{N}]+[.)]/u.test(marker?.textContent ?? '')
    marker?.remove()
    const level = Number(/mso-list:[^;]*\blevel(\d+)/i.exec(paragraph.getAttribute('style') ?? '')?.[1] ?? 1)
    if (paragraph.previousElementSibling !== open[0]?.list) open = []
    open = open.filter((one) => one.level < level || (one.level === level && one.ordered === ordered))
    if (open.at(-1)?.level !== level) {
      const list = root.createElement(ordered ? 'ol' : 'ul')
      const above = open.at(-1)?.list.lastElementChild
      if (above) above.append(list)
      else paragraph.before(list)
      open.push({ list, ordered, level })
    }
    const item = root.createElement('li')
    item.append(...paragraph.childNodes)
    open.at(-1)?.list.append(item)
    paragraph.remove()
  }
}
