import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { SummaryRequest } from '../../../../shared/contract/work-contract'
import { callDoor, useDoorEvent } from '../../api/door'
import { flushAll } from '../../api/flush'
import { notifyDone, notifyError } from '../../ui/notify'
import { notifySavedFile } from '../../ui/saved-file'

interface Preview {
  /** Which selection the pages show. */
  of: string
  pages: string[]
}

const svgAddress = (svg: string) => `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`

/** Makes the summary: its preview, and files with progress that can be cancelled. In: the selection. */
export function useSummary(request: SummaryRequest) {
  const { t } = useTranslation()
  const key = JSON.stringify(request)
  const [preview, setPreview] = useState<Preview>()
  const [busy, setBusy] = useState<'preview' | 'file'>()
  const [progress, setProgress] = useState<{ done: number; total: number }>()
  useDoorEvent('work.progress', ({ work, done, total, finished }) => {
    if (work === 'export') setProgress(finished ? undefined : { done, total })
  })
  return {
    preview,
    stale: preview !== undefined && preview.of !== key,
    busy,
    progress,
    show: async () => {
      setBusy('preview')
      // Text that is still being written elsewhere in this window belongs into the summary.
      await flushAll()
      const answer = await callDoor('paper.summary', request)
      setBusy(undefined)
      if (answer.ok) setPreview({ of: key, pages: answer.value.pages.map(svgAddress) })
      else notifyError(answer.error)
    },
    save: async (format: 'pdf' | 'md') => {
      setBusy('file')
      await flushAll()
      const answer = await callDoor('export.summary', { ...request, format })
      setBusy(undefined)
      setProgress(undefined)
      if (answer.ok) notifySavedFile(answer.value)
      else if (answer.error.code === 'cancelled') notifyDone(t('reports.cancelled'))
      else notifyError(answer.error)
    },
    cancel: () => void callDoor('export.cancel'),
  }
}
