import { Button, Modal, Select, TextInput } from '@mantine/core'
import { useTranslation } from 'react-i18next'
import { meetingKinds } from '../../../../../shared/records/meeting'
import type { MeetingTemplate } from '../../../../../shared/records/template'
import { DraftText } from '../../../ui/draft-text'
import { AgendaEditor } from './agenda-editor'
import classes from './templates.module.css'

/** Changes a template; what is changed is saved as one types. */
export function TemplateEditor({
  template,
  readOnly,
  onChange,
  onClose,
}: {
  template: MeetingTemplate | undefined
  readOnly: boolean
  onChange: (template: MeetingTemplate) => void
  onClose: () => void
}) {
  const { t } = useTranslation()
  const minutes = template?.agenda.reduce((sum, item) => sum + (item.plannedMinutes ?? 0), 0) ?? 0
  return (
    <Modal
      opened={template !== undefined}
      onClose={onClose}
      title={t('templates.editor.title')}
      size={720}
      closeButtonProps={{ 'aria-label': t('common.actions.close') }}
    >
      {template && (
        <div className={classes.editor}>
          <div className={classes.pair}>
            <DraftText
              label={t('templates.editor.name')}
              value={template.name}
              missing={t('templates.editor.nameMissing')}
              maxLength={2_000}
              disabled={readOnly}
              data-autofocus
              onSave={(name) => name !== null && onChange({ ...template, name })}
            />
            <Select
              label={t('templates.editor.kind')}
              data={meetingKinds.map((value) => ({ value, label: t(`terms.meetingKind.${value}`) }))}
              value={template.kind}
              allowDeselect={false}
              disabled={readOnly}
              onChange={(kind) =>
                onChange({ ...template, kind: meetingKinds.find((known) => known === kind) ?? 'meeting' })
              }
            />
          </div>
          <TextInput
            label={t('templates.editor.pattern')}
            description={t('templates.editor.patternHint')}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={template.title}
            maxLength={2_000}
            disabled={readOnly}
            onChange={(event) => onChange({ ...template, title: event.currentTarget.value })}
          />
          <AgendaEditor
            key={template.id}
            items={template.agenda}
            disabled={readOnly}
            onChange={(agenda) => onChange({ ...template, agenda })}
          />
          <div className={classes.foot}>
            <span>{minutes > 0 && t('templates.editor.total', { count: minutes })}</span>
            <Button variant="default" onClick={onClose}>
              {t('templates.editor.done')}
            </Button>
          </div>
        </div>
      )}
    </Modal>
  )
}
