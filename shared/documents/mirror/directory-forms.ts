import { EventDate } from '../../dates'
import { escapeInline } from '../markdown-writer'
import { MirrorFault } from './fault'
import { lineField, pointerField, readFields, showFields, type Data, type Field } from './fields'
import type { RecordForm } from './form'
import { readReference, showReference } from './links'
import { plainLines, unescapeInline } from './lines'
import { membersForm, readRows, showRows } from './roll'
import { byLabel, joined, labelled, labelledTexts, spaced, type Found, type Line } from './sections'
import { heads, labels } from './words'

const name = lineField('name', true)

/** Nothing may stand in a file that would not be read. */
function nothingElse(lines: readonly Line[]): void {
  const left = lines.find(({ text }) => text.trim() !== '')
  if (left) throw new MirrorFault('unreadable-line', left.line, left.text.trim())
}

/** A name above, one label below: agencies with their parent. */
const agencyFields = [name, pointerField('parent', 'parentId')]
export const agencyForm: RecordForm = {
  show(record, links) {
    const { texts, beside } = showFields(record, agencyFields, links)
    const body = spaced([`# ${texts.get('name') ?? ''}`, labelled(labels.parent, texts.get('parent') ?? '')])
    return { body, beside }
  },
  read(title, lines, beside, { links }) {
    const { free, labelled: found } = labelledTexts(lines)
    nothingElse([free])
    const parent = byLabel(found).get(labels.parent) ?? { text: '', line: title.line }
    const texts = new Map([
      ['name', title],
      ['parent', parent],
    ])
    return readFields(texts, beside, agencyFields, links)
  },
}

const span = /^(?:(\S+) )?–(?: (\S+))?$/

/** Offices held, one a line: `- Müdür · [Kurum](…) · 2019 – 2023`. */
const offices: Field = {
  key: 'offices',
  covers: ['offices'],
  show: (data, { links }) =>
    ((data.offices ?? []) as Data[])
      .map(({ title, agencyId, from, to }) => {
        const id = typeof agencyId === 'string' ? agencyId : ''
        const linked = id && links.pathOf(id) ? showReference(id, links.nameOf(id) ?? id, links) : ''
        const dates = from || to ? `${String(from ?? '')} – ${String(to ?? '')}`.trim() : ''
        return `- ${[escapeInline(plainLines(String(title ?? ''))), linked, dates].filter(Boolean).join(' · ')}`
      })
      .join('\n'),
  read(text, { links, line }) {
    const rows = text.split('\n').flatMap((one, index) => (one.trim() ? [{ one, at: line + index }] : []))
    return {
      offices: rows.map(({ one, at }) => {
        if (!/^-(?: |$)/.test(one)) throw new MirrorFault('unreadable-line', at, one)
        const office: Data = {}
        for (const piece of one
          .slice(1)
          .split(' · ')
          .map((part) => part.trim())) {
          const [, from = '', to = ''] = span.exec(piece) ?? []
          if (from || to) {
            if (from) office.from = from
            if (to) office.to = to
            const wrong = [from, to].find((date) => date && !EventDate.safeParse(date).success)
            if (wrong) throw new MirrorFault('unknown-word', at, wrong)
          } else if (piece.startsWith('[')) office.agencyId = readReference(piece, links, at).id
          else if (office.title !== undefined) throw new MirrorFault('unreadable-line', at, one)
          else if (piece) office.title = unescapeInline(piece)
        }
        return office
      }),
    }
  },
}

/** The lines below one heading of the second level. What stands before it must be empty. */
function belowHeading(lines: readonly Line[], heading: string): Line[] {
  const at = lines.findIndex(({ text }) => text.trim() === `## ${heading}`)
  nothingElse(at < 0 ? lines : lines.slice(0, at))
  return at < 0 ? [] : lines.slice(at + 1)
}

const personFields = [name, offices]
export const participantForm: RecordForm = {
  show(record, links) {
    const { texts, beside } = showFields(record, personFields, links)
    const held = texts.get('offices') ?? ''
    return {
      body: spaced([`# ${texts.get('name') ?? ''}`, held && `## ${heads.offices}\n\n${held}`]),
      beside,
    }
  },
  read(title, lines, beside, { links }) {
    const below = belowHeading(lines, heads.offices)
    const texts = new Map<string, Found>([
      ['name', title],
      ['offices', joined(below)],
    ])
    return readFields(texts, beside, personFields, links)
  },
}

const bodyFields = [name, pointerField('owner', 'ownerAgencyId')]
export const bodyForm: RecordForm = {
  show({ members, ...record }, links, parts) {
    const { texts, beside } = showFields(record, bodyFields, links)
    const table = showRows(membersForm, members as Data[], links, parts)
    const body = spaced([
      `# ${texts.get('name') ?? ''}`,
      labelled(labels.owner, texts.get('owner') ?? ''),
      table && `## ${heads.members}\n\n${table}`,
    ])
    return { body, beside }
  },
  read(title, lines, beside, reading) {
    const at = lines.findIndex(({ text }) => text.trim() === `## ${heads.members}`)
    const { free, labelled: found } = labelledTexts(at < 0 ? lines : lines.slice(0, at))
    nothingElse([free])
    const owner = byLabel(found).get(labels.owner) ?? { text: '', line: title.line }
    const texts = new Map([
      ['name', title],
      ['owner', owner],
    ])
    const members = at < 0 ? [] : readRows(membersForm, lines.slice(at + 1), reading)
    return { ...readFields(texts, beside, bodyFields, reading.links), members }
  },
}
