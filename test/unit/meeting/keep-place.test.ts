import { undoDepth } from '@tiptap/pm/history'
import { Selection, TextSelection } from '@tiptap/pm/state'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { followedOffset } from '../../../renderer/src/features/meeting/editor/keep-place'
import { newId } from '../../../shared/ids'
import { Meeting, type AgendaItem } from '../../../shared/records/meeting'
import { diverged, meetingOf } from './arbitrary-meeting'
import { Desk } from './minutes-desk'

function minutes(): Meeting {
  const meeting = meetingOf([
    { title: 'Açılış', texts: ['Bir söz.', '* elma\n* armut'] },
    { title: 'Yol', texts: ['Son söz.'] },
  ])
  const decision = { id: newId('decision'), kind: 'decision', text: 'Yol yapılsın.' }
  meeting.agenda[0]?.blocks.splice(1, 0, decision as never)
  return Meeting.parse(meeting)
}

/** What another writer makes of the item `at`. */
function changed(meeting: Meeting, at: number, change: (item: AgendaItem) => void): Meeting {
  const copy = structuredClone(meeting)
  const item = copy.agenda[at]
  if (item) change(item)
  return copy
}

const rewritten = (meeting: Meeting, block: number, words: object) =>
  changed(meeting, 0, (item) => Object.assign(item.blocks[block] ?? {}, words))

/** The words left and right of the cursor, in its paragraph. */
function around({ state }: Desk): string {
  const { $head } = state.selection
  const text = $head.parent.textContent
  return `${text.slice(0, $head.parentOffset)}|${text.slice($head.parentOffset)}`
}

