import { describe, expect, it } from 'vitest'
import {
  pieceLength,
  Recorder,
  type RecorderPorts,
  type SoundFault,
} from '../../../renderer/src/features/meeting/sound/recorder'
import { pieceLongest } from '../../../shared/domain/recordings'
import { newId } from '../../../shared/ids'
import { fail, ok, type Result } from '../../../shared/result'
import { webmBytes } from '../../support/sound'

/** A meeting room with a clock of its own; a piece holds the name of its turn. */
function room({ answer = ok(undefined) }: { answer?: Result<void> } = {}) {
  const events: string[] = []
  const kept: { from: string; ms: number; words: string }[] = []
  const faults: SoundFault[] = []
  const timers: { at: number; run: () => void }[] = []
  const begin = Date.parse('2026-03-02T09:00:00.000Z')
  let now = begin
  let made = 0
  let gone: () => void = () => undefined
  let later = answer
  let door: Promise<void> = Promise.resolve()
  const ports: RecorderPorts = {
    async openMicrophone() {
      await door
      events.push('open')
      return {
        ok: true,
        microphone: {
          begin() {
            const number = (made += 1)
            events.push(`begin ${number}`)
            return {
              stop() {
                events.push(`end ${number}`)
                return Promise.resolve(webmBytes(`parça ${number}`))
              },
            }
          },
          onGone: (listener) => {
            gone = listener
          },
          close: () => void events.push('close'),
        },
      }
    },
    begun: () => void events.push('entered'),
    keep(_recording, { bytes, from, ms }) {
      if (later.ok) kept.push({ from, ms, words: Buffer.from(bytes.subarray(4)).toString() })
      return Promise.resolve(later)
    },
    failed: (fault) => void faults.push(fault),
    newId: () => newId('recording'),
    now: () => now,
    after(ms, run) {
      const timer = { at: now + ms, run }
      timers.push(timer)
      return () => void timers.splice(timers.indexOf(timer), 1)
    },
  }
  const pass = async (ms: number) => {
    const end = now + ms
    for (;;) {
      const next = timers.filter(({ at }) => at <= end).sort((a, b) => a.at - b.at)[0]
      if (!next) break
      timers.splice(timers.indexOf(next), 1)
      now = next.at
      next.run()
      await new Promise((resolve) => setImmediate(resolve))
    }
    now = end
  }
  return {
    recorder: new Recorder(ports),
    events,
    kept,
    faults,
    timers,
    pass,
    oversleep: (ms: number) => void (now += ms),
    pullOut: () => gone(),
    failFrom: (result: Result<void>) => void (later = result),
    keepDoorShut() {
      let open: () => void = () => undefined
      door = new Promise((resolve) => (open = resolve))
      return open
    },
  }
}

const consent = '2026-03-02T08:59:50.000Z'

describe('the recorder', () => {
  it('makes pieces without a gap, each begun before the one before ends', async () => {
    const { recorder, events, kept, pass, timers } = room()
    await recorder.start(consent)
    expect(recorder.state().kind).toBe('on')
    await pass(2 * pieceLength + 500)
    await recorder.stop()
    expect(events).toEqual([
      'open',
      'entered',
      'begin 1',
      'begin 2',
      'end 1',
      'begin 3',
      'end 2',
      'end 3',
      'close',
    ])
    expect(kept).toEqual([
      { from: '2026-03-02T09:00:00.000Z', ms: pieceLength, words: 'parça 1' },
      { from: '2026-03-02T09:00:04.000Z', ms: pieceLength, words: 'parça 2' },
      { from: '2026-03-02T09:00:08.000Z', ms: 500, words: 'parça 3' },
    ])
    expect(recorder.state()).toEqual({ kind: 'off' })
    expect(timers).toEqual([])
  })

  it('brings to the disk what it has so far, and goes on', async () => {
    const { recorder, kept, pass } = room()
    await recorder.start(consent)
    await pass(1_000)
    await recorder.cut()
    expect(kept.map(({ ms }) => ms)).toEqual([1_000])
    await pass(pieceLength)
    expect(kept.map(({ ms }) => ms)).toEqual([1_000, pieceLength])
    expect(recorder.state().kind).toBe('on')
    await recorder.stop()
  })

  it('never calls a piece longer than the longest, also when the computer slept', async () => {
    const { recorder, kept, oversleep } = room()
    await recorder.start(consent)
    oversleep(3_600_000)
    await recorder.stop()
    expect(kept.map(({ ms }) => ms)).toEqual([pieceLongest])
  })

  it('stops when a piece cannot be kept, says why once, and closes the microphone', async () => {
    const { recorder, events, faults, kept, pass, failFrom } = room()
    await recorder.start(consent)
    await pass(pieceLength)
    failFrom(fail('disk-full'))
    await pass(pieceLength)
    await recorder.stop()
    expect(faults).toEqual([{ kind: 'app', error: { code: 'disk-full' } }])
    expect(kept).toHaveLength(1)
    expect(events.at(-1)).toBe('close')
    expect(recorder.state().kind).toBe('off')
  })

  it('says so when not even the last piece can be kept', async () => {
    const { recorder, faults } = room({ answer: fail('disk-full') })
    await recorder.start(consent)
    await recorder.stop()
    expect(faults).toEqual([{ kind: 'app', error: { code: 'disk-full' } }])
  })

  it('keeps what it has when the microphone is pulled out', async () => {
    const { recorder, faults, kept, pass, pullOut } = room()
    await recorder.start(consent)
    await pass(1_000)
    pullOut()
    await recorder.stop()
    expect(faults).toEqual([{ kind: 'microphone-gone' }])
    expect(kept.map(({ ms }) => ms)).toEqual([1_000])
  })

  it('closes a microphone that opens after the page was left', async () => {
    const { recorder, events, keepDoorShut } = room()
    const open = keepDoorShut()
    const starting = recorder.start(consent)
    await recorder.stop()
    open()
    await starting
    expect(events).toEqual(['open', 'close'])
    expect(recorder.state()).toEqual({ kind: 'off' })
  })
})
