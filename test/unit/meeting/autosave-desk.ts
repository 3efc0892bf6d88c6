import { Autosave } from '../../../renderer/src/features/meeting/autosave/autosave'
import type { DraftBox } from '../../../renderer/src/features/meeting/autosave/draft-box'
import type {
  AutosavePorts,
  Draft,
  SaveState,
} from '../../../renderer/src/features/meeting/autosave/save-state'
import {
  MeetingChanges,
  applyMeetingChanges,
  mergeMeetingChanges,
} from '../../../shared/domain/meeting-changes'
import { restoreChanges } from '../../../shared/domain/meeting-restore'
import { newId } from '../../../shared/ids'
import type { Meeting } from '../../../shared/records/meeting'
import { fail, ok, type AppError } from '../../../shared/result'
import { meetingOf } from './arbitrary-meeting'

/** The store's side of the door, with versions by number; it can be told to fail and to take its time. */
export class Desk {
  versions: Meeting[]
  saves: { changes: MeetingChanges; basedOn: string }[] = []
  failWith: AppError | undefined
  delay = 0
  running = 0
  mostAtOnce = 0
  joins = false

  constructor(first: Meeting) {
    this.versions = [first]
  }

  get hash() {
    return `h${this.versions.length - 1}`
  }

  get now(): Meeting {
    const last = this.versions.at(-1)
    if (!last) throw new Error('empty')
    return last
  }

  async save(basedOn: string, changes: MeetingChanges) {
    this.running += 1
    this.mostAtOnce = Math.max(this.mostAtOnce, this.running)
    if (this.delay > 0) await new Promise((resolve) => setTimeout(resolve, this.delay))
    this.running -= 1
    if (this.failWith) return { ok: false as const, error: this.failWith }
    this.saves.push({ changes, basedOn })
    const merged = basedOn !== this.hash
    if (merged && !this.joins) return fail('conflict')
    const base = this.versions[Number(basedOn.slice(1))]
    const result =
      merged && base
        ? mergeMeetingChanges(base, this.now, changes)
        : applyMeetingChanges(this.now, MeetingChanges.parse(changes))
    if (!result.ok) return result
    this.versions.push(result.value)
    return ok({ hash: this.hash, savedAt: '2024-05-01T10:00:00.000Z', ...(merged ? { merged } : {}) })
  }
}

/** A window: what it shows, its states and drafts. With a box of drafts it begins with what a crashed one left there. */
export function page(desk: Desk, box?: DraftBox) {
  const seen: SaveState[] = []
  const kept = box?.read(desk.now.id)
  const restored = kept ? restoreChanges(desk.now, desk.hash, kept) : undefined
  let shown = restored?.meeting ?? desk.now
  let draft: Draft | undefined
  const ports: AutosavePorts = {
    read: () => shown,
    save: ({ basedOn, changes }) => desk.save(basedOn, structuredClone(changes)),
    load: () => Promise.resolve(ok({ meeting: structuredClone(desk.now), hash: desk.hash })),
    adopt: (meeting) => {
      shown = meeting
    },
    writeDraft: (next) => {
      draft = structuredClone(next)
      box?.write(next)
    },
    clearDraft: () => {
      draft = undefined
      box?.clear(desk.now.id)
    },
    announce: (state) => seen.push(state),
    now: () => Date.now(),
    after: (ms, run) => {
      const timer = setTimeout(run, ms)
      return () => clearTimeout(timer)
    },
  }
  const autosave = new Autosave(ports, desk.now, desk.hash)
  if (restored) autosave.restored(restored.collisions)
  return {
    autosave,
    seen,
    draft: () => draft,
    shown: () => shown,
    edit(change: (meeting: Meeting) => Meeting) {
      shown = change(shown)
      autosave.touch()
    },
  }
}

export const title = (text: string) => (meeting: Meeting) => ({ ...meeting, title: text })
export const addText = (markdown: string) => (meeting: Meeting) => ({
  ...meeting,
  agenda: meeting.agenda.map((item, index) =>
    index === 0
      ? { ...item, blocks: [...item.blocks, { id: newId('text'), kind: 'text' as const, markdown }] }
      : item,
  ),
})

/** Every block says this. */
export const withText = (markdown: string) => (meeting: Meeting) => ({
  ...meeting,
  agenda: meeting.agenda.map((item) => ({
    ...item,
    blocks: item.blocks.map((block) => ({ ...block, markdown })),
  })),
})

export const withoutText = (meeting: Meeting) => ({
  ...meeting,
  agenda: meeting.agenda.map((item) => ({ ...item, blocks: [] })),
})

export const texts = (meeting: Meeting) =>
  meeting.agenda.flatMap((item) => item.blocks.map((block) => (block.kind === 'text' ? block.markdown : '')))
export const start = () => new Desk(meetingOf([{ title: '', texts: ['Toplantı açıldı.'] }]))
