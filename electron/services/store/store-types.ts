import type {
  Repair,
  RepairReport,
  UpgradeReport,
  VerifyReport,
} from '../../../shared/contract/care-contract'
import type { FoundName, ListAnswer, ListQueryInput, ListedType, Usage } from '../../../shared/contract/rows'
import type { RecordType } from '../../../shared/ids'
import type { AttachmentRef } from '../../../shared/records/define-record'
import type { OfficeSettings } from '../../../shared/records/office-settings'
import type { AnyRecord, RecordOf } from '../../../shared/records/registry'
import type { Result } from '../../../shared/result'
import type { ArchiveFiles } from './archive-files'
import type { CareOptions } from './care/check-run'
import type { BackupBefore } from './care/upgrade'
import type { VerifyOptions } from './care/verify'
import type { Past } from './past'
import type { Picture } from './picture'

/** SHA-256 (hex) of a record in canonical form (RFC 8785): names a version. */
export type RecordHash = string

/** The record type that an id belongs to; any record when the id is a plain string. */
export type RecordById<Id extends string> = Id extends `${infer T}_${string}`
  ? T extends RecordType
    ? RecordOf<T>
    : AnyRecord
  : AnyRecord

/** A record as read. It is frozen: make a copy to change it. `outside`: another program wrote the file. */
export interface Loaded<R = AnyRecord> {
  record: R
  hash: RecordHash
  outside: boolean
}

/** A record as written. */
export interface Saved<R = AnyRecord> {
  id: string
  record: R
  hash: RecordHash
}

/** Fields of a new record: without the keys that the store sets; `id` only when it is derived (imports). */
export type NewFields = Record<string, unknown> & { id?: string }

/**
 * Computes the next version. `base` is only given when the record has changed since the caller read it and the version
 * the caller read is still known: then the function merges (or answers `conflict`).
 */
export type Change<R> = (current: R, base?: R) => Result<R>

/** Changes that are more than work on a record: around them its versions are kept for ever. */
export type WriteReason = 'restore' | 'import' | 'outside'

export interface WriteOptions {
  /** Window (or other source of changes) whose undo list takes this change; left out = not undoable. */
  window?: string
  /** What kind of change it is, for the history; left out = work on the record. */
  why?: WriteReason
}

/** Stamps of a record that comes back from a copy of an archive: it is the same record, not a new one. */
export type Stamps = Pick<AnyRecord, 'revision' | 'createdAt' | 'updatedAt' | 'savedBy' | 'originArchive'>

/** One operation of a commit of several records. */
export type Operation =
  | { kind: 'create'; type: RecordType; fields: NewFields; stamps?: Stamps }
  | { kind: 'change'; id: string; basedOn: RecordHash; change: Change<AnyRecord> }
  | { kind: 'remove'; id: string; basedOn?: RecordHash }
  | { kind: 'restore'; id: string }

export interface ChangedRecord {
  id: string
  type: RecordType
  kind: 'saved' | 'removed'
  hash?: RecordHash
}

/** Told after the bytes are on the disk (or were found changed there). */
export interface StoreEvent {
  /** Journal number of the last change in it. */
  seq: number
  changes: ChangedRecord[]
  window?: string
  /** Found on the disk, not written by this store. */
  outside: boolean
}

export const problemKinds = [
  'damaged',
  'foreign',
  'changed-outside',
  'too-new',
  'misplaced',
  'conflict-copy',
] as const

/** A file that is not as it should be. It stays where it is; `file` is relative to the archive. */
export interface Problem {
  file: string
  kind: (typeof problemKinds)[number]
  id?: string
}

/** Who may write: shown to those who may not. */
export interface LockHolder {
  owner: string
  machine: string
  pid: number
  since: string
}

/** This computer, as the lock names it: `id` stays the same over restarts, `name` is for people. */
export interface Machine {
  id: string
  name: string
  /** Which start of the machine this is, where the system can tell. */
  boot?: string
}

export interface OpenOptions {
  /** The archive's folder. */
  path: string
  files: ArchiveFiles
  /** Folder of this computer for caches (made if missing); never inside the archive. */
  cacheFolder: string
  clock: () => Date
  machine: Machine
  /** Name written into records and lock; asked at every save. */
  savedBy: () => string
  /** True: open without lock, never write into the archive. */
  readOnly?: boolean
  /** Token of a lock that `whenFree` called stale: it is taken over. */
  staleLock?: string
  /** True: a missing catalogue is built while the archive is used; lists fill up meanwhile (`listed`). */
  background?: boolean
  /** Told while the catalogue is built from nothing. */
  onProgress?: (done: number, total: number) => void
}

/** Reading half: what lists, search and export need. */
export interface ArchiveReader {
  readonly id: string
  readonly name: string
  readonly path: string
  /** Why nothing can be written: opened so, held by somebody, or not. */
  readonly readOnly: boolean
  readonly holder: LockHolder | undefined
  /** Journal number of the last change known. */
  readonly seq: number
  /** True when the catalogue had to be built from the files at opening: other caches may be behind too. */
  readonly rebuilt: boolean
  /** Resolves when the comparison of all names, sizes and times that follows opening has ended. */
  readonly checked: Promise<void>
  /** Resolves when lists know all records; until then they may lack some, and what needs all of them says `lists-not-ready`. */
  readonly listed: Promise<void>
  readonly listsReady: boolean

