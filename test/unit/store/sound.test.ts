import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { SoundPieces } from '../../../electron/services/sound'
import { nodeArchiveFiles } from '../../../electron/services/store/archive-files'
import type { ArchiveStore } from '../../../electron/services/store/store-types'
import { newId } from '../../../shared/ids'
import type { Meeting, MeetingRecording } from '../../../shared/records/meeting'
import { ok } from '../../../shared/result'
import { codeOf, tempFolder, testArchive, valueOf, type TestArchive } from '../../support/archive'
import { faultyFiles } from '../../support/faulty-files'
import { recordingOf, webmBytes } from '../../support/sound'

const filesOn = async ({ root }: TestArchive) => {
  const all = await readdir(join(root, 'attachments'), { recursive: true, withFileTypes: true })
  return all.flatMap((entry) => (entry.isFile() ? [entry.name] : [])).sort()
}

const at = '2026-03-02T09:00:00.000Z'

/** The pieces of an archive, and a way to add one to a recording of a meeting. */
async function soundOf(store: ArchiveStore, file?: string) {
  const sound = new SoundPieces(store, file ?? join(await tempFolder(), 'ses.json'))
  const add = (id: string, words: string, recording = recordingOf([], at)) => {
    const where = { meetingId: id as Meeting['id'], recordingId: recording.id, consentAt: at }
    return sound.add({ ...where, bytes: webmBytes(words), from: at, ms: 4_500 })
  }
  return { sound, add }
}

async function recorded(store: ArchiveStore, words = ['bir', 'iki', 'üç']) {
  const { id } = valueOf(await store.create('meeting', { title: 'Kayıtlı toplantı' }))
  const { add } = await soundOf(store)
  const files = []
  for (const word of words) files.push(valueOf(await add(id, word)))
  const recording = recordingOf(files)
  await setRecordings(store, id, [recording])
  return { id, files, recording }
}

async function setRecordings(store: ArchiveStore, id: string, recordings: MeetingRecording[]) {
  const { hash } = valueOf(await store.get(id))
  return valueOf(await store.change(id as Meeting['id'], hash, (now) => ok({ ...now, recordings })))
}

const recordingsOf = async (store: ArchiveStore, id: string) =>
  valueOf(await store.get(id as Meeting['id'])).record.recordings

const findings = async (store: ArchiveStore) => valueOf(await store.verify()).findings.map(({ code }) => code)

