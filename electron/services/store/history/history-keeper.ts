import type { VersionReason } from '../../../../shared/contract/history-contract'
import { definitionOf, type AnyRecord } from '../../../../shared/records/registry'
import { DiskError } from '../archive-files'
import type { ArchiveState } from '../archive-state'
import type { Prepared } from '../commit'
import { hashOf } from '../envelope'
import { typeOf } from '../record-content'
import type { WriteReason } from '../store-types'
import { ClockWatch } from './clock-watch'
import { readHistoryState, writeHistoryState } from './history-state'
import { Tail, VersionWriter, type Version } from './version-writer'

/** Work on a record ends after this long without a save, and is kept as often while it goes on. */
const minutes = 60_000
const idleAfter = 5 * minutes
const every = 5 * minutes
/** How often ended work is looked for. */
const tickEvery = 30_000
/** Records that are worked on at a time, as far as this keeper follows; the oldest end first. */
const mostSpans = 500
/** Thinning rewrites a history only when it grew by this many versions, or at the hourly look. */
const thinAfter = 24
const thinEvery = 60 * minutes

/** Work on one record that goes on. */
interface Span {
  newest: Version
  tail: Tail
  notedAt: number
  activeAt: number
}

function versionBefore({ was, before }: Prepared): Version | undefined {
  const state = was?.state
  if (before === null || (state?.state !== 'ok' && state?.state !== 'changed-outside')) return undefined
  const { hash, record, version } = state
  const today = version === definitionOf(typeOf(record.id)).version
  if (today && state.state === 'ok') return { hash, record }
  // Read in today's shape it is another text than the one that has this hash: what was written is what is kept.
  const written = JSON.parse(new TextDecoder().decode(was?.bytes)) as { record: unknown }
  return { hash, record, written: { version, record: written.record } }
}

const statusOf = (record: AnyRecord) => ('status' in record ? record.status : undefined)

/**
 * Makes versions of records while they are worked on: at the beginning and end of the work, every five minutes of it, at a
 * change of status, and around restores and imports.
 *
 * It stands beside the path of a save, never in it: the store tells it of a commit that begins and of one that is on the
 * disk, and it works from the records in memory, on files of its own, in queues of its own. What fails there is noted and
 * tried again with the record's next version; it can neither fail a save nor hold one up. Only before a restore or an
 * import, which replace what somebody wrote, the version that goes is waited for.
 */
export class HistoryKeeper {
  private readonly spans = new Map<string, Span>()
  private readonly ending = new Set<Promise<void>>()
  private readonly opened: Promise<void>
  private readonly writer: VersionWriter
  private clock = new ClockWatch()
  private thinnedAt = 0
  private timer: NodeJS.Timeout | undefined

  constructor(private readonly state: ArchiveState) {
    this.opened = this.open()
    this.writer = new VersionWriter(state, this.opened)
  }

  get watch(): ClockWatch {
    return this.clock
  }

  private async open(): Promise<void> {
    if (!this.state.lock) return
    try {
      const known = await readHistoryState(this.state)
      this.clock = new ClockWatch(known.clock)
      for (const id of known.due) this.writer.due.add(id)
    } catch (error) {
      if (!(error instanceof DiskError)) throw error
    }
    this.timer = setInterval(() => void this.tick(), tickEvery)
    this.timer.unref()
  }

  /** A commit begins. Out: when the versions that it replaces are kept; only restores and imports wait for it. */
  async before(prepared: readonly Prepared[], why: WriteReason | undefined): Promise<void> {
    const now = this.now()
    await Promise.all(
      prepared.map((item) => {
        const version = versionBefore(item)
        if (item.op !== 'save' || !version) return undefined
        const known = this.spans.get(item.id)
        const tail = known?.tail
        if (why === 'restore') return this.writer.note(item.id, version, 'before-restore', tail, true)
        if (why === 'import') return this.writer.note(item.id, version, 'before-import', tail, true)
        return known ? undefined : this.note(item.id, this.begin(item.id, version, now), 'begin')
      }),
    )
  }

