import { escapeInline } from '../markdown-writer'
import { attachmentSection, attachmentsField } from './attachments'
import { agencyListField } from './block-fields'
import { isId, keep, newTexts, readBlocks, showBlock, type Parts, type Reading } from './blocks'
import { MirrorFault } from './fault'
import { lineField, namedField, readFields, showFields, type Data, type Field } from './fields'
import type { RecordForm } from './form'
import { codeWatch, isText, markerLine, plainLines, unescapeInline } from './lines'
import { readRows, rollForm, showRows } from './roll'
import {
  byLabel,
  chunksOf,
  joined,
  labelledTexts,
  spaced,
  type Chunk,
  type Found,
  type Line,
} from './sections'
import { heads, labels } from './words'

const headFields: readonly Field[] = [
  lineField('title', true),
  namedField('body', 'bodyId', 'bodyName'),
  agencyListField('hosts'),
  agencyListField('partners'),
  attachmentsField,
]

/** Number and title of an agenda item: `2. Yolun onarımı`. */
const itemHeading: Field = {
  key: 'heading',
  covers: ['number', 'title'],
  show({ number, title }) {
    const shown = typeof number === 'string' ? plainLines(number).trim() : ''
    const point = /[\p{L}\p{N}]$/u.test(shown) ? '.' : ''
    return escapeInline(`${shown}${point} ${plainLines(String(title ?? ''))}`)
  },
  read(text, _place, kept) {
    const words = unescapeInline(text)
    const known = typeof kept?.number === 'string' ? kept.number : undefined
    const [, first = '', rest = ''] = /^(\S+) (.*)$/su.exec(words) ?? []
    if (known && first && first.replace(/\.$/, '') === known.trim().replace(/\.$/, ''))
      return { number: known, title: rest.trim() }
    const match = /^(\d[\d.]*)\.(?: (.*))?$/su.exec(words)
    return match ? { number: match[1], title: (match[2] ?? '').trim() } : { title: words }
  },
}
const itemFields = [itemHeading]

function listLine(label: string, text: string): string {
  return text ? `- **${label}:** ${text}` : ''
}

function show(record: Data, links: Reading['links'], parts: Parts) {
  const { attendance, agenda, ...own } = record
  const { texts, beside } = showFields(own, headFields, links)
  const facts = [
    listLine(labels.body, texts.get('body') ?? ''),
    listLine(labels.hosts, texts.get('hosts') ?? ''),
    listLine(labels.partners, texts.get('partners') ?? ''),
  ]
  const roll = showRows(rollForm, attendance as Data[], links, parts)
  const items = (agenda as Data[]).flatMap((item) => {
    const shown = showFields(item, itemFields, links)
    const { speakerIds, ...hidden } = shown.beside
    const speakers = (speakerIds as unknown[]).length > 0 ? { speakerIds } : {}
    const usual = item.kind === 'item' ? {} : { itemKind: item.kind }
    keep(parts, String(item.id), { ...hidden, ...speakers, ...usual })
    const heading = shown.texts.get('heading')
    return [
      [markerLine(String(item.id)), heading ? `## ${heading}` : ''].filter(Boolean).join('\n'),
      ...(item.blocks as Data[]).map((block) => showBlock(block, links, parts)),
    ]
  })
  const body = spaced([
    `# ${texts.get('title') || heads.untitled}`,
    facts.filter(Boolean).join('\n'),
    roll && `${markerLine('katilim')}\n## ${heads.roll}\n\n${roll}`,
    ...items,
    attachmentSection(texts.get('attachments') ?? ''),
  ])
  return { body, beside }
}

