import { lift } from '@tiptap/pm/commands'
import { history, undo } from '@tiptap/pm/history'
import { liftListItem, wrapInList } from '@tiptap/pm/schema-list'
import { Fragment, Slice, type Node } from '@tiptap/pm/model'
import { EditorState, TextSelection, type Command } from '@tiptap/pm/state'
import { describe, expect, test } from 'vitest'
import {
  inOwnNote,
  leaveNoteByEnter,
  toggleOwnNote,
} from '../../../renderer/src/features/meeting/editor/commands/own-note'
import {
  leaveByBackspace,
  leaveByDelete,
} from '../../../renderer/src/features/meeting/editor/commands/part-keys'
import { turnInto, turnIntoText } from '../../../renderer/src/features/meeting/editor/commands/turn-into'
import { DocumentCodec } from '../../../renderer/src/features/meeting/editor/document-codec'
import {
  ownNotesPlugin,
  withClosedNotes,
  withoutOwnNotes,
} from '../../../renderer/src/features/meeting/editor/plugins/own-notes'
import { partIdsPlugin } from '../../../renderer/src/features/meeting/editor/plugins/part-ids'
import { isOwnNote } from '../../../renderer/src/features/meeting/editor/schema/own-note'
import { minutesSchema } from '../../../renderer/src/features/meeting/editor/schema/schema'
import { newId } from '../../../shared/ids'
import type { Block } from '../../../shared/records/blocks'
import type { Meeting } from '../../../shared/records/meeting'

const schema = minutesSchema()
const kept = '* tek\n* çift\n\n1) bir'

/** An agenda of texts; `!` marks a note. */
function agendaOf(...texts: string[]): Meeting['agenda'] {
  const blocks = texts.map((words): Block => {
    const own = words.startsWith('!')
    return {
      id: newId('text'),
      kind: 'text',
      markdown: own ? words.slice(1) : words,
      ...(own ? { private: true } : {}),
    }
  })
  return [{ id: newId('item'), title: 'Madde', kind: 'item', speakerIds: [], blocks }]
}

function open(agenda: Meeting['agenda']) {
  const codec = new DocumentCodec(schema)
  const state = EditorState.create({
    doc: codec.read(agenda),
    plugins: [partIdsPlugin(), ownNotesPlugin(), history({ newGroupDelay: 0 })],
  })
  return { codec, state }
}

function run(state: EditorState, command: Command): EditorState {
  let next = state
  if (!command(state, (tr) => (next = state.apply(tr)))) throw new Error('command not possible')
  return next
}

/** Puts the cursor into a text, or selects from one to another. */
function into(state: EditorState, from: string, to = from): EditorState {
  const placeOf = (words: string) => {
    let place = -1
    state.doc.descendants((node, pos) => {
      if (node.isText && node.text?.includes(words)) place = pos + 1
    })
    return place
  }
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, placeOf(from), placeOf(to))))
}

const blocksOf = ({ codec }: { codec: DocumentCodec }, state: EditorState) =>
  codec.write(state.doc).flatMap(({ blocks }) => blocks)
const words = (blocks: Block[]) =>
  blocks.map((block) => (block.kind === 'text' ? `${block.private ? '!' : ''}${block.markdown}` : block.kind))

