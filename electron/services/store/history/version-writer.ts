import type { VersionReason } from '../../../../shared/contract/history-contract'
import { definitionOf, type AnyRecord } from '../../../../shared/records/registry'
import { DiskError } from '../archive-files'
import type { ArchiveState } from '../archive-state'
import { KeyedQueue } from '../keyed-queue'
import { typeOf } from '../record-content'
import { appendPieces, healEnd, readHistory, thinHistory } from './history-files'
import { Lanes } from './lanes'
import { OwnVersions } from './own-versions'
import { encodePiece } from './pieces'
import { isSettled } from './thinning'

/** Longest time (ms) that a version waits for saves to end. */
const longestWait = 250
/** Histories written at a time. */
const width = 4
/** Refused versions that are kept in memory: for one record, and records, at most. */
const mostOwed = 4
const mostOwing = 500

export interface Version {
  hash: string
  record: AnyRecord
  /** The record as it was written, where that is not today's shape. */
  written?: { version: number; record: unknown }
}

/** A version that the disk refused, as it is written. */
interface Owed {
  hash: string
  bytes: Uint8Array
}

/** What is known of a history while its record is worked on. */
export class Tail {
  /** Hash of the newest version that is in the history; undefined = not looked yet. */
  noted: string | undefined
  added = 0
}

/** Writes versions into the histories, one after the other for each record, few records at a time. */
export class VersionWriter {
  private readonly queue = new KeyedQueue()
  private readonly lanes = new Lanes(width)
  readonly own = new OwnVersions()
  /** Records whose history has versions that are still to be thinned. */
  readonly due = new Set<string>()
  /** Versions that the disk refused, or took half of: they go with the record's next one. */
  private readonly refused = new Map<string, Owed[]>()

  constructor(
    private readonly state: ArchiveState,
    private readonly opened: Promise<void>,
  ) {}

  /** Puts a version into the history unless it is the newest there. `must`: rejects when the disk refuses. */
  note(id: string, version: Version, why: VersionReason, tail = new Tail(), must = false): Promise<void> {
    const piece = () => ({ hash: version.hash, bytes: this.pieceOf(id, version, why) })
    return this.queue.run([id], async () => {
      await this.opened
      const work = async () => {
        let owed = this.refused.get(id)
        if (tail.noted === undefined || owed) {
          const read = await readHistory(this.state, id)
          await healEnd(this.state, id, read)
          tail.noted = read.pieces.at(-1)?.head.hash
          // A piece of which the disk said that it was refused may be there after all.
          owed = owed?.filter(
            (refused) => !read.pieces.some(({ bytes }) => Buffer.compare(bytes, refused.bytes) === 0),
          )
        }
        const going = [...(owed ?? [])]
        if ((going.at(-1)?.hash ?? tail.noted) !== version.hash) going.push(piece())
        if (going.length > 0) {
          this.refused.set(id, owed ?? [])
          await appendPieces(
            this.state,
            id,
            going.map(({ bytes }) => bytes),
          )
          tail.added += 1
          this.due.delete(id)
          this.due.add(id)
        }
        this.refused.delete(id)
        tail.noted = version.hash
      }
      if (must) return this.lanes.run(work)
      await this.state.calm(longestWait)
      await this.lanes.run(() => this.quietly(work, () => this.owe(id, piece())))
    })
  }

  private owe(id: string, piece: Owed): void {
    const known = this.refused.get(id) ?? []
    const owed = [...known, ...(known.at(-1)?.hash === piece.hash ? [] : [piece])].slice(-mostOwed)
    this.refused.delete(id)
    this.refused.set(id, owed)
    if (this.refused.size > mostOwing) this.refused.set([...this.refused.keys()][0] as string, [])
  }

  /** Forgets what is still owed to the histories of purged records. */
  forget(ids: readonly string[]): void {
    for (const id of ids) {
      this.refused.delete(id)
      this.due.delete(id)
    }
  }

  private pieceOf(id: string, { hash, record, written }: Version, why: VersionReason): Uint8Array {
    const { machine } = this.state.options
    return encodePiece(
      {
        id,
        hash,
        version: written?.version ?? definitionOf(typeOf(id)).version,
        why,
        notedAt: this.state.now(),
        savedAt: record.updatedAt,
        savedBy: record.savedBy,
        ...(this.own.has(hash) ? { machine: machine.name } : {}),
        revision: record.revision,
      },
      written ? written.record : record,
    )
  }

  /** Thins a history. In: the greatest stamp seen, from which ages count. */
  thin(id: string, greatest: string): Promise<void> {
    return this.queue.run([id], () =>
      this.quietly(async () => {
        const staying = await thinHistory(this.state, id, greatest)
        const heads = staying.map(({ head }) => head)
        if (isSettled(heads, greatest)) this.due.delete(id)
      }),
    )
  }

  /** Runs work that must not meet a version being written for these records. */
  alone(ids: readonly string[], work: () => Promise<void>): Promise<void> {
    return this.queue.run(ids, work)
  }

  /** Resolves when everything asked so far has ended. */
  idle(): Promise<void> {
    return this.queue.idle()
  }

  private async quietly(work: () => Promise<void>, refused?: () => void): Promise<void> {
    try {
      await work()
      this.state.tellHistory('kept')
    } catch (error) {
      if (!(error instanceof DiskError)) throw error
      this.state.tellHistory('refused')
      refused?.()
    }
  }
}
