import { beginOfPiece, lengthOf, spotIn, type SoundSpot } from '../../../../../shared/domain/recordings'
import type { Meeting, MeetingRecording } from '../../../../../shared/records/meeting'

/** How far (ms) the buttons of the player go. */
export const step = 10_000

export type PlayerState =
  | { kind: 'closed' }
  | {
      kind: 'open'
      recordingId: MeetingRecording['id']
      playing: boolean
      /** where it is in the recording, and how long that is (ms) */
      at: number
      length: number
      /** the moment then (ms since 1970) */
      moment: number
    }

/** What the player needs of an audio element. */
export type Sounding = Pick<
  HTMLAudioElement,
  'src' | 'currentTime' | 'ended' | 'play' | 'pause' | 'addEventListener' | 'removeAttribute' | 'load'
>

/** Plays a recording piece after piece. */
export class Player {
  private spot: SoundSpot | undefined
  /** Also between two pieces, where the element itself stands still. */
  private playing = false
  private current: PlayerState = { kind: 'closed' }
  private readonly listeners = new Set<() => void>()

  constructor(
    private readonly audio: Sounding,
    private readonly meetingId: Meeting['id'],
    /** The recordings as they are now: one that goes on grows. */
    private readonly recordings: () => readonly MeetingRecording[],
    /** A piece cannot be played. */
    private readonly failed: () => void,
  ) {
    audio.addEventListener('ended', () => this.next())
    audio.addEventListener('timeupdate', () => this.tell())
    audio.addEventListener('pause', () => {
      // Keys of the computer pause it too; at the end of a piece it goes on.
      if (!this.audio.ended) this.playing = false
      this.tell()
    })
    audio.addEventListener('error', () => this.broken())
    audio.addEventListener('loadedmetadata', () => {
      if (this.spot && this.spot.offset > 0) this.audio.currentTime = this.spot.offset / 1000
    })
  }

  readonly state = (): PlayerState => this.current

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Plays from a place on. */
  playFrom(spot: SoundSpot): void {
    this.open(spot, true)
  }

  /** Pauses, or goes on. */
  toggle(): void {
    if (!this.spot) return
    if (this.playing) this.audio.pause()
    else this.sound()
  }

  /** Goes back or forth (ms), not beyond the beginning and the end. */
  skip(by: number): void {
    const { recording, state } = this.now()
    if (!recording || state.kind === 'closed') return
    const begin = state.moment - state.at
    const spot = spotIn(recording, begin + Math.max(0, Math.min(state.at + by, state.length - 1)))
    if (spot) this.open(spot, state.playing)
  }

  close(): void {
    if (!this.spot) return
    this.spot = undefined
    this.playing = false
    this.audio.pause()
    this.audio.removeAttribute('src')
    this.audio.load()
    this.tell()
  }

  private now() {
    const recording = this.recordings().find(({ id }) => id === this.spot?.recordingId)
    return { recording, state: this.current }
  }

  private open(spot: SoundSpot, playing: boolean): void {
    this.spot = spot
    const piece = this.now().recording?.pieces[spot.piece]
    if (!piece) return this.close()
    this.audio.src = `/sound/${this.meetingId}/${piece.file.sha256}.webm`
    if (playing) this.sound()
    this.tell()
  }

  private sound(): void {
    this.playing = true
    // Rejected when another piece takes its place at once: that one plays.
    void this.audio.play().catch(() => undefined)
    this.tell()
  }

  private next(): void {
    const { recording } = this.now()
    if (!this.spot || !recording) return this.close()
    const piece = this.spot.piece + 1
    if (piece < recording.pieces.length) this.open({ ...this.spot, piece, offset: 0 }, true)
    else {
      this.playing = false
      this.tell()
    }
  }

  private broken(): void {
    if (!this.spot) return
    this.playing = false
    this.audio.pause()
    this.failed()
    this.tell()
  }

  private tell(): void {
    const { recording } = this.now()
    const piece = this.spot && recording?.pieces[this.spot.piece]
    const [first] = recording?.pieces ?? []
    if (!this.spot || !recording || !piece || !first) this.current = { kind: 'closed' }
    else {
      const into = Math.min(piece.ms, this.audio.currentTime * 1000)
      const moment = beginOfPiece(piece) + into
      this.current = {
        kind: 'open',
        recordingId: recording.id,
        playing: this.playing,
        at: moment - beginOfPiece(first),
        length: lengthOf(recording),
        moment,
      }
    }
    for (const listener of this.listeners) listener()
  }
}
