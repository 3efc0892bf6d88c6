import { TextInput } from '@mantine/core'
import { useState, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { includesFolded } from '../../../../../shared/text/turkish'
import type { Attendance } from '../../../../../shared/records/attendance'
import { rowName } from './roll-rows'

const LEAST_LETTERS = 2

/** Rows whose name, office or agency has the typed letters; names that begin with them first. */
function matches(rows: readonly Attendance[], typed: string): number[] {
  if (typed.trim().length < LEAST_LETTERS) return []
  const words = (row: Attendance) => [rowName(row), row.title, row.agencyName].filter(Boolean).join(' ')
  const found = rows.flatMap((row, index) => (includesFolded(words(row), typed.trim()) ? [index] : []))
  const named = (index: number) => {
    const row = rows[index]
    return row !== undefined && includesFolded(rowName(row), typed.trim())
  }
  return [...found.filter(named), ...found.filter((index) => !named(index))]
}

/** Goes to a row by two or more letters of its name, office or agency; Enter leads to the row, the next Enter is free. */
export function RollFind({
  rows,
  inputRef,
  onRow,
  onFound,
}: {
  rows: readonly Attendance[]
  inputRef: Ref<HTMLInputElement>
  /** Enter: to the row that was found. */
  onRow: (index: number) => void
  /** The row that Enter would lead to, shown while one types. */
  onFound: (id: Attendance['id'] | undefined) => void
}) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState('')
  const found = matches(rows, typed)
  const leave = () => {
    setTyped('')
    onFound(undefined)
  }
  return (
    <TextInput
      ref={inputRef}
      size="xs"
      w={240}
      aria-label={t('roll.find')}
      placeholder={t('roll.find')}
      value={typed}
      error={typed.trim().length >= LEAST_LETTERS && found.length === 0}
      onChange={(event) => {
        const next = event.currentTarget.value
        setTyped(next)
        const [first] = matches(rows, next)
        onFound(first === undefined ? undefined : rows[first]?.id)
      }}
      onBlur={leave}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return
        const [first] = found
        if (event.key === 'Enter' && first !== undefined) {
          event.preventDefault()
          onRow(first)
        } else if (event.key === 'Escape' || event.key === 'ArrowDown') {
          event.preventDefault()
          event.stopPropagation()
          onRow(first ?? 0)
        }
      }}
    />
  )
}
