import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import canonicalize from 'canonicalize'
import type { RecordType } from '../../shared/ids'
import type { Meeting } from '../../shared/records/meeting'
import type { RecordOf } from '../../shared/records/registry'

/** A record as it lies on the disk. */
export interface Stored<R> {
  file: string
  hash: string
  record: R
}

const folders: Record<RecordType, string> = {
  meeting: 'meetings',
  participant: 'participants',
  agency: 'agencies',
  body: 'bodies',
  note: 'notes',
  followup: 'follow-ups',
}

/**
 * Reads a record's file without any code of the program.
 * @throws Error when it is no JSON or its hash is not that of its record.
 */
export async function storedFile<R>(file: string): Promise<Stored<R>> {
  const envelope = JSON.parse(await readFile(file, 'utf8')) as { sha256: string; record: R }
  const hash = createHash('sha256')
    .update(canonicalize(envelope.record) ?? '')
    .digest('hex')
  if (hash !== envelope.sha256)
    throw new Error(`${path.basename(file)}: hash ${envelope.sha256} is not that of its record`)
  return { file, hash, record: envelope.record }
}

/** Reads all records of a type straight from the files of an archive; throws as {@link storedFile}. */
export async function storedRecords<T extends RecordType>(
  archive: string,
  type: T,
): Promise<Stored<RecordOf<T>>[]> {
  const folder = path.join(archive, folders[type])
  const names = await readdir(folder, { recursive: true }).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return []
    throw fault
  })
  const found: Stored<RecordOf<T>>[] = []
  for (const name of names.filter((each) => each.endsWith('.json')).sort())
    found.push(await storedFile<RecordOf<T>>(path.join(folder, name)))
  return found
}

/**
 * The stored meeting whose title has this text.
 * @throws Error unless there is exactly one.
 */
export async function storedMeeting(archive: string, title: string): Promise<Stored<Meeting>> {
  const all = await storedRecords(archive, 'meeting')
  const [found, second] = all.filter(({ record }) => record.title.includes(title))
  if (!found || second) throw new Error(`not exactly one meeting: ${title}`)
  return found
}
