import { Button } from '@mantine/core'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { OutsidePlace } from './outside-places'

/** How often words stand in the head and in the roll; each press goes to the next of these places. */
export function OutsideButtons({
  places,
  onGo,
}: {
  places: readonly OutsidePlace[]
  onGo: (place: OutsidePlace) => void
}) {
  const { t } = useTranslation()
  const [next, setNext] = useState({ head: 0, roll: 0 })
  return (['head', 'roll'] as const).map((where) => {
    const own = places.filter((place) => place.in === where)
    const place = own[next[where] % own.length]
    return (
      place && (
        <Button
          key={where}
          size="compact-sm"
          variant="subtle"
          onClick={() => {
            setNext({ ...next, [where]: next[where] + 1 })
            onGo(place)
          }}
        >
          {t(`work.find.in.${where}`, { count: own.length })}
        </Button>
      )
    )
  })
}
