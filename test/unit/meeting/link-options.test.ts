import { expect, test, vi } from 'vitest'
import { fakeDoor } from '../../support/fake-door'

const door = fakeDoor()
vi.stubGlobal('window', { door })
const { anyRecord } = await import('../../../renderer/src/features/meeting/editor/links/link-options')

const meeting = { id: 'meeting_1', type: 'meeting', label: 'Sosyal Kooperatifler', detail: '2026-03-12' }

test('what the search does not know yet is found by its name', async () => {
  door.answers['records.find'] = [meeting]
  door.answers['search.query'] = { hits: [] }
  expect(await anyRecord('sosyal ')).toEqual([{ kind: 'record', ...meeting }])
})

test('what the search finds comes from it alone', async () => {
  door.answers['search.query'] = { hits: [{ id: 'note_1', type: 'note', title: 'Ödenek' }] }
  expect(await anyRecord('ödenek')).toEqual([{ kind: 'record', id: 'note_1', type: 'note', label: 'Ödenek' }])
  expect(await anyRecord('ö')).toEqual([])
})
