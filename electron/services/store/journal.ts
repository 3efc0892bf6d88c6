import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { setImmediate as later } from 'node:timers/promises'
import type { ArchiveFiles, OpenFile } from './archive-files'
import { decodeLine, encodeEntry, encodeMark, isEntry } from './journal-lines'
import {
  asText,
  ensureJournalFolder,
  linesOf,
  replaceSegment,
  segmentName,
  segmentsIn,
} from './journal-segments'
import { readSettled, writeSettled } from './journal-settled'
import type { JournalEntry, JournalLine, JournalMark, NewEntry } from './journal-lines'

/** A segment is closed above this size; this many closed ones are kept (older changes are long in the files). */
const segmentBytes = 1024 * 1024
const segmentsKept = 32

interface Waiting {
  seq: number
  /** A commit, not a remark. */
  entry: boolean
  bytes: Buffer
  done: () => void
  failed: (error: unknown) => void
}

/**
 * The append-only list of changes, in numbered segments. Every commit is here, on the disk, before a record's file is
 * replaced. Saves that come together share one fsync.
 */
export class Journal {
  private file: OpenFile | undefined
  /** Bytes of the newest segment that are known to be good; undefined = begin a new segment. */
  private size: number | undefined
  /** First number of the segment with the last remark: those before it are settled and may go. */
  private settledFrom = 0
  /** Bytes written since the last remark that everything is in the files. */
  bytesSinceMark = 0
  private waiting: Waiting[] = []
  private flushing = false
  /** Commits that were called failed although their lines may be on the disk: the next line says that they are void. */
  private doubtful: number[] = []
  private last = { seq: 0, tid: '' }
  /** First number of the oldest segment with a line that is not settled. */
  private unsettledFrom = 0
  /** Up to this number all is in the files, as a file beside the journal says: the journal's own end may be damaged. */
  private settledSeq = 0

  private constructor(
    private readonly files: ArchiveFiles,
    private readonly folder: string,
    /** First numbers of the segments, ascending. */
    private readonly segments: number[],
  ) {}

  /** Reads where the journal stands. Writes nothing. */
  static async open(files: ArchiveFiles, folder: string): Promise<Journal> {
    const segments = await segmentsIn(files, folder)
    const journal = new Journal(files, folder, segments)
    journal.settledSeq = await readSettled(files, folder)
    // Numbers that a damaged journal no longer shows are not given again.
    journal.last.seq = journal.settledSeq
    for (const first of [...segments].reverse()) {
      const bytes = await journal.bytes(first)
      // Counted in bytes of the file: text of a damaged one has other lengths.
      if (first === segments.at(-1) && bytes.at(-1) === 10) journal.size = bytes.length
      const lines = linesOf(asText(bytes))
      // A number is never given twice, even when its line cannot be read any more.
      const seq = Math.max(journal.last.seq, first, ...lines.map((line) => line.seq))
      journal.last = { seq, tid: lines.findLast(isEntry)?.tid ?? '' }
      if (journal.last.tid) break
    }
    return journal
  }

  /** The last number given, and the mark of the entry that has it. */
  get position(): { seq: number; tid: string } {
    return this.last
  }

  private bytes(first: number): Promise<Uint8Array> {
    return this.files.readFile(join(this.folder, segmentName(first)))
  }

  private async read(first: number): Promise<string> {
    return asText(await this.bytes(first))
  }

  /**
   * Entries after the position a cache has reached, in order; undefined when the journal cannot tell: older segments
   * have been thrown away, or the cache comes from another history (a copied archive).
   */
  async since(position: { seq: number; tid?: string }): Promise<JournalEntry[] | undefined> {
    const { seq, tid } = position
    if (seq > this.last.seq) return undefined
    const same = (found: string | undefined) => tid === undefined || tid === found
    if (seq === this.last.seq) return same(this.last.tid) ? [] : undefined
    const found: JournalEntry[] = []
    const start = this.segments.findLastIndex((first) => first <= Math.max(seq, 1))
    if (start < 0) return undefined
    for (const first of this.segments.slice(start)) {
      found.push(...linesOf(await this.read(first), seq - 1).filter(isEntry))
    }
    if (seq === 0) return found
    return found[0]?.seq === seq && same(found[0].tid) ? found.slice(1) : undefined
  }

  /** Lines after the last mark that says everything before it is in the files; all that are kept if there is none. */
  async unsettled(): Promise<JournalLine[]> {
    const found: JournalLine[] = []
    for (const first of [...this.segments].reverse()) {
      const lines = linesOf(await this.read(first))
      const settled = lines.findLastIndex((line) => !isEntry(line) && line.mark !== 'void')
      found.unshift(...lines.slice(settled + 1))
      this.unsettledFrom = first
      if (settled >= 0) break
    }
    return found.filter((line) => line.seq > this.settledSeq || (!isEntry(line) && line.mark === 'void'))
  }

  /**
   * Makes certain what {@link unsettled} read: a program that was killed may not have come to its sync, and nothing is
   * finished by a line that a power cut in the middle of it could take away. Errors: `DiskError`.
   */
  async syncUnsettled(): Promise<void> {
    for (const first of this.segments.filter((number) => number >= this.unsettledFrom)) {
      const file = await this.files.openAppend(join(this.folder, segmentName(first)))
      try {
        await file.sync()
      } finally {
        await file.close()
      }
    }
    await this.files.fsyncDir(this.folder)
  }

  /** The newest kept entry whose line holds `text` and for which `wanted` says yes. */
  async findLast(text: string, wanted: (entry: JournalEntry) => boolean): Promise<JournalEntry | undefined> {
    for (const first of [...this.segments].reverse()) {
      for (const raw of (await this.read(first)).split('\n').reverse()) {
        if (!raw.includes(text)) continue
        const line = decodeLine(raw)
        if (line && isEntry(line) && wanted(line)) return line
      }
    }
    return undefined
  }