/** Cuts a chunk at headings of the second level: each is an agenda item typed by hand, or the heading of the marker above it. */
function atHeadings(chunk: Chunk): { chunk: Chunk; heading?: Found }[] {
  const pieces: { chunk: Chunk; heading?: Found }[] = [{ chunk: { ...chunk, lines: [] } }]
  const inCode = codeWatch()
  for (const line of chunk.lines) {
    const heading =
      !inCode(line.text) && !isText(line.text) && /^ {0,3}##[ \t]*$|^ {0,3}##[ \t]+(.*)$/s.exec(line.text)
    const last = pieces.at(-1)
    if (!heading || !last) last?.chunk.lines.push(line)
    else {
      const found = { text: (heading[1] ?? '').trim(), line: line.line }
      const { id = '', word } = last.chunk.marker ?? {}
      const awaited = isId('item', id) || word === 'katilim' || word === 'ekler'
      const begun = last.heading !== undefined || last.chunk.lines.some(({ text }) => text.trim() !== '')
      if (awaited && !begun) last.heading = found
      else pieces.push({ chunk: { line: line.line, lines: [] }, heading: found })
    }
  }
  return pieces
}

function readItem(chunk: Chunk, heading: Found | undefined, reading: Reading): Data {
  const id = chunk.marker?.id
  const texts = new Map([['heading', heading ?? { text: '', line: chunk.line }]])
  const { itemKind = 'item', ...data } = readFields(
    texts,
    reading.parts.get(id ?? ''),
    itemFields,
    reading.links,
  )
  return { ...data, kind: itemKind, id: reading.idFor('item', id), blocks: newTexts(chunk.lines, reading) }
}

interface Contents {
  attendance: Data[]
  agenda: Data[]
  attachments: Found
}

function readChunks(chunks: readonly Chunk[], reading: Reading): Contents {
  const found: Contents = { attendance: [], agenda: [], attachments: { text: '', line: 0 } }
  const lastItem = (): Data => {
    if (found.agenda.length === 0)
      found.agenda.push({ id: reading.idFor('item', undefined), title: '', kind: 'item', blocks: [] })
    return found.agenda.at(-1) as Data
  }
  for (const whole of chunks) {
    for (const { chunk, heading } of atHeadings(whole)) {
      const { id = '', word } = chunk.marker ?? {}
      if (word === 'katilim') found.attendance = readRows(rollForm, chunk.lines, reading)
      else if (word === 'ekler') found.attachments = joined(chunk.lines)
      else if (isId('item', id) || (!chunk.marker && heading))
        found.agenda.push(readItem(chunk, heading, reading))
      else if (chunk.marker) (lastItem().blocks as Data[]).push(...readBlocks(chunk, reading))
      else {
        const typed = newTexts(chunk.lines, reading)
        if (typed.length > 0) (lastItem().blocks as Data[]).push(...typed)
      }
    }
  }
  return found
}

/** The lines below the title: the list of what hangs on the meeting, and the rest. */
function splitFacts(lines: readonly Line[]): { facts: Line[]; rest: Line[] } {
  const fact = new RegExp(`^- \\*\\*(?:${labels.body}|${labels.hosts}|${labels.partners}):\\*\\*`)
  const own = lines.filter(({ text }) => fact.test(text))
  return {
    facts: own.map(({ text, line }) => ({ text: text.slice(2), line })),
    rest: lines.filter((line) => !own.includes(line)),
  }
}

function read(title: Found, lines: readonly Line[], beside: unknown, reading: Reading): Data {
  const [first, ...others] = chunksOf(lines)
  if (!first) throw new MirrorFault('no-title', title.line)
  const { facts, rest } = splitFacts(first.lines)
  const texts = byLabel(labelledTexts(facts).labelled)
  const found = readChunks([{ ...first, lines: rest }, ...others], reading)
  const at = (label: string) => texts.get(label) ?? { text: '', line: title.line }
  const shown = new Map<string, Found>([
    ['title', title],
    ['body', at(labels.body)],
    ['hosts', at(labels.hosts)],
    ['partners', at(labels.partners)],
    ['attachments', found.attachments],
  ])
  const data = readFields(shown, beside, headFields, reading.links)
  return { ...data, attendance: found.attendance, agenda: found.agenda }
}

/** Minutes: agenda items as headings, blocks below them in the order of the paper. */
export const meetingForm: RecordForm = { show, read }
