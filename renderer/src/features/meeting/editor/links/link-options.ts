import { splitPersonName } from '../../../../../../shared/domain/person-name'
import { equalsFolded } from '../../../../../../shared/text/turkish'
import { callDoor } from '../../../../api/door'
import type { LinkOption } from './link-list'

const shown = 8
/** So many letters call the list of people and agencies. */
export const LEAST_LETTERS = 2

/** People and agencies whose name, alias or abbreviation has the typed words; behind them the offer to make one. */
export async function peopleAndAgencies(typed: string): Promise<LinkOption[]> {
  const name = typed.trim()
  if (name.length < LEAST_LETTERS) return []
  const text = splitPersonName(name).name
  const answer = await callDoor('records.find', { types: ['participant', 'agency'], text, limit: shown })
  const found = answer.ok ? answer.value : []
  const options = found.flatMap(({ id, type, label, prefix, detail }): LinkOption[] =>
    type === 'participant' || type === 'agency'
      ? [
          {
            kind: 'record',
            id,
            type,
            label: [prefix, label].filter(Boolean).join(' '),
            ...(detail ? { detail } : {}),
          },
        ]
      : [],
  )
  // A sentence that goes on behind a bare @ is no name.
  const nameLike = name.split(/\s+/).length <= 8 && !/[.,;:!?]/.test(name)
  if (!nameLike || found.some(({ label }) => equalsFolded(label, text))) return options
  return [...options, { kind: 'create', type: 'participant', name }, { kind: 'create', type: 'agency', name }]
}

/** Anything of the archive that the typed words find. */
export async function anyRecord(typed: string): Promise<LinkOption[]> {
  const text = typed.trim()
  if (text.length < LEAST_LETTERS) return []
  const answer = await callDoor('search.query', {
    text,
    types: ['meeting', 'note', 'participant', 'agency', 'body'],
    limit: shown,
    typing: true,
    purpose: 'link',
  })
  if (!answer.ok) return []
  return answer.value.hits.map(({ id, type, title, date }): LinkOption => ({
    kind: 'record',
    id,
    type,
    label: title,
    ...(date ? { detail: date } : {}),
  }))
}
