import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { RecordDraft, type Fields } from '../../../renderer/src/api/record-draft'
import type { SaveState } from '../../../renderer/src/api/save-state'
import { fail, ok, type Result } from '../../../shared/result'

/** A record on a disk that can be made to fail. */
class Disk {
  record: Fields = { name: 'Eski ad' }
  version = 1
  failure: Parameters<typeof fail>[0] | undefined
  saves: Fields[] = []

  get hash(): string {
    return `h${this.version}`
  }

  save = (set: Fields, basedOn: string): Promise<Result<{ hash: string }>> => {
    this.saves.push(set)
    if (this.failure) return Promise.resolve(fail(this.failure))
    if (basedOn !== this.hash) return Promise.resolve(fail('conflict'))
    this.record = { ...this.record, ...set }
    this.version += 1
    return Promise.resolve(ok({ hash: this.hash }))
  }
}

function draftOf(disk: Disk) {
  const states: SaveState[] = []
  const draft = new RecordDraft(disk.hash, {
    save: disk.save,
    reread: () => Promise.resolve(ok({ hash: disk.hash })),
    report: (state) => states.push(state),
    changed: () => undefined,
  })
  return { draft, states }
}

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

it('saves once after the typing stops, with the changed fields only', async () => {
  const disk = new Disk()
  const { draft, states } = draftOf(disk)
  draft.set({ name: 'Y' })
  draft.set({ name: 'Yeni' })
  draft.set({ name: 'Yeni ad', province: 'Hatay' })
  await vi.advanceTimersByTimeAsync(400)
  expect(disk.saves).toEqual([{ name: 'Yeni ad', province: 'Hatay' }])
  expect(states.at(-1)?.state).toBe('saved')
  expect(draft.isClean).toBe(true)
})

it('saves what was typed during a save with the hash of that save', async () => {
  const disk = new Disk()
  const { draft } = draftOf(disk)
  draft.set({ name: 'Bir' })
  const first = draft.flush()
  draft.set({ province: 'Konya' })
  await first
  expect(await draft.flush()).toBe(true)
  expect(disk.record).toEqual({ name: 'Bir', province: 'Konya' })
})

it('keeps what a full disk refused, says so and tries again', async () => {
  const disk = new Disk()
  disk.failure = 'disk-full'
  const { draft, states } = draftOf(disk)
  draft.set({ name: 'Yeni ad' })
  await vi.advanceTimersByTimeAsync(400)
  expect(states.at(-1)).toMatchObject({ state: 'failed', error: { code: 'disk-full' } })
  expect(draft.unsaved).toEqual({ name: 'Yeni ad' })
  disk.failure = undefined
  await vi.advanceTimersByTimeAsync(2_000)
  expect(disk.record['name']).toBe('Yeni ad')
  expect(states.at(-1)?.state).toBe('saved')
})

it('newer typing wins over what a failed save carried', async () => {
  const disk = new Disk()
  disk.failure = 'disk-busy'
  const { draft } = draftOf(disk)
  draft.set({ name: 'Bir' })
  const failing = draft.flush()
  draft.set({ name: 'İki' })
  await failing
  disk.failure = undefined
  await draft.flush()
  expect(disk.record['name']).toBe('İki')
})

it('waits for a choice after a conflict: mine', async () => {
  const disk = new Disk()
  const { draft, states } = draftOf(disk)
  draft.set({ name: 'Benim' })
  disk.version += 1
  expect(await draft.flush()).toBe(false)
  expect(states.at(-1)).toMatchObject({ state: 'failed', error: { code: 'conflict' } })
  await vi.advanceTimersByTimeAsync(60_000)
  expect(disk.saves).toHaveLength(1)
  expect(await draft.keepMine()).toBe(true)
  expect(disk.record['name']).toBe('Benim')
})

it('waits for a choice after a conflict: theirs', async () => {
  const disk = new Disk()
  const { draft } = draftOf(disk)
  draft.set({ name: 'Benim' })
  disk.version += 1
  await draft.flush()
  draft.takeTheirs()
  draft.rebase(disk.hash)
  draft.set({ province: 'Van' })
  expect(await draft.flush()).toBe(true)
  expect(disk.record).toEqual({ name: 'Eski ad', province: 'Van' })
})
