import { Group, Input, NumberInput, Select, Stack } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import type { QuorumRule } from '../../../../shared/records/body'

const kinds = ['none', 'majority', 'fraction', 'count'] as const

function ruleOf(kind: QuorumRule['kind']): QuorumRule {
  if (kind === 'fraction') return { kind, numerator: 2, denominator: 3 }
  if (kind === 'count') return { kind, count: 5 }
  return { kind }
}

/** A whole number between 1 and a limit, from what a number field gives. */
function whole(value: string | number, most: number): number | undefined {
  const number = typeof value === 'number' ? value : Number.parseInt(value, 10)
  return Number.isInteger(number) && number >= 1 && number <= most ? number : undefined
}

/** How many members must be there. `optional`: no rule of its own = the same as at the first call. */
export function QuorumField({
  label,
  rule,
  optional,
  disabled,
  onSave,
}: {
  label: string
  rule: QuorumRule | undefined
  optional?: boolean
  disabled: boolean
  onSave: (rule: QuorumRule | undefined) => void
}) {
  const { t } = useTranslation()
  const tooMuch = rule?.kind === 'fraction' && rule.numerator > rule.denominator
  const number = (part: 'numerator' | 'denominator' | 'count', value: number, most: number) => (
    <NumberInput
      label={t(`cards.body.${part}`)}
      value={value}
      min={1}
      max={most}
      allowDecimal={false}
      disabled={disabled}
      w={88}
      error={part === 'numerator' && tooMuch}
      onChange={(typed) => {
        const next = whole(typed, most)
        if (next !== undefined && rule) onSave({ ...rule, [part]: next } as QuorumRule)
      }}
    />
  )
  return (
    <Stack gap={4}>
      <Group gap={8} align="flex-end" wrap="nowrap">
        <Select
          label={label}
          flex={1}
          data={[
            ...(optional ? [{ value: 'same', label: t('cards.body.quorumSame') }] : []),
            ...kinds.map((kind) => ({ value: kind as string, label: t(`terms.quorum.${kind}`) })),
          ]}
          value={rule?.kind ?? 'same'}
          disabled={disabled}
          onChange={(chosen) => {
            const kind = kinds.find((known) => known === chosen)
            onSave(kind && ruleOf(kind))
          }}
        />
        {rule?.kind === 'fraction' && number('numerator', rule.numerator, 100)}
        {rule?.kind === 'fraction' && number('denominator', rule.denominator, 100)}
        {rule?.kind === 'count' && number('count', rule.count, 100_000)}
      </Group>
      {tooMuch && <Input.Error role="alert">{t('cards.body.neverMet')}</Input.Error>}
    </Stack>
  )
}
