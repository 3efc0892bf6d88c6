import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MeetingChanges, applyMeetingChanges } from '../../../shared/domain/meeting-changes'
import { diffMeetings } from '../../../shared/domain/meeting-diff'
import { Meeting } from '../../../shared/records/meeting'
import { diverged, meetingOf } from './arbitrary-meeting'

describe('what one save carries', () => {
  it('leads from one version to the other, whatever happened between', () => {
    fc.assert(
      fc.property(diverged, ({ base, mine }) => {
        const changes = diffMeetings(base, mine)
        const result = changes
          ? applyMeetingChanges(base, MeetingChanges.parse(changes))
          : { ok: true, value: Meeting.parse(base) }
        expect(result).toEqual({ ok: true, value: Meeting.parse(mine) })
      }),
    )
  })

  it('is nothing for the same meeting, also after it went through JSON', () => {
    fc.assert(
      fc.property(diverged, ({ base }) => {
        expect(diffMeetings(base, JSON.parse(JSON.stringify(base)) as Meeting)).toBeUndefined()
      }),
    )
  })

  it('names only the block that was typed into', () => {
    const base = meetingOf([{ title: 'Açılış', texts: ['Bir', 'İki', 'Üç'] }])
    const now = structuredClone(base)
    const block = now.agenda[0]?.blocks[1]
    if (block?.kind !== 'text') throw new Error('no block')
    block.markdown = 'İki buçuk'
    expect(diffMeetings(base, now)).toEqual({ blocks: { upsert: [block] } })
  })

  it('clears an emptied head field with null', () => {
    const base = { ...meetingOf([]), place: 'Kültür evi' }
    expect(diffMeetings(base, { ...base, place: undefined })).toEqual({ set: { place: null } })
  })
})
