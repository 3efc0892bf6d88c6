import type { MeetingChanges } from '../../../../../shared/domain/meeting-changes'
import type { Collision } from '../../../../../shared/domain/meeting-merge'
import type { Meeting } from '../../../../../shared/records/meeting'
import type { AppError, Result } from '../../../../../shared/result'

/** How safe the text is. `saved` is said only for what the main process has acknowledged as durable. */
export type SaveState =
  | { kind: 'saved'; hash: string; savedAt?: string }
  /** Typed, waiting for a pause. */
  | { kind: 'dirty'; hash: string }
  | { kind: 'saving'; hash: string }
  /** Not written; `retryAt` (ms since the epoch) is when it is tried again by itself. */
  | { kind: 'failed'; hash: string; error: AppError; retryAt: number }
  /** Somebody else changed the same parts; nothing is written until the user has chosen. */
  | { kind: 'conflict'; hash: string; collisions: Collision[] }

/** Changes that are not acknowledged yet, kept on this computer against a crash of the window. */
export interface Draft {
  id: Meeting['id']
  /** Hash of the version the changes were made on. */
  basedOn: string
  changes: MeetingChanges
  /** What both sides changed and nobody has decided yet: `basedOn` is their version, which does not show it any more. */
  collisions?: Collision[] | undefined
  /** ISO time of writing. */
  at: string
}

interface SavedAck {
  hash: string
  savedAt: string
  /** The store joined these changes with others' into a version that this window has not seen. */
  merged?: boolean
}

export interface AutosavePorts {
  /** What the page holds now. Called once a save; must not be slow. */
  read(): Meeting
  save(input: { id: Meeting['id']; changes: MeetingChanges; basedOn: string }): Promise<Result<SavedAck>>
  load(): Promise<Result<{ meeting: Meeting; hash: string }>>
  /** Shows a version that was joined with others' changes. Must not call `touch`. */
  adopt(meeting: Meeting): void
  writeDraft(draft: Draft): void
  clearDraft(): void
  announce(state: SaveState): void
  now(): number
  /** Starts a timer and returns how to stop it. */
  after(ms: number, run: () => void): () => void
}
