import { ActionIcon, Button, Menu, Textarea, UnstyledButton } from '@mantine/core'
import {
  IconArrowLeft,
  IconChevronDown,
  IconFileExport,
  IconFileText,
  IconMarkdown,
  IconPdf,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { keysLabel } from '../../../../shared/commands'
import { isMac } from '../../api/commands'
import { paths } from '../../api/paths'
import { HistoryButton } from '../../ui/history-button'
import { StatusBadge } from '../../ui/status-badge'
import classes from './page-header.module.css'
import { useMeeting, usePage } from './session/use-session'

/** States that a meeting can be put into here; finalising is a step of its own. */
const openStates = ['planned', 'draft', 'review'] as const

/** Way back, title, state, preview and export. */
export function PageHeader({
  preview,
  onPreview,
  onExport,
}: {
  preview: boolean
  onPreview: () => void
  onExport: (format: 'pdf' | 'md') => void
}) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const { session, readOnly } = usePage()
  const meeting = useMeeting()
  const icon = { size: 18, stroke: 1.5 }
  return (
    <header className={classes.header}>
      <ActionIcon
        aria-label={t('meeting.back')}
        title={t('meeting.back')}
        onClick={() => navigate(paths.meetings)}
      >
        <IconArrowLeft {...icon} />
      </ActionIcon>
      <h1 className="tt-unseen">{meeting.title.trim() || t('meeting.untitled')}</h1>
      <Textarea
        className={classes.title}
        variant="unstyled"
        aria-label={t('meeting.title')}
        placeholder={t('meeting.titlePlaceholder')}
        autosize
        minRows={1}
        maxRows={3}
        readOnly={readOnly}
        value={meeting.title}
        data-meeting-title
        onChange={(event) => session.setHead({ title: event.currentTarget.value.replace(/\s*\n\s*/g, ' ') })}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault()
        }}
      />
      <Menu position="bottom-end" disabled={readOnly}>
        <Menu.Target>
          <UnstyledButton
            className={classes.status}
            disabled={readOnly}
            aria-label={t('meeting.status.change', { status: t(`terms.meetingStatus.${meeting.status}`) })}
          >
            <StatusBadge status={meeting.status} />
            {!readOnly && <IconChevronDown size={14} stroke={1.5} aria-hidden />}
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown aria-label={t('meeting.status.menu')}>
          {openStates.map((status) => (
            <Menu.Item key={status} onClick={() => session.setHead({ status })}>
              <StatusBadge status={status} />
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Button
        variant={preview ? 'light' : 'default'}
        leftSection={<IconFileText {...icon} />}
        aria-pressed={preview}
        title={keysLabel('meeting.preview', isMac)}
        onClick={onPreview}
      >
        {t('meeting.actions.preview')}
      </Button>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" leftSection={<IconFileExport {...icon} />}>
            {t('meeting.actions.export')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconPdf {...icon} />} onClick={() => onExport('pdf')}>
            {t('meeting.actions.exportPdf')}
          </Menu.Item>
          <Menu.Item leftSection={<IconMarkdown {...icon} />} onClick={() => onExport('md')}>
            {t('meeting.actions.exportMarkdown')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <HistoryButton id={session.id} />
    </header>
  )
}
