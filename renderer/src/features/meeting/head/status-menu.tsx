import { Button, Group, Menu, Modal, Text, UnstyledButton } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { missingParts, type MissingPart } from '../../../../../shared/domain/missing-parts'
import { meetingStatuses } from '../../../../../shared/records/meeting'
import { FirstFocus } from '../../../ui/first-focus'
import { StatusBadge } from '../../../ui/status-badge'
import { useMeetingPart, usePage } from '../session/use-session'
import classes from './status-menu.module.css'

/** Freezing minutes is a step of its own; here they are only moved between the states before it. */
const openStates = meetingStatuses.filter((status) => status !== 'final')

/** The status of the minutes. On the way to the review it lists what is still missing; each line leads to its place. */
export function StatusMenu({ onGo }: { onGo: (at: string) => void }) {
  const { t } = useTranslation()
  const { session, readOnly } = usePage()
  const current = useMeetingPart(({ status }) => status)
  const [missing, setMissing] = useState<MissingPart[]>([])
  const choose = (status: (typeof openStates)[number]) => {
    const parts = status === 'review' ? missingParts(session.read()) : []
    if (parts.length > 0) setMissing(parts)
    else session.setHead({ status })
  }
  const close = () => setMissing([])
  const button = useRef<HTMLButtonElement>(null)
  return (
    <>
      <Menu position="bottom-end" disabled={readOnly}>
        <Menu.Target>
          <UnstyledButton
            ref={button}
            className={classes.status}
            disabled={readOnly}
            aria-label={t('meeting.status.change', { status: t(`terms.meetingStatus.${current}`) })}
          >
            <StatusBadge status={current} />
            {!readOnly && <IconChevronDown size={14} stroke={1.5} aria-hidden />}
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown aria-label={t('meeting.status.menu')}>
          <FirstFocus />
          {openStates.map((status) => (
            <Menu.Item key={status} onClick={() => choose(status)}>
              <StatusBadge status={status} />
            </Menu.Item>
          ))}
        </Menu.Dropdown>
      </Menu>
      <Modal
        opened={missing.length > 0}
        onClose={close}
        title={t('work.missing.title')}
        closeButtonProps={{ 'aria-label': t('common.actions.close') }}
        returnFocus={false}
      >
        <FirstFocus
          back={() => {
            button.current?.focus()
            return false
          }}
        />
        <Text size="sm" c="dimmed">
          {t('work.missing.text')}
        </Text>
        <ul className={classes.list}>
          {missing.map(({ kind, at, words }, index) => (
            <li key={index}>
              <button
                type="button"
                data-autofocus={index === 0 || undefined}
                className={classes.part}
                onClick={() => {
                  // The next letter is meant for that place.
                  flushSync(close)
                  onGo(at)
                }}
              >
                <span>{t(`work.missing.kinds.${kind}`)}</span>
                {words && <span className={classes.words}>{words}</span>}
              </button>
            </li>
          ))}
        </ul>
        <Group justify="flex-end" mt={16}>
          <Button variant="default" onClick={close}>
            {t('work.missing.back')}
          </Button>
          <Button
            onClick={() => {
              session.setHead({ status: 'review' })
              close()
            }}
          >
            {t('work.missing.anyway')}
          </Button>
        </Group>
      </Modal>
    </>
  )
}
