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
