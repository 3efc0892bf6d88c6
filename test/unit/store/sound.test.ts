import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addPiece, pieceOf } from '../../../electron/services/sound'
import { nodeArchiveFiles } from '../../../electron/services/store/archive-files'
import type { ArchiveStore } from '../../../electron/services/store/store-types'
import { newId } from '../../../shared/ids'
import type { Meeting, MeetingRecording } from '../../../shared/records/meeting'
import { ok } from '../../../shared/result'
import { codeOf, testArchive, valueOf, type TestArchive } from '../../support/archive'
import { faultyFiles } from '../../support/faulty-files'
import { recordingOf, webmBytes } from '../../support/sound'

const filesOn = async ({ root }: TestArchive) => {
  const all = await readdir(join(root, 'attachments'), { recursive: true, withFileTypes: true })
  return all.flatMap((entry) => (entry.isFile() ? [entry.name] : [])).sort()
}

async function recorded(store: ArchiveStore, words = ['bir', 'iki', 'üç']) {
  const { id } = valueOf(await store.create('meeting', { title: 'Kayıtlı toplantı' }))
  const files = []
  for (const word of words) {
    const from = '2026-03-02T09:00:00.000Z'
    files.push(valueOf(await addPiece(store, { meetingId: id, bytes: webmBytes(word), from })))
  }
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
    const { files } = await recorded(store)
    expect(await filesOn(archive)).toEqual(files.map(({ sha256 }) => `${sha256}.webm`).sort())
    expect(await findings(store)).toEqual([])
    expect(await pieceOf(store, files[0]?.sha256 ?? '')).toEqual(Buffer.from(webmBytes('bir')))
    const text = valueOf(await store.putAttachment({ bytes: Buffer.from('yazı') }, 'yazi.txt'))
    const disguised = valueOf(await store.putAttachment({ bytes: Buffer.from('yazı 2') }, 'yazi.webm'))
    expect(await pieceOf(store, text.sha256)).toBeUndefined()
    expect(await pieceOf(store, disguised.sha256)).toBeUndefined()
    expect(
      codeOf(await addPiece(store, { meetingId: newId('meeting'), bytes: webmBytes('x'), from: '' })),
    ).toBe('not-found')
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
    const file = valueOf(await addPiece(store, { meetingId: id, bytes: webmBytes('yeni'), from: '' }))
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
