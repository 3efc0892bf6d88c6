import type { Choice } from '../../../shared/contract/records-contract'
import { splitPersonName } from '../../../shared/domain/person-name'
import type { Result } from '../../../shared/result'
import { callDoor } from './door'
import { queryClient } from './query-client'

/** Types that a picker can find and create. */
export type PickedType = 'participant' | 'agency' | 'body'

let before: Promise<unknown> = Promise.resolve()

/** Lets names be looked up and made one after the other: what one field is making, the next one finds. */
export function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = before.then(work)
  before = mine.catch(() => undefined)
  return mine
}

/**
 * Creates a person, agency or board from its typed name alone.
 * Out: the new record as a choice of the picker; errors of the store as they come.
 */
export async function createFromName(type: PickedType, typed: string): Promise<Result<Choice>> {
  const name = typed.trim().replace(/\s+/g, ' ')
  const person = type === 'participant' ? splitPersonName(name) : undefined
  const answer = await callDoor('records.create', { type, fields: person ? { ...person } : { name } })
  if (!answer.ok) return answer
  // Lists that were asked for before would offer to make it once more.
  queryClient.removeQueries({ queryKey: ['records.find'], type: 'inactive' })
  void queryClient.invalidateQueries({ queryKey: ['records.find'] })
  return {
    ok: true,
    value: {
      id: answer.value.id,
      type,
      label: person?.name ?? name,
      ...(person?.prefix ? { prefix: person.prefix } : {}),
    },
  }
}
