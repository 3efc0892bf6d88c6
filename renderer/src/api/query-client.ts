import { QueryClient, type Query, type QueryFilters } from '@tanstack/react-query'
import type { AppInfo, ArchiveInfo } from '../../../shared/contract/app-contract'
import type { CallName, Input, Output } from '../../../shared/contract/contract'
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

/**
 * Shows what a save has made. In: the key of the call that reads it, and its new answer. An answer on its way may be of
 * before the save: it is given up, and the call is asked anew.
 */
export function showSaved<K extends CallName>(key: [K, Input<K> | undefined], answer: Output<K>): void {
  queryClient.setQueryData<unknown>(key, answer)
  void queryClient.invalidateQueries({ queryKey: key, exact: true })
}

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

/** Tells an archive from others, also from a copy of it in another folder. */
const placeOf = (archive: ArchiveInfo | undefined) => archive && `${archive.id} ${archive.folder}`

/** A burst of saves (autosave, import) refreshes the lists once. */
const quiet = 120

/**
 * Keeps the cache true: records that changed, archives that were opened, settings that were made elsewhere.
 * Out: stops listening.
 */
export function keepFresh(): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined
  const changed = new Map<string, 'saved' | 'removed'>()
  let shown = placeOf(queryClient.getQueryData<AppInfo>(callKey('app.info'))?.archive)
  const refresh = () => {
    waiting = undefined
    const kinds = new Map(changed)
    changed.clear()
    const isOf = ({ queryKey: [name, input] }: Query, kind: 'saved' | 'removed') =>
      name === 'records.get' && kinds.get((input as { id: string }).id) === kind
    // Nobody may go on reading, or writing in, what is gone.
    void queryClient.resetQueries({ predicate: (query) => isOf(query, 'removed') })
    void queryClient.invalidateQueries({
      predicate: (query) => fromRecords.includes(query.queryKey[0] as CallName) || isOf(query, 'saved'),
    })
    // Counts in the rail and the status line.
    void queryClient.invalidateQueries({ queryKey: ['app.info'] })
  }
  const stop = [
    onDoorEvent('records.changed', ({ changes }) => {
      for (const { id, kind } of changes) changed.set(id, kind)
      waiting ??= setTimeout(refresh, quiet)
    }),
    onDoorEvent('archive.changed', ({ archive }) => {
      void queryClient.invalidateQueries({ queryKey: ['app.info'] })
      const before = shown
      shown = placeOf(archive)
      const others: QueryFilters = { predicate: ({ queryKey }) => queryKey[0] !== 'app.info' }
      // A record more, or another that writes: what is shown stays until the new answer is there. Emptied, a list would
      // begin at its top again and take the focus, and the next key, with it.
      if (shown === before) void queryClient.invalidateQueries(others)
      else void queryClient.resetQueries(others)
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
