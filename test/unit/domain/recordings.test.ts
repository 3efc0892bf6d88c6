import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeMeetings } from '../../../shared/domain/meeting-merge'
import { forOthers, inMirror, recordWithPrivateOf } from '../../../shared/domain/private-blocks'
import { mergeRecordings } from '../../../shared/domain/recordings'
import type { MeetingRecording } from '../../../shared/records/meeting'
import { recordingOf } from '../../support/sound'
import { meetingOf } from '../meeting/arbitrary-meeting'

const file = (index: number) => ({
  sha256: index.toString(16).padStart(64, '0'),
  ext: 'webm',
  name: `ses ${index}.webm`,
  size: 10,
})
const whole = recordingOf(Array.from({ length: 8 }, (_none, index) => file(index)))
const withPieces = (kept: readonly number[]): MeetingRecording => ({
  ...whole,
  pieces: whole.pieces.filter((_piece, index) => kept.includes(index)),
})
const numbers = (list: readonly MeetingRecording[]) =>
  list.flatMap(({ pieces }) => pieces.map((piece) => whole.pieces.indexOf(piece)))

describe('recordings that two windows changed', () => {
  it('hold the pieces of both, without those that either has taken away', () => {
    const some = fc.uniqueArray(fc.nat({ max: 7 }))
    fc.assert(
      fc.property(some, some, some, (base, mine, theirs) => {
        const merged = numbers(mergeRecordings([withPieces(base)], [withPieces(mine)], [withPieces(theirs)]))
        const expected = whole.pieces.flatMap((_piece, index) => {
          const [was, ours, others] = [base, mine, theirs].map((side) => side.includes(index))
          return (was ? ours && others : ours || others) ? [index] : []
        })
        expect(merged).toEqual(expected)
      }),
    )
  })

  it('that one deleted go, but what the other has recorded since stays', () => {
    expect(mergeRecordings([withPieces([0, 1])], [], [withPieces([0, 1])])).toEqual([])
    expect(numbers(mergeRecordings([withPieces([0, 1])], [withPieces([0, 1, 2])], []))).toEqual([2])
    const other = recordingOf([file(20)], '2026-03-02T08:00:00.000Z')
    expect(mergeRecordings(undefined, [whole], [other])).toEqual([other, whole])
  })

  it('never collide in a meeting', () => {
    const meeting = meetingOf([])
    const at = (recordings: MeetingRecording[]) => ({ ...meeting, recordings })
    const merged = mergeMeetings(at([withPieces([0])]), at([withPieces([0, 1])]), at([withPieces([0, 2])]))
    expect(merged.collisions).toEqual([])
    expect(numbers(merged.meeting.recordings)).toEqual([0, 1, 2])
  })
})

describe('a mirror', () => {
  it('has no sound in it, and takes none away when it comes back', () => {
    const meeting = { ...meetingOf([{ title: 'Açılış', texts: ['bir'] }]), recordings: [whole] }
    const sent = inMirror(meeting)
    expect(sent).toEqual({ ...meeting, recordings: [] })
    expect(recordWithPrivateOf(sent, meeting, meeting)).toEqual(meeting)
    expect(forOthers(meeting)).toEqual({ ...meeting, recordings: [] })
  })
})
