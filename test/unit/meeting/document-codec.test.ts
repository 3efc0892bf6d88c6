import { EditorState, TextSelection, type Transaction } from '@tiptap/pm/state'
import { history, undo } from '@tiptap/pm/history'
import { splitBlock } from '@tiptap/pm/commands'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { DocumentCodec } from '../../../renderer/src/features/meeting/editor/document-codec'
import { partIdsPlugin } from '../../../renderer/src/features/meeting/editor/plugins/part-ids'
import { minutesSchema } from '../../../renderer/src/features/meeting/editor/schema/schema'
import { diffMeetings } from '../../../shared/domain/meeting-diff'
import { newId, typeOfId } from '../../../shared/ids'
import { Meeting } from '../../../shared/records/meeting'
import { meetingOf } from './arbitrary-meeting'

const schema = minutesSchema()
const odd = '* tek\n* çift\n\n1) bir'

function sample(): Meeting {
  const meeting = meetingOf([
    { title: '', texts: ['Toplantı saat 10.00’da açıldı.'] },
    { title: 'Yayla yolu', texts: ['Sunum *yapıldı*.', odd, '| A | B |\n|--|--|\n| 1 | 2 |'] },
    { title: '', texts: ['Dilekler dinlendi.'] },
  ])
  meeting.agenda[1]?.blocks.push(
    {
      id: newId('decision'),
      kind: 'decision',
      text: 'Yolun onarılmasına',
      number: '2024/7',
      outcome: 'adopted',
      vote: { kind: 'tally', for: 9, against: 1, abstain: 2 },
      dissents: [{ id: newId('dissent'), kind: 'dissent', name: 'Ayşe Çınar', reason: 'Bütçe' }],
      relations: [],
      state: 'in-force',
    },
    {
      id: newId('action'),
      kind: 'action',
      text: 'Keşif **yapılacak**',
      responsible: { agencyName: 'İl Özel İdaresi' },
      partners: [],
      due: { kind: 'month', month: '2024-05' },
    },
  )
  return Meeting.parse(meeting)
}

function open(meeting: Meeting) {
  const codec = new DocumentCodec(schema)
  const state = EditorState.create({
    doc: codec.read(meeting.agenda),
    plugins: [partIdsPlugin(), history({ newGroupDelay: 0 })],
  })
  return { codec, state }
}

/** Puts the cursor behind the first occurrence of a text. */
function after(state: EditorState, text: string): EditorState {
  let found = -1
  state.doc.descendants((node, pos) => {
    if (node.isText && found < 0 && node.text?.includes(text))
      found = pos + node.text.indexOf(text) + text.length
  })
  return state.apply(state.tr.setSelection(TextSelection.create(state.doc, found)))
}

const ids = (state: EditorState) => state.doc.children.map((node) => node.attrs.partId as string)
const run = (
  state: EditorState,
  command: (state: EditorState, dispatch: (tr: Transaction) => void) => boolean,
) => {
  let next = state
  command(state, (tr) => {
    next = state.apply(tr)
  })
  return next
}

describe('the document and the agenda', () => {
  it('say the same, and opening changes nothing', () => {
    const meeting = sample()
    const { codec, state } = open(meeting)
    state.doc.check()
    expect(codec.write(state.doc)).toEqual(meeting.agenda)
    expect(diffMeetings(meeting, { ...meeting, agenda: codec.write(state.doc) })).toBeUndefined()
  })

  it('a word typed changes one block; Markdown that was not touched stays as it was written', () => {
    const meeting = sample()
    const { codec, state } = open(meeting)
    const typed = after(state, 'Sunum').apply(after(state, 'Sunum').tr.insertText(' da'))
    const agenda = codec.write(typed.doc)
    const changes = diffMeetings(meeting, { ...meeting, agenda })
    expect(changes?.blocks?.upsert.map((block) => (block.kind === 'text' ? block.markdown : ''))).toEqual([
      'Sunum da *yapıldı*.',
    ])
    expect(Object.keys(changes ?? {})).toEqual(['blocks'])
    const stored = agenda[1]?.blocks[1]
    expect(stored).toBe(meeting.agenda[1]?.blocks[1])
  })

  it('a stored block that reads as several nodes stays one block, also when it is changed', () => {
    const meeting = sample()
    const { codec, state } = open(meeting)
    const typed = after(state, 'çift').apply(after(state, 'çift').tr.insertText(' yönlü'))
    const changes = diffMeetings(meeting, { ...meeting, agenda: codec.write(typed.doc) })
    expect(changes).toEqual({
      blocks: {
        upsert: [
          { id: meeting.agenda[1]?.blocks[1]?.id, kind: 'text', markdown: '- tek\n- çift yönlü\n\n1. bir' },
        ],
      },
    })
  })

  it('a decision becomes a new version of the same decision when its text changes', () => {
    const meeting = sample()
    const { codec, state } = open(meeting)
    const typed = after(state, 'onarılmasına').apply(after(state, 'onarılmasına').tr.insertText(' **şimdi**'))
    const [block] =
      diffMeetings(meeting, { ...meeting, agenda: codec.write(typed.doc) })?.blocks?.upsert ?? []
    expect(block).toEqual({
      ...meeting.agenda[1]?.blocks[3],
      text: 'Yolun onarılmasına \\*\\*şimdi\\*\\*',
    })
  })

  it('empty lines are not kept; text before the first heading opens an item without title', () => {
    const { codec, state } = open(meetingOf([]))
    expect(codec.write(state.doc)).toEqual([])
    const typed = state.apply(state.tr.insertText('Açıldı.', 1))
    const agenda = codec.write(typed.doc)
    expect(agenda).toHaveLength(1)
    expect(agenda[0]).toMatchObject({
      title: '',
      kind: 'item',
      blocks: [{ kind: 'text', markdown: 'Açıldı.' }],
    })
    const more = codec.write(typed.apply(typed.tr.insertText(' Devam.', 8)).doc)
    expect(more[0]?.id).toBe(agenda[0]?.id)
    expect(more[0]?.blocks[0]?.id).toBe(agenda[0]?.blocks[0]?.id)
  })

  it('takes over nodes of unchanged blocks when a joined version is shown', () => {
    const meeting = sample()
    const { codec, state } = open(meeting)
    const agenda = structuredClone(meeting.agenda)
    const joined = meeting.agenda.map((item, index) =>
      index === 0
        ? { ...item, blocks: agenda[0]?.blocks.map((block) => ({ ...block, markdown: 'Başka' })) ?? [] }
        : item,
    ) as Meeting['agenda']
    const doc = codec.read(joined, state.doc)
    expect(doc.child(0)).not.toBe(state.doc.child(0))
    for (let index = 1; index < doc.childCount; index += 1)
      expect(doc.child(index)).toBe(state.doc.child(index))
  })
})