  /** Errors: `not-found`, `damaged`, `too-new`, disk codes. */
  get<Id extends string>(id: Id): Promise<Result<Loaded<RecordById<Id>>>>
  /** Hash of the version on the disk, as far as known without looking; undefined when there is no such record. */
  hashOf(id: string): RecordHash | undefined
  /** An earlier version by its hash, if it is still known. */
  version(id: string, hash: RecordHash): Promise<AnyRecord | undefined>
  list<T extends ListedType>(query: Extract<ListQueryInput, { type: T }>): ListAnswer<T>
  /** Best first; `types` in no order. */
  find(types: ListedType[], text: string, limit: number): FoundName[]
  /** All ids of a type, in order of making. */
  ids(type: RecordType): string[]
  counts(): Record<RecordType, number>
  /** The version of a record that lists show; undefined when there is none. */
  hashOf(id: string): RecordHash | undefined
  usages(id: string): Usage[]
  /** The record that holds a part (a decision's meeting). */
  ownerOf(partId: string): string | undefined
  problems(): Problem[]
  /** Ids changed after a journal number, or undefined when the journal no longer reaches back that far. */
  changesSince(seq: number): Promise<{ seq: number; ids: string[] } | undefined>
  readAttachment(ref: Pick<AttachmentRef, 'sha256' | 'ext'>): Promise<Result<Uint8Array>>
  attachmentPath(ref: Pick<AttachmentRef, 'sha256' | 'ext'>): string
  settings(): Promise<Result<{ settings: OfficeSettings; hash: RecordHash }>>
  onChange(listener: (event: StoreEvent) => void): () => void
  onProblems(listener: (problems: Problem[]) => void): () => void
  /** Whether the last version of a record could be kept; while the disk refuses, versions are missing, saves are not. */
  readonly keepsHistory: boolean
  /** Calls back when somebody else has taken over (from then on it only reads), and when {@link keepsHistory} changes. */
  onAccess(listener: () => void): () => void
  /**
   * Calls back once when the one who holds the archive has closed it or has not been seen for three beats of its lock:
   * then it can be opened again for writing (pass the token on as `staleLock`). Out: ends the watch.
   */
  whenFree(listener: (staleLock?: string) => void): () => void
  /** Reads every file and says what is wrong; changes nothing. Errors: `cancelled`, disk codes. */
  verify(options?: VerifyOptions): Promise<Result<VerifyReport>>
  /** How many records are of an older shape. Errors: `cancelled`, disk codes. */
  outdated(options?: CareOptions): Promise<Result<number>>
  /** Looks for files changed by others since the last look; events tell what was found. */
  checkOutside(): Promise<void>
  /** The same in short, to be asked every few seconds: folders whose entries changed, and records asked for lately. */
  lookAround(): Promise<void>
  /** Resolves when every save begun so far has ended. */
  flush(): Promise<void>
  /** The archive as it is now, for somebody who reads all its files while it is written on. End it when done. */
  beginPicture(): Promise<{ picture: Picture; end: () => void }>
  close(): Promise<void>
  /** Versions, the bin, purging. Its writing calls answer as those of {@link ArchiveStore}. */
  readonly past: Past
}

/** An open archive. All writing calls answer `archive-read-only` or `archive-locked` when this opener may not write. */
export interface ArchiveStore extends ArchiveReader {
  /** Errors: `invalid-input` (params.field), `already-exists` (params.id), disk codes. */
  create<T extends RecordType>(
    type: T,
    fields: NewFields,
    options?: WriteOptions,
  ): Promise<Result<Saved<RecordOf<T>>>>
  /** Errors: those of `get`, `conflict`, `changed-outside`, `invalid-input`, disk codes, and what `change` answers. */
  change<Id extends string>(
    id: Id,
    basedOn: RecordHash,
    change: Change<RecordById<Id>>,
    options?: WriteOptions,
  ): Promise<Result<Saved<RecordById<Id>>>>
  /** All or nothing; errors as above, with `params.id` of the first operation that failed. */
  commitMany(operations: Operation[], options?: WriteOptions): Promise<Result<Saved[]>>
  /**
   * To the bin. Errors for agencies, people and bodies: `in-use` (params: count, ids, titles, where) while others name
   * them, `lists-not-ready`.
   */
  remove(id: string, options?: WriteOptions): Promise<Result<void>>
  restore(id: string, options?: WriteOptions): Promise<Result<Saved>>
  /** Mends what these repairs mend, see `care/repair`. Errors: `cancelled`, disk codes. */
  repair(kinds: readonly Repair[], options?: VerifyOptions): Promise<Result<RepairReport>>
  /** Writes all records of older shapes anew, after a backup, see `care/upgrade`. */
  upgrade(backupBefore: BackupBefore, options?: CareOptions): Promise<Result<UpgradeReport>>
  /** Writes what the window's last undoable change replaced, as a new version. Errors: `nothing-to-undo`, `conflict`. */
  undo(window: string): Promise<Result<{ ids: string[] }>>
  /** Takes a version that another program wrote as our own next version. */
  acceptOutside(id: string): Promise<Result<Saved>>
  /** Brings back the last version that Tutanak wrote; the file found is kept in `quarantine/`. */
  restoreLast(id: string): Promise<Result<Saved>>
  /**
   * Puts whole records of a backup in the place of what is there and takes others to the bin, as one commit.
   * Error besides those of writing: `too-new` (params.id).
   */
  putBack(records: AnyRecord[], gone: string[], options?: WriteOptions): Promise<Result<Saved[]>>
  saveSettings(settings: OfficeSettings, basedOn: RecordHash): Promise<Result<{ hash: RecordHash }>>
  /** Copies bytes or a file of the user's into the archive; the same bytes are kept once. */
  putAttachment(
    source: { bytes: Uint8Array } | { path: string },
    name: string,
  ): Promise<Result<AttachmentRef>>
}
