import { undo } from '@tiptap/pm/history'
import { TextSelection, type Command, type EditorState } from '@tiptap/pm/state'
import { describe, expect, it } from 'vitest'
import { moveBlock } from '../../../renderer/src/features/meeting/editor/commands/move-block'
import {
  continueBehind,
  leaveByBackspace,
  leaveByDelete,
  leaveByEnter,
  lineInPart,
} from '../../../renderer/src/features/meeting/editor/commands/part-keys'
import {
  currentKind,
  turnInto,
  turnIntoText,
} from '../../../renderer/src/features/meeting/editor/commands/turn-into'
import { emptyDecision, type HeadingFields } from '../../../renderer/src/features/meeting/editor/schema/parts'
import { after, linesOf, schema, stateOf } from './minutes-state'

/** Backspace before the first letter, wherever the cursor is. */
const leaveByBackspaceAtStart: Command = (state, dispatch) =>
  leaveByBackspace(state.apply(state.tr.setSelection(TextSelection.create(state.doc, 1))), dispatch)

describe('a paragraph', () => {
  it.each([
    ['decision', '◆ '],
    ['action', '◇ '],
    ['item', '# '],
    ['session', '# '],
  ] as const)('becomes a %s with its words and the cursor where it was, and back again', (kind, mark) => {
    const state = stateOf('Önce', 'Yolun on|arılmasına', 'Sonra')
    const turned = after(state, turnInto(kind))
    expect(linesOf(turned)).toEqual(['Önce', `${mark}Yolun on|arılmasına`, 'Sonra'])
    expect(currentKind(turned)).toBe(kind)
    expect(linesOf(after(turned, turnInto(kind)))).toEqual(linesOf(state))
    expect(linesOf(after(turned, turnIntoText))).toEqual(linesOf(state))
    expect(linesOf(after(turned, undo))).toEqual(linesOf(state))
  })

  it('keeps bold words as a decision and gives them up as a heading', () => {
    const bold = schema.text('kalın', [schema.mark('bold')])
    const state = stateOf('|')
    const typed = state.apply(state.tr.insert(1, bold))
    expect(after(typed, turnInto('decision')).doc.firstChild?.firstChild?.marks).toHaveLength(1)
    const heading = after(typed, turnInto('item'))
    heading.doc.check()
    expect(heading.doc.firstChild?.firstChild?.marks).toHaveLength(0)
  })

  it('in a list opens a decision behind it', () => {
    expect(linesOf(after(stateOf('- ma|dde', 'Sonra'), turnInto('decision')))).toEqual([
      '- madde',
      '◆ |',
      'Sonra',
    ])
  })

  it('that was a decision has its id, number and vote again as one', () => {
    const state = stateOf('◆ Yaz|ı')
    const fields = { ...emptyDecision, number: '2026/7', vote: { kind: 'unanimous' as const } }
    const decided = state.apply(state.tr.setNodeAttribute(0, 'fields', fields))
    const id = decided.doc.firstChild?.attrs.partId as string
    const ways = [
      [turnInto('decision'), turnInto('decision')],
      [leaveByBackspaceAtStart, turnInto('decision')],
      [turnInto('action'), turnInto('decision')],
      [turnInto('item'), turnIntoText, turnInto('decision')],
    ]
    for (const way of ways) {
      const back = way.reduce(after, decided).doc.firstChild
      expect(back?.attrs).toMatchObject({ fields, partId: id })
    }
  })

  it('a decision becomes an action, an item a session', () => {
    expect(linesOf(after(stateOf('◆ Yaz|ı'), turnInto('action')))).toEqual(['◇ Yaz|ı'])
    const session = after(stateOf('# Otu|rum'), turnInto('session'))
    expect((session.doc.firstChild?.attrs.fields as HeadingFields).kind).toBe('session')
  })
})

