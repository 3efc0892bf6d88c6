import { Group, Select, Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { agencyKinds } from '../../../../shared/records/agency'
import { ContactFields } from '../../ui/contact-fields'
import { DraftText } from '../../ui/draft-text'
import { NamedRecordPicker } from '../../ui/named-record-picker'
import { NamesInput } from '../../ui/names-input'
import { RecordCard } from '../../ui/record-card'
import { useRecordDraft } from '../../ui/use-record-draft'
import { DetsisField } from './detsis-field'
import { FormerNames } from './former-names'

/** The card of an agency. */
export function AgencyCard({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation()
  const card = useRecordDraft<'agency'>(id)
  const { record: agency, set, readOnly } = card
  return (
    <RecordCard id={id} title={agency?.name} card={card} onClose={onClose}>
      {agency && (
        <>
          <DraftText
            label={t('cards.agency.name')}
            value={agency.name}
            missing={t('cards.nameMissing')}
            disabled={readOnly}
            lines
            onSave={(name) => name !== null && set({ name })}
          />
          <NamesInput
            label={t('cards.agency.shortNames')}
            values={agency.shortNames}
            disabled={readOnly}
            onSave={(shortNames) => set({ shortNames })}
          />
          <Group grow align="flex-start" gap={12}>
            <Select
              label={t('cards.kind')}
              placeholder={t('cards.none')}
              data={agencyKinds.map((value) => ({ value, label: t(`terms.agencyKind.${value}`) }))}
              value={agency.kind ?? null}
              disabled={readOnly}
              clearable
              clearButtonProps={{ 'aria-label': t('common.actions.clear') }}
              onChange={(kind) => set({ kind: agencyKinds.find((known) => known === kind) ?? null })}
            />
            <DraftText
              label={t('cards.agency.province')}
              value={agency.province}
              disabled={readOnly}
              onSave={(province) => set({ province })}
            />
          </Group>
          <NamedRecordPicker
            type="agency"
            label={t('cards.agency.parent')}
            id={agency.parentId}
            exclude={[id]}
            disabled={readOnly}
            onChoose={(parent) => set({ parentId: parent as `agency_${string}` })}
            onClear={() => set({ parentId: null })}
          />
          <NamesInput
            label={t('cards.agency.aliases')}
            values={agency.aliases}
            disabled={readOnly}
            onSave={(aliases) => set({ aliases })}
          />
          <FormerNames
            names={agency.formerNames}
            disabled={readOnly}
            onSave={(formerNames) => set({ formerNames })}
          />
          <DetsisField value={agency.detsis} disabled={readOnly} onSave={(detsis) => set({ detsis })} />
          <Title order={3} mt={8}>
            {t('cards.contact.title')}
          </Title>
          <ContactFields
            contact={agency.contact}
            disabled={readOnly}
            onSave={(contact) => set({ contact })}
          />
        </>
      )}
    </RecordCard>
  )
}
