import { QueryObserver } from '@tanstack/react-query'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ArchiveInfo } from '../../../shared/contract/app-contract'
import { fakeDoor } from '../../support/fake-door'

const door = fakeDoor()
vi.stubGlobal('window', { door })
const { callKey, callQuery } = await import('../../../renderer/src/api/door')
const { keepFresh, queryClient } = await import('../../../renderer/src/api/query-client')

const archive: ArchiveInfo = {
  id: 'archive_1',
  name: 'Kurul',
  folder: 'Belgeler/Kurul',
  readOnly: false,
  counts: { meeting: 1 },
}
const list = { type: 'meeting', sort: 'start', desc: true, offset: 0, limit: 100 } as const

/** An answer on the screen: all that was shown one after the other, undefined = nothing. */
function shownOf(query: { queryKey: readonly unknown[]; queryFn: () => Promise<unknown> }): unknown[] {
  const shown: unknown[] = []
  const stop = new QueryObserver(queryClient, query).subscribe(({ data }) => {
    if (shown.at(-1) !== data || shown.length === 0) shown.push(data)
  })
  ends.push(stop)
  return shown
}

const listOnScreen = () => shownOf(callQuery('records.list', list))

let ends: (() => void)[] = []

beforeEach(() => {
  queryClient.setQueryData(callKey('app.info'), { version: '', settings: {}, recent: [], archive })
  ends = [keepFresh()]
})

afterEach(() => {
  for (const end of ends) end()
  queryClient.clear()
})

describe('what is shown when the archive tells that it is another', () => {
  const first = { total: 1, rows: [] }
  const second = { total: 2, rows: [] }

  it.each([
    ['with one meeting more', { ...archive, counts: { meeting: 2 } }],
    ['that somebody else writes now', { ...archive, readOnly: true, heldBy: 'Nur' }],
  ])('stays until the new answer is there: the same one, %s', async (_what, now) => {
    door.answers['records.list'] = first
    const shown = listOnScreen()
    await vi.waitFor(() => expect(shown.at(-1)).toEqual(first))
    door.answers['records.list'] = second
    door.tell('archive.changed', { archive: now })
    await vi.waitFor(() => expect(shown.at(-1)).toEqual(second))
    expect(shown.slice(1)).toEqual([first, second])
  })

  it.each([
    ['another archive', { ...archive, id: 'archive_2' }],
    ['its copy in another folder', { ...archive, folder: 'USB/Kurul' }],
    ['none', undefined],
  ])('is gone at once: %s', async (_what, now) => {
    door.answers['records.list'] = first
    const shown = listOnScreen()
    await vi.waitFor(() => expect(shown.at(-1)).toEqual(first))
    door.answers['records.list'] = second
    door.tell('archive.changed', now ? { archive: now } : {})
    await vi.waitFor(() => expect(shown.at(-1)).toEqual(second))
    expect(shown.slice(1)).toEqual([first, undefined, second])
  })
})

it('a record that is gone is not shown any longer, one that was saved stays until it is read anew', async () => {
  const ids = ['note_gone', 'note_saved']
  door.answers['records.get'] = { record: { title: 'İlk' } }
  const [gone, saved] = ids.map((id) => shownOf(callQuery('records.get', { id })))
  await vi.waitFor(() => expect([gone, saved].map((one) => one?.at(-1))).not.toContain(undefined))
  door.answers['records.get'] = { record: { title: 'Yeni' } }
  door.tell('records.changed', {
    changes: [
      { id: 'note_gone', type: 'note', kind: 'removed' },
      { id: 'note_saved', type: 'note', kind: 'saved' },
    ],
  })
  const [first, second] = ['İlk', 'Yeni'].map((title) => ({ record: { title } }))
  await vi.waitFor(() => expect(saved?.slice(1)).toEqual([first, second]))
  await vi.waitFor(() => expect(gone?.slice(1)).toEqual([first, undefined, second]))
})
