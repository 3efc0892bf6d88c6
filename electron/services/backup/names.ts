import { recordTypes } from '../../../shared/ids'
import { definitionOf } from '../../../shared/records/registry'
import { archiveNames, isSystemName, isTempName, parseRecordName } from '../store/layout'

/** Folders of an archive that a backup holds whole. The journal is not needed: everything in it is in the files. */
export const backedFolders: readonly string[] = [
  ...recordTypes.map((type) => definitionOf(type).folder),
  'final',
  'ledger',
  archiveNames.history,
  archiveNames.trash,
  archiveNames.deletions,
  archiveNames.tombstones,
  archiveNames.quarantine,
  archiveNames.schema,
]

/** Files directly in the archive's folder. */
export const backedFiles: readonly string[] = [archiveNames.head, archiveNames.settings, archiveNames.readme]

const safeSegment = /^[\p{L}\p{N}_][\p{L}\p{M}\p{N} ._()+,=@~'-]{0,199}$/u
const devices = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i
const mostParts = 6

/** Whether a name can lie in any folder of any system and leads nowhere else. */
function isSafeSegment(segment: string): boolean {
  return safeSegment.test(segment) && !/[ .]$/.test(segment) && !devices.test(segment)
}

/**
 * Whether a path inside a zip is one that a backup of ours can have: a known file, or a file in a known folder, without
 * any way out of it. Everything else is refused when a backup is read, and left out when one is made.
 */
export function isBackedPath(path: string): boolean {
  if (backedFiles.includes(path)) return true
  const parts = path.split('/')
  const [folder = ''] = parts
  if (parts.length < 2 || parts.length > mostParts || !backedFolders.includes(folder)) return false
  return parts.slice(1).every((part) => isSafeSegment(part) && !isTempName(part) && !isSystemName(part))
}

/** The id of the record that a file is about: its own, or a version, a final or a deleted copy of it. */
export function idIn(path: string): string | undefined {
  return /(?:^|\/)([a-z]+_[0-9a-f-]{36})(?=[./]|$)/.exec(path)?.[1]
}

/** The id of the record that lies at this path, if it is a record's own place. */
export function recordAt(path: string): string | undefined {
  const [folder, shard, name, more] = path.split('/')
  if (more !== undefined || !folder || !shard || !name) return undefined
  const parsed = parseRecordName(name)
  if (!parsed || parsed.copy || definitionOf(parsed.type).folder !== folder) return undefined
  return parsed.id.endsWith(shard) ? parsed.id : undefined
}

const pad = (value: number) => String(value).padStart(2, '0')

/** A name for people and for every file system: of the archive, cut short. */
export function folderNameOf(archiveName: string): string {
  const clean = archiveName
    .replace(/[<>:"/\\|?*\p{Cc}]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 80)
    .replace(/[. ]+$/, '')
  return clean === '' || devices.test(clean) ? 'Tutanak' : clean
}

/** The name of a backup: `İl Tutanakları 2026-01-31 14.05.09.zip` (local time). `n` > 1 tells it from another one. */
export function backupFileName(archiveName: string, at: Date, n = 1): string {
  const day = `${at.getFullYear()}-${pad(at.getMonth() + 1)}-${pad(at.getDate())}`
  const time = `${pad(at.getHours())}.${pad(at.getMinutes())}.${pad(at.getSeconds())}`
  return `${folderNameOf(archiveName)} ${day} ${time}${n > 1 ? ` (${n})` : ''}.zip`
}
