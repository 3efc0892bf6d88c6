import { IconMoon, IconMinus, IconPlus, IconSun, IconMaximize } from '@tabler/icons-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ProjectorView } from '../../../../shared/contract/projector-contract'
import { i18n } from '../../../../shared/i18n/i18n'
import { callDoor, useDoorEvent } from '../../api/door'
import { ItemInProgress } from './item-in-progress'
import { lookOfRoom, resize, sizeOfRoom } from './looks'
import './projector.css'

function toggleLook(): void {
  lookOfRoom.set(lookOfRoom.get() === 'dark' ? 'light' : 'dark')
}

/** Keys of the window: + and − for the type, A for light or dark, F11 for the whole display; Esc leaves that. */
function useKeys(): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.altKey) return
    if (event.key === '+' || event.key === '=') resize(1)
    else if (event.key === '-' || event.key === '−') resize(-1)
    else if (event.key === 'a' || event.key === 'A') toggleLook()
    else if (event.key === 'F11') void callDoor('projector.fullScreen')
    else return
    event.preventDefault()
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
}

/** Buttons for what the keys do; they show while the mouse moves or one of them has the focus. */
function Tools() {
  const { t } = useTranslation()
  const dark = lookOfRoom.use() === 'dark'
  const icon = { size: 20, stroke: 1.5, 'aria-hidden': true }
  const Look = dark ? IconSun : IconMoon
  return (
    <div className="room-tools" role="toolbar" aria-label={t('projector.tools')}>
      <button type="button" aria-label={t('projector.smaller')} title="−" onClick={() => resize(-1)}>
        <IconMinus {...icon} />
      </button>
      <output>{t('projector.size', { percent: sizeOfRoom.use() })}</output>
      <button type="button" aria-label={t('projector.larger')} title="+" onClick={() => resize(1)}>
        <IconPlus {...icon} />
      </button>
      <button
        type="button"
        aria-label={t(dark ? 'projector.light' : 'projector.dark')}
        title="A"
        onClick={toggleLook}
      >
        <Look {...icon} />
      </button>
      <button
        type="button"
        aria-label={t('projector.fullScreen')}
        title="F11"
        onClick={() => void callDoor('projector.fullScreen')}
      >
        <IconMaximize {...icon} />
      </button>
    </div>
  )
}

/** How long (ms) the tools stay after the mouse has moved. */
const toolsFor = 3_000

function useMoved(): boolean {
  const [moved, setMoved] = useState(true)
  useEffect(() => {
    let timer = setTimeout(() => setMoved(false), toolsFor)
    const move = () => {
      setMoved(true)
      clearTimeout(timer)
      timer = setTimeout(() => setMoved(false), toolsFor)
    }
    addEventListener('pointermove', move)
    return () => {
      removeEventListener('pointermove', move)
      clearTimeout(timer)
    }
  }, [])
  return moved
}

/** The screen in the meeting room: the meeting, its agenda, and the item that is being written. */
export function ProjectorPage({ first }: { first: ProjectorView }) {
  const { t } = useTranslation()
  const [view, setView] = useState(first)
  const look = lookOfRoom.use()
  const size = sizeOfRoom.use()
  const moved = useMoved()
  useKeys()
  useDoorEvent('projector.changed', (changed) => setView(changed))
  const { language, content } = view
  useEffect(() => {
    void i18n.changeLanguage(language)
    document.documentElement.lang = language
  }, [language])
  useEffect(() => {
    document.documentElement.dataset.look = look
    document.documentElement.style.setProperty('--room-size', String(size / 100))
  }, [look, size])
  useEffect(() => {
    document.title = t('projector.title')
  }, [t])
  return (
    <div className="room" data-moved={moved || undefined}>
      {content ? (
        <>
          <header className="room-head">
            <h1>{content.title || t('meeting.untitled')}</h1>
            <p>{content.facts.join(' · ')}</p>
          </header>
          <p className="room-break" role="status">
            {content.breakSince && t('projector.break', { clock: content.breakSince })}
          </p>
          <div className="room-columns" data-agenda={content.agenda.length > 0 || undefined}>
            {content.agenda.length > 0 && (
              <nav className="room-agenda" aria-label={t('projector.agenda')}>
                <ol>
                  {content.agenda.map(({ id, number, title }) => (
                    <li key={id} aria-current={id === content.itemId ? 'step' : undefined}>
                      <span>{number}</span>
                      <span>{title}</span>
                    </li>
                  ))}
                </ol>
              </nav>
            )}
            <ItemInProgress content={content} />
          </div>
        </>
      ) : (
        <main className="room-blank">
          <h1>{t('projector.blankTitle')}</h1>
          <p>{t('projector.blankText')}</p>
        </main>
      )}
      <Tools />
    </div>
  )
}
