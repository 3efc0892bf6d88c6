import type { FoundName, ListedType } from '../../../../shared/contract/rows'
import { formatEventTime } from '../../../../shared/dates'
import type { Catalogue, Held } from './catalogue'
import type { BareRows } from './entry'
import { typedWords } from './words'

/** How well typed words fit one name: 0 = not at all, 4 = the whole name, 3 = its beginning, 2 = beginnings of words, 1 = inside. */
function fit(foldedName: string, words: readonly string[]): number {
  const typed = ` ${words.join(' ')}`
  if (foldedName === typed) return 4
  if (foldedName.startsWith(typed)) return 3
  if (words.every((word) => foldedName.includes(` ${word}`))) return 2
  return words.every((word) => foldedName.includes(word)) ? 1 : 0
}

function detailOf(entry: Held, catalogue: Catalogue): Partial<FoundName> {
  switch (entry.type) {
    case 'participant': {
      const { prefix, title, agencyId } = entry.row as BareRows['participant']
      const agencyName = catalogue.nameOf(agencyId)
      return { prefix, title, agencyId, agencyName, detail: agencyName }
    }
    case 'agency': {
      const { parentId, province } = entry.row as BareRows['agency']
      return { detail: catalogue.nameOf(parentId) ?? province }
    }
    case 'body':
      return { detail: catalogue.nameOf((entry.row as BareRows['body']).ownerAgencyId) }
    case 'meeting': {
      const { start } = entry.row as BareRows['meeting']
      return { detail: start ? formatEventTime(start, 'short', 'tr') : undefined }
    }
    default:
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
  const found: { entry: Held; name: number; score: number; used: number }[] = []
  for (const type of new Set(types)) {
    for (const entry of catalogue.all(type)) {
      let best = words.length === 0 ? { name: 0, score: 1 } : { name: 0, score: 0 }
      if (words.length > 0) {
        entry.foldedNames.forEach((name, index) => {
          const score = fit(name, words)
          if (score > best.score) best = { name: index, score }
        })
      }
      if (best.score > 0) found.push({ entry, ...best, used: catalogue.meetingsOf(entry.id) })
    }
  }
  found.sort(
    (a, b) =>
      b.score - a.score ||
      b.used - a.used ||
      (a.entry.foldedNames[0]?.length ?? 0) - (b.entry.foldedNames[0]?.length ?? 0) ||
      (a.entry.id < b.entry.id ? -1 : 1),
  )
  return found.slice(0, limit).map(({ entry, name }) => ({
    id: entry.id,
    type: entry.type as ListedType,
    name: entry.names[0] ?? '',
    ...(name > 0 ? { matched: entry.names[name] } : {}),
    ...detailOf(entry, catalogue),
  }))
}