describe('ids of blocks', () => {
  it('Enter in the middle keeps the id in front; Enter at the beginning lets it follow the text', () => {
    const { state } = open(sample())
    const [first] = ids(state)
    const middle = run(after(state, 'saat'), splitBlock)
    expect(ids(middle)[0]).toBe(first)
    expect(ids(middle)[1]).toMatch(/^text_/)
    expect(ids(middle)[1]).not.toBe(first)
    const start = state.apply(state.tr.setSelection(TextSelection.create(state.doc, 1)))
    const above = run(start, splitBlock)
    expect(ids(above)[1]).toBe(first)
  })

  it('a copied block gets a new id wherever it is put, a moved one keeps its own, undo brings ids back', () => {
    const { state } = open(sample())
    const before = ids(state)
    const node = state.doc.child(0)
    const copied = state.apply(state.tr.insert(0, node))
    expect(new Set(ids(copied)).size).toBe(new Set(before).size + 1)
    const moved = state.apply(state.tr.insert(state.doc.content.size, node).delete(0, node.nodeSize))
    expect(ids(moved).at(-1)).toBe(before[0])
    const gone = state.apply(state.tr.delete(0, node.nodeSize))
    expect(ids(run(gone, undo))).toEqual(before)
  })

  it('an id of another kind is replaced: a decision made of a paragraph has a decision id', () => {
    const { state } = open(sample())
    const turned = state.apply(state.tr.setNodeMarkup(0, schema.nodes.decision, { partId: ids(state)[0] }))
    expect(typeOfId(ids(turned)[0] ?? '')).toBe('decision')
    expect(ids(run(turned, undo))).toEqual(ids(state))
  })

  it('a paragraph that becomes a list hands its id on', () => {
    const { state } = open(sample())
    const item = schema.nodes.listItem?.create(null, state.doc.child(0))
    const list = schema.nodes.bulletList?.create(null, item)
    if (!list) throw new Error('no list')
    const wrapped = state.apply(state.tr.replaceWith(0, state.doc.child(0).nodeSize, list))
    expect(ids(wrapped)[0]).toBe(ids(state)[0])
  })

  it('stay unique and of the right kind whatever is done', () => {
    const act = fc.tuple(
      fc.constantFrom('split', 'copy', 'move', 'turn', 'delete', 'undo', 'type'),
      fc.nat(500),
      fc.nat(500),
    )
    fc.assert(
      fc.property(fc.array(act, { maxLength: 25 }), (acts) => {
        const { codec, state: first } = open(sample())
        let state = first
        for (const [what, a, b] of acts) {
          const from = state.doc.resolve(a % (state.doc.content.size + 1))
          const index = a % state.doc.childCount
          const node = state.doc.child(index)
          const pos = state.doc.children.slice(0, index).reduce((sum, child) => sum + child.nodeSize, 0)
          const goal = state.doc.children
            .slice(0, b % state.doc.childCount)
            .reduce((sum, child) => sum + child.nodeSize, 0)
          const tr = state.tr
          if (what === 'split' && from.parent.isTextblock) {
            state = run(state.apply(tr.setSelection(TextSelection.near(from))), splitBlock)
            continue
          }
          if (what === 'undo') {
            state = run(state, undo)
            continue
          }
          if (what === 'copy') tr.insert(goal, node)
          if (what === 'move') tr.delete(pos, pos + node.nodeSize).insert(tr.mapping.map(goal), node)
          if (what === 'delete' && state.doc.childCount > 1) tr.delete(pos, pos + node.nodeSize)
          if (what === 'turn' && node.type.name === 'paragraph')
            tr.setNodeMarkup(pos, schema.nodes.action, node.attrs)
          if (what === 'type' && from.parent.isTextblock) tr.insertText('x', from.pos)
          state = state.apply(tr)
        }
        state.doc.check()
        const agenda = codec.write(state.doc)
        const all = agenda.flatMap((item) => [item.id, ...item.blocks.map((block) => block.id)])
        expect(new Set(all).size).toBe(all.length)
        expect(Meeting.safeParse({ ...sample(), agenda }).success).toBe(true)
        // A first item without title, text or anything else reads as text without agenda that is not there.
        const [top, ...others] = agenda
        const nothing = top?.title === '' && top.blocks.length === 0 && top.kind === 'item'
        const reopened = new DocumentCodec(schema)
        expect(reopened.write(reopened.read(agenda))).toEqual(nothing ? others : agenda)
      }),
    )
  })
})
