/** Puts words in the place of a stretch of a text field as if they had been typed: the field's own undo and listeners know of it. */
export function typeOver(
  field: HTMLTextAreaElement | HTMLInputElement,
  from: number,
  to: number,
  words: string,
): void {
  field.setSelectionRange(from, to)
  // The only way to change a field so that the browser's undo remembers it; nothing newer does.
  if (words === '') document.execCommand('delete')
  else document.execCommand('insertText', false, words)
}
