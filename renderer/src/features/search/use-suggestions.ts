import { useTranslation } from 'react-i18next'
import type { CommandContext, CommandId } from '../../../../shared/commands'
import type { SearchRequest } from '../../../../shared/domain/kept-searches'
import { includesFolded } from '../../../../shared/text/turkish'
import { useAvailableCommands } from '../../api/commands'
import { useKeptSearches } from './kept-searches'
import { useDirectHits } from './use-direct-hits'
import { groupOrder, useSearch, type Hit, type HitType } from './use-search'

/** Something that Enter can choose in the search panel. */
export type Suggestion =
  | { kind: 'hit'; hit: Hit }
  | { kind: 'all' }
  | { kind: 'command'; id: CommandId }
  /** another spelling, which is put into the field */
  | { kind: 'spelling'; text: string }
  /** a search to be run on its page; `name` is what it is called, undefined for its words */
  | { kind: 'request'; request: SearchRequest; name?: string; saved?: boolean; count?: number }

/** What tells one suggestion from the others of its group. */
function optionKey(option: Suggestion): string {
  switch (option.kind) {
    case 'hit':
      return `hit ${option.hit.id}`
    case 'command':
      return `command ${option.id}`
    case 'request':
      return `request ${JSON.stringify(option.request)} ${option.name ?? ''}`
    default:
      return option.kind
  }
}

export interface SuggestionGroup {
  key: HitType | 'commands' | 'all' | 'direct' | 'spelling' | 'recent' | 'saved'
  /** How many there are in all; absent for commands. */
  total?: number
  options: Suggestion[]
}

const perGroup = 4
const hitLimit = 40
const keptShown = 6

function lacks(answer: ReturnType<typeof useSearch>['answer'], type: HitType): boolean {
  return (answer?.groups[type] ?? 0) > 0 && !answer?.hits.some((hit) => hit.type === type)
}

/** A number or days that the words name: the records themselves, first. */
function useDirectGroup(query: string, enabled: boolean) {
  const { hits, total, suggestion, settled } = useDirectHits({ text: query }, enabled)
  const options: Suggestion[] = hits.map((hit) => ({ kind: 'hit', hit }))
  if (suggestion) options.push({ kind: 'request', ...suggestion, count: total })
  const group: SuggestionGroup = { key: 'direct', total, options }
  return { group, settled }
}

function useKeptGroups(shown: boolean): SuggestionGroup[] {
  const { kept } = useKeptSearches(shown)
  if (!shown) return []
  return [
    {
      key: 'saved',
      options: kept.saved
        .slice(0, keptShown)
        .map(({ name, request }) => ({ kind: 'request', request, name, saved: true })),
    },
    {
      key: 'recent',
      options: kept.recent.slice(0, keptShown).map((request) => ({ kind: 'request', request })),
    },
  ]
}

/** What the search panel offers for a text: what it names directly, hits by group, commands whose name has the words. */
export function useSuggestions(text: string, open: boolean, context: CommandContext) {
  const { t } = useTranslation()
  const available = useAvailableCommands(context)
  const query = text.trim()
  const active = open && context.archiveOpen
  const search = useSearch({ text: query }, { purpose: 'panel', limit: hitLimit, enabled: active })
  const direct = useDirectGroup(query, active)
  const groups: SuggestionGroup[] = useKeptGroups(active && query === '')
  const { answer } = search
  // Groups that have hits, but none among the best of all: they are asked for by themselves.
  const missing = search.settled ? groupOrder.filter((type) => lacks(answer, type)) : []
  const rest = useSearch(
    { text: query },
    { purpose: 'panel-groups', limit: hitLimit, types: missing, enabled: open && missing.length > 0 },
  )
  const settled = !active || (search.settled && direct.settled && (missing.length === 0 || rest.settled))
  const found = [...(answer?.hits ?? []), ...(missing.length > 0 ? (rest.answer?.hits ?? []) : [])]
  if (query !== '') groups.push(direct.group)
  if (answer) {
    for (const type of groupOrder) {
      const hits = found.filter((hit) => hit.type === type)
      groups.push({
        key: type,
        total: answer.groups[type] ?? hits.length,
        options: hits.slice(0, perGroup).map((hit) => ({ kind: 'hit', hit })),
      })
    }
    // After the hits: Enter opens the best of them.
    if (answer.didYouMean)
      groups.push({ key: 'spelling', options: [{ kind: 'spelling', text: answer.didYouMean }] })
    if (answer.total > 0) groups.push({ key: 'all', total: answer.total, options: [{ kind: 'all' }] })
  }
  const words = query.split(/\s+/).filter(Boolean)
  const commands = available.filter(
    (id) => id !== 'search.open' && words.every((word) => includesFolded(t(`commands.${id}`), word)),
  )
  groups.push({
    key: 'commands',
    options: commands.slice(0, query === '' ? 30 : 6).map((id) => ({ kind: 'command', id })),
  })
  const shown = groups.filter(({ options }) => options.length > 0)
  return {
    ...search,
    settled,
    groups: shown,
    options: shown.flatMap(({ options }) => options),
    /** what tells each of the options from the others */
    keys: shown.flatMap(({ key, options }) => options.map((option) => `${key} ${optionKey(option)}`)),
  }
}

export type Suggestions = ReturnType<typeof useSuggestions>
