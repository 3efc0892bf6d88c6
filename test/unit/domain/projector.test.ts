import { describe, expect, test } from 'vitest'
import { EditorState, TextSelection } from '@tiptap/pm/state'
import { DocumentCodec } from '../../../renderer/src/features/meeting/editor/document-codec'
import { minutesSchema } from '../../../renderer/src/features/meeting/editor/schema/schema'
import { spotOf } from '../../../renderer/src/features/meeting/projector/use-projector'
import { ProjectorContent, projectorContent } from '../../../shared/domain/projector'
import { newId } from '../../../shared/ids'
import type { Block } from '../../../shared/records/blocks'
import { sampleMeeting } from '../../support/sample-meeting'
import type { Meeting } from '../../../shared/records/meeting'

const words = { language: 'tr' as const, nextMeeting: 'Gelecek toplantı' }
const ids = { text: newId('text'), note: newId('text'), decision: newId('decision'), action: newId('action') }
const blocks: Block[] = [
  { id: ids.text, kind: 'text', markdown: `Bakınız [[${sampleMeeting.id}|önceki toplantı]].` },
  { id: ids.note, kind: 'text', markdown: 'GİZLİCE', private: true },
  {
    id: ids.decision,
    kind: 'decision',
    number: '2026/7',
    text: 'Yolun onarılmasına',
    outcome: 'adopted',
    vote: { kind: 'unanimous' },
    dissents: [],
    relations: [],
    state: 'in-force',
  },
  {
    id: ids.action,
    kind: 'action',
    text: 'Keşif yapılacak',
    responsible: { agencyName: 'İl Özel İdaresi', personName: 'Sıla Kaya' },
    partners: [],
    due: { kind: 'next-meeting' },
  },
]
const items = { first: newId('item'), second: newId('item') }
const meeting: Meeting = {
  ...sampleMeeting,
  title: ' İl Koordinasyon Kurulu ',
  comments: [
    {
      id: newId('comment'),
      targetId: ids.text,
      at: '2026-01-01T00:00:00Z',
      by: 'x',
      text: 'AÇIKLAMA',
      done: false,
    },
  ],
  agenda: [
    { id: items.first, title: 'Açılış', kind: 'item', speakerIds: [], blocks: [] },
    { id: items.second, title: 'Yayla yolu', kind: 'item', speakerIds: [], blocks },
  ],
}

describe('what the room sees', () => {
  test('head, agenda and the item being written, in words; no private note, no remark, no roll', () => {
    const content = projectorContent(meeting, { itemId: items.second, blockId: ids.decision }, words)
    expect(ProjectorContent.parse(content)).toEqual(content)
    expect(content).toMatchObject({
      title: 'İl Koordinasyon Kurulu',
      agenda: [
        { number: '1.', title: 'Açılış' },
        { number: '2.', title: 'Yayla yolu' },
      ],
      itemTitle: 'Yayla yolu',
      blockId: ids.decision,
      blocks: [
        { markdown: 'Bakınız önceki toplantı.' },
        { number: '2026/7', markdown: 'Yolun onarılmasına oy birliği ile karar verilmiştir.' },
        { markdown: 'Keşif yapılacak', who: 'İl Özel İdaresi, Sıla Kaya', due: 'Gelecek toplantı' },
      ],
    })
    const said = JSON.stringify(content)
    for (const hidden of [
      'GİZLİCE',
      ids.note,
      'AÇIKLAMA',
      ...meeting.attendance.map(({ name }) => name ?? '?'),
    ])
      expect(said).not.toContain(hidden)
  })
  test('a note being written is no block of it; an empty meeting shows nothing', () => {
    const content = projectorContent(meeting, { itemId: items.second, blockId: ids.note }, words)
    expect(content.blockId).toBeUndefined()
    expect(projectorContent({ ...meeting, agenda: [] }, {}, words)).toMatchObject({ agenda: [], blocks: [] })
    expect(projectorContent(meeting, { itemId: 'gone' }, words).itemId).toBe(items.first)
  })
  test('a break that goes on is told with its clock, one that is over is not', () => {
    const from = new Date(2026, 0, 5, 10, 40).toISOString()
    const to = new Date(2026, 0, 5, 10, 50).toISOString()
    const since = (breaks: Meeting['breaks']) =>
      projectorContent({ ...meeting, breaks }, {}, words).breakSince
    expect(since([{ id: newId('break'), from }])).toBe('10.40')
    expect(since([{ id: newId('break'), from, to }])).toBeUndefined()
    expect(since([])).toBeUndefined()
  })
  test('a decision that is only begun has no formula yet', () => {
    const begun = blocks.map((block) => (block.kind === 'decision' ? { ...block, text: ' ' } : block))
    const agenda = meeting.agenda.map((item) => ({ ...item, blocks: begun }))
    expect(projectorContent({ ...meeting, agenda }, {}, words).blocks[1]).toMatchObject({ markdown: '' })
  })
})

test('the item of the cursor; an empty line belongs to what stands above it', () => {
  const codec = new DocumentCodec(minutesSchema())
  const doc = codec.read(meeting.agenda)
  const at = (index: number, state = EditorState.create({ doc })) => {
    const pos = state.doc.children.slice(0, index).reduce((sum, node) => sum + node.nodeSize, 1)
    const there = state.apply(state.tr.setSelection(TextSelection.create(state.doc, pos)))
    return spotOf(there, codec.write(there.doc))
  }
  expect(at(0)).toEqual({ itemId: items.first, blockId: items.first })
  expect(at(2)).toEqual({ itemId: items.second, blockId: ids.text })
  expect(at(3)).toEqual({ itemId: items.second, blockId: ids.note })
  const state = EditorState.create({ doc })
  const empty = state.apply(state.tr.insert(doc.firstChild?.nodeSize ?? 0, doc.type.schema.node('paragraph')))
  expect(at(1, empty)).toEqual({ itemId: items.first })
})
