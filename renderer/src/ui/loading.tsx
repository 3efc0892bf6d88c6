import { Center, Loader } from '@mantine/core'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'

const patience = 250

/** Says that something is being loaded; quick answers never flash it. */
export function Loading() {
  const { t } = useTranslation()
  const [shown, setShown] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), patience)
    return () => clearTimeout(timer)
  }, [])
  return (
    <Center p={48} role="status" aria-label={t('common.page.loading')}>
      {shown && <Loader size="sm" />}
    </Center>
  )
}
