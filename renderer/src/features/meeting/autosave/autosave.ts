import type { MeetingChanges } from '../../../../../shared/domain/meeting-changes'
import { collisionsSince } from '../../../../../shared/domain/collision-now'
import { diffMeetings } from '../../../../../shared/domain/meeting-diff'
import { mergeMeetings, type Collision } from '../../../../../shared/domain/meeting-merge'
import type { Meeting } from '../../../../../shared/records/meeting'
import type { AppError } from '../../../../../shared/result'
import type { AutosavePorts, SaveState } from './save-state'

/**
 * Quiet time before a save, longest time typed text waits for one, and the waits between tries (all ms). A save that falls due
 * within `nextKey` is made as soon as this key's frame is painted (`frame`): later it would meet the next key and delay it.
 */
export const saveTiming = {
  quiet: 250,
  latest: 500,
  nextKey: 200,
  frame: 30,
  firstRetry: 1_000,
  lastRetry: 30_000,
} as const

/**
 * Saves a meeting while it is written: dirty at once, saved after a pause or at the latest every half second, one save
 * at a time, always as the difference to the last acknowledged version. Ports keep it free of window and IPC.
 */
export class Autosave {
  private dirty = false
  private dirtySince = 0
  private flight: Promise<void> | undefined
  private stopTimer: (() => void) | undefined
  private stopMirror: (() => void) | undefined
  private readonly ownHashes: string[] = []
  private failures = 0
  private outsideHash: string | undefined
  /** What nobody has decided yet; nothing is written meanwhile. */
  private collisions: Collision[] = []
  private disposed = false
  private current: SaveState

  /** `base` is the version that was read, `hash` its hash. */
  constructor(
    private readonly ports: AutosavePorts,
    private base: Meeting,
    private hash: string,
  ) {
    this.current = { kind: 'saved', hash }
  }

  get state(): SaveState {
    return this.current
  }

  /** The version on the disk as it was read or acknowledged last; in a conflict theirs. */
  get version(): Meeting {
    return this.base
  }

  private get conflicted(): boolean {
    return this.collisions.length > 0
  }

  /** Says that something was changed. Cheap: called for every key. */
  touch(): void {
    if (this.disposed) return
    if (!this.dirty) {
      this.dirty = true
      this.dirtySince = this.ports.now()
    }
    if (this.current.kind === 'saved') this.announce({ kind: 'dirty', hash: this.hash })
    if (this.flight) return
    if (this.failures > 0 || this.conflicted) this.mirrorSoon()
    else this.schedule()
  }

  /** Writes everything out now. Out: true when all is acknowledged; false when it did not get through. */
  async flush(): Promise<boolean> {
    for (let round = 0; round < 50; round += 1) {
      if (this.flight) await this.flight
      if (!this.dirty) return !this.conflicted
      if (this.conflicted) this.mirror()
      if (this.disposed || this.conflicted) return false
      const failuresBefore = this.failures
      await this.start()
      if (this.failures > failuresBefore) return false
    }
    return false
  }

  /** Tries again at once after a failure. */
  retry(): void {
    if (!this.flight && !this.disposed && !this.conflicted) void this.start()
  }

  /** The store announced a version of this meeting. Our own saves come back here too and are told apart by their hash. */
  noticed(hash: string | undefined): void {
    if (this.disposed || hash === this.hash) return
    if (hash !== undefined && this.ownHashes.includes(hash)) return
    this.outsideHash = hash ?? 'unknown'
    if (!this.flight) void this.takeOff(this.join())
  }

  /** The user has chosen what becomes of the colliding parts; `meeting` is what the page holds from now on. */
  resolved(meeting: Meeting): void {
    this.collisions = []
    this.ports.adopt(meeting)
    this.dirty = true
    this.retry()
  }

  /**
   * Changes that were kept after a crash are back in the page and must be written; with collisions only after the user
   * has chosen.
   */
  restored(collisions: Collision[]): void {
    this.redirty()
    if (collisions.length > 0) this.ask(collisions)
    else this.retry()
  }

  /** Keeps the changes of this moment on this computer, for a window that is going away. */
  mirror(): void {
    if (!this.dirty) return
    const changes = diffMeetings(this.base, this.ports.read())
    // What is asked is kept also where the page holds their side of it, because mine had removed the part.
    if (changes || this.conflicted) this.keep(changes ?? {})
  }

  dispose(): void {
    this.disposed = true
    this.stopTimer?.()
    this.stopMirror?.()
  }

