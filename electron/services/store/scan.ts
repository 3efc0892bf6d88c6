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
  /** A folder of records (`notes/3f`) is about to be looked into; the time its entries changed last. */
  shard?(name: string, mtimeMs: number): void
}

interface Shard {
  type: RecordType
  folder: string
  shard: string
}

const shardName = ({ folder, shard }: Pick<Shard, 'folder' | 'shard'>) => `${folder}/${shard}`

async function list(files: ArchiveFiles, path: string): Promise<FolderEntry[]> {
  try {
    return await files.readdir(path)
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

/** The folders that records lie in, and files beside them. */
async function listShards(
  files: ArchiveFiles,
  root: string,
  beside: (file: string) => void,
): Promise<Shard[]> {
  const shards: Shard[] = []
  for (const type of recordTypes) {
    const { folder } = definitionOf(type)
    for (const entry of await list(files, join(root, folder))) {
      if (entry.kind === 'folder' && /^[0-9a-f]{2}$/.test(entry.name))
        shards.push({ type, folder, shard: entry.name })
      else if (entry.kind === 'file' && !isSystemName(entry.name)) beside(`${folder}/${entry.name}`)
    }
  }
  return shards
}

/** Names (`notes/3f`) of record folders whose entries have changed since the times given. Errors: `DiskError`. */
export async function changedShards(
  files: ArchiveFiles,
  root: string,
  known: ReadonlyMap<string, number>,
): Promise<Set<string>> {
  const changed = new Set<string>()
  const found = new Set<string>()
  const shards = await listShards(files, root, () => undefined)
  await inParallel(shards, width, async (shard) => {
    const name = shardName(shard)
    found.add(name)
    const time = await timeOf(files, join(root, shard.folder, shard.shard))
    if (known.get(name) !== time) changed.add(name)
  })
  for (const name of known.keys()) if (!found.has(name)) changed.add(name)
  return changed
}

async function timeOf(files: ArchiveFiles, path: string): Promise<number | undefined> {
  try {
    return (await files.stat(path)).mtimeMs
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/**
 * Looks at every file of the record folders: names, sizes and times, no content. `only`: folders (`notes/3f`) to look
 * into. Errors: `DiskError`.
 */
export async function scanRecords(
  files: ArchiveFiles,
  root: string,
  visitor: ScanVisitor,
  only?: ReadonlySet<string>,
): Promise<void> {
  const all = await listShards(files, root, (file) => {
    const parsed = parseRecordName(file.slice(file.indexOf('/') + 1))
    visitor.problem(parsed ? { file, kind: 'misplaced', id: parsed.id } : { file, kind: 'foreign' })
  })
  const shards = only ? all.filter((shard) => only.has(shardName(shard))) : all
  const look = async (path: string, then: (stat: FileStat) => void | Promise<void>) => {
    try {
      await then(await files.stat(path))
    } catch (error) {
      // Renamed or deleted while we looked.
      if (!isMissing(error)) throw error
    }
  }
  await inParallel(shards, width, async ({ type, folder, shard }) => {
    if (visitor.shard) {
      // Before its entries are read: what comes in meanwhile is seen by the next look.
      const time = await timeOf(files, join(root, folder, shard))
      if (time !== undefined) visitor.shard(shardName({ folder, shard }), time)
    }
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
