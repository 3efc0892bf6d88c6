import type { FoundName, ListedType } from '../../../../shared/contract/rows'
import { formatEventTime } from '../../../../shared/dates'
import type { Catalogue } from './catalogue'
import type { BareRow, BareRows } from './entry'
import { rowsWith } from './matching'
import { foldedNames, typedWords } from './words'

/** How well typed words fit one name: 0 = not at all, 4 = the whole name, 3 = its beginning, 2 = beginnings of words, 1 = inside. */
function fit(foldedName: string, words: readonly string[]): number {
  const typed = ` ${words.join(' ')}`
  if (foldedName === typed) return 4
  if (foldedName.startsWith(typed)) return 3
  if (words.every((word) => foldedName.includes(` ${word}`))) return 2
  return words.every((word) => foldedName.includes(word)) ? 1 : 0
}

interface Candidate {
  type: ListedType
  id: string
  /** Which of its names fits best, and how well. */
  name: number
  score: number
  used: number
  length: number
  read: () => { row: BareRow; names: string[] }
}

function bestFit(names: readonly string[], words: readonly string[]): { name: number; score: number } {
  if (words.length === 0) return { name: 0, score: 1 }
  let best = { name: 0, score: 0 }
  names.forEach((folded, name) => {
    const score = fit(folded, words)
    if (score > best.score) best = { name, score }
  })
  return best
}

function candidatesOf(catalogue: Catalogue, type: ListedType, words: readonly string[]): Candidate[] {
  const found: Candidate[] = []
  const add = (id: string, folded: string, read: Candidate['read']) => {
    const names = foldedNames(folded)
    const best = bestFit(names, words)
    if (best.score === 0) return
    found.push({ type, id, ...best, used: catalogue.meetingsOf(id), length: names[0]?.length ?? 0, read })
  }
  for (const held of catalogue.changedOf(type)) add(held.id, held.folded, () => held)
  const table = catalogue.base?.types[type]
  if (!table) return found
  const longest = [...words].sort((a, b) => b.length - a.length)[0]
  const marks = longest === undefined ? undefined : rowsWith(table, longest)
  for (let row = 0; row < table.count; row++) {
    if (marks?.[row] === 0 || catalogue.isDead(type, row)) continue
    add(table.id(row), table.foldedText(row), () => table.stored(row))
  }
  return found
}

function detailOf(type: ListedType, row: BareRow, catalogue: Catalogue): Partial<FoundName> {
  switch (type) {
    case 'participant': {
      const { prefix, title, agencyId } = row as BareRows['participant']
      const agencyName = catalogue.nameOf(agencyId)
      return { prefix, title, agencyId, agencyName, detail: agencyName }
    }
    case 'agency': {
      const { parentId, province } = row as BareRows['agency']
      return { detail: catalogue.nameOf(parentId) ?? province }
    }
    case 'body':
      return { detail: catalogue.nameOf((row as BareRows['body']).ownerAgencyId) }
    case 'meeting': {
      const { start } = row as BareRows['meeting']
      return { detail: start ? formatEventTime(start, 'short', 'tr') : undefined }
    }
    case 'note':
      return {}
  }
}

/**
 * Records of some types by what was typed of one of their names, best first: whole name, beginning, beginnings of
 * words, anywhere; then the more used one. Nothing typed: the most used. Case and Turkish letters do not matter.
 */
export function findNames(
  catalogue: Catalogue,
  types: readonly ListedType[],
  text: string,
  limit: number,
): FoundName[] {
  const words = typedWords(text)
  return [...new Set(types)]
    .flatMap((type) => candidatesOf(catalogue, type, words))
    .sort((a, b) => b.score - a.score || b.used - a.used || a.length - b.length || (a.id < b.id ? -1 : 1))
    .slice(0, limit)
    .map(({ id, type, name, read }) => {
      const { row, names } = read()
      return {
        id,
        type,
        name: names[0] ?? '',
        ...(name > 0 ? { matched: names[name] } : {}),
        ...detailOf(type, row, catalogue),
      }
    })
}
