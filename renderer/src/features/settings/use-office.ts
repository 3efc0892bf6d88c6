import { useEffect, useReducer, useRef, useState } from 'react'
import type { OfficeSettings } from '../../../../shared/records/office-settings'
import { callDoor, callKey, useCall } from '../../api/door'
import { registerFlush } from '../../api/flush'
import { showSaved } from '../../api/query-client'
import { RecordDraft, type Fields } from '../../api/record-draft'
import { setSaveState } from '../../api/save-state'

/** The office's settings in a form that saves itself. Out: them with unsaved changes, and a way to change some. */
export function useOffice() {
  const { data } = useCall('office.get', undefined)
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const newest = useRef<OfficeSettings>(undefined)
  const [draft, setDraft] = useState<RecordDraft>()
  const current = useRef<RecordDraft>(undefined)
  useEffect(() => {
    if (!data) return
    newest.current = data.settings
    if (current.current) return current.current.rebase(data.hash)
    current.current = new RecordDraft(data.hash, {
      save: async (set, basedOn) => {
        const settings = { ...newest.current, ...set } as OfficeSettings
        const answer = await callDoor('office.save', { settings, basedOn })
        if (answer.ok) {
          newest.current = settings
          showSaved(callKey('office.get'), { settings, hash: answer.value.hash })
        }
        return answer
      },
      reread: () => callDoor('office.get'),
      report: setSaveState,
      changed: redraw,
    })
    setDraft(current.current)
  }, [data])
  useEffect(() => {
    if (!draft) return undefined
    const unregister = registerFlush(() => draft.flush())
    return () => {
      unregister()
      void draft.flush()
    }
  }, [draft])
  return {
    settings: data && ({ ...data.settings, ...draft?.unsaved } as OfficeSettings),
    set: (fields: Partial<OfficeSettings>) => draft?.set(fields as Fields),
  }
}
