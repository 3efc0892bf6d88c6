import { setTimeout as wait } from 'node:timers/promises'
import { relative } from 'node:path'
import { recordTypeOfId, type RecordType } from '../../../shared/ids'
import type { AnyRecord } from '../../../shared/records/registry'
import type { ErrorCode } from '../../../shared/result'
import { DiskError, type ArchiveFiles } from './archive-files'
import type { ArchiveHead } from './archive-head'
import type { Position } from './catalogue/cache-file'
import { Catalogue } from './catalogue/catalogue'
import type { Prepared, Unfinished } from './commit'
import { entryOf, type Entry } from './catalogue/entry'
import type { HistoryKeeper } from './history/history-keeper'
import type { Journal } from './journal'
import { KeyedQueue } from './keyed-queue'
import { recordFile } from './layout'
import type { WriterLock } from './lock'
import { Picture } from './picture'
import { RecordFiles, type RecordFile } from './record-files'
import type { ChangedRecord, LockHolder, OpenOptions, Problem, StoreEvent } from './store-types'

/** Everything that an open archive holds in memory; its parts (reading, writing, checking) work on this. */
export class ArchiveState {
  readonly files: ArchiveFiles
  readonly root: string
  readonly records: RecordFiles
  readonly queue = new KeyedQueue()
  catalogue = new Catalogue()
  /** Whether the catalogue knows the records: not while only files are checked. */
  catalogueReady = false
  lock: WriterLock | undefined
  holder: LockHolder | undefined
  /** Why no lock could be made (a read-only share, a full disk). */
  lockFault: ErrorCode | undefined
  /** Time of our lock file by the disk's own clock. */
  lockedAt = 0
  /** Journal position that the catalogue has reached for certain. */
  position: Position = { seq: 0, tid: '' }
  /** Changes by others were found that could not be written into the journal. */
  unannounced = false
  /** Commits that have begun and not ended, and who waits for their end. */
  private running = 0
  private readonly waiting = new Set<() => void>()
  closed = false
  /** Versions that may lie on the disk although their save was reported as failed, by record. */
  readonly phantoms = new Map<string, { before: string; after: string | null }>()
  /** Commits that failed half done and could not be taken back yet: that comes before the next write. */
  readonly unfinished: Unfinished[] = []
  /** Taking them back, once for all who wait for it. */
  takingBack: Promise<DiskError | undefined> | undefined
  /** When the entries of each record folder (`notes/3f`) changed last, as of the last look into it. */
  readonly shardTimes = new Map<string, number>()
  /** Folders found changed by the last short look. */
  changedLately: ReadonlySet<string> = new Set()
  /** Whether the last version of a record could be written beside its saves. */
  historyState: 'kept' | 'refused' = 'kept'
  /** Makes versions beside the saves; absent until the archive is open. */
  history: HistoryKeeper | undefined
  /** Pictures of the archive that somebody is reading. */
  private readonly pictures = new Set<Picture>()
  private readonly problems = new Map<string, Problem>()
  private readonly changeListeners = new Set<(event: StoreEvent) => void>()
  private readonly problemListeners = new Set<(problems: Problem[]) => void>()
  private readonly accessListeners = new Set<() => void>()

  constructor(
    readonly options: OpenOptions,
    readonly head: ArchiveHead,
    readonly journal: Journal,
  ) {
    this.files = options.files
    this.root = options.path
    this.records = new RecordFiles(options.files, options.path)
  }

  now(): string {
    return this.options.clock().toISOString()
  }

  onChange(listener: (event: StoreEvent) => void): () => void {
    this.changeListeners.add(listener)
    return () => this.changeListeners.delete(listener)
  }

  onProblems(listener: (problems: Problem[]) => void): () => void {
    this.problemListeners.add(listener)
    return () => this.problemListeners.delete(listener)
  }

  /** Told when this opener, who was the writer, has become a reader. */
  onAccess(listener: () => void): () => void {
    this.accessListeners.add(listener)
    return () => this.accessListeners.delete(listener)
  }

  /** Somebody else has taken the archive over: from now on it is only read here. */
  turnReadOnly(holder: LockHolder): void {
    if (!this.lock) return
    const { lock } = this
    this.lock = undefined
    this.holder = holder
    void lock.release()
    for (const listener of this.accessListeners) listener()
  }

  /** The disk took a version of a record, or refused it: records are saved all the same. */
  tellHistory(historyState: 'kept' | 'refused'): void {
    if (this.historyState === historyState) return
    this.historyState = historyState
    for (const listener of this.accessListeners) listener()
  }

  /** Asks the lock file itself whether this opener still is the writer. Errors: `DiskError`. */
  async isWriter(): Promise<boolean> {
    if (!this.lock) return false
    const held = await this.lock.confirm()
    if (held !== 'ours') this.turnReadOnly(held)
    return held === 'ours'
  }

  /** Whether somebody else has taken the archive over, as far as the disk can tell. */
  async hasLostArchive(): Promise<boolean> {
    return this.isWriter().then(
      (ours) => !ours,
      () => false,
    )
  }

  /** Comes directly before a file is replaced. Errors: `DiskError` (`archive-locked`: nothing may be written any more). */
  async assertWriter(): Promise<void> {
    if (!(await this.isWriter())) throw new DiskError('archive-locked', 'ELOCKED', 'replace')
  }

