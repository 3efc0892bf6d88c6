import { join } from 'node:path'
import { recordTypes, type RecordType } from '../../../shared/ids'
import { definitionOf } from '../../../shared/records/registry'
import { isMissing, type ArchiveFiles, type FileStat, type FolderEntry } from './archive-files'
import { inParallel } from './keyed-queue'
import { isSystemName, isTempName, parseRecordName } from './layout'
import type { Problem } from './store-types'

/** Folders looked into at a time. */
const width = 16

export interface ScanVisitor {
  /** A record's file in its place. */
  record(id: string, type: RecordType, stat: FileStat): void | Promise<void>
  /** A file that does not belong where it is; named relative to the archive. */
  problem(problem: Problem): void
  /** Bytes that were on their way when a program was killed; absolute path. */
  temp(path: string, stat: FileStat): void | Promise<void>
}

async function list(files: ArchiveFiles, path: string): Promise<FolderEntry[]> {
  try {
    return await files.readdir(path)
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

/** Looks at every file of the record folders: names, sizes and times, no content. Errors: `DiskError`. */
export async function scanRecords(files: ArchiveFiles, root: string, visitor: ScanVisitor): Promise<void> {
  const shards: { type: RecordType; folder: string; shard: string }[] = []
  for (const type of recordTypes) {
    const { folder } = definitionOf(type)
    for (const entry of await list(files, join(root, folder))) {
      if (entry.kind === 'folder' && /^[0-9a-f]{2}$/.test(entry.name))
        shards.push({ type, folder, shard: entry.name })
      else if (entry.kind === 'file' && !isSystemName(entry.name)) {
        const file = `${folder}/${entry.name}`
        const parsed = parseRecordName(entry.name)
        visitor.problem(parsed ? { file, kind: 'misplaced', id: parsed.id } : { file, kind: 'foreign' })
      }
    }
  }
  const look = async (path: string, then: (stat: FileStat) => void | Promise<void>) => {
    try {
      await then(await files.stat(path))
    } catch (error) {
      // Renamed or deleted while we looked.
      if (!isMissing(error)) throw error
    }
  }
  await inParallel(shards, width, async ({ type, folder, shard }) => {
    for (const { name, kind } of await list(files, join(root, folder, shard))) {
      const path = join(root, folder, shard, name)
      const file = `${folder}/${shard}/${name}`
      if (isTempName(name)) await look(path, (stat) => visitor.temp(path, stat))
      else if (isSystemName(name)) continue
      else {
        const parsed = kind === 'file' ? parseRecordName(name) : undefined
        if (!parsed) visitor.problem({ file, kind: 'foreign' })
        else if (parsed.copy) visitor.problem({ file, kind: 'conflict-copy', id: parsed.id })
        else if (parsed.type !== type || !parsed.id.endsWith(shard)) {
          visitor.problem({ file, kind: 'misplaced', id: parsed.id })
        } else await look(path, (stat) => visitor.record(parsed.id, type, stat))
      }
    }
  })
}
