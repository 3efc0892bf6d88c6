import { useRef, type KeyboardEvent } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import type { Vote } from '../../../../../../shared/records/blocks'
import { InlineInput } from './inline-input'
import { InlineSelect } from './inline-select'

const kinds = ['unanimous', 'majority', 'tally'] as const
const counts = ['for', 'against', 'abstain'] as const

/** How a decision was voted: unanimous, by majority, or counted with its three numbers. */
export function VoteFields({
  vote,
  onVote,
  disabled,
}: {
  vote: Vote | undefined
  onVote: (vote: Vote | undefined) => void
  disabled?: boolean
}) {
  const { t } = useTranslation()
  const short = {
    for: t('meeting.decision.forShort'),
    against: t('meeting.decision.againstShort'),
    abstain: t('meeting.decision.abstainShort'),
  }
  const votesFor = useRef<HTMLInputElement>(null)
  /** A number where the kind of vote is asked is the number of votes in favour. */
  const count = (event: KeyboardEvent<HTMLSelectElement>) => {
    if (!/^\d$/.test(event.key) || event.ctrlKey || event.altKey || event.metaKey) return
    event.preventDefault()
    flushSync(() => onVote({ kind: 'tally', for: Number(event.key), against: 0, abstain: 0 }))
    votesFor.current?.focus()
    votesFor.current?.setSelectionRange(1, 1)
  }
  const choose = (kind: (typeof kinds)[number] | '') => {
    if (kind === '') onVote(undefined)
    else if (kind === 'tally') onVote({ kind, for: 0, against: 0, abstain: 0 })
    else onVote({ kind })
  }
  return (
    <>
      <InlineSelect
        label={t('meeting.decision.vote')}
        caption={t('meeting.decision.vote')}
        disabled={disabled}
        value={vote?.kind ?? ''}
        options={[
          { value: '', label: t('meeting.decision.noVote') },
          ...kinds.map((value) => ({ value, label: t(`terms.vote.${value}`) })),
        ]}
        onChoose={choose}
        onKeyDown={count}
      />
      {vote?.kind === 'tally' &&
        counts.map((side) => (
          <InlineInput
            key={side}
            ref={side === 'for' ? votesFor : undefined}
            label={t(`meeting.decision.${side}`)}
            caption={short[side]}
            chars={3}
            inputMode="numeric"
            disabled={disabled}
            value={String(vote[side])}
            onFocus={(event) => event.currentTarget.select()}
            onText={(text) => {
              const count = Number(text)
              if (Number.isInteger(count) && count >= 0 && count < 1_000_000)
                onVote({ ...vote, [side]: count })
            }}
          />
        ))}
    </>
  )
}
