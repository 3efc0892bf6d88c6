import { ActionIcon, Title } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { IconX } from '@tabler/icons-react'
import {
  useContext,
  useEffect,
  useEffectEvent,
  useRef,
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
} from 'react'
import { createPortal } from 'react-dom'
import { useTranslation } from 'react-i18next'
import classes from './details-pane.module.css'
import { detailsSlotContext } from './details-slot'
import { stored } from './stored'

const narrowest = 340
const widest = 640
const step = 16

const paneWidth = stored('details.width', 400, (value) =>
  typeof value === 'number' && value >= narrowest && value <= widest ? value : undefined,
)

const clamp = (width: number) => Math.round(Math.min(widest, Math.max(narrowest, width)))

/**
 * What belongs to the selected row, in the right column of the frame; in narrow windows it lies over the content.
 * Esc closes it, its left edge changes its width.
 */
export function DetailsPane({
  title,
  actions,
  onClose,
  children,
}: {
  title: string
  actions?: ReactNode
  onClose: () => void
  children: ReactNode
}) {
  const { t } = useTranslation()
  const slot = useContext(detailsSlotContext)
  const width = paneWidth.use()
  const over = useMediaQuery('(max-width: 1279px)', false, { getInitialValueInEffect: false })
  const drag = useRef<{ x: number; width: number }>(undefined)
  const onEscape = useEffectEvent((event: globalThis.KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return
    // An open list or dialog takes Esc for itself.
    if (document.activeElement?.getAttribute('aria-expanded') === 'true') return
    if (document.querySelector('[role="dialog"], [role="menu"]')) return
    onClose()
  })
  useEffect(() => {
    const listen = (event: globalThis.KeyboardEvent) => onEscape(event)
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
  if (slot === null) return null

  const resizeByKey = (event: KeyboardEvent) => {
    const by = { ArrowLeft: step, ArrowRight: -step }[event.key]
    if (by === undefined) return
    event.preventDefault()
    paneWidth.set(clamp(width + by))
  }
  const resize = (event: PointerEvent) => {
    if (drag.current) paneWidth.set(clamp(drag.current.width + drag.current.x - event.clientX))
  }
  return createPortal(
    <section
      className={classes.pane}
      style={{ width }}
      data-over={over || undefined}
      aria-label={t('common.page.details')}
    >
      <div
        className={classes.edge}
        role="slider"
        tabIndex={0}
        aria-orientation="horizontal"
        aria-label={t('common.page.resizeDetails')}
        aria-valuemin={narrowest}
        aria-valuemax={widest}
        aria-valuenow={width}
        onKeyDown={resizeByKey}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          drag.current = { x: event.clientX, width }
        }}
        onPointerMove={resize}
        onPointerUp={() => {
          drag.current = undefined
        }}
      />
      <header className={classes.head}>
        <Title order={2} className={classes.title}>
          {title}
        </Title>
        {actions}
        <ActionIcon aria-label={t('common.page.closeDetails')} onClick={onClose}>
          <IconX size={18} stroke={1.5} />
        </ActionIcon>
      </header>
      <div className={classes.body}>{children}</div>
    </section>,
    slot,
  )
}
