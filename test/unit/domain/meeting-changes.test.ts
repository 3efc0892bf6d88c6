import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  MeetingChanges,
  applyMeetingChanges,
  mergeMeetingChanges,
} from '../../../shared/domain/meeting-changes'
import { newId } from '../../../shared/ids'
import { Meeting } from '../../../shared/records/meeting'

const stamp = '2026-01-05T09:00:00.000Z'

function textBlock(markdown: string) {
  return { id: newId('text'), kind: 'text' as const, markdown }
}

function meetingWith(items: { title: string; texts: string[] }[]): Meeting {
  return Meeting.parse({
    id: newId('meeting'),
    revision: 1,
    createdAt: stamp,
    updatedAt: stamp,
    savedBy: 'Yazman',
    originArchive: 'a',
    title: 'Deneme toplantısı',
    agenda: items.map(({ title, texts }) => ({ id: newId('item'), title, blocks: texts.map(textBlock) })),
  })
}

function value<T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

const parse = (changes: unknown) => MeetingChanges.parse(changes)

describe('changes of a meeting', () => {
  it('sets and clears head fields without touching the others', () => {
    const meeting = { ...meetingWith([]), place: 'Toplantı salonu', province: 'Iğdır' }
    const after = value(applyMeetingChanges(meeting, parse({ set: { title: 'Yeni ad', place: null } })))
    expect(after.title).toBe('Yeni ad')
    expect(after.place).toBeUndefined()
    expect(after.province).toBe('Iğdır')
    expect(after.kind).toBe('meeting')
  })

  it('does not let defaults creep into a save that does not name them', () => {
    expect(parse({ set: { title: 'x' } }).set).toEqual({ title: 'x' })
  })

  it('refuses fields that only the store sets', () => {
    expect(MeetingChanges.safeParse({ set: { revision: 9 } }).success).toBe(false)
    expect(MeetingChanges.safeParse({ set: { id: newId('meeting') } }).success).toBe(false)
  })

  it('moves a block to another item and keeps its id', () => {
    const meeting = meetingWith([
      { title: 'Bir', texts: ['a', 'b'] },
      { title: 'İki', texts: [] },
    ])
    const [one, two] = meeting.agenda
    const [a, b] = one!.blocks
    const after = value(
      applyMeetingChanges(
        meeting,
        parse({
          layout: [
            { itemId: one!.id, blockIds: [a!.id] },
            { itemId: two!.id, blockIds: [b!.id] },
          ],
        }),
      ),
    )
    expect(after.agenda.map((item) => item.blocks.map(({ id }) => id))).toEqual([[a!.id], [b!.id]])
    expect(meeting.agenda[0]!.blocks).toHaveLength(2)
  })

  it('refuses a layout that names a block twice or an unknown one', () => {
    const meeting = meetingWith([{ title: 'Bir', texts: ['a'] }])
    const item = meeting.agenda[0]!
    const id = item.blocks[0]!.id
    for (const blockIds of [[id, id], [newId('text')]]) {
      const result = applyMeetingChanges(meeting, parse({ layout: [{ itemId: item.id, blockIds }] }))
      expect(result.ok).toBe(false)
    }
  })

  it('merges two writers who changed different blocks', () => {
    const base = meetingWith([{ title: 'Bir', texts: ['a', 'b'] }])
    const [a, b] = base.agenda[0]!.blocks
    const mine = parse({ blocks: { upsert: [{ ...a!, markdown: 'benim' }] } })
    const theirs = parse({ blocks: { upsert: [{ ...b!, markdown: 'onların' }] }, set: { place: 'Salon' } })
    const current = value(applyMeetingChanges(base, theirs))
    const merged = value(mergeMeetingChanges(base, current, mine))
    expect(merged.agenda[0]!.blocks.map((block) => block.kind === 'text' && block.markdown)).toEqual([
      'benim',
      'onların',
    ])
    expect(merged.place).toBe('Salon')
  })

  it('says which keys collide when both changed the same block', () => {
    const base = meetingWith([{ title: 'Bir', texts: ['a'] }])
    const a = base.agenda[0]!.blocks[0]!
    const edit = (markdown: string) => parse({ blocks: { upsert: [{ ...a, markdown }] } })
    const current = value(applyMeetingChanges(base, edit('onların')))
    const merged = mergeMeetingChanges(base, current, edit('benim'))
    expect(merged).toEqual({ ok: false, error: { code: 'conflict', params: { keys: [`block.${a.id}`] } } })
  })

  it('keeps every block exactly once under any order of items and blocks', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string(), { maxLength: 5 }), { minLength: 1, maxLength: 6 }),
        fc.infiniteStream(fc.nat()),
        (items, dice) => {
          const meeting = meetingWith(items.map((texts, i) => ({ title: `Madde ${i}`, texts })))
          const roll = dice[Symbol.iterator]()
          const next = (below: number) => Number(roll.next().value) % below
          const ids = meeting.agenda.flatMap((item) => item.blocks.map(({ id }) => id))
          const layout = meeting.agenda.map((item) => ({ itemId: item.id, blockIds: [] as string[] }))
          for (const id of ids) {
            const place = layout[next(layout.length)]!.blockIds
            place.splice(next(place.length + 1), 0, id)
          }
          const after = value(applyMeetingChanges(meeting, parse({ layout })))
          expect(after.agenda.flatMap((item) => item.blocks.map(({ id }) => id)).sort()).toEqual(
            [...ids].sort(),
          )
          expect(after.agenda.map((item) => item.blocks.map(({ id }) => id))).toEqual(
            layout.map(({ blockIds }) => blockIds),
          )
        },
      ),
    )
  })
})
