// @vitest-environment jsdom
import { history, redo, undo } from '@tiptap/pm/history'
import { Schema } from '@tiptap/pm/model'
import { EditorState } from '@tiptap/pm/state'
import { act } from 'react'
import { describe, expect, it, vi } from 'vitest'
import { DueInput } from '../../../renderer/src/features/meeting/editor/fields/due-input'
import { withFields } from '../../../renderer/src/features/meeting/editor/commands/with-fields'
import { missingParts } from '../../../shared/domain/missing-parts'
import { ActionBlock, type Due } from '../../../shared/records/blocks'
import { pageInMemory, typeInto } from '../../support/page-in-memory'
import { sampleId, sampleMeeting } from '../../support/sample-meeting'

vi.mock('../../../renderer/src/api/use-app-info', () => ({ useLanguage: () => 'tr' }))

const refusal = 'Gün, ay, süre'
const schema = new Schema({
  nodes: {
    doc: { content: 'action' },
    action: { content: 'text*', attrs: { fields: { default: {} } } },
    text: {},
  },
})

/** The field of an action item as it stands in the minutes, with undo as the editor has it. The meeting is on a Monday. */
function dueField(before: Due | undefined) {
  let state = EditorState.create({
    schema,
    doc: schema.node('doc', null, [schema.node('action', { fields: { due: before } })]),
    plugins: [history()],
  })
  const due = () => (state.doc.firstChild?.attrs.fields as { due?: Due }).due
  const { draw, box } = pageInMemory(
    () => (
      <DueInput
        due={due()}
        onDue={(next, further) => {
          state = state.apply(withFields(state.tr, 0, { due: next }, further))
        }}
      />
    ),
    { current: () => ({ ...sampleMeeting, time: { start: '2026-11-16', precision: 'day' } }) },
  )
  const field = box.querySelector('input')
  if (!field) throw new Error('no field')
  return {
    field,
    due,
    words: () => box.textContent,
    type: (text: string) => {
      for (let length = 1; length <= text.length; length++) {
        typeInto(field, text.slice(0, length))
        draw()
      }
      act(() => field.blur())
      draw()
    },
    back: (command: typeof undo) => {
      command(state, (tr) => {
        state = state.apply(tr)
      })
      draw()
    },
  }
}

const march: Due = { kind: 'day', date: '2027-03-01' }

describe('the due date as it is typed', () => {
  it.each([
    '31.11.2026',
    'gelecek toplantıda karara bağlanacak',
    'cuma günü saat 10',
    'gelecek hafta bakılacak',
    'gelecek ayın bilmem kaçı',
  ])('%j is not understood: no part of it is kept, nor what stood there before', (typed) => {
    for (const before of [undefined, march]) {
      const { field, due, words, type } = dueField(before)
      type(typed)
      expect(due()).toBeUndefined()
      expect(field.value).toBe(typed)
      expect(words()).toContain(refusal)
    }
  })

  it('what is understood as a whole is kept', () => {
    const { due, words, type } = dueField(march)
    type('15.12.2026')
    expect(due()).toEqual({ kind: 'day', date: '2026-12-15' })
    expect(words()).not.toContain(refusal)
  })

  it('is missing where it was cleared, so that the review asks for it', () => {
    const { due, type } = dueField(march)
    type('gelecek toplantıda karara bağlanacak')
    const action = ActionBlock.parse({ id: sampleId('action', 1), kind: 'action', text: 'Yol', due: due() })
    const agenda = sampleMeeting.agenda.slice(0, 1).map((item) => ({ ...item, blocks: [action] }))
    const kinds = missingParts({ ...sampleMeeting, agenda }).map(({ kind }) => kind)
    expect(kinds).toContain('due')
  })

  it('is undone as a whole: the date before comes back into the field and no part of the words does', () => {
    const { field, due, words, type, back } = dueField(march)
    type('gelecek toplantıda karara bağlanacak')
    back(undo)
    expect(due()).toEqual(march)
    expect(field.value).toBe('01.03.2027')
    expect(words()).not.toContain(refusal)
    back(redo)
    expect(due()).toBeUndefined()
    expect(field.value).toBe('')
  })

  it('a second try is a step of its own', () => {
    const { due, type, back } = dueField(march)
    type('15.12.2026')
    type('16.12.2026')
    back(undo)
    expect(due()).toEqual({ kind: 'day', date: '2026-12-15' })
    back(undo)
    expect(due()).toEqual(march)
  })
})
