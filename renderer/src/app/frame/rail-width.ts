import { useMediaQuery } from '@mantine/hooks'
import { stored } from '../../ui/stored'

const narrowRail = stored<boolean | null>('rail.narrow', null, (value) =>
  typeof value === 'boolean' ? value : undefined,
)

/** Whether the rail shows icons only: as the user chose, otherwise by the room there is. */
export function useNarrowRail(): boolean {
  const chosen = narrowRail.use()
  const tight = useMediaQuery('(max-width: 1100px)', false, { getInitialValueInEffect: false })
  return chosen ?? tight
}

/** Narrows the rail, or widens it again. */
export function toggleRail(): void {
  const tight = matchMedia('(max-width: 1100px)').matches
  narrowRail.set(!(narrowRail.get() ?? tight))
}
