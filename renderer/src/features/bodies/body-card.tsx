import { Button, Select } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { bodyKinds } from '../../../../shared/records/body'
import { DraftText } from '../../ui/draft-text'
import { NamedRecordPicker } from '../../ui/named-record-picker'
import { RecordCard } from '../../ui/record-card'
import { useRecordDraft } from '../../ui/use-record-draft'
import { useNewMeeting } from '../../ui/new-meeting/use-new-meeting'
import { Members } from './members'
import { QuorumField } from './quorum-field'
import { SignatureOrder } from './signature-order'
import { StandingAgenda } from './standing-agenda'
import { UsualMeeting } from './usual-meeting'

/** The card of a board. */
export function BodyCard({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation()
  const newMeeting = useNewMeeting()
  const card = useRecordDraft<'body'>(id)
  const { record: body, set, readOnly, draft } = card
  const addMeeting = async () => {
    // The new meeting takes its roll and agenda from what is on the disk.
    if (draft && !(await draft.flush())) return
    await newMeeting({ body: { id: id as `body_${string}`, name: body?.name ?? '' } })
  }
  return (
    <RecordCard id={id} title={body?.name} card={card} onClose={onClose}>
      {body && (
        <>
          {!readOnly && (
            <Button variant="light" leftSection={<IconPlus size={16} />} onClick={() => void addMeeting()}>
              {t('cards.body.newMeeting')}
            </Button>
          )}
          <DraftText
            label={t('cards.name')}
            value={body.name}
            missing={t('cards.nameMissing')}
            disabled={readOnly}
            onSave={(name) => name !== null && set({ name })}
          />
          <Select
            label={t('cards.kind')}
            data={bodyKinds.map((value) => ({ value, label: t(`terms.bodyKind.${value}`) }))}
            value={body.kind}
            disabled={readOnly}
            onChange={(kind) => set({ kind: bodyKinds.find((known) => known === kind) ?? 'board' })}
          />
          <NamedRecordPicker
            type="agency"
            label={t('cards.body.owner')}
            id={body.ownerAgencyId}
            disabled={readOnly}
            onChoose={(agency) => set({ ownerAgencyId: agency as `agency_${string}` })}
            onClear={() => set({ ownerAgencyId: null })}
          />
          <Members members={body.members} disabled={readOnly} onSave={(members) => set({ members })} />
          <SignatureOrder
            body={body}
            disabled={readOnly}
            onSave={(signatureOrder) => set({ signatureOrder })}
          />
          <QuorumField
            label={t('cards.body.quorum')}
            rule={body.quorum.first}
            disabled={readOnly}
            onSave={(first) => first && set({ quorum: { ...body.quorum, first } })}
          />
          <QuorumField
            label={t('cards.body.quorumSecond')}
            rule={body.quorum.second}
            optional
            disabled={readOnly}
            onSave={(second) =>
              set({ quorum: second ? { first: body.quorum.first, second } : { first: body.quorum.first } })
            }
          />
          <DraftText
            label={t('cards.body.pattern')}
            description={t('cards.body.patternHint')}
            value={body.decisionNumberPattern}
            missing={t('cards.nameMissing')}
            disabled={readOnly}
            onSave={(decisionNumberPattern) =>
              decisionNumberPattern !== null && set({ decisionNumberPattern })
            }
          />
          <UsualMeeting body={body} disabled={readOnly} onSave={set} />
          <StandingAgenda
            items={body.standingAgenda}
            disabled={readOnly}
            onSave={(standingAgenda) => set({ standingAgenda })}
          />
        </>
      )}
    </RecordCard>
  )
}
