import '@fontsource-variable/inter/wght.css'
import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import './app/global.css'
import { setNonce } from 'get-nonce'
import { createRoot } from 'react-dom/client'
import { initReactI18next } from 'react-i18next'
import { z } from 'zod'
import { i18n, startI18n } from '../../shared/i18n/i18n'
import { followCare } from './api/care-state'
import { answerFlush } from './api/flush'
import { callKey, callDoor } from './api/door'
import { pageNonce } from './api/nonce'
import { keepFresh, queryClient } from './api/query-client'
import { App } from './app/app'
import { reportFaults } from './app/faults'

// The page may not evaluate code made at run time (content security policy).
z.config({ jitless: true })
setNonce(pageNonce())

/** The first answer is awaited, so that the first paint has the right language, theme and archive. */
async function start(): Promise<void> {
  reportFaults()
  const info = await callDoor('app.info')
  i18n.use(initReactI18next)
  startI18n(info.ok ? info.value.settings.language : 'tr')
  if (info.ok) {
    queryClient.setQueryData(callKey('app.info'), info.value)
    document.documentElement.lang = info.value.settings.language
  }
  keepFresh()
  answerFlush()
  followCare()
  const root = document.getElementById('root')
  if (root) createRoot(root).render(<App />)
}

void start()
