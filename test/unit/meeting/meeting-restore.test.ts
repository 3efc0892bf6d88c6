import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DraftBox } from '../../../renderer/src/features/meeting/autosave/draft-box'
import { draftWords } from '../../../renderer/src/features/meeting/autosave/draft-words'
import { diffMeetings } from '../../../shared/domain/meeting-diff'
import { restoreChanges, type KeptChanges } from '../../../shared/domain/meeting-restore'
import { Meeting } from '../../../shared/records/meeting'
import { diverged, meetingOf } from './arbitrary-meeting'

const partIds = (meeting: Meeting) => [
  ...meeting.attendance.map((row) => row.id),
  ...meeting.agenda.flatMap((item) => [item.id, ...item.blocks.map((block) => block.id)]),
]

function broughtBack(meeting: Meeting, hash: string, kept: KeptChanges) {
  const restored = restoreChanges(meeting, hash, kept)
  if (!restored) throw new Error('nothing was brought back')
  return restored
}

function boxInMemory() {
  const held = new Map<string, string>()
  const box = new DraftBox({
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => void held.set(key, value),
    removeItem: (key) => void held.delete(key),
  })
  return { box, held }
}

describe('changes kept after a crash', () => {
  it('come back whole on the version they were made on', () => {
    fc.assert(
      fc.property(diverged, ({ base, mine }) => {
        const changes = diffMeetings(base, mine)
        if (!changes) return
        const restored = restoreChanges(base, 'h1', { changes, basedOn: 'h1' })
        expect(restored).toEqual({ meeting: Meeting.parse(mine), collisions: [] })
      }),
    )
  })

  it('are nothing new when they had reached the disk before the crash', () => {
    fc.assert(
      fc.property(diverged, ({ base, mine }) => {
        const changes = diffMeetings(base, mine)
        if (!changes) return
        const { meeting, collisions } = broughtBack(Meeting.parse(mine), 'h2', { changes, basedOn: 'h1' })
        expect(diffMeetings(mine, meeting)).toBeUndefined()
        expect(collisions).toEqual([])
      }),
    )
  })

  it('cost nothing that is on the disk, and nothing of their own, when others went on writing', () => {
    fc.assert(
      fc.property(diverged, ({ base, mine, theirs }) => {
        const changes = diffMeetings(base, mine)
        if (!changes) return
        const { meeting, collisions } = broughtBack(Meeting.parse(theirs), 'h2', {
          changes,
          basedOn: 'h1',
        })
        const ids = new Set(partIds(meeting))
        for (const block of changes.blocks?.upsert ?? []) expect(ids.has(block.id)).toBe(true)
        const removedRows = new Set<string>(changes.attendance?.remove ?? [])
        for (const id of partIds(theirs)) expect(ids.has(id) || removedRows.has(id)).toBe(true)
        const [mineTitle, theirTitle] = [changes.set?.title?.trimEnd(), theirs.title.trimEnd()]
        if (mineTitle && !mineTitle.startsWith(theirTitle) && !theirTitle.startsWith(mineTitle)) {
          expect(collisions).toContainEqual(expect.objectContaining({ kind: 'head', field: 'title' }))
        }
      }),
    )
  })

  it.each([
    ['Yolun', 'Yolun onarımı', 'Yolun onarımı', 'older than the last save'],
    ['Yolun onarımı bitti', 'Yolun onarımı', 'Yolun onarımı bitti', 'newer than a save that was on its way'],
  ])('kept %j, on the disk %j: the longer one stays, without asking (%s, %s)', (kept, disk, expected) => {
    const base = meetingOf([{ title: '', texts: ['Yol'] }])
    const withText = (markdown: string) =>
      Meeting.parse({
        ...base,
        agenda: base.agenda.map((item) => ({
          ...item,
          blocks: item.blocks.map((block) => ({ ...block, markdown })),
        })),
      })
    const changes = diffMeetings(base, withText(kept))
    if (!changes) throw new Error('no changes')
    const { meeting, collisions } = broughtBack(withText(disk), 'h2', { changes, basedOn: 'h1' })
    expect(collisions).toEqual([])
    expect(meeting.agenda[0]?.blocks).toMatchObject([{ markdown: expected }])
  })

  it('are kept as JSON, one draft a meeting, and damaged ones are no draft', () => {
    const { box, held } = boxInMemory()
    const { id } = meetingOf([])
    const draft = { id, basedOn: 'h', changes: { set: { title: 'Yarım' } }, at: '2024-01-01T00:00:00.000Z' }
    box.write(draft)
    expect(box.read(id)).toEqual(draft)
    for (const key of held.keys()) held.set(key, '{"id":')
    expect(box.read(id)).toBeUndefined()
    box.clear(id)
    expect(held.size).toBe(0)
  })

  it('that fit nowhere are not taken for brought back', () => {
    const meeting = meetingOf([{ title: 'Yol', texts: ['Onarım'] }])
    const [item] = meeting.agenda
    if (!item) throw new Error('no item')
    const row = { itemId: item.id, blockIds: item.blocks.map(({ id }) => id) }
    const changes = { set: { title: 'Yarım kalan' }, layout: [row, row] }
    expect(restoreChanges(meeting, 'h1', { changes, basedOn: 'h1' })).toBeUndefined()
    expect(restoreChanges(meeting, 'h2', { changes, basedOn: 'h1' })).toBeUndefined()
  })

  it('that fit nowhere stay as they were stored, until they are taken away', () => {
    const { box, held } = boxInMemory()
    const { id } = meetingOf([])
    expect(box.stored(id)).toBeUndefined()
    box.setAside(id, ['{"id":', 'ikinci'])
    box.write({ id, basedOn: 'h', changes: {}, at: '2024-01-01T00:00:00.000Z' })
    box.clear(id)
    expect(box.aside(id)).toEqual(['{"id":', 'ikinci'])
    for (const key of held.keys()) held.set(key, '["yarım')
    expect(box.aside(id)).toEqual(['["yarım'])
    box.setAside(id, [])
    expect(held.size).toBe(0)
  })

  it('show all their words and no marks of the program; what is no JSON is shown as it is', () => {
    const { id } = meetingOf([])
    const text = { id: id.replace('meeting', 'text'), kind: 'text', markdown: 'Yolun **onarımı**\n\nbitti.' }
    const stored = JSON.stringify({
      id,
      basedOn: 'abc',
      changes: { set: { title: 'Yarım', tags: ['yol', 'su'] }, blocks: { upsert: [text] } },
      collisions: [{ kind: 'block', id: text.id, mine: { ...text, markdown: 'Benimki' }, theirs: text }],
      at: '2024-01-01T00:00:00.000Z',
    })
    expect(draftWords(stored)).toBe('Yarım\n\nyol\n\nsu\n\nYolun **onarımı**\n\nbitti.\n\nBenimki')
    expect(draftWords('{"id": "yarım')).toBe('{"id": "yarım')
  })
})
