import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { nodeArchiveFiles } from '../../../../electron/services/store/archive-files'
import { historyFile, recordFile } from '../../../../electron/services/store/layout'
import type { ArchiveStore } from '../../../../electron/services/store/store-types'
import { ok } from '../../../../shared/result'
import { codeOf, testArchive, valueOf } from '../../../support/archive'
import { faultyFiles } from '../../../support/faulty-files'

const minute = 60_000
function clockFrom(iso: string) {
  let now = Date.parse(iso)
  return {
    clock: () => new Date(now),
    pass: (ms: number) => {
      now += ms
    },
  }
}

async function workshop() {
  const archive = await testArchive()
  const time = clockFrom('2026-03-02T09:00:00.000Z')
  const store = await archive.open({ clock: time.clock })
  return { archive, store, ...time }
}

const write = async (store: ArchiveStore, id: string, markdown: string) => {
  const { hash } = valueOf(await store.get(id as 'note_x'))
  return valueOf(await store.change(id as 'note_x', hash, (now) => ok({ ...now, markdown })))
}
const versions = async (store: ArchiveStore, id: string) => valueOf(await store.past.versions(id))
const reasons = async (store: ArchiveStore, id: string) =>
  (await versions(store, id)).map(({ why, current }) => `${why ?? 'now'}${current ? '*' : ''}`)
const textOf = async (store: ArchiveStore, id: string, hash: string) => {
  const { record } = valueOf(await store.past.version(id, hash))
  return 'markdown' in record ? record.markdown : ''
}

