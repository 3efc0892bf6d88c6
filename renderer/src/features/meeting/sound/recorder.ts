import { beginsAsWebm, pieceLongest } from '../../../../../shared/domain/recordings'
import type { AppError, Result } from '../../../../../shared/result'

/**
 * Length (ms) that pieces are cut to: a busy computer may cut late, and has a second for it. A window that stands still for
 * longer gives a longer piece, since sound is worth more than its measure.
 */
export const pieceLength = 4_000

/** What ends a recording, or keeps it from beginning, besides the codes of the main process. */
export type SoundFault =
  | { kind: 'denied' }
  | { kind: 'no-microphone' }
  | { kind: 'microphone-gone' }
  | { kind: 'app'; error: AppError }

export type RecorderState =
  { kind: 'off' } | { kind: 'starting' } | { kind: 'on'; recordingId: string; startedAt: number }

/** One piece while it is being recorded. */
export interface PieceInMaking {
  /** Ends it; resolves to the whole file. */
  stop(): Promise<Uint8Array<ArrayBuffer>>
}

/** An open microphone. */
export interface Microphone {
  /** Begins a piece; several may run side by side. */
  begin(): PieceInMaking
  /** Calls back when the device goes away by itself. */
  onGone(listener: () => void): void
  close(): void
}

export interface RecorderPorts {
  openMicrophone(): Promise<{ ok: true; microphone: Microphone } | { ok: false; fault: SoundFault }>
  /** The recording has begun: enters it into the meeting. */
  begun(recording: { id: string; consentAt: string }): void
  /** Keeps a piece on the disk and enters it into the meeting. */
  keep(
    recording: { id: string; consentAt: string },
    piece: { bytes: Uint8Array<ArrayBuffer>; from: string; ms: number },
  ): Promise<Result<void>>
  failed(fault: SoundFault): void
  newId(): string
  now(): number
  after(ms: number, run: () => void): () => void
}

interface Running {
  id: string
  consentAt: string
  microphone: Microphone
  piece: { at: number; making: PieceInMaking }
  stopTimer: () => void
  /** What went wrong has been told: once is enough. */
  failed: boolean
}

/**
 * Records a meeting in short pieces, each a file of its own: the next one begins before the one before ends, so that nothing
 * is lost in between. Ports keep it free of window and IPC.
 */
export class Recorder {
  private current: RecorderState = { kind: 'off' }
  private running: Running | undefined
  /** Pieces are kept one after another. */
  private keeping: Promise<void> = Promise.resolve()
  /** Grows when a recording is stopped, so that a microphone that opens late is closed again. */
  private turn = 0
  private readonly listeners = new Set<() => void>()

  constructor(private readonly ports: RecorderPorts) {}

  readonly state = (): RecorderState => this.current

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Begins to record. In: when those present agreed (UTC ISO). Does nothing while it records. */
  async start(consentAt: string): Promise<void> {
    if (this.current.kind !== 'off') return
    const turn = this.turn
    this.announce({ kind: 'starting' })
    const opened = await this.ports.openMicrophone()
    if (turn !== this.turn) {
      if (opened.ok) opened.microphone.close()
      return
    }
    if (!opened.ok) {
      this.announce({ kind: 'off' })
      return this.ports.failed(opened.fault)
    }
    const { microphone } = opened
    const recording = { id: this.ports.newId(), consentAt }
    this.ports.begun(recording)
    const piece = this.begin(microphone)
    const running = { ...recording, microphone, piece, stopTimer: () => undefined, failed: false }
    this.running = running
    microphone.onGone(() => this.fail(running, { kind: 'microphone-gone' }))
    this.arm(running)
    this.announce({ kind: 'on', recordingId: recording.id, startedAt: piece.at })
  }

  /** Brings what has been recorded so far to the disk and goes on. Resolves when it is there. */
  async cut(): Promise<void> {
    const { running } = this
    if (running) {
      running.stopTimer()
      const { piece } = running
      running.piece = this.begin(running.microphone)
      this.keep(running, piece)
      this.arm(running)
    }
    await this.keeping
  }

  /** Ends the recording. Resolves when its last piece is on the disk and the microphone is closed. */
  async stop(): Promise<void> {
    this.turn += 1
    const { running } = this
    this.running = undefined
    if (running) {
      running.stopTimer()
      this.keep(running, running.piece)
    }
    this.announce({ kind: 'off' })
    await this.keeping
    running?.microphone.close()
  }

  private begin(microphone: Microphone): Running['piece'] {
    return { at: this.ports.now(), making: microphone.begin() }
  }

  private arm(running: Running): void {
    running.stopTimer = this.ports.after(pieceLength, () => void this.cut())
  }

  private keep(running: Running, { at, making }: Running['piece']): void {
    const { id, consentAt } = running
    // A computer that slept meanwhile has heard nothing.
    const ms = Math.max(1, Math.min(pieceLongest, Math.round(this.ports.now() - at)))
    const ended = making.stop()
    this.keeping = this.keeping.then(async () => {
      const bytes = await ended
      if (!beginsAsWebm(bytes)) return
      const kept = await this.ports.keep({ id, consentAt }, { bytes, from: new Date(at).toISOString(), ms })
      if (!kept.ok) this.fail(running, { kind: 'app', error: kept.error })
    })
  }

  private fail(running: Running, fault: SoundFault): void {
    if (running.failed) return
    running.failed = true
    this.ports.failed(fault)
    if (this.running === running) void this.stop()
  }

  private announce(state: RecorderState): void {
    this.current = state
    for (const listener of this.listeners) listener()
  }
}
