import { MantineProvider } from '@mantine/core'
import { act, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { initReactI18next } from 'react-i18next'
import { MeetingProvider } from '../../renderer/src/features/meeting/session/use-session'
import type { MeetingSession } from '../../renderer/src/features/meeting/session/meeting-session'
import { i18n, startI18n } from '../../shared/i18n/i18n'
import { sampleMeeting } from './sample-meeting'

/**
 * Draws a part of the meeting page without a window (the test runs in jsdom).
 * In: what is drawn, asked anew at every `draw`; what of the session it needs besides the head. Out: `draw`, and the element it
 * stands in.
 */
export function pageInMemory(
  shown: () => ReactNode,
  more: object = {},
): { draw: () => void; box: HTMLElement } {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  // jsdom has no media queries, observers and fonts; nothing here depends on their answers.
  const none = { matches: false, addEventListener: () => {}, removeEventListener: () => {} }
  const idle = { observe: () => {}, unobserve: () => {}, disconnect: () => {} }
  Object.assign(window, {
    matchMedia: () => none,
    ResizeObserver: function Observer() {
      return idle
    },
  })
  Object.assign(document, { fonts: none })
  if (!i18n.isInitialized) {
    i18n.use(initReactI18next)
    startI18n('tr')
  }
  const box = document.createElement('div')
  document.body.append(box)
  const root = createRoot(box)
  const session = {
    subscribe: () => () => {},
    current: () => sampleMeeting,
    ...more,
  } as unknown as MeetingSession
  const page = { session, readOnly: false }
  const draw = () =>
    act(() => {
      root.render(
        <MantineProvider env="test">
          <MeetingProvider value={page}>{shown()}</MeetingProvider>
        </MantineProvider>,
      )
    })
  draw()
  return { draw, box }
}

/** Types a text into a field in place of what is there. */
export function typeInto(field: HTMLInputElement, text: string): void {
  const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value')?.set
  act(() => {
    field.focus()
    set?.call(field, text)
    field.dispatchEvent(new Event('input', { bubbles: true }))
  })
}
