import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { RecordType } from '../../shared/ids'
import type { Agency } from '../../shared/records/agency'
import type { Body } from '../../shared/records/body'
import type { Meeting } from '../../shared/records/meeting'
import type { Note } from '../../shared/records/note'
import type { Participant } from '../../shared/records/participant'
import { definitionOf, type AnyRecord } from '../../shared/records/registry'
import { nodeArchiveFiles } from '../../electron/services/store/archive-files'
import { initArchive } from '../../electron/services/store/archive-init'
import { seal } from '../../electron/services/store/envelope'
import { recordFile } from '../../electron/services/store/layout'
import { meetingOf } from './generator/meetings'
import { agencyOf, bodyOf, noteOf, personOf, type Directory } from './generator/people'
import { randomOf } from './generator/random'

export interface GeneratorOptions {
  meetings: number
  /** The same seed makes the same archive. */
  seed?: number
  onProgress?: (done: number, total: number) => void
}

/** How many of each a real archive of this size has. */
export function sizesFor(meetings: number): Record<'agencies' | 'people' | 'bodies' | 'notes', number> {
  return {
    agencies: Math.max(25, Math.min(900, Math.round(meetings / 12))),
    people: Math.max(60, Math.min(6_000, Math.round(meetings / 2.5))),
    bodies: Math.max(6, Math.min(90, Math.round(meetings / 80))),
    notes: Math.max(3, Math.round(meetings / 20)),
  }
}

/** People, agencies and boards that meetings of a generated archive draw from. */
export function generateDirectory(meetings: number, seed = 1): Directory {
  const random = randomOf(seed)
  const sizes = sizesFor(meetings)
  const agencies: Agency[] = []
  for (let n = 0; n < sizes.agencies; n++) agencies.push(agencyOf(random, agencies, n))
  const people: Participant[] = []
  for (let n = 0; n < sizes.people; n++) people.push(personOf(random, agencies, n))
  const bodies: Body[] = []
  for (let n = 0; n < sizes.bodies; n++) bodies.push(bodyOf(random, agencies, people, n))
  return { agencies, people, bodies }
}

/**
 * All records of a realistic archive of Turkish minutes, one after another: about 400 inflected words a meeting,
 * a dozen participants, decisions and action items; invented people and agencies.
 */
export function* generateRecords({
  meetings,
  seed = 1,
}: GeneratorOptions): Generator<[RecordType, AnyRecord]> {
  const directory = generateDirectory(meetings, seed)
  for (const agency of directory.agencies) yield ['agency', agency]
  for (const person of directory.people) yield ['participant', person]
  for (const body of directory.bodies) yield ['body', body]
  const random = randomOf(seed + 1)
  const recent: Meeting[] = []
  for (let n = 0; n < meetings; n++) {
    const meeting = meetingOf(random, directory, n, meetings)
    recent[n % 50] = meeting
    yield ['meeting', meeting]
  }
  for (let n = 0; n < sizesFor(meetings).notes; n++) {
    const note: Note = noteOf(random, directory, recent, n)
    yield ['note', note]
  }
}

/**
 * Writes a generated archive into the folder `path`, which is missing or empty. Files are written without syncing: 10,000 meetings
 * take seconds. Out: number of records by type.
 */
export async function generateArchive(
  options: GeneratorOptions & { path: string },
): Promise<Record<string, number>> {
  const root = options.path
  const made = await initArchive({
    path: root,
    files: nodeArchiveFiles(),
    name: 'Örnek Tutanaklar',
    clock: () => new Date('2026-01-05T06:00:00.000Z'),
    savedBy: 'üretici',
  })
  if (!made.ok) throw new Error(made.error.code)
  const counts: Record<string, number> = {}
  const folders = new Set<string>()
  let pending: Promise<void>[] = []
  let done = 0
  for (const [type, record] of generateRecords(options)) {
    const path = join(root, recordFile(record.id))
    const folder = dirname(path)
    if (!folders.has(folder)) await mkdir(folder, { recursive: true })
    folders.add(folder)
    const { bytes } = seal(definitionOf(type), record, { savedAt: record.updatedAt, savedBy: record.savedBy })
    pending.push(writeFile(path, bytes))
    if (pending.length >= 64) {
      await Promise.all(pending)
      pending = []
    }
    counts[type] = (counts[type] ?? 0) + 1
    done += 1
    if (done % 500 === 0) options.onProgress?.(done, options.meetings)
  }
  await Promise.all(pending)
  return counts
}
