import { AnyId, typeOfId, type IdType } from '../../ids'
import { actionFields, decisionFields, dissentFields, responsibleFields } from './block-fields'
import { MirrorFault } from './fault'
import { readFields, showFields, textField, type Data } from './fields'
import { elementsOf, markerLine, quoted, specialLines } from './lines'
import type { MirrorLinks } from './links'
import { byLabel, joined, labelled, labelledTexts, quotedLines, spaced } from './sections'
import type { Chunk, Found, LabelledText, Line } from './sections'
import { labels } from './words'

/** What stands in the front matter for a part of a record, by the part's id. */
export type Parts = Map<string, Data>

/** What is needed to read the parts of a file. */
export interface Reading {
  links: MirrorLinks
  parts: ReadonlyMap<string, unknown>
  /** The id found in the file, if it is one of that type and not taken yet; else a new one. */
  idFor(type: IdType, found: string | undefined): string
}

/** Whether a text is an id of that type. */
export function isId(type: IdType, id: string): boolean {
  return typeOfId(id) === type && AnyId.safeParse(id).success
}

/** Puts aside what the text of a part does not show. */
export function keep(parts: Parts, id: string, beside: Data): void {
  const { id: _id, kind: _kind, blocks: _blocks, ...rest } = beside
  if (Object.keys(rest).length > 0) parts.set(id, rest)
}

const textFields = [textField('markdown', specialLines.minutes, true)]

/** What a field's default says anyway is left out. */
function withoutEmpty(data: Data): Data {
  return Object.fromEntries(
    Object.entries(data).filter(([, value]) => !(Array.isArray(value) && value.length === 0)),
  )
}

function showDecision(decision: Data, links: MirrorLinks, parts: Parts): string {
  const { dissents, ...own } = decision
  const { texts, beside } = showFields(own, decisionFields, links)
  keep(parts, String(decision.id), withoutEmpty(beside))
  const number = texts.get('number')
  const head = [`**${[labels.decision, number].filter(Boolean).join(' ')}**`, texts.get('verdict')]
  const said = (dissents as Data[]).map((dissent) => {
    const shown = showFields(dissent, dissentFields, links)
    keep(parts, String(dissent.id), shown.beside)
    const label = dissent.kind === 'dissent' ? labels.dissent : labels.reservation
    const name = shown.texts.get('name')
    const words = labelled([label, name].filter(Boolean).join(' – '), shown.texts.get('reason') ?? '', true)
    return words.replace(/:\*\*(?=$|[ \n])/, `:** <!-- ${String(dissent.id)} -->`)
  })
  return quoted(
    spaced([
      head.filter(Boolean).join(' · '),
      texts.get('text') ?? '',
      labelled(labels.grounds, texts.get('grounds') ?? ''),
      labelled(labels.basis, texts.get('basis') ?? ''),
      ...said,
    ]),
  )
}

function showAction(action: Data, links: MirrorLinks, parts: Parts): string {
  const { responsible, ...own } = action
  const { texts, beside } = showFields(own, actionFields, links)
  const who = showFields(responsible as Data, responsibleFields, links)
  const hidden = Object.keys(who.beside).length > 0 ? { responsible: who.beside } : {}
  keep(parts, String(action.id), { ...withoutEmpty(beside), ...hidden })
  return quoted(
    spaced([
      [`**${labels.action}**`, texts.get('due')].filter(Boolean).join(' · '),
      texts.get('text') ?? '',
      labelled(labels.agency, who.texts.get('agency') ?? ''),
      labelled(labels.unit, who.texts.get('unit') ?? ''),
      labelled(labels.person, who.texts.get('person') ?? ''),
      labelled(labels.partners, texts.get('partners') ?? ''),
    ]),
  )
}

/** A block with its marker. What the words do not show goes to `parts`. */
export function showBlock(block: Data, links: MirrorLinks, parts: Parts): string {
  const id = String(block.id)
  if (block.kind === 'decision') return `${markerLine(id)}\n${showDecision(block, links, parts)}`
  if (block.kind === 'action') return `${markerLine(id)}\n${showAction(block, links, parts)}`
  const { texts, beside } = showFields(block, textFields, links)
  keep(parts, id, beside)
  const text = texts.get('markdown') ?? ''
  return [markerLine(id, Math.max(1, elementsOf(text).length)), text].filter(Boolean).join('\n')
}

const headLine = new RegExp(
  String.raw`^\*\*(${labels.decision}|${labels.action})(?: ((?:[^*\\]|\\.)*))?\*\*(?:[ \t]*·[ \t]*(.*?))?[ \t]*$`,
  's',
)