  /** Appends a commit under the next number; resolves with that number when it is on the disk. Errors: `DiskError`. */
  async append(entry: NewEntry): Promise<{ seq: number; tid: string }> {
    const place = { seq: this.last.seq + 1, tid: randomBytes(4).toString('hex') }
    this.last = place
    await this.enqueue({ seq: place.seq, entry: true, bytes: encodeEntry({ ...place, ...entry }) })
    return place
  }

  /** Appends a remark under the number reached. Errors: `DiskError`. */
  async mark(mark: JournalMark['mark'], of?: number): Promise<void> {
    if (mark !== 'void') this.bytesSinceMark = 0
    const { seq } = this.last
    // A segment is named by the first entry it can hold, and that is the next one.
    const bytes = encodeMark({ seq, mark, ...(of === undefined ? {} : { of }) })
    await this.enqueue({ seq: seq + 1, entry: false, bytes })
    if (mark === 'void') return
    this.settledFrom = this.segments.at(-1) ?? 0
    await writeSettled(this.files, this.folder, seq)
  }

  /** The next entry begins a segment: whoever wrote before may still hold the newest one open. */
  beginSegment(): void {
    this.size = undefined
  }

  /** Whether the journal on the disk ends where this opener left it: nobody else has written into it. Errors: `DiskError`. */
  async isUntouched(): Promise<boolean> {
    const newest = this.segments.at(-1)
    const last = (await segmentsIn(this.files, this.folder)).at(-1) ?? 0
    if (last !== (newest ?? 0)) return false
    if (newest === undefined || this.size === undefined || this.flushing) return true
    return (await this.files.stat(join(this.folder, segmentName(newest)))).size === this.size
  }

  async close(): Promise<void> {
    await this.file?.close()
    this.file = undefined
  }

  /**
   * Replaces lines in all segments, durable, each segment as a whole; nothing is appended meanwhile. In: a line's new text
   * ('' takes it out). Errors: `DiskError`.
   */
  async rewrite(change: (line: string) => string): Promise<void> {
    while (this.flushing) await later()
    this.flushing = true
    try {
      for (const first of this.segments) {
        const text = await this.read(first)
        const next = text
          .split('\n')
          .map((line) => (line === '' ? '' : change(line)))
          .join('\n')
        if (next === text) continue
        if (first === this.segments.at(-1)) await this.close()
        await replaceSegment(this.files, join(this.folder, segmentName(first)), next)
        if (first === this.segments.at(-1))
          this.size = next.endsWith('\n') ? Buffer.byteLength(next) : undefined
      }
    } finally {
      this.flushing = false
      if (this.waiting.length > 0) void this.flush()
    }
  }

  private enqueue(line: Omit<Waiting, 'done' | 'failed'>): Promise<void> {
    return new Promise((done, failed) => {
      this.waiting.push({ ...line, done, failed })
      if (!this.flushing) void this.flush()
    })
  }

  private async flush(): Promise<void> {
    this.flushing = true
    while (this.waiting.length > 0) {
      const batch = this.waiting
      this.waiting = []
      try {
        await this.write(batch)
        for (const { done } of batch) done()
      } catch (error) {
        for (const { failed } of batch) failed(error)
      }
    }
    this.flushing = false
  }

  private async write(batch: readonly Waiting[]): Promise<void> {
    const file = await this.segment(batch[0]?.seq ?? 0)
    if (this.doubtful.length > 0) {
      const voids = this.doubtful.map((of) => encodeMark({ seq: of, mark: 'void', of }))
      await this.put(file, Buffer.concat(voids))
      this.doubtful = []
    }
    try {
      await this.put(file, Buffer.concat(batch.map(({ bytes }) => bytes)))
    } catch (error) {
      this.doubtful.push(...batch.filter(({ entry }) => entry).map(({ seq }) => seq))
      throw error
    }
  }

  private async put(file: OpenFile, bytes: Buffer): Promise<void> {
    const before = this.size ?? 0
    try {
      await file.write(bytes)
      await file.sync()
      this.size = before + bytes.length
      this.bytesSinceMark += bytes.length
    } catch (error) {
      // What reached the disk is unknown now: cut it off if possible, and never write behind it.
      this.size = undefined
      await file.truncate(before).catch(() => undefined)
      throw error
    }
  }

  /** The segment to write to; a new one after a failed write and when the old one is full. */
  private async segment(seq: number): Promise<OpenFile> {
    const newest = this.segments.at(-1)
    if (this.size !== undefined && this.size < segmentBytes && newest !== undefined) {
      this.file ??= await this.files.openAppend(join(this.folder, segmentName(newest)))
      return this.file
    }
    await this.file?.close().catch(() => undefined)
    this.file = undefined
    await ensureJournalFolder(this.files, this.folder)
    const first = Math.max(seq, (newest ?? 0) + 1)
    const path = join(this.folder, segmentName(first))
    const file = await this.files.openAppend(path)
    try {
      await this.files.fsyncDir(this.folder)
    } catch (error) {
      await file.close().catch(() => undefined)
      throw error
    }
    this.file = file
    this.segments.push(first)
    this.size = 0
    // Their changes are long in the files; one that cannot be deleted now goes next time.
    while (this.segments.length > segmentsKept && (this.segments[1] ?? Infinity) <= this.settledFrom) {
      const oldest = this.segments.shift() ?? 0
      await this.files.unlink(join(this.folder, segmentName(oldest))).catch(() => undefined)
    }
    return file
  }
}