describe('Enter and Backspace in a part', () => {
  it.each([
    [
      ['◆ Karar|', 'Sonra'],
      ['◆ Karar', '|', 'Sonra'],
    ],
    [['◆ Kar|ar'], ['◆ Kar', '|ar']],
    [['◆ |Karar'], ['', '◆ |Karar']],
    [['◆ |'], ['|']],
    [['# Madde|'], ['# Madde', '|']],
    [
      ['Önce', '# Mad|de', 'Sonra'],
      ['Önce', '# Mad', '|de', 'Sonra'],
    ],
  ])('Enter: %j → %j', (before, expected) => {
    expect(linesOf(after(stateOf(...before), leaveByEnter))).toEqual(expected)
  })

  it.each([
    [
      ['◆ Karar', '|devam', 'Sonra'],
      ['◆ Karar|devam', 'Sonra'],
    ],
    [['◆ Karar', '|'], ['◆ Karar|']],
    [['# Madde', '|devam'], ['# Madde|devam']],
    [['◇ Görev', '|devam'], ['◇ Görev|devam']],
  ])('Backspace below a part: %j → %j', (before, expected) => {
    expect(linesOf(after(stateOf(...before), leaveByBackspace))).toEqual(expected)
  })

  it.each([
    [
      ['◆ Karar|', 'devam', 'Sonra'],
      ['◆ Karar|devam', 'Sonra'],
    ],
    [['# Madde|', ''], ['# Madde|']],
  ])('Delete at the end of a part: %j → %j', (before, expected) => {
    expect(linesOf(after(stateOf(...before), leaveByDelete))).toEqual(expected)
  })

  it('Shift+Enter makes a line in a decision, not in a heading', () => {
    const lined = after(stateOf('◆ a) bir|b) iki'), lineInPart).doc.firstChild
    expect(lined?.children.map((node) => node.text ?? node.type.name)).toEqual([
      'a) bir',
      'hardBreak',
      'b) iki',
    ])
    expect(lineInPart(stateOf('# Mad|de'))).toBe(false)
  })

  it('leaves running text to the editor', () => {
    expect(leaveByEnter(stateOf('Me|tin'))).toBe(false)
    expect(leaveByBackspace(stateOf('|Metin'))).toBe(false)
    expect(leaveByBackspace(stateOf('◆ Ka|rar'))).toBe(false)
  })

  it('Backspace before the first letter makes it a paragraph', () => {
    expect(linesOf(after(stateOf('Önce', '◇ |Görev'), leaveByBackspace))).toEqual(['Önce', '|Görev'])
  })

  it('fields go on below: in the empty paragraph that is there, or in a new one', () => {
    expect(linesOf(after(stateOf('◆ Ka|rar', ''), continueBehind(0)))).toEqual(['◆ Karar', '|'])
    expect(linesOf(after(stateOf('◆ Ka|rar', 'Metin'), continueBehind(0)))).toEqual(['◆ Karar', '|', 'Metin'])
  })
})

describe('moving by keys', () => {
  it('moves a block past its neighbour and keeps the cursor in it', () => {
    const state = stateOf('Bir', '◆ İ|ki', 'Üç')
    expect(linesOf(after(state, moveBlock(1)))).toEqual(['Bir', 'Üç', '◆ İ|ki'])
    expect(linesOf(after(state, moveBlock(-1)))).toEqual(['◆ İ|ki', 'Bir', 'Üç'])
    expect(moveBlock(-1)(stateOf('B|ir'))).toBe(false)
    expect(moveBlock(1)(stateOf('B|ir'))).toBe(false)
  })

  it('moves all that is selected, and keeps it selected', () => {
    const state = stateOf('B|ir', '◆ İki', 'Üç', '# Dört', 'beş')
    const chosen = state.apply(
      state.tr.setSelection(TextSelection.create(state.doc, 2, state.doc.child(0).nodeSize + 3)),
    )
    const words = ({ doc, selection: { from, to } }: EditorState) => doc.textBetween(from, to, '/')
    const down = after(chosen, moveBlock(1))
    expect(linesOf(down)).toEqual(['Üç', 'B|ir', '◆ İki', '# Dört', 'beş'])
    expect(words(down)).toBe(words(chosen))
    const lower = after(down, moveBlock(1))
    expect(linesOf(lower)).toEqual(['Üç', '# Dört', 'B|ir', '◆ İki', 'beş'])
    const back = after(after(lower, moveBlock(-1)), moveBlock(-1))
    expect(linesOf(back)).toEqual(linesOf(chosen))
    expect(words(back)).toBe(words(chosen))
    expect(moveBlock(-1)(back)).toBe(false)
  })

  it('moves an agenda item with all its text past the next one', () => {
    const state = stateOf('Giriş', '# B|ir', 'a', '◆ b', '# İki', 'c')
    const down = after(state, moveBlock(1))
    expect(linesOf(down)).toEqual(['Giriş', '# İki', 'c', '# B|ir', 'a', '◆ b'])
    expect(linesOf(after(down, moveBlock(-1)))).toEqual(linesOf(state))
    expect(moveBlock(-1)(state)).toBe(false)
  })
})