  emit(event: StoreEvent): void {
    if (event.changes.length === 0) return
    for (const listener of this.changeListeners) {
      try {
        listener(event)
      } catch (fault) {
        // The save stands; a fault of those who follow it must not make it look failed.
        queueMicrotask(() => {
          throw fault
        })
      }
    }
  }

  /** Tells the pictures that are being read what is about to be replaced. Called before the first file is touched. */
  keepForPictures(prepared: Parameters<Picture['keep']>[0]): void {
    for (const picture of this.pictures) picture.keep(prepared)
  }

  /** Begins a picture of the archive as it is now, commits on their way included. Out: it, and a way to end it. */
  async beginPicture(): Promise<{ picture: Picture; end: () => void }> {
    const picture = new Picture()
    // What failed half done and waits to be taken back is not part of the archive.
    for (const { prepared } of this.unfinished) picture.keep(prepared)
    this.pictures.add(picture)
    await this.queue.idle()
    return { picture, end: () => this.pictures.delete(picture) }
  }

  listProblems(): Problem[] {
    return [...this.problems.values()].sort((a, b) => (a.file < b.file ? -1 : 1))
  }

  /** Notes what is wrong with a file (named relative to the archive), or that nothing is any more. */
  setProblem(file: string, problem: Omit<Problem, 'file'> | undefined): void {
    const name = file.replaceAll('\\', '/')
    const old = this.problems.get(name)
    if (old?.kind === problem?.kind) return
    if (problem) this.problems.set(name, { file: name, ...problem })
    else this.problems.delete(name)
    for (const listener of this.problemListeners) listener(this.listProblems())
  }

  /** Forgets problems of files that a full look no longer met. */
  keepProblems(met: ReadonlySet<string>): void {
    for (const { file } of this.listProblems()) if (!met.has(file)) this.setProblem(file, undefined)
  }

  relativeName(path: string): string {
    return relative(this.root, path).replaceAll('\\', '/')
  }

  /**
   * Takes a record's file as it is now into catalogue and problems. In: the file as read, undefined = there is none.
   * `draft`: the entry worked out before. Out: what that means for others, or undefined when nothing has changed.
   */
  takeIn(
    id: string,
    file: Pick<RecordFile, 'state' | 'stat'> | undefined,
    draft?: Entry,
  ): ChangedRecord | undefined {
    const type = recordTypeOfId(id) as RecordType
    const before = this.catalogue.facts(id)
    const name = recordFile(id)
    if (
      !file ||
      file.state.state === 'damaged' ||
      file.state.state === 'foreign' ||
      file.state.state === 'too-new'
    ) {
      this.setProblem(name, file && { kind: file.state.state as Problem['kind'], id })
      this.catalogue.drop(id)
      return before && { id, type, kind: 'removed' }
    }
    const { state, stat } = file
    this.setProblem(name, state.state === 'changed-outside' ? { kind: 'changed-outside', id } : undefined)
    const facts = { hash: state.hash, size: stat.size, mtimeMs: stat.mtimeMs }
    this.catalogue.put(draft ? { ...draft, ...facts } : entryOf(type, state.record, facts))
    return before?.hash === state.hash ? undefined : { id, type, kind: 'saved', hash: state.hash }
  }

  /** Works out the catalogue's entry of a record while the disk is still writing it. */
  draft(type: RecordType, record: AnyRecord): Entry {
    return this.catalogue.withWords(entryOf(type, record, { hash: '', size: 0, mtimeMs: 0 }))
  }

  /** Reads records from the disk again and takes them in. Out: those that have changed. Errors: `DiskError`. */
  async refresh(ids: Iterable<string>): Promise<ChangedRecord[]> {
    const changes: ChangedRecord[] = []
    for (const id of ids) {
      const change = this.takeIn(id, await this.records.read(id))
      if (change) changes.push(change)
    }
    return changes
  }

  /** Runs a commit. Out: what it answers. Errors: what it raises. */
  async committing<T>(work: () => Promise<T>): Promise<T> {
    this.running += 1
    try {
      return await work()
    } finally {
      this.running -= 1
      if (this.running === 0) for (const resume of this.waiting) resume()
    }
  }

  /** Resolves when no commit is running, or after this long (ms): work that is not to share the disk with a save. */
  async calm(most: number): Promise<void> {
    if (this.running === 0) return
    const ended = new AbortController()
    const resume = () => ended.abort()
    this.waiting.add(resume)
    await wait(most, undefined, { signal: ended.signal }).catch(() => undefined)
    this.waiting.delete(resume)
  }

  /** Notes that the catalogue has everything the journal tells, if no commit is on its way. */
  notePosition(): void {
    if (this.running === 0) this.position = this.journal.position
  }

  /** The part of a half-done commit in this record: until it is taken back, the version before it counts. */
  halfDone(id: string): Prepared | undefined {
    return this.unfinished.flatMap(({ prepared }) => prepared).find((item) => item.id === id)
  }

  /** Whether a record's file differs from what is known because a save of ours failed. */
  isOwnDoing(id: string): boolean {
    return this.phantoms.has(id) || this.halfDone(id) !== undefined
  }

  /** Whether everything in the journal is in the files. */
  isSettled(): boolean {
    return this.running === 0 && this.phantoms.size === 0 && this.unfinished.length === 0
  }
}
