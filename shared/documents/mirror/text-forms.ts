import { attachmentSection, attachmentsField } from './attachments'
import { isId, keep } from './blocks'
import { MirrorFault } from './fault'
import { lineField, pointerField, readFields, showFields, textField, type Data, type Field } from './fields'
import type { RecordForm } from './form'
import { codeWatch, isText, markerLine, specialLines } from './lines'
import { byLabel, chunksOf, joined, labelled, labelledTexts, spaced, type Found, type Line } from './sections'
import { followUpStatuses, heads, labels } from './words'

const noteFields = [
  lineField('title', true),
  textField('markdown', specialLines.note, true),
  attachmentsField,
]

/** A note: its title, its text, its attachments. */
export const noteForm: RecordForm = {
  show(record, links) {
    const { texts, beside } = showFields(record, noteFields, links)
    const body = spaced([
      `# ${texts.get('title') || heads.untitled}`,
      texts.get('markdown') ?? '',
      attachmentSection(texts.get('attachments') ?? ''),
    ])
    return { body, beside }
  },
  read(title, lines, beside, { links }) {
    const [first, ...others] = chunksOf(lines)
    const strange = others.find(({ marker }) => marker?.word !== 'ekler')
    if (strange)
      throw new MirrorFault('unreadable-line', strange.line, strange.marker?.id ?? strange.marker?.word)
    const attached = (others[0]?.lines ?? []).filter(({ text }) => !text.startsWith('## '))
    const texts = new Map<string, Found>([
      ['title', title],
      ['markdown', joined(first?.lines ?? [])],
      ['attachments', joined(attached)],
    ])
    return readFields(texts, beside, noteFields, links)
  },
}

/** When and with what state: `2026-01-05T06:00:00.000Z · sürüyor`. */
const entryHeading: Field = {
  key: 'heading',
  covers: ['at', 'status'],
  show({ at, status }) {
    const word = status === undefined ? '' : followUpStatuses.wordOf(status as 'done')
    return [String(at), word].filter(Boolean).join(' · ')
  },
  read(text, { line }) {
    const [at = '', word, ...more] = text.split(' · ').map((part) => part.trim())
    if (more.length > 0) throw new MirrorFault('unreadable-line', line, text)
    const day = /^\d{4}-\d{2}-\d{2}$/.test(at) ? `${at}T00:00:00.000Z` : at
    return { at: day, ...(word ? { status: followUpStatuses.valueOf(word, line) } : {}) }
  },
}

const entryFields = [
  entryHeading,
  textField('note', specialLines.entry, true),
  lineField('by', true),
  lineField('document'),
]
const meetingField = pointerField('meeting', 'meetingId')

function entriesOf(lines: readonly Line[]): { id?: string; heading?: Found; lines: Line[]; line: number }[] {
  return chunksOf(lines).flatMap(({ marker, line, lines: own }) => {
    const pieces: { id?: string; heading?: Found; lines: Line[]; line: number }[] = [
      { ...(marker?.id ? { id: marker.id } : {}), lines: [], line },
    ]
    const inCode = codeWatch()
    for (const one of own) {
      const match = !inCode(one.text) && !isText(one.text) && /^ {0,3}##[ \t]+(.*)$/s.exec(one.text)
      const last = pieces.at(-1)
      const heading = match ? { text: (match[1] ?? '').trim(), line: one.line } : undefined
      if (!heading || !last) last?.lines.push(one)
      else if (last.id && !last.heading && last.lines.every(({ text }) => !text.trim()))
        last.heading = heading
      else pieces.push({ heading, lines: [], line: one.line })
    }
    return pieces
  })
}

/** The later life of a decision or action: one heading an entry. */
export const followUpForm: RecordForm = {
  show({ entries, ...record }, links, parts) {
    const { texts, beside } = showFields(record, [meetingField], links)
    const rows = (entries as Data[]).map((entry) => {
      const shown = showFields(entry, entryFields, links)
      keep(parts, String(entry.id), shown.beside)
      return spaced([
        `${markerLine(String(entry.id))}\n## ${shown.texts.get('heading') ?? ''}`,
        shown.texts.get('note') ?? '',
        labelled(labels.by, shown.texts.get('by') ?? ''),
        labelled(labels.document, shown.texts.get('document') ?? ''),
      ])
    })
    const meeting = labelled(labels.meeting, texts.get('meeting') ?? '')
    return { body: spaced([`# ${heads.followUp}`, meeting, ...rows]), beside }
  },
  read(title, lines, beside, reading) {
    const [head, ...entries] = entriesOf(lines)
    const { free, labelled: top } = labelledTexts(head?.lines ?? [])
    if (free.text) throw new MirrorFault('unreadable-line', free.line, free.text.split('\n')[0])
    const texts = new Map([['meeting', byLabel(top).get(labels.meeting) ?? { text: '', line: title.line }]])
    return {
      ...readFields(texts, beside, [meetingField], reading.links),
      entries: entries.map(({ id, heading, lines: own, line }) => {
        if (id !== undefined && !isId('entry', id)) throw new MirrorFault('unreadable-line', line, id)
        const { free: note, labelled: found } = labelledTexts(own)
        const below = byLabel(found)
        const shown = new Map<string, Found>([
          ['heading', heading ?? { text: '', line }],
          ['note', note],
          ['by', below.get(labels.by) ?? { text: '', line }],
          ['document', below.get(labels.document) ?? { text: '', line }],
        ])
        const data = readFields(shown, reading.parts.get(id ?? ''), entryFields, reading.links)
        return { ...data, id: reading.idFor('entry', id) }
      }),
    }
  },
}
