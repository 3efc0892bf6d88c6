import { z } from 'zod'
import { recordTypeOfId, type IdType, type RecordType } from '../../ids'
import { storeOwnedKeys } from '../../records/define-record'
import { definitionOf, type AnyRecord } from '../../records/registry'
import { isId, type Parts } from './blocks'
import { agencyForm, bodyForm, participantForm } from './directory-forms'
import { MirrorFault, type MirrorProblem } from './fault'
import type { Data } from './fields'
import type { RecordForm } from './form'
import { readFront, writeFront } from './front'
import type { MirrorLinks } from './links'
import { unescapeInline } from './lines'
import { meetingForm } from './meeting-form'
import type { Line } from './sections'
import { followUpForm, noteForm } from './text-forms'
import { heads } from './words'

/** Number of this form of Markdown; raised when files of an older one can no longer be read as they are. */
export const mirrorForm = 1

const forms: Record<RecordType, RecordForm> = {
  meeting: meetingForm,
  participant: participantForm,
  agency: agencyForm,
  body: bodyForm,
  note: noteForm,
  followup: followUpForm,
}

const stamps = new Set<string>(storeOwnedKeys.filter((key) => key !== 'id'))

/** Empty lists and groups that the schema puts there anyway say nothing. */
function worthKeeping(type: RecordType, key: string, value: unknown): boolean {
  if (value === null || typeof value !== 'object' || Object.keys(value).length > 0) return true
  const { schema } = definitionOf(type)
  return !(schema instanceof z.ZodObject && schema.shape[key] instanceof z.ZodDefault)
}

/**
 * A record as a file of the mirror: front matter with its ids and every field that the text does not show, then text.
 * In: the record, what is known of the other files. Out: Markdown that {@link readMirrorFile} turns into the same record.
 */
export function writeMirrorFile(type: RecordType, record: AnyRecord, links: MirrorLinks): string {
  const entries = Object.entries(record) as [string, unknown][]
  const parts: Parts = new Map()
  const own = Object.fromEntries(entries.filter(([key]) => key !== 'id' && !stamps.has(key)))
  const { body, beside } = forms[type].show(own, links, parts)
  const { exact, ...hidden } = beside
  const kept = Object.entries(hidden).filter(([key, value]) => worthKeeping(type, key, value))
  const front = {
    mirror: mirrorForm,
    type,
    version: definitionOf(type).version,
    id: record.id,
    ...Object.fromEntries(kept),
    ...(exact ? { exact } : {}),
    ...(parts.size > 0 ? { parts: [...parts].map(([id, data]) => ({ id, ...data })) } : {}),
    ...Object.fromEntries(entries.filter(([key]) => stamps.has(key))),
  }
  return `${writeFront(front)}\n${body}\n`
}

/** What a file of the mirror turned out to be. `own`: it has an id; others are new notes. */
export type MirrorRead =
  | { ok: true; type: RecordType; id: string; own: boolean; record: AnyRecord }
  | { ok: false; problem: MirrorProblem; line: number; words: string }

export interface ReadOptions {
  links: MirrorLinks
  newId: (type: IdType) => string
  /** The id of a note that somebody has written into the mirror by hand. */
  noteId: () => string
}

function linesOf(body: string, firstLine: number): Line[] {
  return body.split('\n').map((text, index) => ({ text, line: firstLine + index }))
}

/** The title line and those below. Error: `no-title`. */
function titleOf(lines: readonly Line[]): { title: Line; below: Line[] } {
  const at = lines.findIndex(({ text }) => text.trim() !== '')
  const first = lines[at]
  const match = first ? /^#(?:[ \t]+(.*))?$/s.exec(first.text.trimEnd()) : null
  if (!first || !match) throw new MirrorFault('no-title', first?.line ?? lines[0]?.line ?? 1, first?.text)
  const words = (match[1] ?? '').trim()
  return {
    title: { text: words === heads.untitled ? '' : words, line: first.line },
    below: lines.slice(at + 1),
  }
}

