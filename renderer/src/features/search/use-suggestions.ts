import { useTranslation } from 'react-i18next'
import type { CommandContext, CommandId } from '../../../../shared/commands'
import { includesFolded } from '../../../../shared/text/turkish'
import { useAvailableCommands } from '../../api/commands'
import { groupOrder, useSearch, type Hit, type HitType } from './use-search'

/** Something that Enter can choose in the search panel. */
export type Suggestion = { kind: 'hit'; hit: Hit } | { kind: 'all' } | { kind: 'command'; id: CommandId }

export interface SuggestionGroup {
  key: HitType | 'commands' | 'all'
  /** How many there are in all; absent for commands. */
  total?: number
  options: Suggestion[]
}

const perGroup = 4
const hitLimit = 40

function lacks(answer: ReturnType<typeof useSearch>['answer'], type: HitType): boolean {
  return (answer?.groups[type] ?? 0) > 0 && !answer?.hits.some((hit) => hit.type === type)
}

/** What the search panel offers for a text: hits by group, then commands whose name has the words. */
export function useSuggestions(text: string, open: boolean, context: CommandContext) {
  const { t } = useTranslation()
  const available = useAvailableCommands(context)
  const query = text.trim()
  const search = useSearch(query, hitLimit, undefined, open && context.archiveOpen)
  const groups: SuggestionGroup[] = []
  const { answer } = search
  // Groups that have hits, but none among the best of all: they are asked for by themselves.
  const missing = search.settled ? groupOrder.filter((type) => lacks(answer, type)) : []
  const rest = useSearch(query, hitLimit, missing, open && missing.length > 0)
  const settled = search.settled && (missing.length === 0 || rest.settled)
  const found = [...(answer?.hits ?? []), ...(missing.length > 0 ? (rest.answer?.hits ?? []) : [])]
  if (answer) {
    for (const type of groupOrder) {
      const hits = found.filter((hit) => hit.type === type)
      if (hits.length === 0) continue
      groups.push({
        key: type,
        total: answer.groups[type] ?? hits.length,
        options: hits.slice(0, perGroup).map((hit) => ({ kind: 'hit', hit })),
      })
    }
    if (answer.total > 0) groups.push({ key: 'all', total: answer.total, options: [{ kind: 'all' }] })
  }
  const words = query.split(/\s+/).filter(Boolean)
  const commands = available.filter(
    (id) => id !== 'search.open' && words.every((word) => includesFolded(t(`commands.${id}`), word)),
  )
  if (commands.length > 0)
    groups.push({
      key: 'commands',
      options: commands.slice(0, query === '' ? 30 : 6).map((id) => ({ kind: 'command', id })),
    })
  return { ...search, settled, groups, options: groups.flatMap(({ options }) => options) }
}

export type Suggestions = ReturnType<typeof useSuggestions>
