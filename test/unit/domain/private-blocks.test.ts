import { describe, expect, test } from 'vitest'
import { docsFromRecord } from '../../../electron/services/search/documents'
import { minutesDocument } from '../../../shared/documents/minutes'
import { minutesMarkdown } from '../../../shared/documents/minutes-markdown'
import { recordAttachment } from '../../../shared/documents/record-attachment'
import { summaryMarkdown } from '../../../shared/documents/summary-markdown'
import { withoutPrivate, withPrivateOf } from '../../../shared/domain/private-blocks'
import { newId } from '../../../shared/ids'
import type { TextBlock } from '../../../shared/records/blocks'
import type { Meeting } from '../../../shared/records/meeting'
import { defaultOfficeSettings } from '../../../shared/records/office-settings'
import { sampleMeeting } from '../../support/sample-meeting'

const text = (markdown: string, secret = false): TextBlock => ({
  id: newId('text'),
  kind: 'text',
  markdown,
  ...(secret ? { private: true } : {}),
})
const [open, first, second, third] = [text('Açıldı.'), text('Görüşüldü.'), text('Bitti.'), text('Dilekler.')]
const [note, other] = [text('GİZLİCE: başkan yorgun.', true), text('GİZLİCE: izin iste.', true)]

function meetingOf(...items: TextBlock[][]): Meeting {
  const agenda = items.map((blocks, index) => ({
    id: `item_0190a5d0-0000-7000-8000-00000000000${index}` as const,
    title: `Madde ${index}`,
    kind: 'item' as const,
    speakerIds: [],
    blocks,
  }))
  return { ...sampleMeeting, agenda }
}
const words = (meeting: Meeting) =>
  meeting.agenda.map(({ blocks }) =>
    blocks.map((block) => (block.kind === 'text' ? block.markdown : block.id)),
  )
const own = meetingOf([open, note, first], [other, second, third])

describe('without the own notes of the secretary', () => {
  test('everything else stays, the meeting that has none is the same', () => {
    const shown = withoutPrivate(own)
    expect(words(shown)).toEqual([
      ['Açıldı.', 'Görüşüldü.'],
      ['Bitti.', 'Dilekler.'],
    ])
    expect(withoutPrivate(shown)).toBe(shown)
  })
  test('no export says a word of them', () => {
    const commented: Meeting = {
      ...own,
      comments: [
        {
          id: newId('comment'),
          targetId: open.id,
          at: own.createdAt,
          by: 'Sıla',
          text: 'AÇIKLAMA',
          done: false,
        },
      ],
    }
    const office = defaultOfficeSettings()
    const outputs = {
      paper: JSON.stringify(minutesDocument(commented, office, 'tr')),
      markdown: minutesMarkdown(commented, office, 'tr'),
      attached: new TextDecoder().decode(recordAttachment(commented).bytes),
      summary: summaryMarkdown(
        { from: '2000-01-01', to: '2099-12-31', bodies: [], meetings: [commented] },
        office,
        'tr',
      ),
      search: JSON.stringify(docsFromRecord(commented)),
    }
    for (const [name, said] of Object.entries(outputs)) {
      expect(said, name).not.toContain('GİZLİCE')
      expect(said, name).not.toContain(note.id)
      expect(said, name).not.toContain('AÇIKLAMA')
    }
    expect(outputs.paper).toContain('Görüşüldü.')
    expect(outputs.markdown).toContain('Görüşüldü.')
    expect(outputs.attached).toContain('Görüşüldü.')
    expect(outputs.search).toContain('Görüşüldü.')
  })
})

describe('what comes back from outside', () => {
  const back = (returned: Meeting, now = own, sent: Meeting | undefined = own) =>
    words(withPrivateOf(returned, now, sent))

  test('unchanged, it is the meeting again', () => {
    expect(withPrivateOf(withoutPrivate(own), own, own)).toEqual(own)
    expect(withPrivateOf(withoutPrivate(own), own)).toEqual(own)
    const plain = meetingOf([open])
    expect(withPrivateOf(plain, plain, plain)).toBe(plain)
  })
  test('notes stand behind the nearest neighbour that is left', () => {
    expect(back(meetingOf([open, text('Yeni.'), first], [third]))).toEqual([
      ['Açıldı.', note.markdown, 'Yeni.', 'Görüşüldü.'],
      [other.markdown, 'Dilekler.'],
    ])
    expect(back(meetingOf([first], [open]))).toEqual([
      ['Görüşüldü.'],
      [other.markdown, 'Açıldı.', note.markdown],
    ])
  })
  test('no note goes, even when all text or its whole item is gone', () => {
    expect(back(meetingOf([]))).toEqual([[other.markdown, note.markdown]])
    expect(back(meetingOf()).flat().sort()).toEqual([note.markdown, other.markdown].sort())
  })
  test('what was a note when it went out was not deleted by the one who never saw it', () => {
    const { private: _private, ...told } = note
    const now = meetingOf([open, told, first], [other, second, third])
    expect(withPrivateOf(withoutPrivate(own), now, own)).toEqual(now)
  })
  test('what became a note later stays one, with the words that came back', () => {
    const sent = meetingOf([open, first])
    const now = meetingOf([open, { ...first, private: true }])
    const edited = meetingOf([open, { ...first, markdown: 'Elle.' }])
    expect(withPrivateOf(edited, now, sent).agenda[0]?.blocks[1]).toEqual({
      ...first,
      markdown: 'Elle.',
      private: true,
    })
  })
})
