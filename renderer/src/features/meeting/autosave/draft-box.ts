import { z } from 'zod'
import { MeetingChanges } from '../../../../../shared/domain/meeting-changes'
import { headFields } from '../../../../../shared/domain/meeting-diff'
import { idOf } from '../../../../../shared/ids'
import { Attendance } from '../../../../../shared/records/attendance'
import { Block } from '../../../../../shared/records/blocks'
import { AgendaItemHead } from '../../../../../shared/records/meeting'
import type { Draft } from './save-state'

const prefix = 'tutanak.draft.'
const asidePrefix = 'tutanak.aside.'

const StoredCollision = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('head'),
    field: z.enum(headFields),
    mine: z.unknown().optional(),
    theirs: z.unknown().optional(),
  }),
  z.object({
    kind: z.literal('attendance'),
    id: z.string(),
    mine: Attendance.optional(),
    theirs: Attendance.optional(),
  }),
  z.object({
    kind: z.literal('item'),
    id: z.string(),
    mine: AgendaItemHead.optional(),
    theirs: AgendaItemHead.optional(),
  }),
  z.object({ kind: z.literal('block'), id: z.string(), mine: Block.optional(), theirs: Block.optional() }),
])

const StoredDraft = z.object({
  id: idOf('meeting'),
  basedOn: z.string(),
  changes: MeetingChanges,
  collisions: z.array(StoredCollision).optional(),
  at: z.string(),
})

type Store = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/** Keeps unacknowledged changes of meetings on this computer, one draft a meeting, against a crash of the window. */
export class DraftBox {
  constructor(private readonly store: Store) {}

  /** Never throws: a full store only means that a crash could cost the last second. */
  write(draft: Draft): void {
    try {
      this.store.setItem(prefix + draft.id, JSON.stringify(draft))
    } catch {
      this.clear(draft.id)
    }
  }

  /** The draft of a meeting, or undefined when there is none that can be read. */
  read(id: string): Draft | undefined {
    const text = this.store.getItem(prefix + id)
    if (text === null) return undefined
    try {
      return StoredDraft.parse(JSON.parse(text))
    } catch {
      return undefined
    }
  }

  clear(id: string): void {
    this.store.removeItem(prefix + id)
  }

  /** The draft of a meeting as it is stored, also one that cannot be read. */
  stored(id: string): string | undefined {
    return this.store.getItem(prefix + id) ?? undefined
  }

  /** Drafts of a meeting that fitted nowhere in it, as they were stored, oldest first. */
  aside(id: string): string[] {
    const kept = this.store.getItem(asidePrefix + id)
    if (kept === null) return []
    try {
      return z.array(z.string()).parse(JSON.parse(kept))
    } catch {
      return [kept]
    }
  }

  /** Puts other drafts in the place of those that were set aside; none takes them away. Throws when the store is full. */
  setAside(id: string, drafts: readonly string[]): void {
    if (drafts.length === 0) this.store.removeItem(asidePrefix + id)
    else this.store.setItem(asidePrefix + id, JSON.stringify(drafts))
  }
}
