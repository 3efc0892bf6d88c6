import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { nodeArchiveFiles } from '../../../electron/services/store/archive-files'
import type { ArchiveStore } from '../../../electron/services/store/store-types'
import { newId } from '../../../shared/ids'
import { ok } from '../../../shared/result'
import { codeOf, testArchive, valueOf, type TestArchive } from '../../support/archive'
import { faultyFiles } from '../../support/faulty-files'

/** Files below a folder that hold a word, also packed (histories, long journal lines). */
async function filesWith(folder: string, word: string): Promise<string[]> {
  const found: string[] = []
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    const bytes = await readFile(path)
    const text = entry.name.endsWith('.gz') ? gunzipSync(bytes) : bytes
    if (text.includes(word) || entry.name.includes(word)) found.push(path.slice(folder.length + 1))
  }
  return found.sort()
}

const secret = 'Hüsnü Saklıoğlu'

async function withPerson(store: ArchiveStore) {
  const picture = valueOf(await store.putAttachment({ bytes: Buffer.from('resim: Saklıoğlu') }, 'a.txt'))
  const shared = valueOf(await store.putAttachment({ bytes: Buffer.from('ortak dosya') }, 'b.txt'))
  const fields = { title: secret, markdown: 'özel', attachments: [picture, shared] }
  const { id, hash } = valueOf(await store.create('note', fields))
  valueOf(await store.create('note', { title: 'Başka', markdown: '', attachments: [shared] }))
  valueOf(await store.change(id as 'note_x', hash, (now) => ok({ ...now, markdown: `${secret} yazdı` })))
  await store.past.settle()
  return { id, picture, shared }
}

const gone = async (archive: TestArchive, id: string) => {
  expect(await filesWith(archive.root, secret)).toEqual([])
  expect(await filesWith(archive.cache, secret)).toEqual([])
  expect(await filesWith(archive.root, 'resim: Saklıoğlu')).toEqual([])
  const naming = await filesWith(archive.root, id)
  expect(naming.filter((name) => !name.startsWith(join('journal', 'changes-')))).toEqual([
    join('tombstones', `${id}.json`),
  ])
}

