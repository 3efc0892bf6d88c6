import { dropApostrophes, foldTr } from '../../../../shared/text/turkish'

/** A text as its folded words, each after one blank: ` buyuksehir belediyesi`. A word's beginning is found by ` word`. */
export function foldedWords(text: string): string {
  const words = foldTr(dropApostrophes(text)).match(/[\p{L}\p{N}]+/gu)
  return words ? ` ${words.join(' ')}` : ''
}

/** What was typed, as the beginnings of words to look for. */
export function typedWords(text: string): string[] {
  return foldedWords(text)
    .split(' ')
    .filter((word) => word !== '')
}

/**
 * Everything a record is found by, in one text: folded names, one a line, and behind a zero character the other words.
 * Every word stands after a blank, so that ` word` finds the beginning of a word anywhere in it.
 */
export function foldedText({ names, more }: { names: readonly string[]; more: readonly string[] }): string {
  return `${names.map(foldedWords).join('\n')}\0${more.map(foldedWords).join(' ')}`
}

/** The folded names in such a text. */
export function foldedNames(text: string): string[] {
  return text.slice(0, text.indexOf('\0')).split('\n')
}
