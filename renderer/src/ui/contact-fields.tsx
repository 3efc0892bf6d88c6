import { useTranslation } from 'react-i18next'
import type { z } from 'zod'
import type { Contact } from '../../../shared/records/agency'
import { DraftText } from './draft-text'

type ContactValue = z.infer<typeof Contact>
const fields = ['phone', 'email', 'web', 'address'] as const

/** Telephone, mail and address of a person or agency. */
export function ContactFields({
  contact,
  disabled,
  onSave,
}: {
  contact: ContactValue
  disabled: boolean
  onSave: (contact: ContactValue) => void
}) {
  const { t } = useTranslation()
  return fields.map((field) => (
    <DraftText
      key={field}
      label={t(`cards.contact.${field}`)}
      value={contact[field]}
      disabled={disabled}
      lines={field === 'address'}
      onSave={(value) => {
        const { [field]: _old, ...others } = contact
        onSave(value === null ? others : { ...others, [field]: value })
      }}
    />
  ))
}