/** The first line of a quotation and the labelled texts below it. Error: `unreadable-line` without a proper first line. */
function openQuotation(chunk: Chunk, word: string) {
  const { inside, behind } = quotedLines(chunk.lines)
  const at = inside.findIndex(({ text }) => text.trim() !== '')
  const first = inside[at]
  const head = first ? headLine.exec(first.text.trim()) : null
  if (!first || head?.[1] !== word)
    throw new MirrorFault('unreadable-line', first?.line ?? chunk.line, first?.text.trim() ?? `**${word}**`)
  const { free, labelled: below } = labelledTexts(inside.slice(at + 1))
  return { number: head[2] ?? '', rest: head[3] ?? '', line: first.line, free, below, behind }
}

function readDissent(found: LabelledText, reading: Reading): Data {
  const id = reading.idFor('dissent', found.id)
  const texts = new Map<string, Found>([
    ['name', { text: found.name ?? '', line: found.line }],
    ['reason', found],
  ])
  const beside = reading.parts.get(found.id ?? '')
  const kind = found.label === labels.dissent ? 'dissent' : 'reservation'
  return { ...readFields(texts, beside, dissentFields, reading.links), id, kind }
}

function readDecision(chunk: Chunk, reading: Reading): { block: Data; behind: Line[] } {
  const { number, rest, line, free, below, behind } = openQuotation(chunk, labels.decision)
  const texts = byLabel(below)
  const shown = new Map<string, Found>([
    ['number', { text: number, line }],
    ['verdict', { text: rest, line }],
    ['text', free],
    ['grounds', texts.get(labels.grounds) ?? { text: '', line }],
    ['basis', texts.get(labels.basis) ?? { text: '', line }],
  ])
  const said: string[] = [labels.dissent, labels.reservation]
  const id = reading.idFor('decision', chunk.marker?.id)
  const data = readFields(shown, reading.parts.get(chunk.marker?.id ?? ''), decisionFields, reading.links)
  const dissents = below
    .filter((found) => said.includes(found.label))
    .map((found) => readDissent(found, reading))
  return { block: { ...data, id, kind: 'decision', dissents }, behind }
}

function readAction(chunk: Chunk, reading: Reading): { block: Data; behind: Line[] } {
  const { rest, line, free, below, behind } = openQuotation(chunk, labels.action)
  const texts = byLabel(below)
  const at = (label: string) => texts.get(label) ?? { text: '', line }
  const beside = reading.parts.get(chunk.marker?.id ?? '') as Data | undefined
  const id = reading.idFor('action', chunk.marker?.id)
  const shown = new Map<string, Found>([
    ['due', { text: rest, line }],
    ['text', free],
    ['partners', at(labels.partners)],
  ])
  const who = new Map<string, Found>([
    ['agency', at(labels.agency)],
    ['unit', at(labels.unit)],
    ['person', at(labels.person)],
  ])
  const responsible = readFields(who, beside?.responsible, responsibleFields, reading.links)
  const data = readFields(shown, beside, actionFields, reading.links)
  return { block: { ...data, id, kind: 'action', responsible }, behind }
}

/** New texts that were typed by hand: one block for each top-level element. */
export function newTexts(lines: readonly Line[], reading: Reading): Data[] {
  const { text, line } = joined(lines)
  return elementsOf(text).map((element) => {
    const texts = new Map([['markdown', { text: element.trim(), line }]])
    return {
      ...readFields(texts, undefined, textFields, reading.links),
      id: reading.idFor('text', undefined),
      kind: 'text',
    }
  })
}

function readText(chunk: Chunk, reading: Reading): Data[] {
  const found = joined(chunk.lines)
  const given = chunk.marker
  const elements = given && given.count > 0 ? elementsOf(found.text) : []
  const own =
    given && elements.length > given.count ? elements.slice(0, given.count).join('').trimEnd() : found.text
  const typed = elements.slice(given?.count ?? 0)
  const texts = new Map([['markdown', { text: own, line: found.line }]])
  const block = readFields(texts, reading.parts.get(given?.id ?? ''), textFields, reading.links)
  return [
    { ...block, id: reading.idFor('text', given?.id), kind: 'text' },
    ...(own === found.text ? [] : newTexts([{ text: typed.join(''), line: found.line }], reading)),
  ]
}

/** The blocks of a chunk: the one that its marker names, then what was typed behind it by hand. Errors: {@link MirrorFault}. */
export function readBlocks(chunk: Chunk, reading: Reading): Data[] {
  const { id = '', word } = chunk.marker ?? {}
  if (isId('text', id)) return readText(chunk, reading)
  const decision = word === 'karar' || isId('decision', id)
  if (!decision && word !== 'görev' && !isId('action', id))
    throw new MirrorFault('unreadable-line', chunk.line, id || word || '')
  const { block, behind } = decision ? readDecision(chunk, reading) : readAction(chunk, reading)
  return [block, ...newTexts(behind, reading)]
}