  /** A commit is on the disk. */
  after(prepared: readonly Prepared[], why: WriteReason | undefined): void {
    const now = this.now()
    for (const item of prepared) {
      if (item.op === 'remove') this.end(item.id, 'deleted')
      if (item.op !== 'save' || !item.record || item.after === null) continue
      const version = { hash: item.after, record: item.record }
      this.writer.own.add(version.hash)
      this.clock.saw(version.record.updatedAt)
      const before = versionBefore(item)
      const reason = this.reasonOf(before, version, why)
      if (!before && !reason) continue
      const span = this.spans.get(item.id) ?? this.begin(item.id, version, now)
      span.newest = version
      span.activeAt = now
      // A clock that was set back must not keep the next version away for hours.
      span.notedAt = Math.min(span.notedAt, now)
      if (reason) void this.note(item.id, span, reason)
      else if (now - span.notedAt >= every) void this.note(item.id, span, 'interval')
    }
    while (this.spans.size > mostSpans) this.end([...this.spans.keys()][0] as string, 'end')
  }

  private reasonOf(
    before: Version | undefined,
    after: Version,
    why: WriteReason | undefined,
  ): VersionReason | undefined {
    if (why === 'restore') return 'restored'
    if (why === 'import') return before ? 'imported' : undefined
    if (why === 'outside') return 'outside'
    return before && statusOf(before.record) !== statusOf(after.record) ? 'status' : undefined
  }

  private begin(id: string, newest: Version, now: number): Span {
    const span = { newest, tail: new Tail(), notedAt: now, activeAt: now }
    this.spans.set(id, span)
    return span
  }

  private note(id: string, span: Span, why: VersionReason): Promise<void> {
    span.notedAt = this.now()
    return this.writer.note(id, span.newest, why, span.tail)
  }

  /** The work on a record ends: what it says now becomes a version. */
  private end(id: string, why: VersionReason): void {
    const span = this.spans.get(id)
    if (!span) return
    this.spans.delete(id)
    const work = this.note(id, span, why)
      .then(() => (span.tail.added >= thinAfter ? this.thin(id) : undefined))
      .finally(() => this.ending.delete(work))
    this.ending.add(work)
  }

  /** Keeps a version that another program's has taken the place of. */
  keep(record: AnyRecord): Promise<void> {
    return this.writer.note(record.id, { hash: hashOf(record), record }, 'end')
  }

  /** The record's page was closed. */
  leave(id: string): void {
    this.end(id, 'end')
  }

  /** Ends work that has been idle; from time to time thins the histories that are due. */
  async tick(): Promise<void> {
    const now = this.now()
    const { due } = this.writer
    if ((this.spans.size === 0 && due.size === 0) || !(await this.ours())) return
    for (const [id, span] of this.spans) {
      if (now < span.activeAt) span.activeAt = now
      else if (now - span.activeAt >= idleAfter) this.end(id, 'end')
    }
    if (Math.abs(now - this.thinnedAt) < thinEvery) return
    this.thinnedAt = now
    for (const id of [...due]) await this.thin(id)
    await this.remember()
  }

  /** Thins a history, unless the clock is in doubt. */
  private async thin(id: string): Promise<void> {
    const { greatest, jump } = this.clock
    if (!jump && greatest !== undefined) await this.writer.thin(id, greatest)
  }

  private async remember(): Promise<void> {
    await writeHistoryState(this.state, { clock: this.clock.snapshot(), due: [...this.writer.due] })
  }

  /** The user says that the clock is right. */
  async confirmClock(): Promise<void> {
    await this.opened
    this.clock.confirm(this.state.now())
    this.thinnedAt = 0
    await this.remember()
    await this.tick()
  }

  /** Ends all work and resolves when its versions are on the disk: before backups, and at closing. */
  async settle(): Promise<void> {
    for (const id of [...this.spans.keys()]) this.end(id, 'end')
    await this.idle()
  }

  /** Resolves when every version asked for so far is on the disk. */
  async idle(): Promise<void> {
    await this.opened
    await this.writer.idle()
    await Promise.all(this.ending)
  }

  /** Leaves purged records out of everything that is still to be written. In: the work that takes their files away. */
  async forget(ids: readonly string[], work: () => Promise<void>): Promise<void> {
    for (const id of ids) this.spans.delete(id)
    await this.writer.alone(ids, work)
    this.writer.forget(ids)
    await this.remember()
  }

  async close(): Promise<void> {
    clearInterval(this.timer)
    const ours = await this.ours()
    await this.settle()
    if (ours && this.clock.greatest !== undefined) await this.remember()
  }

  /** Whether the archive is still ours to write; whoever took it over writes its histories now. */
  private async ours(): Promise<boolean> {
    const ours = await this.state.isWriter().catch((error: unknown) => {
      if (error instanceof DiskError) return false
      throw error
    })
    if (!ours) this.spans.clear()
    return ours
  }

  private now(): number {
    return this.state.options.clock().getTime()
  }
}