describe('own notes', () => {
  test('are read and written as they are; untouched ones are the same object', () => {
    const agenda = agendaOf('Bir', '!İki *eğik*', `!${kept}`, '!| A | B |\n|--|--|\n| 1 | 2 |')
    const opened = open(agenda)
    expect(opened.codec.write(opened.state.doc)).toEqual(agenda)
    const typed = into(opened.state, 'Bir').tr.insertText('x')
    const after = blocksOf(opened, opened.state.apply(typed))
    expect(after.slice(1)).toEqual(agenda[0]?.blocks.slice(1))
    expect(after[2]).toBe(agenda[0]?.blocks[2])
  })
  test('a paragraph becomes one and back, its id stays, each is one step of undo', () => {
    const agenda = agendaOf('Bir', 'İki')
    const opened = open(agenda)
    const made = run(into(opened.state, 'İki'), toggleOwnNote)
    expect(blocksOf(opened, made)).toEqual([agenda[0]?.blocks[0], { ...agenda[0]?.blocks[1], private: true }])
    expect(inOwnNote(made)).toBe(true)
    expect(blocksOf(opened, run(made, undo))).toEqual(agenda[0]?.blocks)
    expect(blocksOf(opened, run(made, toggleOwnNote))).toEqual(agenda[0]?.blocks)
  })
  test('all that is selected, with every piece of a stored block', () => {
    const opened = open(agendaOf('Bir', kept, 'Üç', 'Dört'))
    const made = run(into(opened.state, 'çift', 'Üç'), toggleOwnNote)
    expect(words(blocksOf(opened, made))).toEqual(['Bir', expect.stringMatching(/^!/), '!Üç', 'Dört'])
    expect(words(blocksOf(opened, run(made, toggleOwnNote)))[1]).not.toMatch(/^!/)
  })
  test('no heading and no decision is one', () => {
    const opened = open(agendaOf('Bir'))
    const heading = into(opened.state, 'Madde')
    expect(inOwnNote(heading)).toBeUndefined()
    expect(toggleOwnNote(heading)).toBe(false)
    const decided = run(run(into(opened.state, 'Bir'), toggleOwnNote), turnInto('decision'))
    expect(words(blocksOf(opened, decided))).toEqual(['decision'])
  })
  test('a note that became a decision or an item by mistake is one again when it is turned back', () => {
    for (const back of [turnInto('decision'), turnIntoText]) {
      const opened = open(agendaOf('Bir', '!İki'))
      const decided = run(into(opened.state, 'İki'), turnInto('decision'))
      expect(words(blocksOf(opened, decided))).toEqual(['Bir', 'decision'])
      const acted = run(decided, turnInto('action'))
      expect(words(blocksOf(opened, run(decided, back)))).toEqual(['Bir', '!İki'])
      expect(words(blocksOf(opened, run(acted, turnIntoText)))).toEqual(['Bir', '!İki'])
      // Made public on purpose, it stays public.
      const shown = run(run(decided, back), toggleOwnNote)
      expect(words(blocksOf(opened, run(run(shown, turnInto('decision')), back)))).toEqual(['Bir', 'İki'])
    }
  })
  test('in a list, out of it, in a quotation: it stays one', () => {
    const opened = open(agendaOf('!Bir', 'İki'))
    const { bulletList, listItem, blockquote } = schema.nodes
    if (!bulletList || !listItem || !blockquote) throw new Error('schema')
    const listed = run(into(opened.state, 'Bir'), wrapInList(bulletList))
    expect(words(blocksOf(opened, listed))).toEqual(['!- Bir', 'İki'])
    expect(words(blocksOf(opened, run(listed, liftListItem(listItem))))).toEqual(['!Bir', 'İki'])
    const stored = open(agendaOf('!- Bir\n- İki', '!> Üç'))
    const out = run(into(stored.state, 'İki'), liftListItem(listItem))
    expect(words(blocksOf(stored, out))).toEqual(['!- Bir', '!İki', '!> Üç'])
    expect(words(blocksOf(stored, run(into(stored.state, 'Üç'), lift)))).toEqual(['!- Bir\n- İki', '!Üç'])
    const told = run(into(stored.state, 'İki'), toggleOwnNote)
    expect(words(blocksOf(stored, run(told, liftListItem(listItem))))).toEqual(['- Bir', 'İki', '!> Üç'])
  })
  test('copied minutes go without the notes between them, notes by themselves as they are', () => {
    const { state } = open(agendaOf('!Bir', 'İki', '!Üç', '!Dört'))
    const copied = (from: string, to: string) => {
      const selected = into(state, from, to)
      const slice = withoutOwnNotes(selected.selection.content())
      const { doc } = open(agendaOf('x')).state
      const target = EditorState.create({ doc })
      // What is copied must be something that can be pasted.
      expect(() => target.apply(target.tr.replace(1, 1, slice))).not.toThrow()
      return slice.content.textBetween(0, slice.content.size, '|')
    }
    expect(copied('Madde', 'Dört')).toBe('adde|İki')
    expect(copied('Bir', 'İki')).toBe('İ')
    expect(copied('Üç', 'Dört')).toBe('ç|D')
  })
  test('Enter in an empty one goes back to the minutes', () => {
    const opened = open(agendaOf('!Bir'))
    const full = into(opened.state, 'Bir')
    expect(leaveNoteByEnter(full)).toBe(false)
    const empty = full.apply(full.tr.delete(full.selection.from - 1, full.selection.from + 2))
    expect(inOwnNote(empty)).toBe(true)
    expect(inOwnNote(run(empty, leaveNoteByEnter))).toBe(false)
  })
})

