import { NativeSelect } from '@mantine/core'
import type { Editor } from '@tiptap/react'
import { useTranslation } from 'react-i18next'
import type { DecisionBlock } from '../../../../../../shared/records/blocks'
import type { DecisionFields } from '../schema/parts'

/** Which decision of this meeting an action item carries out. */
export function DecisionLink({
  editor,
  decisionId,
  onChoose,
  disabled,
}: {
  editor: Editor
  decisionId: DecisionBlock['id'] | undefined
  onChoose: (decisionId: DecisionBlock['id'] | undefined) => void
  disabled?: boolean
}) {
  const { t } = useTranslation()
  const decisions = editor.state.doc.children.filter((node) => node.type.name === 'decision')
  return (
    <NativeSelect
      size="xs"
      label={t('meeting.action.decision')}
      disabled={disabled}
      value={decisionId ?? ''}
      data={[
        { value: '', label: t('meeting.action.noDecision') },
        ...decisions.map((node) => {
          const { number } = node.attrs.fields as DecisionFields
          const words = node.textContent.slice(0, 80) || t('meeting.editor.emptyDecision')
          return { value: node.attrs.partId as string, label: number ? `${number} · ${words}` : words }
        }),
      ]}
      onChange={(event) => {
        const chosen = event.currentTarget.value
        onChoose(chosen === '' ? undefined : (chosen as DecisionBlock['id']))
      }}
    />
  )
}
