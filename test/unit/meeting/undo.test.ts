import { redo, undo, undoDepth } from '@tiptap/pm/history'
import { EditorState } from '@tiptap/pm/state'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { adoptDocument } from '../../../renderer/src/features/meeting/editor/adopt-document'
import { turnInto } from '../../../renderer/src/features/meeting/editor/commands/turn-into'
import { DocumentCodec } from '../../../renderer/src/features/meeting/editor/document-codec'
import { mergeMeetings } from '../../../shared/domain/meeting-merge'
import { newId } from '../../../shared/ids'
import type { Meeting } from '../../../shared/records/meeting'
import { diverged, meetingOf } from './arbitrary-meeting'
import { Desk } from './minutes-desk'
import { after, schema } from './minutes-state'

const minutes = () =>
  meetingOf([
    { title: 'Açılış', texts: ['Bir.', 'İki.', 'Üç.'] },
    { title: 'Yol', texts: ['* dört\n* beş', 'Altı.'] },
  ])

function withText(meeting: Meeting, item: number, block: number, markdown: string): Meeting {
  const copy = structuredClone(meeting)
  const found = copy.agenda[item]?.blocks[block]
  if (found?.kind !== 'text') throw new Error('no text block')
  found.markdown = markdown
  return copy
}

describe('undo', () => {
  it('reaches back to what was loaded, not further', () => {
    const desk = new Desk(minutes())
    const { doc } = desk.state
    expect(desk.undoAll()).toBe(0)
    expect(desk.state.doc).toBe(doc)
    desk.goTo('İki.').type(' Yeni.').goTo('beş').type(' buçuk')
    expect(desk.undoAll()).toBeGreaterThan(0)
    expect(desk.state.doc.eq(doc)).toBe(true)
    expect(desk.undoAll()).toBe(0)
  })

  it('of everything leaves the record as it was, to the sign: nothing is written again', () => {
    const desk = new Desk(minutes())
    desk.goTo('dört').type('!').goTo('Bir').type(' daha')
    const changed = desk.read().agenda
    expect(changed[1]?.blocks[0]).not.toEqual(desk.loaded.agenda[1]?.blocks[0])
    desk.undoAll()
    expect(desk.read().agenda).toEqual(desk.loaded.agenda)
  })

  it('goes through blocks in the order they were changed, and redo back', () => {
    const desk = new Desk(minutes())
    const begun = desk.texts()
    desk.goTo('Bir').type(' daha')
    const first = desk.texts()
    desk.goTo('Altı')
    desk.state = after(desk.state, turnInto('decision'))
    const second = desk.state.doc
    expect(second.lastChild?.type.name).toBe('decision')
    desk.state = after(desk.state, undo)
    expect(desk.state.doc.lastChild?.type.name).toBe('paragraph')
    expect(desk.texts()).toEqual(first)
    desk.state = after(desk.state, undo)
    expect(desk.texts()).toEqual(begun)
    desk.state = after(after(desk.state, redo), redo)
    if (!(desk.state instanceof EditorState)) throw new Error('no state')
    expect(desk.state.doc.eq(second)).toBe(true)
  })
})

describe('a decision made of what is being typed', () => {
  it('does not take the words with it when it is undone, however fast it went', () => {
    const desk = new Desk(minutes(), 1e9).goTo('Altı').type(' buçuk')
    desk.state = after(desk.state, turnInto('decision'))
    const seen: [string | undefined, string | undefined][] = []
    const look = () => seen.push([desk.state.doc.lastChild?.type.name, desk.texts().at(-1)])
    for (let n = 0; n < 2; n += 1) {
      look()
      desk.state = after(desk.state, undo)
    }
    look()
    expect(seen).toEqual([
      ['decision', 'Altı buçuk.'],
      ['paragraph', 'Altı buçuk.'],
      ['paragraph', 'Altı.'],
    ])
  })
})

describe('what others changed', () => {
  it('is not undone, and what was typed between and beside it is', () => {
    const desk = new Desk(minutes())
    desk.goTo('İki').type(' buçuk')
    const theirs = withText(withText(desk.loaded, 0, 0, 'Bir, sonradan.'), 0, 2, 'Üç, sonradan.')
    desk.join(theirs)
    expect(desk.texts().slice(1, 4)).toEqual(['Bir, sonradan.', 'İki buçuk.', 'Üç, sonradan.'])
    // Typed in one piece between two changed blocks: its node was not replaced.
    expect(desk.state.selection.$head.parent.textContent).toBe('İki buçuk.')
    desk.type('!')
    expect(desk.texts()[2]).toBe('İki buçuk!.')
    desk.undoAll()
    expect(desk.texts()).toEqual(new Desk(theirs).texts())
    expect(desk.read().agenda).toEqual(theirs.agenda)
  })

  it('leaves nothing to undo by itself', () => {
    const desk = new Desk(minutes())
    desk.join(withText(desk.loaded, 1, 1, 'Altı, sonradan.'))
    expect(desk.texts().at(-1)).toBe('Altı, sonradan.')
    expect(undoDepth(desk.state)).toBe(0)
  })

  it('leaves the empty line that is being written, and the cursor in it', () => {
    const desk = new Desk(minutes()).goTo('Üç.')
    const { tr } = desk.state
    desk.state = desk.state.apply(tr.split(tr.selection.from))
    const theirs = structuredClone(desk.loaded)
    theirs.agenda[0]?.blocks.unshift({ id: newId('text'), kind: 'text', markdown: 'Sıfır.' })
    desk.join(theirs).type('Dört mü?')
    expect(desk.texts().slice(0, 6)).toEqual(['Açılış', 'Sıfır.', 'Bir.', 'İki.', 'Üç.', 'Dört mü?'])
  })

  it('is the whole of what is left when all own changes are taken back, whatever happened', () => {
    const words = fc.constantFrom('Açılış', 'Bir', 'İki', 'Üç', 'Altı')
    fc.assert(
      fc.property(fc.array(words, { maxLength: 5 }), fc.array(words, { maxLength: 3 }), (mine, later) => {
        const desk = new Desk(minutes())
        for (const word of mine) desk.goTo(word).type('x')
        const theirs = structuredClone(desk.loaded)
        theirs.agenda.unshift({ id: newId('item'), title: 'Yeni', kind: 'item', speakerIds: [], blocks: [] })
        theirs.agenda[1]?.blocks.splice(1, 1)
        const kept = mine.includes('İki')
        desk.join(theirs)
        for (const word of later) if (kept || word !== 'İki') desk.goTo(word).type('y')
        desk.undoAll()
        expect(desk.texts().includes('İki.')).toBe(kept)
        expect(desk.texts().filter((text) => text !== 'İki.')).toEqual(new Desk(theirs).texts())
      }),
    )
  })

  it('makes the editor show exactly the joined document', () => {
    fc.assert(
      fc.property(diverged, ({ base, mine, theirs }) => {
        const codec = new DocumentCodec(schema)
        const shown = codec.read(mine.agenda)
        const state = EditorState.create({ doc: shown })
        const joined = codec.read(mergeMeetings(base, mine, theirs).meeting.agenda, shown)
        // A document without any words has an empty line, which is being written.
        const own = state.doc.firstChild?.content.size === 0 && state.doc.firstChild.type.name === 'paragraph'
        const next = adoptDocument(state, joined)
        const result = next ? next.doc : state.doc
        result.check()
        if (!own) expect(result.eq(joined)).toBe(true)
      }),
    )
  })
})
