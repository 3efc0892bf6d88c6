import { Title } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { ContactFields } from '../../ui/contact-fields'
import { DraftText } from '../../ui/draft-text'
import { NamesInput } from '../../ui/names-input'
import { RecordCard } from '../../ui/record-card'
import { useRecordDraft } from '../../ui/use-record-draft'
import { Offices } from './offices'

/** The card of a person. */
export function ParticipantCard({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation()
  const card = useRecordDraft<'participant'>(id)
  const { record: person, set, readOnly } = card
  const title = person && [person.prefix, person.name].filter(Boolean).join(' ')
  return (
    <RecordCard id={id} title={title} card={card} onClose={onClose}>
      {person && (
        <>
          <DraftText
            label={t('cards.participant.prefix')}
            placeholder={t('cards.participant.prefixPlaceholder')}
            value={person.prefix}
            disabled={readOnly}
            onSave={(prefix) => set({ prefix })}
          />
          <DraftText
            label={t('cards.participant.name')}
            value={person.name}
            missing={t('cards.nameMissing')}
            disabled={readOnly}
            onSave={(name) => name !== null && set({ name })}
          />
          <Offices offices={person.offices} disabled={readOnly} onSave={(offices) => set({ offices })} />
          <NamesInput
            label={t('cards.participant.aliases')}
            values={person.aliases}
            disabled={readOnly}
            onSave={(aliases) => set({ aliases })}
          />
          <Title order={3} mt={8}>
            {t('cards.contact.title')}
          </Title>
          <ContactFields
            contact={person.contact}
            disabled={readOnly}
            onSave={(contact) => set({ contact })}
          />
        </>
      )}
    </RecordCard>
  )
}
