import path from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Deps } from '../../../electron/ipc/deps'
import { soundHandlers } from '../../../electron/ipc/sound-handlers'
import { SoundPieces } from '../../../electron/services/sound'
import { SoundPermission } from '../../../electron/shell/permissions'
import { contract } from '../../../shared/contract/contract'
import { newId } from '../../../shared/ids'
import { ok } from '../../../shared/result'
import { codeOf, testArchive, valueOf } from '../../support/archive'
import { webmBytes } from '../../support/sound'

async function office(soundRecording: boolean) {
  const archive = await testArchive()
  const store = await archive.open()
  const pieces = new SoundPieces(store, path.join(archive.cache, 'sound.json'))
  const sound = new SoundPermission('tutanak://app', new Set())
  const settings = { settings: { soundRecording } }
  const deps = { workspace: { session: () => ok({ store, sound: pieces }) }, settings, sound }
  const { id } = valueOf(await store.create('meeting', { title: 'Kayıt' }))
  const handlers = soundHandlers(deps as unknown as Deps)
  const piece = {
    meetingId: id as `meeting_${string}`,
    recordingId: newId('recording'),
    consentAt: '2026-03-02T08:59:00.000Z',
    bytes: webmBytes('ses'),
    from: '2026-03-02T09:00:00.000Z',
    ms: 4_500,
  }
  return { store, handlers, settings, sound, piece }
}

const window = { windowId: 1 }

describe('recording sound', () => {
  it('is refused while the setting is off', async () => {
    const { handlers, piece, sound } = await office(false)
    expect(codeOf(await handlers['sound.allow']({ on: true }, window))).toBe('not-allowed')
    expect(sound.isOpen(1)).toBe(false)
    expect(codeOf(await handlers['sound.addPiece'](piece, window))).toBe('not-allowed')
  })

  it('keeps pieces of the window that it is switched on for, until it is switched off', async () => {
    const { handlers, piece, store, settings } = await office(true)
    expect(codeOf(await handlers['sound.addPiece'](piece, window))).toBe('not-allowed')
    valueOf(await handlers['sound.allow']({ on: true }, window))
    const file = valueOf(await handlers['sound.addPiece'](piece, window))
    expect(file).toMatchObject({ ext: 'webm', size: piece.bytes.length })
    expect(valueOf(await store.readAttachment(file))).toEqual(Buffer.from(piece.bytes))
    expect(codeOf(await handlers['sound.addPiece'](piece, { windowId: 2 }))).toBe('not-allowed')
    valueOf(await handlers['sound.allow']({ on: false }, window))
    expect(codeOf(await handlers['sound.addPiece'](piece, window))).toBe('not-allowed')
    valueOf(await handlers['sound.allow']({ on: true }, window))
    settings.settings.soundRecording = false
    expect(codeOf(await handlers['sound.addPiece'](piece, window))).toBe('not-allowed')
  })

  it('takes only WebM of five seconds and a megabyte at most', () => {
    const { input } = contract['sound.addPiece']
    const piece = {
      meetingId: newId('meeting'),
      recordingId: newId('recording'),
      consentAt: '2026-03-02T08:59:00Z',
      bytes: webmBytes('x'),
      from: '2026-03-02T09:00:00Z',
      ms: 5_000,
    }
    expect(input.safeParse(piece).success).toBe(true)
    expect(input.safeParse({ ...piece, ms: 5_001 }).success).toBe(false)
    expect(input.safeParse({ ...piece, bytes: Buffer.from('RIFF …') }).success).toBe(false)
    expect(input.safeParse({ ...piece, bytes: webmBytes('x'.repeat(1024 * 1024)) }).success).toBe(false)
    expect(input.safeParse({ ...piece, bytes: [0x1a, 0x45, 0xdf, 0xa3] }).success).toBe(false)
  })
})
