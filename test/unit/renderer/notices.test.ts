// @vitest-environment jsdom
import { notifications, notificationsStore } from '@mantine/notifications'
import { beforeEach, expect, test } from 'vitest'
import { notifyDone, notifyProblem } from '../../../renderer/src/ui/notify'

beforeEach(() => {
  notifications.clean()
  notificationsStore.setState({ ...notificationsStore.getState(), limit: 4 })
})

const shown = () => notificationsStore.getState().notifications.map(({ id }) => id)
const undoable = (id: string) => notifyDone(id, [{ label: 'Geri al', onClick: () => {} }], id)

test('the newest notice never waits behind older ones, and none comes back later', () => {
  for (const id of ['a', 'b', 'c', 'd', 'e', 'f']) undoable(id)
  expect(shown()).toEqual(['c', 'd', 'e', 'f'])
  expect(notificationsStore.getState().queue).toEqual([])
  notifications.hide('f')
  expect(shown()).toEqual(['c', 'd', 'e'])
})

test('what failed outlives what worked', () => {
  notifyProblem('Disk dolu.')
  for (const id of ['a', 'b', 'c', 'd']) undoable(id)
  expect(shown().slice(1)).toEqual(['b', 'c', 'd'])
  expect(notificationsStore.getState().notifications[0]?.role).toBe('alert')
  // A fifth failure takes the place of the first: what failed last is what can be mended now.
  for (const sentence of ['Bir', 'İki', 'Üç', 'Dört']) notifyProblem(sentence)
  expect(notificationsStore.getState().notifications.every(({ role }) => role === 'alert')).toBe(true)
  expect(notificationsStore.getState().queue).toEqual([])
})

test('a notice that is told anew keeps its place', () => {
  for (const id of ['a', 'b', 'c', 'd', 'a']) undoable(id)
  expect(shown()).toEqual(['a', 'b', 'c', 'd'])
})
