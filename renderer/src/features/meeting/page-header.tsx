import { ActionIcon, Button, Indicator, Menu, Textarea } from '@mantine/core'
import {
  IconArrowLeft,
  IconFileExport,
  IconFileText,
  IconMessage,
  IconMarkdown,
  IconPdf,
  IconPresentation,
} from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useLocation } from 'wouter'
import { useKeysLabel } from '../../api/keys'
import { paths } from '../../api/paths'
import { FirstFocus } from '../../ui/first-focus'
import { HistoryButton } from '../../ui/history-button'
import type { Comments } from './comments/use-comments'
import { StatusMenu } from './head/status-menu'
import classes from './page-header.module.css'
import { useMeetingPart, usePage } from './session/use-session'

/** The title, as many lines as it needs; its field measures itself whenever it is drawn, so it is drawn for itself. */
function Title() {
  const { t } = useTranslation()
  const { session, readOnly } = usePage()
  const title = useMeetingPart((meeting) => meeting.title)
  return (
    <>
      <h1 className="tt-unseen">{title.trim() || t('meeting.untitled')}</h1>
      <Textarea
        className={classes.title}
        variant="unstyled"
        aria-label={t('meeting.title')}
        placeholder={t('meeting.titlePlaceholder')}
        autosize
        minRows={1}
        maxRows={3}
        readOnly={readOnly}
        value={title}
        data-meeting-title
        onChange={(event) => session.setHead({ title: event.currentTarget.value.replace(/\s*\n\s*/g, ' ') })}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.preventDefault()
        }}
      />
    </>
  )
}

/** Way back, title, state, preview and export. */
export function PageHeader({
  preview,
  comments,
  onPreview,
  projector,
  onExport,
  onGo,
}: {
  preview: boolean
  comments: Comments
  onPreview: () => void
  projector: { open: boolean; toggle: () => void }
  onExport: (format: 'pdf' | 'md') => void
  /** to a block, an agenda item, or a panel of the page */
  onGo: (at: string) => void
}) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const { session } = usePage()
  const keysLabel = useKeysLabel()
  const icon = { size: 18, stroke: 1.5 }
  const open = comments.kept.filter(({ done }) => !done).length
  return (
    <header className={classes.header}>
      <ActionIcon
        aria-label={t('meeting.back')}
        title={t('meeting.back')}
        onClick={() => navigate(paths.meetings)}
      >
        <IconArrowLeft {...icon} />
      </ActionIcon>
      <Title />
      <StatusMenu onGo={onGo} />
      <Button
        variant={preview && !comments.shown ? 'light' : 'default'}
        leftSection={<IconFileText {...icon} />}
        aria-pressed={preview && !comments.shown}
        title={keysLabel('meeting.preview')}
        onClick={onPreview}
      >
        {t('meeting.actions.preview')}
      </Button>
      <Indicator
        label={open}
        size={16}
        disabled={open === 0}
        offset={4}
        zIndex={1}
        attributes={{ indicator: { 'aria-hidden': true } }}
      >
        <ActionIcon
          variant={comments.shown ? 'light' : 'default'}
          color={comments.shown ? 'petrol' : 'gray'}
          size={36}
          aria-label={open > 0 ? t('comments.titleCount', { count: open }) : t('comments.title')}
          aria-pressed={comments.shown}
          title={`${t('comments.title')} (${keysLabel('comment.pane')})`}
          onClick={() => comments.show(!comments.shown)}
        >
          <IconMessage {...icon} />
        </ActionIcon>
      </Indicator>
      <ActionIcon
        variant={projector.open ? 'light' : 'default'}
        color={projector.open ? 'petrol' : 'gray'}
        size={36}
        aria-label={t('projector.open')}
        aria-pressed={projector.open}
        title={`${t(projector.open ? 'projector.close' : 'projector.open')} (${keysLabel('meeting.projector')})`}
        onClick={projector.toggle}
      >
        <IconPresentation {...icon} />
      </ActionIcon>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button variant="default" leftSection={<IconFileExport {...icon} />}>
            {t('meeting.actions.export')}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          <FirstFocus />
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
