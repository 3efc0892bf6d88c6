import { Select, Stack, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { hasVote } from '../../../../shared/domain/quorum'
import { newId } from '../../../../shared/ids'
import { attendanceRoles, memberships } from '../../../../shared/records/attendance'
import type { Body } from '../../../../shared/records/body'
import { DraftText } from '../../ui/draft-text'
import { NamedRecordPicker } from '../../ui/named-record-picker'
import { RecordPicker } from '../../ui/record-picker'
import { RepeatedItem } from '../../ui/repeated'
import { useRecordName } from '../../ui/use-record-name'

type Member = Body['members'][number]

function MemberFields({
  member,
  number,
  disabled,
  onSet,
  onRemove,
}: {
  member: Member
  number: number
  disabled: boolean
  onSet: (part: Partial<Member>) => void
  onRemove: () => void
}) {
  const { t } = useTranslation()
  const name = useRecordName(member.participantId) ?? ''
  return (
    <RepeatedItem
      legend={t('cards.body.memberN', { n: number, name })}
      removeLabel={t('cards.body.removeMember', { name })}
      disabled={disabled}
      onRemove={onRemove}
    >
      <Title order={4} data-wide fz={14} lh="20px">
        {number}. {name}
      </Title>
      <Select
        label={t('cards.body.role')}
        data={attendanceRoles.map((value) => ({ value, label: t(`terms.attendanceRole.${value}`) }))}
        value={member.role}
        disabled={disabled}
        onChange={(role) => onSet({ role: attendanceRoles.find((known) => known === role) ?? 'member' })}
      />
      <Select
        label={t('cards.body.membership')}
        data={memberships.map((value) => ({
          value,
          label: t(
            hasVote({ ...member, membership: value }) ? `terms.membership.${value}` : 'cards.body.noVote',
          ),
        }))}
        value={member.membership}
        disabled={disabled}
        onChange={(value) => onSet({ membership: memberships.find((known) => known === value) ?? 'full' })}
      />
      <div data-wide>
        <NamedRecordPicker
          type="agency"
          label={t('cards.body.agency')}
          id={member.agencyId}
          disabled={disabled}
          onChoose={(id) => onSet({ agencyId: id as `agency_${string}` })}
          onClear={() => onSet({ agencyId: undefined })}
        />
      </div>
      <DraftText
        data-wide
        label={t('cards.body.memberTitle')}
        value={member.title}
        disabled={disabled}
        onSave={(title) => onSet({ title: title ?? undefined })}
      />
    </RepeatedItem>
  )
}

/** The members of a board with their role and whom they represent. */
export function Members({
  members,
  disabled,
  onSave,
}: {
  members: readonly Member[]
  disabled: boolean
  onSave: (members: Member[]) => void
}) {
  const { t } = useTranslation()
  return (
    <div>
      <Title order={3} mt={8} mb={8}>
        {t('cards.body.members')}
      </Title>
      <Stack gap={8}>
        {members.map((member, index) => (
          <MemberFields
            key={member.id}
            member={member}
            number={index + 1}
            disabled={disabled}
            onSet={(part) =>
              onSave(members.map((known) => (known.id === member.id ? { ...known, ...part } : known)))
            }
            onRemove={() => onSave(members.filter(({ id }) => id !== member.id))}
          />
        ))}
        {!disabled && (
          <RecordPicker
            types={['participant']}
            create="participant"
            label={t('cards.body.addMember')}
            exclude={members.map(({ participantId }) => participantId)}
            onChoose={(choice) =>
              onSave([
                ...members,
                {
                  id: newId('member'),
                  participantId: choice.id as `participant_${string}`,
                  ...(choice.agencyId ? { agencyId: choice.agencyId as `agency_${string}` } : {}),
                  ...(choice.title ? { title: choice.title } : {}),
                  role: 'member',
                  membership: 'full',
                },
              ])
            }
          />
        )}
      </Stack>
    </div>
  )
}