  private schedule(): void {
    const left = saveTiming.latest - (this.ports.now() - this.dirtySince)
    const wait = left < saveTiming.nextKey ? saveTiming.frame : saveTiming.quiet
    this.arm(Math.max(0, Math.min(wait, left)), () => void this.start())
  }

  /** The timer of the next try stays as it is; only the copy on this computer is brought up to date. */
  private mirrorSoon(): void {
    this.stopMirror ??= this.ports.after(saveTiming.quiet, () => {
      this.stopMirror = undefined
      this.mirror()
    })
  }

  private arm(ms: number, run: () => void): void {
    this.stopTimer?.()
    this.stopTimer = this.ports.after(ms, run)
  }

  private start(): Promise<void> {
    if (this.flight) return this.flight
    return this.takeOff(this.saveOnce())
  }

  private takeOff(work: Promise<void>): Promise<void> {
    this.stopTimer?.()
    this.flight = work.finally(() => {
      this.flight = undefined
      if (this.disposed) return
      if (this.outsideHash !== undefined && this.outsideHash !== this.hash && this.failures === 0) {
        void this.takeOff(this.join())
      } else if (this.dirty && this.failures === 0 && !this.conflicted) this.schedule()
    })
    return this.flight
  }

  private async saveOnce(): Promise<void> {
    const snapshot = this.ports.read()
    const changes = diffMeetings(this.base, snapshot)
    this.dirty = false
    if (!changes) return this.settle()
    this.keep(changes)
    this.announce({ kind: 'saving', hash: this.hash })
    const result = await this.ports.save({ id: this.base.id, changes, basedOn: this.hash })
    if (result.ok) {
      this.base = snapshot
      this.failures = 0
      if (result.value.merged) return this.join()
      this.hash = result.value.hash
      this.ownHashes.push(this.hash)
      if (this.ownHashes.length > 20) this.ownHashes.shift()
      return this.settle(result.value.savedAt)
    }
    this.redirty()
    if (result.error.code === 'conflict') return this.join()
    return this.failed(result.error)
  }

  /** Everything of the snapshot is on the disk. */
  private settle(savedAt?: string): void {
    this.failures = 0
    if (this.dirty) {
      this.announce({ kind: 'dirty', hash: this.hash })
      return
    }
    this.ports.clearDraft()
    const before = this.current.kind === 'saved' ? this.current.savedAt : undefined
    this.announce({ kind: 'saved', hash: this.hash, savedAt: savedAt ?? before })
  }

  /** Reads the version on the disk and joins it with what the page holds; what is asked follows what they write. */
  private async join(): Promise<void> {
    const loaded = await this.ports.load()
    // Nothing is written in a conflict, and the choice will look at the disk again.
    if (loaded.ok || this.conflicted) this.outsideHash = undefined
    if (!loaded.ok) return this.conflicted ? undefined : this.failed(loaded.error)
    const theirs = loaded.value.meeting
    const mine = this.ports.read()
    const { meeting, collisions } = mergeMeetings(this.base, mine, theirs)
    this.base = theirs
    this.hash = loaded.value.hash
    this.failures = 0
    if (diffMeetings(mine, meeting)) this.ports.adopt(meeting)
    this.dirty = diffMeetings(theirs, meeting) !== undefined
    this.collisions = [...collisions, ...collisionsSince(this.collisions, collisions, meeting, theirs)]
    if (this.conflicted) return this.ask(this.collisions)
    if (this.dirty) this.dirtySince = this.ports.now()
    this.settle()
  }

  /** Leaves it to the user what becomes of parts that both sides changed. */
  private ask(collisions: Collision[]): void {
    this.collisions = collisions
    this.redirty()
    this.announce({ kind: 'conflict', hash: this.hash, collisions })
    this.mirror()
  }

  private failed(error: AppError): void {
    this.redirty()
    this.failures += 1
    const wait = Math.min(saveTiming.lastRetry, saveTiming.firstRetry * 2 ** (this.failures - 1))
    this.announce({ kind: 'failed', hash: this.hash, error, retryAt: this.ports.now() + wait })
    this.mirror()
    if (!this.disposed) this.arm(wait, () => void this.start())
  }

  private redirty(): void {
    if (!this.dirty) this.dirtySince = this.ports.now()
    this.dirty = true
  }

  private keep(changes: MeetingChanges): void {
    const at = new Date(this.ports.now()).toISOString()
    const open = this.conflicted ? { collisions: this.collisions } : {}
    this.ports.writeDraft({ id: this.base.id, basedOn: this.hash, changes, ...open, at })
  }

  private announce(state: SaveState): void {
    if (this.disposed) return
    this.current = state
    this.ports.announce(state)
  }
}
