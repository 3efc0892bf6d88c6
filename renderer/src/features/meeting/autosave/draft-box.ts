import { z } from 'zod'
import { MeetingChanges } from '../../../../../shared/domain/meeting-changes'
import { headFields } from '../../../../../shared/domain/meeting-diff'
import { idOf } from '../../../../../shared/ids'
import { Attendance } from '../../../../../shared/records/attendance'
import { Block } from '../../../../../shared/records/blocks'
import { AgendaItemHead } from '../../../../../shared/records/meeting'
import type { Draft } from './save-state'

const prefix = 'tutanak.draft.'

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
}