describe('the cursor, when others change the block it stands in', () => {
  it.each([
    ['end of a paragraph', 'Bir söz.', 0, { markdown: 'Yine bir söz.' }, 'Yine bir söz.|'],
    [
      'end, words added behind it',
      'Bir söz.',
      0,
      { markdown: 'Bir söz. Bir de bu.' },
      'Bir söz.| Bir de bu.',
    ],
    ['middle, words before it', 'Bir', 0, { markdown: 'Önce Bir söz.' }, 'Önce Bir| söz.'],
    ['middle, words behind it', 'Bir', 0, { markdown: 'Bir söz. Sonra.' }, 'Bir| söz. Sonra.'],
    ['middle of what was rewritten', 'Bir sö', 0, { markdown: 'Bir karardı.' }, 'Bir karardı|.'],
    ['end of a decision, its number', 'yapılsın.', 1, { number: '2024/7' }, 'Yol yapılsın.|'],
    ['middle of a decision, its number', 'Yol yap', 1, { number: '2024/7' }, 'Yol yap|ılsın.'],
    ['middle of a decision, its text', 'Yol', 1, { text: 'Yol hemen yapılsın.' }, 'Yol| hemen yapılsın.'],
    ['end of a list item', 'elma', 2, { markdown: '* elma\n* armut\n* ayva' }, 'elma|'],
    ['end of the last list item', 'armut', 2, { markdown: '* ayva\n* elma\n* armut' }, 'armut|'],
    ['end of a paragraph that is two now', 'Bir söz.', 0, { markdown: 'Bir söz.\n\n* ek' }, 'Bir söz.|'],
    ['a paragraph that is a list now', 'Bir', 0, { markdown: '* Bir söz.' }, 'Bir| söz.'],
  ])('stays in it: %s', (_where, spot, block, words, expected) => {
    const desk = new Desk(minutes()).goTo(spot)
    desk.join(rewritten(desk.loaded, block, words), true)
    expect(around(desk)).toBe(expected)
    expect(undoDepth(desk.state)).toBe(0)
    const joined = desk.read()
    desk.type(' Ek.')
    expect(joined.agenda.slice(1)).toEqual(desk.read().agenda.slice(1))
    desk.undoAll()
    expect(desk.read().agenda).toEqual(joined.agenda)
  })

  it('stays at the start of it', () => {
    const desk = new Desk(minutes()).goTo('Bir')
    const start = desk.state.selection.$head.start()
    desk.state = desk.state.apply(desk.state.tr.setSelection(TextSelection.create(desk.state.doc, start)))
    desk.join(rewritten(desk.loaded, 0, { markdown: 'Yine bir söz.' }))
    expect(around(desk)).toBe('|Yine bir söz.')
  })

  it('stays in a heading', () => {
    const desk = new Desk(minutes()).goTo('Açı')
    desk.join(changed(desk.loaded, 0, (item) => Object.assign(item, { title: 'Önce açılış', number: '1' })))
    expect(around(desk)).toBe('Önce açı|lış')
  })

  it('goes with a block that others moved', () => {
    const desk = new Desk(minutes()).goTo('Bir')
    const moved = changed(desk.loaded, 0, ({ blocks }) => blocks.push(...blocks.splice(0, 1)))
    expect(around(desk.join(moved))).toBe('Bir| söz.')
  })

  it('keeps what is marked', () => {
    const desk = new Desk(minutes()).goTo('Bir söz')
    const { head } = desk.state.selection
    const marked = TextSelection.create(desk.state.doc, head - 3, head)
    desk.state = desk.state.apply(desk.state.tr.setSelection(marked))
    desk.join(rewritten(desk.loaded, 0, { markdown: 'Önce Bir söz.' }))
    const { from, to } = desk.state.selection
    expect(desk.state.doc.textBetween(from, to)).toBe('söz')
  })

  it('gets an empty line in place of the block that others removed, so that words run into nobody else’s', () => {
    const desk = new Desk(minutes()).goTo('yapı')
    const theirs = changed(desk.loaded, 0, ({ blocks }) => blocks.splice(1, 1))
    desk.join(theirs, true)
    expect(desk.texts()).toEqual(['Açılış', 'Bir söz.', '', 'elmaarmut', 'Yol', 'Son söz.'])
    expect(around(desk)).toBe('|')
    expect(desk.read().agenda).toEqual(theirs.agenda)
    desk.type('Sürüyor.')
    expect(desk.read().agenda[0]?.blocks[1]).toMatchObject({ kind: 'text', markdown: 'Sürüyor.' })
    desk.undoAll()
    expect(desk.read().agenda).toEqual(theirs.agenda)
  })

  it('stands at the edge of a neighbour of the removed block when nobody is writing', () => {
    const desk = new Desk(minutes()).goTo('yapı')
    desk.join(changed(desk.loaded, 0, ({ blocks }) => blocks.splice(1, 1)))
    expect(desk.texts()).toHaveLength(5)
    expect(around(desk)).toBe('|elma')
  })

  it('is in the same part afterwards, or in a line of its own, whatever others did', () => {
    fc.assert(
      fc.property(diverged, fc.nat(60), ({ base, mine, theirs }, at) => {
        const desk = new Desk(base).join(mine)
        const spot = Selection.near(desk.state.doc.resolve(at % desk.state.doc.content.size))
        desk.state = desk.state.apply(desk.state.tr.setSelection(spot))
        const part = () => desk.state.selection.$head.node(1).attrs.partId as string
        const before = part()
        desk.join(theirs, true)
        desk.state.doc.check()
        const { parent } = desk.state.selection.$head
        if (part() !== before) expect(parent.content.size).toBe(0)
      }),
    )
  })
})

describe('a place followed through a changed text', () => {
  it('keeps what is left of it, or what is right of it, and breaks no new word', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'ş', ' ', '.'), maxLength: 12 })
    fc.assert(
      fc.property(text, text, fc.nat(12), (before, after, at) => {
        const place = Math.min(at, before.length)
        const now = followedOffset(before, after, place)
        expect(now).toBeGreaterThanOrEqual(0)
        expect(now).toBeLessThanOrEqual(after.length)
        const kept = (a: string, b: string) => a.startsWith(b) || b.startsWith(a)
        const broken = /[aş]$/.test(after.slice(0, now)) && /^[aş]/.test(after.slice(now))
        if (!broken) return
        expect(/[aş]$/.test(before.slice(0, place)) && /^[aş]/.test(before.slice(place))).toBe(true)
        expect(
          kept(before.slice(0, place), after.slice(0, now)) || before.slice(place) === after.slice(now),
        ).toBe(true)
      }),
    )
  })
})
