import { newId } from '../../../shared/ids'
import { describe, expect, it } from 'vitest'
import { Player, step, type Sounding } from '../../../renderer/src/features/meeting/sound/player'
import { momentOfPart, spotIn, spotOfMoment } from '../../../shared/domain/recordings'
import type { MeetingRecording } from '../../../shared/records/meeting'
import { recordingOf } from '../../support/sound'
import { meetingOf } from './arbitrary-meeting'

const file = (index: number) => ({ sha256: String(index).repeat(64), ext: 'webm', name: 'ses.webm', size: 1 })
const whole = recordingOf([1, 2, 3, 4, 5, 6, 7, 8].map(file))
const at = (seconds: number) => Date.parse('2026-03-02T09:00:00.000Z') + seconds * 1000
const moment = (seconds: number) => new Date(at(seconds)).toISOString()

/** An audio element without sound: a test says when it comes to the end. */
class Silent extends EventTarget {
  src = ''
  currentTime = 0
  ended = false
  heard: string[] = []
  play(): Promise<void> {
    this.ended = false
    this.heard.push(/^\/sound\/meeting_[0-9a-f-]{36}\/(.)/.exec(this.src)?.[1] ?? this.src)
    this.dispatchEvent(new Event('loadedmetadata'))
    return Promise.resolve()
  }
  pause(): void {
    this.dispatchEvent(new Event('pause'))
  }
  load(): void {}
  removeAttribute(): void {
    this.src = ''
  }
  end(): void {
    this.ended = true
    this.dispatchEvent(new Event('pause'))
    this.currentTime = 0
    this.dispatchEvent(new Event('ended'))
  }
}

function playing(recordings: MeetingRecording[] = [whole]) {
  const audio = new Silent()
  const faults: string[] = []
  const player = new Player(
    audio as unknown as Sounding,
    newId('meeting'),
    () => recordings,
    () => void faults.push('fault'),
  )
  return { audio, player, faults }
}

describe('the place of a moment', () => {
  it('is ten seconds before, within the recording that went on then', () => {
    expect(spotOfMoment([whole], moment(20))).toEqual({ recordingId: whole.id, piece: 2, offset: 1_000 })
    expect(spotOfMoment([whole], moment(3))).toEqual({ recordingId: whole.id, piece: 0, offset: 0 })
    expect(spotOfMoment([whole], moment(-1))).toBeUndefined()
    expect(spotOfMoment([whole], moment(36.001))).toBeUndefined()
    expect(spotOfMoment([], moment(5))).toBeUndefined()
  })

  it('is the next piece where one is missing', () => {
    const torn = { ...whole, pieces: whole.pieces.filter((_piece, index) => index !== 1) }
    expect(spotIn(torn, at(6))).toEqual({ recordingId: whole.id, piece: 1, offset: 0 })
    expect(spotIn({ ...whole, pieces: [] }, at(6))).toBeUndefined()
  })

  it('of an item is its beginning, else that of its first words', () => {
    const [item] = meetingOf([{ title: 'Açılış', texts: ['bir', 'iki'] }]).agenda
    if (!item) throw new Error('no item')
    const blocks = item.blocks.map((block, index) => ({ ...block, writtenAt: moment(index) }))
    expect(momentOfPart([{ ...item, blocks }], item.id)).toBe(moment(0))
    expect(momentOfPart([{ ...item, blocks, startedAt: moment(9) }], item.id)).toBe(moment(9))
    expect(momentOfPart([{ ...item, blocks }], blocks[1]?.id ?? '')).toBe(moment(1))
    expect(momentOfPart([item], item.id)).toBeUndefined()
  })
})

describe('the player', () => {
  it('goes from piece to piece by itself and stops at the end', () => {
    const { audio, player } = playing()
    player.playFrom({ recordingId: whole.id, piece: 6, offset: 1_000 })
    expect(audio.currentTime).toBe(1)
    expect(player.state()).toMatchObject({ kind: 'open', playing: true })
    audio.end()
    expect(audio.heard).toEqual(['7', '8'])
    expect(player.state()).toMatchObject({ playing: true, at: 31_500, length: 36_000, moment: at(31.5) })
    audio.end()
    expect(player.state()).toMatchObject({ kind: 'open', playing: false })
  })

  it('pauses, goes on, and moves ten seconds within the recording', () => {
    const { audio, player } = playing()
    player.playFrom({ recordingId: whole.id, piece: 3, offset: 0 })
    player.toggle()
    expect(player.state()).toMatchObject({ playing: false })
    player.toggle()
    expect(player.state()).toMatchObject({ playing: true })
    player.skip(-step)
    expect(audio.src).toContain(whole.pieces[0]?.file.sha256)
    player.skip(-step)
    expect(audio.src).toContain(whole.pieces[0]?.file.sha256)
    for (let times = 0; times < 5; times += 1) player.skip(step)
    expect(audio.src).toContain(whole.pieces[7]?.file.sha256)
  })

  it('tells of a piece that cannot be played, and closes when its recording is deleted', () => {
    const recordings = [whole]
    const { audio, player, faults } = playing(recordings)
    player.playFrom({ recordingId: whole.id, piece: 0, offset: 0 })
    audio.dispatchEvent(new Event('error'))
    expect(faults).toEqual(['fault'])
    expect(player.state()).toMatchObject({ kind: 'open', playing: false })
    recordings.length = 0
    audio.end()
    expect(player.state()).toEqual({ kind: 'closed' })
    player.toggle()
    expect(faults).toEqual(['fault'])
  })
})