describe('versions', () => {
  it('are made when work begins, every five minutes of it, and when it ends; not at each save', async () => {
    const { store, pass } = await workshop()
    const { id } = valueOf(await store.create('note', { title: 'Not', markdown: 'ilk' }))
    for (let step = 1; step <= 24; step++) {
      pass(30_000)
      await write(store, id, `yazı ${step}`)
    }
    expect(await reasons(store, id)).toEqual(['now*', 'interval', 'interval', 'begin'])
    pass(6 * minute)
    await store.past.tick()
    expect(await reasons(store, id)).toEqual(['end*', 'interval', 'interval', 'begin'])
    const all = await versions(store, id)
    const texts = await Promise.all(all.map(({ hash }) => textOf(store, id, hash)))
    expect(texts).toEqual(['yazı 24', 'yazı 21', 'yazı 11', 'ilk'])
    expect(all[0]).toMatchObject({ savedBy: 'Deneme Kâtibi', machine: 'deneme' })
    // The next work begins with what the last one ended with: one version, not two.
    pass(60 * minute)
    await write(store, id, 'yine')
    expect(await reasons(store, id)).toEqual(['now*', 'end', 'interval', 'interval', 'begin'])
  })

  it('end when the record is closed and when the archive is', async () => {
    const { archive, store, clock } = await workshop()
    const { id } = valueOf(await store.create('note', { title: 'Not', markdown: 'ilk' }))
    await write(store, id, 'iki')
    store.past.leave(id)
    expect(await reasons(store, id)).toEqual(['end*', 'begin'])
    await write(store, id, 'üç')
    await store.close()
    const again = await archive.open({ clock })
    expect(await reasons(again, id)).toEqual(['end*', 'end', 'begin'])
  })

  it('are made at a change of status and stay for ever', async () => {
    const { store, pass } = await workshop()
    const { id } = valueOf(await store.create('meeting', { title: 'Toplantı' }))
    const set = async (change: object) => {
      const { hash } = valueOf(await store.get(id))
      valueOf(await store.change(id, hash, (now) => ok({ ...now, ...change })))
      pass(10_000)
    }
    await set({ place: 'Salon' })
    await set({ status: 'review' })
    await set({ status: 'draft' })
    await set({ place: 'Oda' })
    expect(await reasons(store, id)).toEqual(['now*', 'status', 'status', 'begin'])
  })

  it('are restored: the one before is kept, the restored one is a version, and undo takes it back', async () => {
    const { store, pass } = await workshop()
    const { id, hash: first } = valueOf(
      await store.create('note', { title: 'Not', markdown: 'ilk', tags: ['a'] }),
    )
    pass(minute)
    const { hash } = valueOf(await store.get(id as 'note_x'))
    valueOf(await store.change(id, hash, (now) => ok({ ...now, markdown: 'yeni', tags: [] })))
    pass(minute)
    valueOf(await store.past.restoreVersion(id, first, { window: '1' }))
    const { record } = valueOf(await store.get(id as 'note_x'))
    expect(record).toMatchObject({ markdown: 'ilk', tags: ['a'], revision: 3 })
    expect(await reasons(store, id)).toEqual(['restored*', 'before-restore', 'begin'])
    valueOf(await store.undo('1'))
    expect(valueOf(await store.get(id as 'note_x')).record).toMatchObject({ markdown: 'yeni', tags: [] })
  })

  it('drop fields that the old version did not have', async () => {
    const { store } = await workshop()
    const { id, hash: first } = valueOf(await store.create('meeting', { title: 'Toplantı' }))
    const { hash } = valueOf(await store.get(id))
    valueOf(await store.change(id, hash, (now) => ok({ ...now, place: 'Salon' })))
    valueOf(await store.past.restoreVersion(id, first))
    expect(valueOf(await store.get(id)).record).not.toHaveProperty('place')
  })

  it('of final minutes are not restored', async () => {
    const { store } = await workshop()
    const { id, hash } = valueOf(await store.create('meeting', { title: 'Toplantı' }))
    valueOf(await store.change(id, hash, (now) => ok({ ...now, status: 'final' as const })))
    expect(codeOf(await store.past.restoreVersion(id, hash))).toBe('not-allowed')
  })

  it('are known by a file that any gunzip opens', async () => {
    const { archive, store } = await workshop()
    const { id } = valueOf(await store.create('note', { title: 'Not', markdown: 'ilk' }))
    await write(store, id, 'iki')
    await store.past.settle()
    const lines = gunzipSync(await readFile(join(archive.root, historyFile(id))))
      .toString('utf8')
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { why: string; record: { markdown: string } })
    expect(lines.map(({ why, record }) => [why, record.markdown])).toEqual([
      ['begin', 'ilk'],
      ['end', 'iki'],
    ])
  })

  it('are thinned by age, but not while the clock is in doubt', async () => {
    const { store, pass } = await workshop()
    const { id } = valueOf(await store.create('note', { title: 'Not', markdown: '' }))
    for (let step = 0; step < 12; step++) {
      pass(6 * minute)
      await write(store, id, `yazı ${step}`)
      store.past.leave(id)
    }
    const before = (await versions(store, id)).length
    expect(before).toBeGreaterThan(11)
    pass(3 * 24 * 60 * minute)
    await write(store, id, 'üç gün sonra')
    store.past.leave(id)
    expect(store.past.clockJump()).toBeDefined()
    pass(2 * 60 * minute)
    await store.past.tick()
    await store.past.idle()
    expect((await versions(store, id)).length).toBe(before + 1)
    await store.past.confirmClock()
    await store.past.idle()
    // 72 minutes of work touch two hours; with them the newest.
    expect((await versions(store, id)).length).toBe(3)
    expect(await textOf(store, id, (await versions(store, id))[0]?.hash ?? '')).toBe('üç gün sonra')
  })

  it('that cannot be written fail no save, and come with the next one', async () => {
    const archive = await testArchive()
    const real = nodeArchiveFiles()
    let full = true
    const files = {
      ...real,
      openAppend: (path: string) =>
        full && path.includes('history') ? faulty.files.openAppend(path) : real.openAppend(path),
    }
    const faulty = faultyFiles(real, 0, { code: 'disk-full', lasting: true })
    faulty.arm()
    const store = await archive.open({ files })
    const { id } = valueOf(await store.create('note', { title: 'Not', markdown: 'ilk' }))
    await write(store, id, 'iki')
    await store.past.idle()
    expect(await reasons(store, id)).toEqual(['now*'])
    full = false
    store.past.leave(id)
    expect(await reasons(store, id)).toEqual(['end*', 'begin'])
    // A restore replaces what somebody wrote: it waits for the version that goes.
    const first = (await versions(store, id)).at(-1)?.hash ?? ''
    await write(store, id, 'üç')
    await store.past.idle()
    full = true
    expect(codeOf(await store.past.restoreVersion(id, first))).toBe('disk-full')
    expect(valueOf(await store.get(id as 'note_x')).record.markdown).toBe('üç')
  })
})

describe('a damaged record', () => {
  it('comes back from its history when the journal no longer has it, and its bytes are kept', async () => {
    const { archive, store, clock } = await workshop()
    const { id } = valueOf(await store.create('note', { title: 'Not', markdown: 'ilk' }))
    await write(store, id, 'son')
    await store.close()
    const journal = join(archive.root, 'journal')
    for (const name of await readdir(journal)) {
      if (name.startsWith('changes')) await writeFile(join(journal, name), '')
    }
    await writeFile(join(archive.root, recordFile(id)), '{"format":"tutanak", yarım')
    const again = await archive.open({ clock })
    await again.checked
    expect(again.problems()).toMatchObject([{ kind: 'damaged', id }])
    expect(valueOf(await again.past.lastGood(id))).toMatchObject({ markdown: 'son' })
    valueOf(await again.restoreLast(id))
    expect(valueOf(await again.get(id as 'note_x')).record.markdown).toBe('son')
    expect(again.problems()).toEqual([])
    const [aside = ''] = await readdir(join(archive.root, 'quarantine'))
    expect(await readFile(join(archive.root, 'quarantine', aside), 'utf8')).toContain('yarım')
  })
})
