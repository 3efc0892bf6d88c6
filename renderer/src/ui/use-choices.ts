import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData } from '@tanstack/react-query'
import type { Choice } from '../../../shared/contract/records-contract'
import { equalsFolded } from '../../../shared/text/turkish'
import type { PickedType } from '../api/create-record'
import { useCall } from '../api/door'

const typingPause = 60

/**
 * Finds records by typed words for a picker.
 * Out: choices, best first; `settled` once they belong to the typed text; `exact` when one bears just this name.
 */
export function useChoices(types: PickedType[], typed: string, enabled: boolean) {
  const [text] = useDebouncedValue(typed.trim().slice(0, 200), typingPause)
  const { data, isPlaceholderData } = useCall(
    'records.find',
    { types, text, limit: 8 },
    { enabled, placeholderData: keepPreviousData },
  )
  const choices: Choice[] = data ?? []
  const settled = data !== undefined && !isPlaceholderData && text === typed.trim().slice(0, 200)
  return { choices, settled, exact: choices.some(({ label }) => equalsFolded(label, typed.trim())) }
}