function partsOf(value: unknown): Map<string, Data> {
  const rows = Array.isArray(value) ? (value as unknown[]) : []
  return new Map(
    rows.flatMap((row): [string, Data][] => {
      if (row === null || typeof row !== 'object' || !('id' in row)) return []
      const { id, ...data } = row as Data
      return [[String(id), data]]
    }),
  )
}

function checked(type: RecordType, data: Data, line: number): AnyRecord {
  const parsed = definitionOf(type).schema.safeParse(data)
  if (parsed.success) return parsed.data as AnyRecord
  const [issue] = parsed.error.issues
  throw new MirrorFault('invalid-field', line, issue?.path.join('.') ?? '')
}

/** A note that somebody has put into the mirror: front matter of other programs keeps its tags, the rest is text. */
function newNote(front: Data, lines: readonly Line[], options: ReadOptions): MirrorRead {
  const at = lines.findIndex(({ text }) => text.trim() !== '')
  const heading = /^#[ \t]+(.*\S)/s.exec(lines[at]?.text ?? '')?.[1]
  const fileName = (options.links.movedTo ?? options.links.path).split('/').at(-1) ?? ''
  const below = heading === undefined ? lines : lines.slice(at + 1)
  const title = heading === undefined ? fileName.replace(/\.[^.]*$/, '') : unescapeInline(heading)
  const given: unknown = front.tags
  const tags = (Array.isArray(given) ? (given as unknown[]) : []).filter(
    (tag) => typeof tag === 'string' && tag,
  )
  const id = options.noteId()
  const reading = { links: options.links, parts: new Map(), idFor: options.newId }
  const read = noteForm.read({ text: title, line: 1 }, below, {}, reading)
  const stamp = { revision: 1, createdAt: noDay, updatedAt: noDay, savedBy: '', originArchive: '' }
  const record = checked('note', { ...stamp, ...read, title, tags, id }, 1)
  return { ok: true, type: 'note', id, own: false, record }
}
const noDay = '1970-01-01T00:00:00.000Z'

function readOwn(front: Data, lines: readonly Line[], options: ReadOptions): MirrorRead {
  const { mirror: _form, type: typeName, version, id, exact, parts, ...hidden } = front
  const type = typeof id === 'string' && isRecordId(id) ? recordTypeOfId(id) : undefined
  if (typeof id !== 'string' || !type || type !== typeName) throw new MirrorFault('wrong-type', 2, String(id))
  if (typeof version === 'number' && version > definitionOf(type).version)
    throw new MirrorFault('too-new', 2, String(version))
  const { title, below } = titleOf(lines)
  const taken = new Set<string>()
  const idFor = (wanted: IdType, found: string | undefined) => {
    const kept =
      found !== undefined && isId(wanted, found) && !taken.has(found) ? found : options.newId(wanted)
    taken.add(kept)
    return kept
  }
  const stamped = Object.entries(hidden).filter(([key]) => stamps.has(key))
  const beside = { ...hidden, exact }
  const reading = { links: options.links, parts: partsOf(parts), idFor }
  const read = forms[type].read(title, below, beside, reading)
  const record = checked(type, { ...read, ...Object.fromEntries(stamped), id }, 1)
  return { ok: true, type, id, own: true, record }
}

function isRecordId(id: string): boolean {
  const type = recordTypeOfId(id)
  return type !== undefined && isId(type, id)
}

/**
 * Reads a file of the mirror. In: its text (a BOM and Windows line ends are fine), what is known of the other files. Any
 * text is answered: as a record, as a new note when it carries no id, or with what is wrong and where.
 */
export function readMirrorFile(text: string, options: ReadOptions): MirrorRead {
  try {
    const { front, body, bodyLine } = readFront(text)
    const lines = linesOf(body, bodyLine)
    if ('mirror' in front) {
      if (front.mirror !== mirrorForm) throw new MirrorFault('too-new', 2, String(front.mirror))
      return readOwn(front, lines, options)
    }
    if ('tutanak' in front) throw new MirrorFault('other-form', 2)
    return newNote(front, lines, options)
  } catch (fault) {
    if (!(fault instanceof MirrorFault)) throw fault
    return { ok: false, problem: fault.problem, line: fault.line, words: fault.words.slice(0, 200) }
  }
}
