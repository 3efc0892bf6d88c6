import { Button, Group, Text } from '@mantine/core'
import { notifications, notificationsStore } from '@mantine/notifications'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { i18n } from '../../../shared/i18n/i18n'
import type { AppError } from '../../../shared/result'
import { errorMessage } from './error-message'

/** A button in a notice. */
export interface NoticeAction {
  label: string
  onClick: () => void
}

interface Notice {
  message: string
  actions?: NoticeAction[]
  /** Replaces the notice of the same id. */
  id?: string
}

function body(message: string, actions: NoticeAction[], id: string) {
  return (
    <>
      <Text size="sm">{message}</Text>
      {actions.length > 0 && (
        <Group gap={8} mt={8}>
          {actions.map(({ label, onClick }) => (
            <Button
              key={label}
              size="compact-sm"
              variant="light"
              onClick={() => {
                notifications.hide(id)
                onClick()
              }}
            >
              {label}
            </Button>
          ))}
        </Group>
      )}
    </>
  )
}

let serial = 0

function show({ message, actions = [], id = `notice-${++serial}` }: Notice, failed: boolean): void {
  const data = {
    id,
    message: body(message, actions, id),
    icon: failed ? <IconAlertTriangle size={18} stroke={1.5} /> : <IconCheck size={18} stroke={1.5} />,
    color: failed ? 'red' : 'petrol',
    // Whoever reads slowly, or wants to undo, needs time.
    autoClose: failed ? 15_000 : actions.length > 0 ? 12_000 : 5_000,
    closeButtonProps: { 'aria-label': i18n.t('common.notice.close') },
    role: failed ? 'alert' : 'status',
  } as const
  notifications.update(data)
  notifications.show(data)
  makeRoom()
}

/**
 * Takes the oldest notice away when there are too many. Left to itself the newest would wait for its turn, and whoever
 * undoes what they just did would press the button of something else.
 */
function makeRoom(): void {
  const { notifications: shown, queue } = notificationsStore.getState()
  if (queue.length === 0) return
  const oldest = shown.find(({ role }) => role !== 'alert') ?? shown[0]
  if (oldest?.id !== undefined) notifications.hide(oldest.id)
}

/** Says that something worked, with what can be done next. */
export function notifyDone(message: string, actions?: NoticeAction[], id?: string): void {
  show({ message, ...(actions ? { actions } : {}), ...(id ? { id } : {}) }, false)
}

/** Takes a notice away that is no longer so; nothing when it is not shown. */
export function hideNotice(id: string): void {
  notifications.hide(id)
}

/** Says what stands in the way, in a sentence of its own. */
export function notifyProblem(message: string): void {
  show({ message }, true)
}

/** Says what failed, in a sentence. Giving up (`cancelled`) is no failure and says nothing. */
export function notifyError(error: AppError, retry?: () => void): void {
  if (error.code === 'cancelled') return
  const actions = retry ? [{ label: i18n.t('common.actions.retry'), onClick: retry }] : []
  show({ message: errorMessage(error), actions, id: `error-${error.code}` }, true)
}
