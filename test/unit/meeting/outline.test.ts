import { describe, expect, it } from 'vitest'
import { itemAt, outlineOf } from '../../../renderer/src/features/meeting/outline/outline-entries'
import { agendaNumbers } from '../../../shared/documents/minutes-agenda'
import { DocumentCodec } from '../../../renderer/src/features/meeting/editor/document-codec'
import { meetingOf } from './arbitrary-meeting'
import { schema, stateOf } from './minutes-state'

describe('the outline', () => {
  it('shows items with their decisions and action items, and text before the first as a beginning', () => {
    const { doc } = stateOf('Giriş', '# Açılış', '◆ Kabulüne', 'x', '◇ Rapor', '# ', '# Kapanış')
    const entries = outlineOf(doc)
    expect(entries.map(({ number, title }) => [number, title])).toEqual([
      ['', ''],
      ['1', 'Açılış'],
      ['', ''],
      ['2', 'Kapanış'],
    ])
    expect(entries[1]?.parts.map(({ kind, words }) => [kind, words])).toEqual([
      ['decision', 'Kabulüne'],
      ['action', 'Rapor'],
    ])
    expect(outlineOf(stateOf('|').doc)).toEqual([])
  })

  it('numbers items as the paper does, also with numbers typed by hand', () => {
    const meeting = meetingOf([
      { title: 'Açılış', texts: [] },
      { title: '', texts: ['ara söz'] },
      { title: 'Yol', texts: [] },
      { title: 'Su', texts: [] },
    ])
    const third = meeting.agenda[2]
    if (third) third.number = 'II'
    const doc = new DocumentCodec(schema).read(meeting.agenda)
    const paper = agendaNumbers(meeting)
    for (const entry of outlineOf(doc))
      expect(entry.number).toBe(paper.get(entry.id as `item_${string}`) ?? '')
  })

  it('knows which item is being written', () => {
    const meeting = meetingOf([
      { title: '', texts: ['a'] },
      { title: 'Bir', texts: ['b', 'c'] },
    ])
    const doc = new DocumentCodec(schema).read(meeting.agenda)
    expect(itemAt(doc, 0)).toBe('')
    expect(itemAt(doc, 3)).toBe(meeting.agenda[1]?.id)
    expect(itemAt(doc, 99)).toBe(meeting.agenda[1]?.id)
  })
})
