import { z } from 'zod'
import { MeetingChanges } from '../../../../../shared/domain/meeting-changes'
import { idOf } from '../../../../../shared/ids'
import type { Draft } from './save-state'

const prefix = 'tutanak.draft.'

const StoredDraft = z.object({
  id: idOf('meeting'),
  basedOn: z.string(),
  changes: MeetingChanges,
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
