import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mergeMeetings, resolveCollision } from '../../../shared/domain/meeting-merge'
import { newId } from '../../../shared/ids'
import { Meeting } from '../../../shared/records/meeting'
import { diverged, meetingOf } from './arbitrary-meeting'

const parts = (meeting: Meeting) =>
  new Map<string, unknown>([
    ...meeting.attendance.map((row) => [row.id, row] as const),
    ...meeting.agenda.map(({ blocks: _blocks, ...head }) => [head.id, head] as const),
    ...meeting.agenda.flatMap((item) => item.blocks.map((block) => [block.id, block] as const)),
  ])

function withText(meeting: Meeting, item: number, block: number, markdown: string): Meeting {
  const copy = structuredClone(meeting)
  const found = copy.agenda[item]?.blocks[block]
  if (found?.kind !== 'text') throw new Error('no text block')
  found.markdown = markdown
  return copy
}

describe('two versions of one meeting', () => {
  it('give the other one when only one side changed', () => {
    fc.assert(
      fc.property(diverged, ({ base, mine }) => {
        expect(mergeMeetings(base, base, mine)).toEqual({ meeting: mine, collisions: [] })
        expect(mergeMeetings(base, mine, base)).toEqual({ meeting: mine, collisions: [] })
      }),
    )
  })

  it('lose nothing: every part is there unless one side removed it and the other left it alone', () => {
    fc.assert(
      fc.property(diverged, ({ base, mine, theirs }) => {
        const { meeting, collisions } = mergeMeetings(base, mine, theirs)
        const [b, m, t, merged] = [parts(base), parts(mine), parts(theirs), parts(meeting)]
        const told = new Set(collisions.map((collision) => (collision.kind === 'head' ? '' : collision.id)))
        for (const id of new Set([...m.keys(), ...t.keys()])) {
          const gone =
            (!m.has(id) && JSON.stringify(t.get(id)) === JSON.stringify(b.get(id))) ||
            (!t.has(id) && JSON.stringify(m.get(id)) === JSON.stringify(b.get(id)))
          expect(merged.has(id)).toBe(!gone)
          if (gone) continue
          const value = JSON.stringify(merged.get(id))
          expect([JSON.stringify(m.get(id)), JSON.stringify(t.get(id))]).toContain(value)
          const both = m.has(id) && t.has(id) && b.has(id)
          const changed = (side: Map<string, unknown>) =>
            JSON.stringify(side.get(id)) !== JSON.stringify(b.get(id))
          const differ = JSON.stringify(m.get(id)) !== JSON.stringify(t.get(id))
          if (both && changed(m) && changed(t) && differ) expect(told.has(id)).toBe(true)
        }
        expect(Meeting.safeParse(meeting).success).toBe(true)
        const ids = [...meeting.agenda.flatMap((item) => [item.id, ...item.blocks.map((block) => block.id)])]
        expect(new Set(ids).size).toBe(ids.length)
      }),
    )
  })

  it('keep both new paragraphs, each behind the one it was written after', () => {
    const base = meetingOf([{ title: 'Yol', texts: ['Bir', 'İki'] }])
    const add = (meeting: Meeting, after: number, markdown: string) => {
      const copy = structuredClone(meeting)
      copy.agenda[0]?.blocks.splice(after + 1, 0, { id: newId('text'), kind: 'text', markdown })
      return copy
    }
    const { meeting, collisions } = mergeMeetings(base, add(base, 0, 'Benimki'), add(base, 1, 'Onunki'))
    expect(collisions).toEqual([])
    const texts = meeting.agenda[0]?.blocks.map((block) => (block.kind === 'text' ? block.markdown : ''))
    expect(texts).toEqual(['Bir', 'Benimki', 'İki', 'Onunki'])
  })

  it('tell a true collision with both texts, and follow the choice', () => {
    const base = meetingOf([{ title: 'Yol', texts: ['Bir'] }])
    const { meeting, collisions } = mergeMeetings(
      base,
      withText(base, 0, 0, 'Benim sözüm'),
      withText(base, 0, 0, 'Onun sözü'),
    )
    const [collision] = collisions
    if (!collision) throw new Error('no collision')
    const texts = (version: Meeting) =>
      version.agenda[0]?.blocks.map((block) => (block.kind === 'text' ? block.markdown : ''))
    expect(texts(meeting)).toEqual(['Benim sözüm'])
    expect(texts(resolveCollision(meeting, collision, 'mine'))).toEqual(['Benim sözüm'])
    expect(texts(resolveCollision(meeting, collision, 'theirs'))).toEqual(['Onun sözü'])
    const both = resolveCollision(meeting, collision, 'both', newId('text'))
    expect(texts(both)).toEqual(['Benim sözüm', 'Onun sözü'])
    // Typing goes on while the choice is open.
    const since = withText(meeting, 0, 0, 'Benim sözüm ve devamı')
    expect(texts(resolveCollision(since, collision, 'mine'))).toEqual(['Benim sözüm ve devamı'])
    expect(texts(resolveCollision(since, collision, 'both', newId('text')))).toEqual([
      'Benim sözüm ve devamı',
      'Onun sözü',
    ])
  })

  it('follow the choice also where one side had removed the part', () => {
    const base = meetingOf([{ title: 'Yol', texts: ['Bir', 'İki'] }])
    const removed = structuredClone(base)
    removed.agenda[0]?.blocks.shift()
    const changed = withText(base, 0, 0, 'Bir buçuk')
    const count = (meeting: Meeting) => meeting.agenda[0]?.blocks.length
    const iRemoved = mergeMeetings(base, removed, changed)
    const theyRemoved = mergeMeetings(base, changed, removed)
    const [mine] = iRemoved.collisions
    const [theirs] = theyRemoved.collisions
    if (!mine || !theirs) throw new Error('no collision')
    expect(count(resolveCollision(iRemoved.meeting, mine, 'mine'))).toBe(1)
    expect(count(resolveCollision(iRemoved.meeting, mine, 'theirs'))).toBe(2)
    expect(count(resolveCollision(theyRemoved.meeting, theirs, 'mine'))).toBe(2)
    expect(count(resolveCollision(theyRemoved.meeting, theirs, 'theirs'))).toBe(1)
  })

  it('keep a text that one side removed while the other wrote on', () => {
    const base = meetingOf([{ title: 'Yol', texts: ['Bir', 'İki'] }])
    const mine = structuredClone(base)
    mine.agenda[0]?.blocks.shift()
    const { meeting, collisions } = mergeMeetings(base, mine, withText(base, 0, 0, 'Bir buçuk'))
    expect(collisions).toHaveLength(1)
    expect(meeting.agenda[0]?.blocks).toHaveLength(2)
  })
})