describe('sound recordings', () => {
  it('lie among the attachments, are known to the check, and are read back only as sound', async () => {
    const archive = await testArchive()
    const store = await archive.open()
    const { id, files } = await recorded(store)
    const { sound, add } = await soundOf(store)
    const of = (sha256 = '') => sound.of(id as Meeting['id'], sha256)
    expect(await filesOn(archive)).toEqual(files.map(({ sha256 }) => `${sha256}.webm`).sort())
    expect(await findings(store)).toEqual([])
    expect(await of(files[0]?.sha256)).toEqual(Buffer.from(webmBytes('bir')))
    const text = valueOf(await store.putAttachment({ bytes: Buffer.from('yazı') }, 'yazi.txt'))
    const disguised = valueOf(await store.putAttachment({ bytes: Buffer.from('yazı 2') }, 'yazi.webm'))
    await setRecordings(store, id, [recordingOf([...files, text, disguised])])
    expect(await of(text.sha256)).toBeUndefined()
    expect(await of(disguised.sha256)).toBeUndefined()
    expect(codeOf(await add(newId('meeting'), 'x'))).toBe('not-found')
  })

  it('are given out only to the meeting that names them, or is about to', async () => {
    const store = await (await testArchive()).open()
    const { id, files } = await recorded(store)
    const { id: other } = await recorded(store, ['başka'])
    const { sound, add } = await soundOf(store)
    const of = (meeting: string, sha256 = '') => sound.of(meeting as Meeting['id'], sha256)
    expect(await of(id, files[0]?.sha256)).toBeDefined()
    expect(await of(other, files[0]?.sha256)).toBeUndefined()
    const film = valueOf(await store.putAttachment({ bytes: webmBytes('film') }, 'film.webm'))
    expect(await of(id, film.sha256)).toBeUndefined()
    const arriving = valueOf(await add(id, 'yeni'))
    expect(await of(id, arriving.sha256)).toBeDefined()
    expect(await of(other, arriving.sha256)).toBeUndefined()
  })

  it('that were on the disk when the program was killed are named at the next opening', async () => {
    const store = await (await testArchive()).open()
    const file = join(await tempFolder(), 'ses.json')
    const { id, files, recording } = await recorded(store)
    const { add } = await soundOf(store, file)
    const [last, begun] = [valueOf(await add(id, 'son', recording)), valueOf(await add(id, 'ilk'))]
    const again = async () => {
      const { sound } = await soundOf(store, file)
      await sound.adopt()
      return (await recordingsOf(store, id)).map(({ pieces }) =>
        pieces.map((piece) => piece.file.sha256).sort(),
      )
    }
    const named = [[...files, last].map(({ sha256 }) => sha256).sort(), [begun.sha256]]
    expect((await again()).sort()).toEqual(named.sort())
    expect(await findings(store)).toEqual([])
    // Once is enough, and what was deleted does not come back.
    const { hash } = valueOf(await store.get(id))
    await again()
    expect(valueOf(await store.get(id)).hash).toBe(hash)
    const fresh = recordingOf([], at)
    const gone = valueOf(await add(id, 'silinen', fresh))
    await setRecordings(store, id, [recordingOf([gone])])
    const [deleted] = await recordingsOf(store, id)
    valueOf(await store.past.removeRecording(id as Meeting['id'], deleted?.id ?? fresh.id))
    expect(await again()).toEqual([])
  })

  it('are deleted with their files; what else names a file keeps it', async () => {
    const archive = await testArchive()
    const store = await archive.open()
    const { id, files, recording } = await recorded(store)
    const second = recordingOf(files.slice(0, 1), '2026-03-02T11:00:00.000Z')
    await setRecordings(store, id, [recording, second])
    const [, attached, alone] = files
    valueOf(await store.create('note', { title: 'Not', markdown: '', attachments: [attached] }))
    expect(codeOf(await store.past.removeRecording(id as Meeting['id'], newId('recording')))).toBe(
      'not-found',
    )
    expect(valueOf(await store.past.removeRecording(id as Meeting['id'], recording.id))).toEqual({ files: 1 })
    expect((await recordingsOf(store, id)).map((one) => one.id)).toEqual([second.id])
    expect(await filesOn(archive)).not.toContain(`${alone?.sha256}.webm`)
    expect(await filesOn(archive)).toHaveLength(2)
    expect(await findings(store)).toEqual([])
  })

  it('do not come back with an earlier version, and newer ones do not go with it', async () => {
    const archive = await testArchive()
    const store = await archive.open()
    const { id, recording } = await recorded(store)
    await store.past.settle()
    const then = store.hashOf(id) ?? ''
    valueOf(await store.past.removeRecording(id as Meeting['id'], recording.id))
    const file = valueOf(await (await soundOf(store)).add(id, 'yeni'))
    const later = recordingOf([file], '2026-03-02T12:00:00.000Z')
    await setRecordings(store, id, [later])
    valueOf(await store.past.restoreVersion(id, then))
    expect((await recordingsOf(store, id)).map((one) => one.id)).toEqual([later.id])
    expect(await filesOn(archive)).toEqual([`${file.sha256}.webm`])
    expect(await findings(store)).toEqual([])
  })

  it('go when their meeting is purged', async () => {
    const archive = await testArchive()
    const store = await archive.open()
    const { id } = await recorded(store)
    expect(valueOf(await store.past.previewPurge(id))).toMatchObject({ attachments: 3 })
    valueOf(await store.past.purge(id, 'istek'))
    expect(await filesOn(archive)).toEqual([])
  })

  it('that are being deleted are gone after the next opening, wherever the disk stopped', async () => {
    for (let at = 0; ; at += 1) {
      const archive = await testArchive()
      const disk = faultyFiles(nodeArchiveFiles(), at, { lasting: true })
      const store = await archive.open({ files: disk.files })
      const { id, recording } = await recorded(store)
      await store.past.settle()
      disk.arm()
      const removed = await store.past.removeRecording(id as Meeting['id'], recording.id)
      const asked = disk.steps.length
      disk.heal()
      await store.close()
      const again = await archive.open()
      await again.checked
      const left = await recordingsOf(again, id)
      const there = await filesOn(archive)
      // Deleted for good, or nothing was begun; never a recording without its sound, unless the intent was on the disk.
      if (left.length > 0 && there.length === 0) {
        valueOf(await again.past.removeRecording(id as Meeting['id'], recording.id))
        expect(await recordingsOf(again, id)).toEqual([])
      } else expect(there).toHaveLength(left.length * 3)
      await again.close()
      if (removed.ok || at > asked) {
        expect(removed.ok).toBe(true)
        expect(left).toEqual([])
        expect(there).toEqual([])
        break
      }
    }
  })
})
