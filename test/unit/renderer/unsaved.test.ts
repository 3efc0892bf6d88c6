import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { SaveState } from '../../../renderer/src/features/meeting/autosave/save-state'
import { newId } from '../../../shared/ids'
import { meetingOf } from '../meeting/arbitrary-meeting'

const memory = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined }
vi.stubGlobal('sessionStorage', memory)
vi.stubGlobal('localStorage', memory)
const { saveState, setSaveState, setUnsaved } = await import('../../../renderer/src/api/save-state')
const { tellStatusLine } = await import('../../../renderer/src/features/meeting/session/save-ports')

const meeting = { ...meetingOf([]), title: 'Yayla Yolu' }
const tell = tellStatusLine({ id: meeting.id, current: () => meeting })
const nothing = () => undefined

beforeEach(() => {
  setUnsaved(meeting.id)
  setSaveState({ state: 'idle' })
})

describe('words that are not on the disk', () => {
  it.each([
    ['an open conflict', { kind: 'conflict', hash: 'h', collisions: [] }, 'conflict'],
    ['a refused save', { kind: 'failed', hash: 'h', error: { code: 'disk-full' }, retryAt: 0 }, 'disk-full'],
  ] satisfies [string, SaveState, string][])(
    'are told on every page until they are: %s',
    (_what, state, code) => {
      tell(state, nothing)
      const told = { state: 'failed', error: { code }, about: { title: 'Yayla Yolu' } }
      expect(saveState()).toMatchObject(told)
      // Another page is opened, and something else is saved there.
      setSaveState({ state: 'idle' })
      expect(saveState()).toMatchObject(told)
      setSaveState({ state: 'saved', at: '2024-05-01T10:00:00.000Z' })
      expect(saveState()).toMatchObject(told)
      tell({ kind: 'saving', hash: 'h' }, nothing)
      expect(saveState().state).toBe('saving')
      tell({ kind: 'saved', hash: 'h2', savedAt: '2024-05-01T10:00:01.000Z' }, nothing)
      expect(saveState().state).toBe('saved')
    },
  )

  it('do not hide that this page could not write either, nor each other', () => {
    const other = newId('meeting')
    tell({ kind: 'conflict', hash: 'h', collisions: [] }, nothing)
    setSaveState({ state: 'failed', error: { code: 'disk-read-only' } })
    expect(saveState().error?.code).toBe('disk-read-only')
    setSaveState({ state: 'idle' })
    setUnsaved(other, { state: 'failed', error: { code: 'disk-full' } })
    expect(saveState().error?.code).toBe('disk-full')
    setUnsaved(other)
    expect(saveState().error?.code).toBe('conflict')
  })
})
