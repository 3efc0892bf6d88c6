import { join } from 'node:path'
import type { ArchiveFiles } from '../store/archive-files'
import { onTarget } from './faults'
import type { BackupSummary } from './manifest'
import { folderNameOf } from './names'
import { openBackup, readSummary } from './open-backup'
import { ZipFault } from './zip-reader'

/** A zip in the folder of backups. `own`: of the archive asked about. */
export interface FoundBackup {
  name: string
  size: number
  mtimeMs: number
  state: 'good' | 'damaged' | 'too-new'
  own: boolean
  summary?: BackupSummary
}

/** Names that {@link backupFileName} gives: only such a zip is called a damaged backup when it cannot be read. */
const ourName = /^(.+) (\d{4}-\d{2}-\d{2}) (\d{2})\.(\d{2})\.(\d{2})(?: \(\d+\))?\.zip$/

/** The time in a backup's name, for those that cannot be read; undefined for other names. In local time. */
export function timeInName(name: string): string | undefined {
  const [, , day, hour, minute, second] = ourName.exec(name) ?? []
  const at = day ? new Date(`${day}T${hour}:${minute}:${second}`) : undefined
  return at && !Number.isNaN(at.getTime()) ? at.toISOString() : undefined
}

type Known = Omit<FoundBackup, 'own' | 'name'>

/** Finds the backups in a folder. What was read once is remembered as long as the zip keeps its size and time. */
export class BackupShelf {
  private readonly known = new Map<string, Known>()

  constructor(private readonly files: ArchiveFiles) {}

  /** All backups in a folder, newest first. In: whose are called `own`. Errors: `TargetFault`. */
  async list(folder: string, archive: { id: string; name: string }): Promise<FoundBackup[]> {
    const entries = await onTarget(() => this.files.readdir(folder))
    const found: FoundBackup[] = []
    for (const { name, kind } of entries) {
      if (kind !== 'file' || !name.endsWith('.zip') || name.startsWith('.')) continue
      const one = await this.look(folder, name)
      if (!one) continue
      const own = one.summary
        ? one.summary.archive.id === archive.id
        : name.startsWith(`${folderNameOf(archive.name)} `)
      found.push({ ...one, name, own })
    }
    return found.sort((a, b) => (timeOf(a) < timeOf(b) ? 1 : -1))
  }

  private async look(folder: string, name: string): Promise<Known | undefined> {
    const file = join(folder, name)
    const { size, mtimeMs } = await onTarget(() => this.files.stat(file))
    const known = this.known.get(file)
    if (known?.size === size && known.mtimeMs === mtimeMs) return known
    const read = await onTarget(() =>
      readSummary(file).catch((fault: unknown) => {
        if (fault instanceof ZipFault) return undefined
        throw fault
      }),
    )
    if (!read && timeInName(name) === undefined) return undefined
    const one: Known = { size, mtimeMs, state: !read ? 'damaged' : read.ok ? 'good' : 'too-new' }
    if (read?.ok) one.summary = read.value
    this.known.set(file, one)
    return one
  }

  /** Notes that a full reading found a backup damaged. */
  markDamaged(folder: string, name: string): void {
    const known = this.known.get(join(folder, name))
    if (known) known.state = 'damaged'
  }
}

/** When a backup was made, as far as can be told. */
export function timeOf({ name, summary, mtimeMs }: FoundBackup): string {
  return summary?.at ?? timeInName(name) ?? new Date(mtimeMs).toISOString()
}

/**
 * Hashes of all attachments that backups in a folder name; undefined when one of them cannot be read, since then
 * nobody knows. In: all backups there, of whatever archive. Errors: `TargetFault`.
 */
export async function namedAttachments(
  folder: string,
  backups: readonly FoundBackup[],
): Promise<Set<string> | undefined> {
  const named = new Set<string>()
  for (const { name } of backups) {
    try {
      const opened = await onTarget(() => openBackup(join(folder, name)))
      if (!opened.ok) return undefined
      await opened.value.zip.close()
      for (const { sha256 } of opened.value.manifest.attachments) named.add(sha256)
    } catch (fault) {
      if (fault instanceof ZipFault) return undefined
      throw fault
    }
  }
  return named
}
