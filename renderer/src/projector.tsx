import '@fontsource-variable/inter/wght.css'
import { createRoot } from 'react-dom/client'
import { initReactI18next } from 'react-i18next'
import { z } from 'zod'
import { i18n, startI18n } from '../../shared/i18n/i18n'
import { callDoor } from './api/door'
import { reportFaults } from './app/faults'
import { ProjectorPage } from './features/projector/projector-page'

// The page may not evaluate code made at run time (content security policy).
z.config({ jitless: true })

/** The window for the meeting room: a page of its own, because it may ask for almost nothing. */
async function start(): Promise<void> {
  reportFaults()
  const view = await callDoor('projector.view')
  const first = view.ok ? view.value : { language: 'tr' as const }
  i18n.use(initReactI18next)
  startI18n(first.language)
  const root = document.getElementById('root')
  if (root) createRoot(root).render(<ProjectorPage first={first} />)
}

void start()
