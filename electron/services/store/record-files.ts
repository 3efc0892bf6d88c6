import { LRUCache } from 'lru-cache'
import { Low } from 'lowdb'
import { join } from 'node:path'
import { recordTypeOfId, recordTypes } from '../../../shared/ids'
import { officeSettingsDefinition } from '../../../shared/records/office-settings'
import { definitionOf, type AnyRecord } from '../../../shared/records/registry'
import { isMissing, type ArchiveFiles, type FileStat } from './archive-files'
import { headDefinition } from './archive-head'
import { DurableAdapter } from './durable-adapter'
import { digestOf, openEnvelope, type Definition, type FileState } from './envelope'
import { recordFile } from './layout'

/** A record's file as read: its bytes, what they mean, and the file's size and time just before. */
export interface RecordFile {
  state: FileState<AnyRecord>
  bytes: Uint8Array
  /** SHA-256 of the bytes: the same bytes need no second parsing. */
  digest: string
  stat: Pick<FileStat, 'size' | 'mtimeMs' | 'inode'>
}

/** Memory for parsed records and for versions that a writer may still be based on, in bytes of their files. */
const cacheBytes = 48 * 1024 * 1024
const versionBytes = 24 * 1024 * 1024

/** What else has an envelope: in a record's place it is foreign, not from a newer program. */
const others: readonly Definition[] = [officeSettingsDefinition, headDefinition]

function find(type: string): Definition | undefined {
  const known = recordTypes.find((name) => name === type)
  return known ? definitionOf(known) : others.find((other) => other.type === type)
}

/** What the bytes of a record file mean; a record under another id than its file's name is `foreign`. */
export function readRecordBytes(id: string, bytes: Uint8Array, freeze = true): FileState<AnyRecord> {
  const state = openEnvelope<AnyRecord>(bytes, find, { freeze })
  if (state.state !== 'ok' && state.state !== 'changed-outside') return state
  return state.type === recordTypeOfId(id) && state.record.id === id ? state : { state: 'foreign' }
}

/** The record files of an archive, read through caches. */
export class RecordFiles {
  private readonly cache = new LRUCache<string, RecordFile>({
    maxSize: cacheBytes,
    sizeCalculation: (file) => file.bytes.length + 1,
  })
  private readonly versions = new LRUCache<string, { record: AnyRecord; size: number }>({
    maxSize: versionBytes,
    sizeCalculation: ({ size }) => size + 1,
  })

  constructor(
    private readonly files: ArchiveFiles,
    private readonly root: string,
  ) {}

  pathOf(id: string): string {
    return join(this.root, recordFile(id))
  }

  /** The lowdb database of one record file; its data are the file's bytes. */
  low(path: string, bytes: Uint8Array = new Uint8Array()) {
    const form = { parse: (read: Uint8Array) => read, stringify: (data: Uint8Array) => data }
    const adapter = new DurableAdapter<Uint8Array>(this.files, path, form, this.root)
    return { adapter, low: new Low<Uint8Array>(adapter, bytes) }
  }

  /** The file as it is now. Unchanged size, time and inode: answered from memory. Undefined: no such file. Errors: `DiskError`. */
  async read(id: string): Promise<RecordFile | undefined> {
    const known = this.cache.get(id)
    if (!known) return this.readFresh(id)
    try {
      return sameStat(known.stat, await this.files.stat(this.pathOf(id))) ? known : await this.readFresh(id)
    } catch (error) {
      if (!isMissing(error)) throw error
      this.cache.delete(id)
      return undefined
    }
  }

  /** The file as it is now, its bytes read again whatever its size and time: before it is replaced. Errors: `DiskError`. */
  async readFresh(id: string): Promise<RecordFile | undefined> {
    try {
      const { bytes, stat } = await this.files.readWithStat(this.pathOf(id))
      const digest = digestOf(bytes)
      const known = this.cache.get(id)
      const state = known?.digest === digest ? known.state : readRecordBytes(id, bytes)
      const file: RecordFile = { state, bytes, digest, stat }
      this.keep(id, file)
      return file
    } catch (error) {
      if (!isMissing(error)) throw error
      this.cache.delete(id)
      return undefined
    }
  }

  /**
   * The file as it is now, without a place in the caches: for looking through many. In: its size and time as just seen.
   * Undefined: no such file. Errors: `DiskError`.
   */
  async glance(id: string, stat: RecordFile['stat']): Promise<Omit<RecordFile, 'digest'> | undefined> {
    try {
      const bytes = await this.files.readFile(this.pathOf(id))
      return { state: readRecordBytes(id, bytes, false), bytes, stat }
    } catch (error) {
      if (!isMissing(error)) throw error
      return undefined
    }
  }

  /** Remembers a file just read or written. */
  keep(id: string, file: RecordFile): void {
    this.cache.set(id, file)
    if (file.state.state === 'ok' || file.state.state === 'changed-outside') {
      this.versions.set(file.state.hash, { record: file.state.record, size: file.bytes.length })
    }
  }

  forget(id: string): void {
    this.cache.delete(id)
  }

  /** A version read or written not long ago, by its hash. */
  version(hash: string): AnyRecord | undefined {
    return this.versions.get(hash)?.record
  }
}

/** Whether two looks at a file show no sign of a write in between. */
export function sameStat(a: RecordFile['stat'], b: RecordFile['stat']): boolean {
  return a.size === b.size && a.mtimeMs === b.mtimeMs && a.inode === b.inode
}
