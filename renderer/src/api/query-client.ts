import { QueryClient } from '@tanstack/react-query'
import type { CallName } from '../../../shared/contract/contract'
import { callKey, onDoorEvent } from './door'

/** One cache for all answers of the main process. There is no network, so nothing may pause "offline". */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: 'always',
      retry: false,
      refetchOnWindowFocus: false,
      staleTime: 30_000,
    },
    mutations: { networkMode: 'always', retry: false },
  },
})

/** Answers that any changed record may make old. */
const fromRecords: CallName[] = [
  'records.list',
  'records.find',
  'records.usages',
  'search.query',
  'search.direct',
  'paper.meeting',
  'paper.summary',
  'history.versions',
  'bin.list',
  'purge.tombstones',
]

/** A burst of saves (autosave, import) refreshes the lists once. */
const quiet = 120

/**
 * Keeps the cache true: records that changed, archives that were opened, settings that were made elsewhere.
 * Out: stops listening.
 */
export function keepFresh(): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined
  const changedIds = new Set<string>()
  const refresh = () => {
    waiting = undefined
    const ids = new Set(changedIds)
    changedIds.clear()
    void queryClient.invalidateQueries({
      predicate: ({ queryKey: [name, input] }) => {
        if (fromRecords.includes(name as CallName)) return true
        if (name !== 'records.get') return false
        return ids.has((input as { id: string }).id)
      },
    })
    // Counts in the rail and the status line.
    void queryClient.invalidateQueries({ queryKey: ['app.info'] })
  }
  const stop = [
    onDoorEvent('records.changed', ({ changes }) => {
      for (const { id } of changes) changedIds.add(id)
      waiting ??= setTimeout(refresh, quiet)
    }),
    onDoorEvent('archive.changed', () => {
      void queryClient.invalidateQueries({ queryKey: ['app.info'] })
      void queryClient.resetQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'app.info' })
    }),
    onDoorEvent('backup.changed', () => void queryClient.invalidateQueries({ queryKey: ['backup.state'] })),
    onDoorEvent('spell.changed', () => void queryClient.invalidateQueries({ queryKey: ['office.get'] })),
    onDoorEvent('app.settingsChanged', () => void queryClient.invalidateQueries({ queryKey: ['app.info'] })),
    onDoorEvent('search.changed', (status) => {
      queryClient.setQueryData(callKey('search.status'), status)
      for (const call of ['search.query', 'search.direct'] satisfies CallName[])
        void queryClient.invalidateQueries({ queryKey: [call] })
    }),
  ]
  return () => {
    clearTimeout(waiting)
    for (const end of stop) end()
  }
}
