import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData } from '@tanstack/react-query'
import type { Choice } from '../../../shared/contract/records-contract'
import { splitPersonName } from '../../../shared/domain/person-name'
import { ok, type Result } from '../../../shared/result'
import { equalsFolded } from '../../../shared/text/turkish'
import type { PickedType } from '../api/create-record'
import { callDoor, useCall } from '../api/door'

const typingPause = 60
const shown = 8

/** What is looked for: the name of a person without what stands before it. */
function wordsOf(types: PickedType[], typed: string): string {
  const words = types.length === 1 && types[0] === 'participant' ? splitPersonName(typed).name : typed.trim()
  return words.slice(0, 200)
}

/** The record that bears just this name, asked for at once; one of `exclude` (ids that are chosen already) only when no other does. */
export async function findExact(
  types: PickedType[],
  name: string,
  exclude: readonly string[],
): Promise<Result<Choice | undefined>> {
  const text = wordsOf(types, name)
  const found = await callDoor('records.find', { types, text, limit: shown })
  if (!found.ok) return found
  const exact = found.value.filter(({ label }) => equalsFolded(label, text))
  return ok(exact.find(({ id }) => !exclude.includes(id)) ?? exact[0])
}

/**
 * Finds records by typed words for a picker.
 * Out: choices, best first; `settled` once they belong to the typed text; `exact` when one bears just this name.
 */
export function useChoices(types: PickedType[], typed: string, enabled: boolean) {
  const asked = wordsOf(types, typed)
  const [text] = useDebouncedValue(asked, typingPause)
  const { data, isPlaceholderData } = useCall(
    'records.find',
    { types, text, limit: shown },
    { enabled, placeholderData: keepPreviousData },
  )
  const choices: Choice[] = data ?? []
  const settled = data !== undefined && !isPlaceholderData && text === asked
  return { choices, settled, exact: choices.some(({ label }) => equalsFolded(label, asked)) }
}
