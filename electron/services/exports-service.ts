import { randomUUID } from 'node:crypto'
import path from 'node:path'
import type { SavedFile, SummaryRequest } from '../../shared/contract/work-contract'
import type { Language } from '../../shared/dates'
import { minutesDocument } from '../../shared/documents/minutes'
import { minutesMarkdown } from '../../shared/documents/minutes-markdown'
import { recordAttachment } from '../../shared/documents/record-attachment'
import { summaryDocument, type SummaryInput } from '../../shared/documents/summary'
import { summaryMarkdown } from '../../shared/documents/summary-markdown'
import { maxRows } from '../../shared/contract/rows'
import type { Meeting } from '../../shared/records/meeting'
import { fail, ok, type Result } from '../../shared/result'
import { writeWhole } from './local-files'
import type { ArchiveReader } from './store/store-types'
import type { Typesetter } from './typeset/typesetter'

export type ExportFormat = 'pdf' | 'md'

/** Characters that Windows forbids in file names, and control characters. */
const forbidden = /[<>:"/\\|?*\p{Cc}]+/gu

/**
 * A name for a file that any system takes: forbidden characters become blanks, at most 120 characters.
 * In: the wished name without ending, the ending, a word for the case that nothing is left.
 */
export function fileName(wished: string, ext: string, otherwise: string): string {
  const clean = wished
    .replace(forbidden, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 120)
    .replace(/[. ]+$/, '')
  return `${clean || otherwise}.${ext}`
}

/** The suggested name of a meeting's file: its day, then its title. */
export function meetingFileName(meeting: Meeting, ext: string, otherwise: string): string {
  const day = meeting.time.start?.split('T')[0] ?? ''
  return fileName([day.replace(/^--/, ''), meeting.title].filter(Boolean).join(' '), ext, otherwise)
}

/**
 * The bytes of one meeting on paper or as text.
 * Errors: those of reading the record, `missing-glyph`, `typeset-failed`, `cancelled`.
 */
export async function meetingBytes(
  store: ArchiveReader,
  typesetter: Typesetter,
  id: `meeting_${string}`,
  format: ExportFormat,
  language: Language,
  signal?: AbortSignal,
): Promise<Result<{ bytes: Uint8Array; meeting: Meeting }>> {
  const found = await store.get(id)
  if (!found.ok) return found
  const office = await store.settings()
  if (!office.ok) return office
  const meeting = found.value.record
  if (format === 'md') {
    return ok({
      bytes: new TextEncoder().encode(minutesMarkdown(meeting, office.value.settings, language)),
      meeting,
    })
  }
  const tree = minutesDocument(meeting, office.value.settings, language)
  const pdf = await typesetter.pdf(tree, { attach: recordAttachment(meeting), ...(signal ? { signal } : {}) })
  return pdf.ok ? ok({ bytes: pdf.value, meeting }) : pdf
}

/** The meetings of a period, all or those of some bodies. Reads only those; `report` hears how far it is. */
export async function meetingsOfPeriod(
  store: ArchiveReader,
  { from, to, bodyIds }: SummaryRequest,
  report: (done: number, total: number) => void = () => undefined,
  signal?: AbortSignal,
): Promise<Result<Meeting[]>> {
  const filter = { from, to, ...(bodyIds.length > 0 ? { bodyId: bodyIds } : {}) }
  const meetings: Meeting[] = []
  // A summary that lacks meetings without saying so would be worse than none.
  if (!store.listsReady) return fail('lists-not-ready')
  for (let offset = 0; ; offset += maxRows) {
    const { rows, total } = store.list<'meeting'>({
      type: 'meeting',
      sort: 'start',
      filter,
      offset,
      limit: maxRows,
    })
    for (const row of rows) {
      if (signal?.aborted) return fail('cancelled')
      const found = await store.get(row.id)
      // A damaged record must not hide the others; it is named in the list of problems.
      if (found.ok) meetings.push(found.value.record)
      report(meetings.length, total)
    }
    if (offset + rows.length >= total || rows.length === 0) return ok(meetings)
  }
}

async function summaryInput(
  store: ArchiveReader,
  request: SummaryRequest,
  report?: (done: number, total: number) => void,
  signal?: AbortSignal,
): Promise<Result<SummaryInput>> {
  const bodies: SummaryInput['bodies'] = []
  for (const id of request.bodyIds) {
    const body = await store.get(id)
    if (!body.ok) return body
    bodies.push({ id, name: body.value.record.name })
  }
  const meetings = await meetingsOfPeriod(store, request, report, signal)
  return meetings.ok ? ok({ from: request.from, to: request.to, bodies, meetings: meetings.value }) : meetings
}

/** What a long piece of work may be given: a way to stop it and a way to tell how far it is. */
export interface WorkOptions {
  signal?: AbortSignal
  report?: (done: number, total: number) => void
}

/**
 * The bytes of a period's summary for headquarters.
 * Errors: `cancelled`, those of reading, `missing-glyph`, `typeset-failed`.
 */
export async function summaryBytes(
  store: ArchiveReader,
  typesetter: Typesetter,
  request: SummaryRequest,
  format: ExportFormat,
  language: Language,
  { signal, report }: WorkOptions = {},
): Promise<Result<{ bytes: Uint8Array; meetings: number }>> {
  const input = await summaryInput(store, request, report, signal)
  if (!input.ok) return input
  const office = await store.settings()
  if (!office.ok) return office
  const meetings = input.value.meetings.length
  if (format === 'md') {
    const text = summaryMarkdown(input.value, office.value.settings, language)
    return ok({ bytes: new TextEncoder().encode(text), meetings })
  }
  const tree = summaryDocument(input.value, office.value.settings, language)
  const pdf = await typesetter.pdf(tree, signal ? { signal } : {})
  return pdf.ok ? ok({ bytes: pdf.value, meetings }) : pdf
}

/** The pages of one meeting or of a summary as SVG texts, for the preview. */
export async function meetingPages(
  store: ArchiveReader,
  typesetter: Typesetter,
  id: `meeting_${string}`,
  language: Language,
): Promise<Result<string[]>> {
  const found = await store.get(id)
  if (!found.ok) return found
  const office = await store.settings()
  if (!office.ok) return office
  const preview = await typesetter.preview(
    minutesDocument(found.value.record, office.value.settings, language),
  )
  return preview.ok ? ok(preview.value.pages) : preview
}

/** As {@link meetingPages}, for the summary of a period. */
export async function summaryPages(
  store: ArchiveReader,
  typesetter: Typesetter,
  request: SummaryRequest,
  language: Language,
): Promise<Result<{ pages: string[]; meetings: number }>> {
  const input = await summaryInput(store, request)
  if (!input.ok) return input
  const office = await store.settings()
  if (!office.ok) return office
  const preview = await typesetter.preview(summaryDocument(input.value, office.value.settings, language))
  return preview.ok ? ok({ pages: preview.value.pages, meetings: input.value.meetings.length }) : preview
}

/** Files written in this run, by a token that the window may hold instead of a path. */
export class SavedFiles {
  private readonly paths = new Map<string, string>()

  /** Writes a file whole and remembers it. Errors: disk codes. */
  async write(file: string, bytes: Uint8Array): Promise<Result<SavedFile>> {
    const written = await writeWhole(file, bytes)
    if (!written.ok) return written
    const token = randomUUID()
    this.paths.set(token, file)
    return ok({ token, name: path.basename(file) })
  }

  /** The path behind a token. Error: `not-found`. */
  pathOf(token: string): Result<string> {
    const file = this.paths.get(token)
    return file ? ok(file) : fail('not-found')
  }
}