describe('purging', () => {
  it('takes a record from file, history, bin, journal and caches; others stay, a tombstone says that it was', async () => {
    const archive = await testArchive()
    const store = await archive.open()
    const { id, picture, shared } = await withPerson(store)
    valueOf(await store.remove(id))
    expect(await filesWith(archive.root, secret)).not.toEqual([])
    expect(valueOf(await store.past.previewPurge(id))).toMatchObject({
      title: secret,
      inBin: true,
      versions: 2,
      attachments: 1,
      blocked: false,
    })
    valueOf(await store.past.purge(id, 'KVKK başvurusu'))
    await gone(archive, id)
    expect(codeOf(await store.past.versions(id))).toBe('not-found')
    expect(codeOf(await store.readAttachment(picture))).toBe('not-found')
    expect(valueOf(await store.readAttachment(shared))).toBeDefined()
    const [stone, ...more] = valueOf(await store.past.tombstones())
    expect(more).toEqual([])
    expect(stone).toMatchObject({
      id,
      purgedBy: 'Deneme Kâtibi',
      machine: 'deneme',
      reason: 'KVKK başvurusu',
    })
    await store.close()
    const again = await archive.open()
    await again.checked
    expect(again.problems()).toEqual([])
    expect(again.counts()).toMatchObject({ note: 1 })
    expect(await again.past.stale).toBe(false)
    await gone(archive, id)
  })

  it('works on a record that is open in lists, tells listeners, and cannot be undone', async () => {
    const archive = await testArchive()
    const store = await archive.open()
    const { id, hash } = valueOf(await store.create('note', { title: secret, markdown: '' }))
    valueOf(await store.change(id, hash, (now) => ok({ ...now, title: `${secret} 2` }), { window: '1' }))
    const told: string[] = []
    store.onChange(({ changes }) => told.push(...changes.map((change) => `${change.kind} ${change.id}`)))
    valueOf(await store.past.purge(id, 'istek'))
    expect(told).toEqual([`removed ${id}`])
    expect(codeOf(await store.undo('1'))).toBe('nothing-to-undo')
    expect(codeOf(await store.past.purge(newId('note'), 'istek'))).toBe('not-found')
    await gone(archive, id)
  })

  it('of somebody in use is refused, and says where', async () => {
    const store = await (await testArchive()).open()
    const person = valueOf(await store.create('participant', { name: secret }))
    const row = { id: newId('attendance'), name: secret, participantId: person.id }
    valueOf(await store.create('meeting', { title: 'Mart toplantısı', attendance: [row] }))
    expect(valueOf(await store.past.previewPurge(person.id))).toMatchObject({
      blocked: true,
      usedBy: [{ title: 'Mart toplantısı', roles: ['attendance'] }],
    })
    expect(await store.past.purge(person.id, 'istek')).toMatchObject({
      error: { code: 'in-use', params: { titles: ['Mart toplantısı'] } },
    })
    expect(valueOf(await store.get(person.id as 'participant_x')).record.name).toBe(secret)
  })

  it('of a meeting takes its follow-ups along', async () => {
    const archive = await testArchive()
    const store = await archive.open()
    const meeting = valueOf(await store.create('meeting', { title: secret }))
    const entry = { id: newId('entry'), at: '2026-03-02T09:00:00.000Z', by: secret, note: 'takip' }
    const followUp = { meetingId: meeting.id, targetId: newId('action'), entries: [entry] }
    valueOf(await store.create('followup', followUp))
    valueOf(await store.past.purge(meeting.id, 'istek'))
    expect(store.counts()).toMatchObject({ meeting: 0, followup: 0 })
    expect(await filesWith(archive.root, secret)).toEqual([])
    expect(valueOf(await store.past.tombstones())).toHaveLength(2)
  })

  it('cleans the caches of another computer when it next opens the archive', async () => {
    const archive = await testArchive()
    const other = join(archive.cache, '..', 'öbür önbellek')
    const first = await archive.open({ cacheFolder: other })
    const { id } = valueOf(await first.create('note', { title: secret, markdown: '' }))
    await first.close()
    expect(await filesWith(other, secret)).not.toEqual([])
    const store = await archive.open()
    valueOf(await store.past.purge(id, 'istek'))
    await store.close()
    const again = await archive.open({ cacheFolder: other })
    expect(await again.past.stale).toBe(true)
    expect(await filesWith(other, secret)).toEqual([])
  })

  it('cut short anywhere is finished by the next opening, or has not begun', async () => {
    const real = nodeArchiveFiles()
    let begun = 0
    // Every third step: the others are the same few kinds of step again.
    for (let at = 0; ; at += 3) {
      const archive = await testArchive()
      const faulty = faultyFiles(real, at, { lasting: true })
      const store = await archive.open({ files: faulty.files })
      const { id } = await withPerson(store)
      valueOf(await store.remove(id))
      faulty.arm()
      const done = await store.past.purge(id, 'istek').catch(() => undefined)
      const steps = faulty.steps.length
      // Killed here: nothing more reaches the disk, but the lock goes so that the same process can open again.
      await store.close().catch(() => undefined)
      faulty.heal()
      const again = await archive.open({ staleLock: await lockToken(archive) })
      await again.past.stale
      const stones = valueOf(await again.past.tombstones())
      if (stones.length > 0) {
        begun += 1
        await gone(archive, id)
      } else {
        expect(done?.ok).not.toBe(true)
        valueOf(await again.restore(id))
        expect(valueOf(await again.get(id as 'note_x')).record.title).toBe(secret)
      }
      await again.close()
      if (at >= steps) break
    }
    expect(begun).toBeGreaterThan(3)
  })
})

/** The token in a lock that was left behind; '' when there is none. */
async function lockToken(archive: TestArchive): Promise<string> {
  const text = await readFile(join(archive.root, 'lock'), 'utf8').catch(() => '{}')
  return (JSON.parse(text) as { token?: string }).token ?? ''
}
