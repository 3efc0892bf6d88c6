import { randomBytes } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { RecordId, recordTypeOfId, type RecordType } from '../../../shared/ids'
import { definitionOf } from '../../../shared/records/registry'

/** Names inside an archive folder. */
export const archiveNames = {
  head: 'archive.json',
  /** Second copy of the head: without its id an archive would lose its caches and its origin. */
  headCopy: join('journal', 'archive.json'),
  settings: 'settings.json',
  readme: 'OKUBENİ.txt',
  schema: 'schema',
  journal: 'journal',
  trash: 'trash',
  quarantine: 'quarantine',
  /** When, by whom and together with what the records in the bin were deleted. */
  deletions: 'deletions',
  history: 'history',
  /** What stays of purged records: that they were, not what they were. */
  tombstones: 'tombstones',
  attachments: 'attachments',
  lock: 'lock',
} as const

/** Whether a text is the full id of a record; only such ids ever become part of a path. */
export function isRecordId(id: string): boolean {
  return RecordId.safeParse(id).success
}

/** The folder of a record below the archive: `meetings/3f` (last two hex digits of the id spread files evenly). */
export function shardOf(id: string): string {
  const type = recordTypeOfId(id)
  if (!type || !isRecordId(id)) throw new Error('not a record id')
  return join(definitionOf(type).folder, id.slice(-2))
}

/** Where a record's file lies below the archive. */
export function recordFile(id: string): string {
  return join(shardOf(id), `${id}.json`)
}

export function trashFile(id: string): string {
  return join(archiveNames.trash, `${id}.json`)
}

/** Where a record's earlier versions lie below the archive: `history/3f/<id>.jsonl.gz`. */
export function historyFile(id: string): string {
  if (!isRecordId(id)) throw new Error('not a record id')
  return join(archiveNames.history, id.slice(-2), `${id}.jsonl.gz`)
}

/** Where an attachment lies below the archive: `attachments/ab/<sha256>.<ext>`. */
export function attachmentFile(sha256: string, ext: string): string {
  return join(archiveNames.attachments, sha256.slice(0, 2), ext ? `${sha256}.${ext}` : sha256)
}

const tempEnd = '.tutanak-tmp'

/** A name for bytes on their way, beside their target; sync tools and scans know it by its end. */
export function tempBeside(path: string): string {
  return join(dirname(path), `.${basename(path)}.${randomBytes(6).toString('hex')}${tempEnd}`)
}

export function isTempName(name: string): boolean {
  return name.endsWith(tempEnd)
}

/** Files that systems and sync tools put into any folder; they are no business of ours. */
export function isSystemName(name: string): boolean {
  return name.startsWith('.') || name === 'Thumbs.db' || name === 'desktop.ini' || name.startsWith('~$')
}

const recordName =
  /^((?:meeting|participant|agency|body|note|followup)_[0-9a-f]{8}-[0-9a-f]{4}-[78][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})(.*)\.json$/

/**
 * What a file name in a record folder means. `copy`: a record's name with something added, as sync tools name the
 * version they could not merge (`… (1).json`, `….sync-conflict-….json`, `…-PC2.json`).
 */
export function parseRecordName(name: string): { id: string; type: RecordType; copy: boolean } | undefined {
  const match = recordName.exec(name)
  const id = match?.[1]
  const type = id ? recordTypeOfId(id) : undefined
  if (!id || !type) return undefined
  return { id, type, copy: match?.[2] !== '' }
}
