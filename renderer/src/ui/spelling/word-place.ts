import type { SpelledField } from './field-check'

/** What decides where the letters of a field stand. */
const copied = [
  'box-sizing',
  'padding',
  'border-width',
  'border-style',
  // One by one: the shorthand is empty where features of the font are chosen.
  'font-family',
  'font-size',
  'font-style',
  'font-weight',
  'font-variant',
  'letter-spacing',
  'line-height',
  'text-indent',
  'tab-size',
  'font-feature-settings',
]

/** Where a stretch of a field's text stands on the screen: fields do not tell, a copy of the text behind the page does. */
export function wordPlace(field: SpelledField, from: number, to: number): DOMRect {
  const style = getComputedStyle(field)
  const frame = field.getBoundingClientRect()
  const copy = document.createElement('div')
  for (const name of copied) copy.style.setProperty(name, style.getPropertyValue(name))
  Object.assign(copy.style, {
    position: 'fixed',
    visibility: 'hidden',
    left: `${frame.left}px`,
    top: `${frame.top}px`,
    width: `${field.offsetWidth}px`,
    whiteSpace: field instanceof HTMLTextAreaElement ? 'pre-wrap' : 'pre',
    overflowWrap: 'break-word',
  })
  const word = document.createElement('span')
  word.textContent = field.value.slice(from, to)
  copy.append(field.value.slice(0, from), word)
  document.body.append(copy)
  const { left, top, width, height } = word.getBoundingClientRect()
  copy.remove()
  return new DOMRect(left - field.scrollLeft, top - field.scrollTop, width, height)
}

function scrolls(element: Element): boolean {
  const { overflowY } = getComputedStyle(element)
  return (overflowY === 'auto' || overflowY === 'scroll') && element.scrollHeight > element.clientHeight
}

/** Scrolls the field, and the page around it, so far that a stretch of the field's text is seen with room for a list below. */
export function showWord(field: SpelledField, from: number, to: number): void {
  for (let box: Element | null = field; box; box = box.parentElement) {
    if (!scrolls(box)) continue
    const word = wordPlace(field, from, to)
    const frame = box.getBoundingClientRect()
    const room = box === field ? 0 : frame.height / 3
    if (word.top < frame.top + (box === field ? 0 : 64) || word.bottom > frame.bottom - room)
      box.scrollTop += word.top - frame.top - frame.height / 3
  }
}
