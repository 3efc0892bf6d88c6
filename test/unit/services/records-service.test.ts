import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createMeeting } from '../../../electron/services/new-meeting-service'
import { createRecord, saveMeeting, updateRecord } from '../../../electron/services/records-service'
import { nodeArchiveFiles } from '../../../electron/services/store/archive-files'
import { initArchive } from '../../../electron/services/store/archive-init'
import { openArchive } from '../../../electron/services/store/record-store'
import type { ArchiveStore } from '../../../electron/services/store/store-types'
import { newId } from '../../../shared/ids'
import type { Result } from '../../../shared/result'

let folder: string
let store: ArchiveStore

function value<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'tutanak ş İ '))
  const archive = path.join(folder, 'Arşiv İl')
  const files = nodeArchiveFiles()
  const clock = () => new Date()
  value(await initArchive({ path: archive, files, name: 'Deneme', clock, savedBy: 'Yazman' }))
  const machine = { id: 'm', name: 'Bilgisayar' }
  const cacheFolder = path.join(folder, 'önbellek')
  store = value(
    await openArchive({ path: archive, files, cacheFolder, clock, machine, savedBy: () => 'Yazman' }),
  )
})

afterEach(async () => {
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

describe('forms', () => {
  it('make, change and clear fields of a record', async () => {
    const made = value(
      await createRecord(store, 'agency', { name: 'Iğdır Valiliği', province: 'Iğdır' }, '1'),
    )
    const next = value(
      await updateRecord(store, made.id, { shortNames: ['IV'], province: null }, made.hash, '1'),
    )
    const { record, hash } = value(await store.get(made.id as `agency_${string}`))
    expect(hash).toBe(next.hash)
    expect(record).toMatchObject({ name: 'Iğdır Valiliği', shortNames: ['IV'] })
    expect(record.province).toBeUndefined()
  })

  it('cannot set what the store owns, nor an unknown shape', async () => {
    expect(await createRecord(store, 'agency', { name: 'A', revision: 7 }, '1')).toMatchObject({
      error: { code: 'invalid-input' },
    })
    const made = value(await createRecord(store, 'agency', { name: 'A' }, '1'))
    for (const set of [{ id: newId('agency') }, { savedBy: 'x' }, { name: '' }, { detsis: 'on iki' }]) {
      expect(await updateRecord(store, made.id, set, made.hash, '1')).toMatchObject({
        error: { code: 'invalid-input' },
      })
    }
    expect(value(await store.get(made.id)).hash).toBe(made.hash)
  })

  it('keep the other writer’s field and refuse to overwrite the same one', async () => {
    const made = value(await createRecord(store, 'participant', { name: 'Şule İnce' }, '1'))
    value(await updateRecord(store, made.id, { prefix: 'Dr.' }, made.hash, '1'))
    value(await updateRecord(store, made.id, { aliases: ['Ş. İnce'] }, made.hash, '2'))
    const { record } = value(await store.get(made.id as `participant_${string}`))
    expect(record).toMatchObject({ prefix: 'Dr.', aliases: ['Ş. İnce'] })
    const collided = await updateRecord(store, made.id, { prefix: 'Prof. Dr.' }, made.hash, '2')
    expect(collided).toMatchObject({ error: { code: 'conflict', params: { keys: ['prefix'] } } })
  })
})

describe('meetings', () => {
  it('take saves from two windows that started from one version', async () => {
    const request = { title: 'İki pencere', carry: [], alsoBodyIds: [] }
    const made = value(
      await createMeeting(store, request, { shipped: [], today: '2025-01-15', language: 'tr' }, '1'),
    )
    const item = value(await store.get(made.id)).record.agenda[0]!
    const a = { id: newId('text'), kind: 'text' as const, markdown: 'birinci' }
    const first = value(
      await saveMeeting(
        store,
        made.id,
        { blocks: { upsert: [a] }, layout: [{ itemId: item.id, blockIds: [a.id] }] },
        made.hash,
      ),
    )
    value(await saveMeeting(store, made.id, { set: { place: 'Salon' } }, made.hash))
    const stale = await saveMeeting(
      store,
      made.id,
      { blocks: { upsert: [{ ...a, markdown: 'eski' }] }, layout: [] },
      made.hash,
    )
    expect(stale).toMatchObject({ error: { code: 'conflict' } })
    const { record, hash } = value(await store.get(made.id))
    expect(record.place).toBe('Salon')
    expect(record.agenda[0]?.blocks).toEqual([a])
    expect(hash).not.toBe(first.hash)
  })
})
