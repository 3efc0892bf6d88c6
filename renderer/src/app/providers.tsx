import { MantineProvider } from '@mantine/core'
import { ModalsProvider } from '@mantine/modals'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { useEffect, type ReactNode } from 'react'
import { I18nextProvider } from 'react-i18next'
import { Router } from 'wouter'
import { i18n } from '../../../shared/i18n/i18n'
import { pageNonce } from '../api/nonce'
import { queryClient } from '../api/query-client'
import { useAppInfo } from '../api/use-app-info'
import { useHashLocation, useHashSearch } from './hash-location'
import { cssVariables, theme } from './theme'

function Themed({ children }: { children: ReactNode }) {
  const { settings } = useAppInfo()
  useEffect(() => {
    void i18n.changeLanguage(settings.language)
    document.documentElement.lang = settings.language
  }, [settings.language])
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      {...(settings.theme === 'system' ? {} : { forceColorScheme: settings.theme })}
      getStyleNonce={pageNonce}
    >
      <ModalsProvider>
        <Notifications position="bottom-right" limit={4} containerWidth={400} />
        {children}
      </ModalsProvider>
    </MantineProvider>
  )
}

/** Everything the screens stand on: words, answers of the main process, theme, addresses. */
export function Providers({ children }: { children: ReactNode }) {
  return (
    <I18nextProvider i18n={i18n}>
      <QueryClientProvider client={queryClient}>
        <Router hook={useHashLocation} searchHook={useHashSearch}>
          <Themed>{children}</Themed>
        </Router>
      </QueryClientProvider>
    </I18nextProvider>
  )
}