describe('pasted notes', () => {
  const { paragraph, decision } = schema.nodes
  const note = (words: string) => schema.node('paragraph', { private: true }, schema.text(words))
  /** The words cut out of a note, as they come from the clipboard. */
  const cut = new Slice(Fragment.from(note('gizli')), 1, 1)
  const pastedInto = (into: Node, at: number) => {
    const state = EditorState.create({ doc: schema.node('doc', null, [into]) })
    const placed = state.apply(state.tr.setSelection(TextSelection.create(state.doc, at)))
    const slice = withClosedNotes(cut, inOwnNote(placed) === true)
    return placed
      .apply(placed.tr.replaceSelection(slice))
      .doc.children.map(
        (node) =>
          `${isOwnNote(node) ? '!' : ''}${node.type.name === 'decision' ? '◆' : ''}${node.textContent}`,
      )
  }

  test('stay notes in an empty paragraph, inside a sentence and in a decision', () => {
    expect(pastedInto(schema.node(paragraph!, null), 1)).toEqual(['!gizli'])
    expect(pastedInto(schema.node(paragraph!, null, schema.text('abcd')), 3)).toEqual(['ab', '!gizli', 'cd'])
    const inDecision = pastedInto(schema.node(decision!, null, schema.text('abcd')), 3)
    expect(inDecision).toContain('!gizli')
    expect(inDecision.filter((line) => !line.startsWith('!')).join('')).not.toContain('gizli')
  })

  test('run on in a note', () => {
    expect(pastedInto(note('abcd'), 3)).toEqual(['!abgizlicd'])
  })
})

describe('a note beside the minutes', () => {
  const shown = (state: EditorState) =>
    state.doc.children.map((node) => `${isOwnNote(node) ? '!' : ''}${node.textContent}`)
  const { state } = open(agendaOf('açık', '!gizli kalsın', 'sonra'))
  const at = (words: string, offset: number) => {
    let place = 0
    state.doc.descendants((node, pos) => {
      if (node.text === words) place = pos + offset
    })
    return place
  }
  const cursor = (place: number) => state.apply(state.tr.setSelection(TextSelection.create(state.doc, place)))
  const before = shown(state)

  test('is not joined by Backspace and Delete', () => {
    expect(shown(run(cursor(at('gizli kalsın', 0)), leaveByBackspace))).toEqual(before)
    expect(shown(run(cursor(at('sonra', 0)), leaveByBackspace))).toEqual(before)
    expect(shown(run(cursor(at('açık', 4)), leaveByDelete))).toEqual(before)
  })

  test('stays private when what lies between is typed over', () => {
    const typed = state.apply(state.tr.insertText('x', at('açık', 2), at('gizli kalsın', 6)))
    expect(shown(typed)).toContain('!açxkalsın')
  })

  test('becomes public by its key alone, and comes back by undo', () => {
    const told = run(cursor(at('gizli kalsın', 3)), toggleOwnNote)
    expect(shown(told)).toContain('gizli kalsın')
    expect(shown(run(told, undo))).toEqual(before)
  })
})
