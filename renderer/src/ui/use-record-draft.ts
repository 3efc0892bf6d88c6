import { useEffect, useReducer, useRef, useState } from 'react'
import type { RecordShapes } from '../../../shared/records/registry'
import { callDoor, callKey, useCall } from '../api/door'
import { registerFlush } from '../api/flush'
import { queryClient } from '../api/query-client'
import { RecordDraft, type Fields } from '../api/record-draft'
import { setSaveState } from '../api/save-state'
import { useReadOnly } from '../api/use-app-info'

type FormType = 'participant' | 'agency' | 'body' | 'note'

/** Fields of a form: what the record has, or `null` to clear an optional one. */
export type FormFields<T extends FormType> = {
  [K in keyof RecordShapes[T]]?: RecordShapes[T][K] | null
}

function makeDraft(id: string, hash: string, changed: () => void): RecordDraft {
  return new RecordDraft(hash, {
    save: async (set, basedOn) => {
      const answer = await callDoor('records.update', { id, set, basedOn })
      // The form must not show the old text between the save and the fresh answer.
      if (answer.ok) await queryClient.invalidateQueries({ queryKey: callKey('records.get', { id }) })
      return answer
    },
    reread: () => callDoor('records.get', { id }),
    report: setSaveState,
    changed,
  })
}

/**
 * A record in a form that saves itself. In: its id; the form must be mounted anew (`key`) for another id.
 * Out: the record with the changes that are not on the disk yet, and `set`; `draft` for conflicts.
 */
export function useRecordDraft<T extends FormType>(id: string) {
  const readOnly = useReadOnly()
  const [, redraw] = useReducer((count: number) => count + 1, 0)
  const { data, error } = useCall('records.get', { id })
  const [draft, setDraft] = useState<RecordDraft>()
  const current = useRef<RecordDraft>(undefined)

  const hash = data?.hash
  useEffect(() => {
    if (hash === undefined) return
    if (current.current) current.current.rebase(hash)
    else {
      current.current = makeDraft(id, hash, redraw)
      setDraft(current.current)
    }
  }, [id, hash])
  useEffect(() => {
    if (!draft) return undefined
    const unregister = registerFlush(() => draft.flush())
    return () => {
      unregister()
      // What was written until now is a version.
      void draft.flush().then(() => callDoor('history.leave', { id }))
    }
  }, [draft, id])

  const locked = readOnly || (data?.outside ?? false)
  const record = data
    ? (Object.fromEntries(
        Object.entries({ ...data.record, ...(draft?.unsaved ?? {}) }).filter(([, value]) => value !== null),
      ) as unknown as RecordShapes[T])
    : undefined
  return {
    record,
    error: error?.error,
    outside: data?.outside ?? false,
    readOnly: locked,
    draft,
    set: (fields: FormFields<T>) => {
      if (!locked) draft?.set(fields as Fields)
    },
  }
}
