import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData } from '@tanstack/react-query'
import type { Choice } from '../../../shared/contract/records-contract'
import { splitPersonName } from '../../../shared/domain/person-name'
import { equalsFolded } from '../../../shared/text/turkish'
import type { PickedType } from '../api/create-record'
import { useCall } from '../api/door'

const typingPause = 60

/**
 * Finds records by typed words for a picker.
 * Out: choices, best first; `settled` once they belong to the typed text; `exact` when one bears just this name.
 */
export function useChoices(types: PickedType[], typed: string, enabled: boolean) {
  const words = types.length === 1 && types[0] === 'participant' ? splitPersonName(typed).name : typed.trim()
  const asked = words.slice(0, 200)
  const [text] = useDebouncedValue(asked, typingPause)
  const { data, isPlaceholderData } = useCall(
    'records.find',
    { types, text, limit: 8 },
    { enabled, placeholderData: keepPreviousData },
  )
  const choices: Choice[] = data ?? []
  const settled = data !== undefined && !isPlaceholderData && text === asked
  return { choices, settled, exact: choices.some(({ label }) => equalsFolded(label, words)) }
}
