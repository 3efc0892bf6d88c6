import { dropApostrophes, foldTr } from '../../../../shared/text/turkish'
import type { SearchReason } from '../../../../shared/domain/search-types'
import type { Hit } from './use-search'

const WORD = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’‘][\p{L}\p{N}]+)*/gu

const keyOf = (word: string) => foldTr(dropApostrophes(word))

/** The written words that answered a query in one hit, folded: those marked in it and those its reasons name. */
export function foundWords(
  { title, titleRanges, snippet }: Hit,
  reason: SearchReason | undefined,
): ReadonlySet<string> {
  const marked = [
    ...titleRanges.map(([start, end]) => title.slice(start, end)),
    ...snippet.ranges.map(([start, end]) => snippet.text.slice(start, end)),
    ...(reason?.words ?? []).flatMap(({ matched }) => matched),
  ]
  return new Set(marked.flatMap((words) => words.match(WORD) ?? []).map(keyOf))
}

/** Where words of a text are among the found ones: ranges `[start, end)` in order. */
export function rangesOf(text: string, found: ReadonlySet<string>): [number, number][] {
  const ranges: [number, number][] = []
  for (const match of text.matchAll(WORD))
    if (found.has(keyOf(match[0]))) ranges.push([match.index, match.index + match[0].length])
  return ranges
}
