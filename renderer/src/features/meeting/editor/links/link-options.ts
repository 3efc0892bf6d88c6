import type { Choice } from '../../../../../../shared/contract/records-contract'
import type { SearchType } from '../../../../../../shared/domain/search-types'
import { splitPersonName } from '../../../../../../shared/domain/person-name'
import { equalsFolded } from '../../../../../../shared/text/turkish'
import { callDoor } from '../../../../api/door'
import type { LinkOption } from './link-list'

const shown = 8
/** So many letters call the list of people and agencies. */
export const LEAST_LETTERS = 2

/** A record that was found by its name; nothing where it is of another kind. */
function optionOf(
  { id, label, prefix, detail, ...choice }: Choice,
  types: readonly SearchType[],
): LinkOption[] {
  const type = types.find((known) => known === choice.type)
  const name = [prefix, label].filter(Boolean).join(' ')
  return type ? [{ kind: 'record', id, type, label: name, ...(detail ? { detail } : {}) }] : []
}

/** People and agencies whose name, alias or abbreviation has the typed words; behind them the offer to make one. */
export async function peopleAndAgencies(typed: string): Promise<LinkOption[]> {
  const name = typed.trim()
  if (name.length < LEAST_LETTERS) return []
  const text = splitPersonName(name).name
  const answer = await callDoor('records.find', { types: ['participant', 'agency'], text, limit: shown })
  const found = answer.ok ? answer.value : []
  const options = found.flatMap((choice) => optionOf(choice, ['participant', 'agency']))
  // A sentence that goes on behind a bare @ is no name.
  const nameLike = name.split(/\s+/).length <= 8 && !/[.,;:!?]/.test(name)
  if (!nameLike || found.some(({ label }) => equalsFolded(label, text))) return options
  return [...options, { kind: 'create', type: 'participant', name }, { kind: 'create', type: 'agency', name }]
}

const linked = ['meeting', 'note', 'participant', 'agency', 'body'] as const

/**
 * Anything of the archive that the typed words find. Names alone where the search knows nothing: for moments after an archive
 * was opened its index may still be in the making.
 */
export async function anyRecord(typed: string): Promise<LinkOption[]> {
  const text = typed.trim()
  if (text.length < LEAST_LETTERS) return []
  const answer = await callDoor('search.query', {
    text,
    types: [...linked],
    limit: shown,
    typing: true,
    purpose: 'link',
  })
  if (answer.ok && answer.value.hits.length > 0)
    return answer.value.hits.map(({ id, type, title, date }): LinkOption => ({
      kind: 'record',
      id,
      type,
      label: title,
      ...(date ? { detail: date } : {}),
    }))
  if (!answer.ok && answer.error.code === 'cancelled') return []
  const named = await callDoor('records.find', { types: [...linked], text: text.slice(0, 200), limit: shown })
  return (named.ok ? named.value : []).flatMap((choice) => optionOf(choice, linked))
}
