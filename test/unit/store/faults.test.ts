import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeArchiveFiles } from '../../../electron/services/store/archive-files'
import { openArchive } from '../../../electron/services/store/record-store'
import type { ArchiveStore } from '../../../electron/services/store/store-types'
import type { ErrorCode, Result } from '../../../shared/result'
import { ok } from '../../../shared/result'
import { codeOf, testArchive, valueOf, type TestArchive } from '../../support/archive'
import { faultyFiles } from '../../support/faulty-files'

const retitle = (title: string) => (record: object) => ok({ ...record, title } as never)

/** Titles of notes and meetings and names of agencies, as a fresh opening finds them. */
async function contents(archive: TestArchive): Promise<string[]> {
  // Killed programs leave their lock; its process is this one, which lives.
  await rm(join(archive.root, 'lock'), { force: true })
  const store = valueOf(await openArchive({ ...archive.options, files: nodeArchiveFiles() }))
  try {
    expect(store.problems()).toEqual([])
    return [
      ...store.list({ type: 'note' }).rows.map((row) => row.title),
      ...store.list({ type: 'agency' }).rows.map((row) => row.name),
    ].sort()
  } finally {
    await store.close()
  }
}

interface Scenario {
  name: string
  prepare: (store: ArchiveStore) => Promise<string[]>
  act: (store: ArchiveStore, ids: string[]) => Promise<Result<unknown>>
  before: string[]
  after: string[]
}

const two = async (store: ArchiveStore) => {
  const first = valueOf(await store.create('note', { title: 'bir', markdown: '' }))
  const second = valueOf(await store.create('agency', { name: 'Kurum' }))
  return [first.id, second.id]
}

const scenarios: Scenario[] = [
  {
    name: 'creating',
    prepare: async () => [],
    act: (store) => store.create('note', { title: 'yeni', markdown: 'x'.repeat(5_000) }),
    before: [],
    after: ['yeni'],
  },
  {
    name: 'changing',
    prepare: two,
    act: async (store, [id = '']) => store.change(id, valueOf(await store.get(id)).hash, retitle('iki')),
    before: ['Kurum', 'bir'],
    after: ['Kurum', 'iki'],
  },
  {
    name: 'removing',
    prepare: two,
    act: (store, [id = '']) => store.remove(id),
    before: ['Kurum', 'bir'],
    after: ['Kurum'],
  },
  {
    name: 'restoring',
    prepare: async (store) => {
      const ids = await two(store)
      valueOf(await store.remove(ids[0] ?? ''))
      return ids
    },
    act: (store, [id = '']) => store.restore(id),
    before: ['Kurum'],
    after: ['Kurum', 'bir'],
  },
  {
    name: 'committing several records',
    prepare: two,
    act: async (store, [note = '', agency = '']) =>
      store.commitMany([
        { kind: 'change', id: note, basedOn: valueOf(await store.get(note)).hash, change: retitle('iki') },
        { kind: 'create', type: 'note', fields: { title: 'üç', markdown: '' } },
        { kind: 'remove', id: agency },
      ]),
    before: ['Kurum', 'bir'],
    after: ['iki', 'üç'],
  },
]

async function begin(scenario: Scenario, at: number, options: { code?: ErrorCode; lasting?: boolean }) {
  const faults = faultyFiles(nodeArchiveFiles(), at, options)
  const archive = await testArchive(faults.files)
  const store = valueOf(await openArchive(archive.options))
  await store.checked
  const ids = await scenario.prepare(store)
  faults.arm()
  return { archive, store, ids, faults }
}

describe.each(scenarios)('$name', (scenario) => {
  it('is whole or not at all when the program is killed at any step, and never lost once acknowledged', async () => {
    const seen = new Set<string>()
    for (let at = 0; ; at += 1) {
      const { archive, store, ids, faults } = await begin(scenario, at, { lasting: true })
      const done = await scenario.act(store, ids)
      const killed = faults.steps.length > at
      const found = await contents(archive)
      const where = `killed at ${at}: ${faults.steps[at] ?? 'never'}`
      if (done.ok) expect(found, where).toEqual(scenario.after)
      else expect([scenario.before, scenario.after], where).toContainEqual(found)
      seen.add(String(found))
      faults.heal()
      await store.close()
      if (!killed) break
    }
    // Both outcomes were met: the steps before and after the point of no return.
    expect(seen.size).toBe(2)
  })

  it('answers disk-full at any step, changes nothing, and works when there is room again', async () => {
    for (let at = 0; ; at += 1) {
      const { archive, store, ids, faults } = await begin(scenario, at, { code: 'disk-full' })
      const first = await scenario.act(store, ids)
      const failed = faults.steps.length > at
      const where = `full at ${at}: ${faults.steps[at] ?? 'never'}`
      faults.heal()
      if (!first.ok) {
        expect(first.error.code, where).toBe('disk-full')
        const listed = [...store.list({ type: 'note' }).rows, ...store.list({ type: 'agency' }).rows]
        expect(listed.map((row) => ('name' in row ? row.name : row.title)).sort(), where).toEqual(
          scenario.before,
        )
        const again = await scenario.act(store, ids)
        expect(again.ok, `${where}, again`).toBe(true)
      }
      await store.close()
      expect(await contents(archive), where).toEqual(scenario.after)
      if (!failed) break
    }
  })
})

describe('a full disk', () => {
  it('keeps a text that is being typed savable: the same change goes through later, based on the same version', async () => {
    for (let at = 0; ; at += 1) {
      const faults = faultyFiles(nodeArchiveFiles(), at, { code: 'disk-full' })
      const store = await (await testArchive(faults.files)).open()
      await store.checked
      const made = valueOf(await store.create('note', { title: 'bir', markdown: '' }))
      faults.arm()
      const first = await store.change(made.id, made.hash, retitle('iki'))
      if (faults.steps.length <= at) break
      faults.heal()
      if (first.ok) continue
      expect(codeOf(first)).toBe('disk-full')
      // Not read again in between, as an editor that retries does not.
      const merged = await store.change(made.id, made.hash, (current, base) => {
        expect(base, faults.steps[at]).toBeUndefined()
        return ok({ ...current, title: 'iki üç' } as never)
      })
      expect(merged.ok, faults.steps[at]).toBe(true)
      await store.close()
    }
  })
})
