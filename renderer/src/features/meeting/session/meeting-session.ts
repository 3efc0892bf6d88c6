import type { Node, Schema } from '@tiptap/pm/model'
import type { HeadField } from '../../../../../shared/domain/meeting-changes'
import { sameValue } from '../../../../../shared/domain/same-value'
import type { Attendance } from '../../../../../shared/records/attendance'
import type { Meeting } from '../../../../../shared/records/meeting'
import { Autosave } from '../autosave/autosave'
import type { SaveState } from '../autosave/save-state'
import { DocumentCodec } from '../editor/document-codec'
import { savePorts } from './save-ports'

/** Head and roll of a meeting as the page edits them; the agenda lives in the editor's document. */
export type MeetingRest = Omit<Meeting, 'agenda'>
export type HeadPatch = { [K in HeadField]?: Meeting[K] | undefined }

/** So many changes of the roll can be taken back. */
const longestUndo = 100

/** Shows a document that did not come from typing (joined with others' changes). */
type ShowDocument = (doc: Node) => void

/**
 * One open meeting: what the page shows, what is typed, and its autosave. It outlives the page when something is left to be
 * written.
 */
export class MeetingSession {
  readonly autosave: Autosave
  private rest: MeetingRest
  private agenda: Meeting['agenda']
  private codec: DocumentCodec | undefined
  private doc: Node | undefined
  private show: ShowDocument | undefined
  private saving: SaveState
  private readonly listeners = new Set<() => void>()
  private ending: (() => Promise<void>)[] = []
  /** The roll before each of the last changes made to it here. */
  private rollBefore: Attendance[][] = []

  /** `meeting` is what the page shows; `base` with its hash what the disk holds (they differ after a restored crash). */
  constructor(meeting: Meeting, base: Meeting, hash: string) {
    const { agenda, ...rest } = meeting
    this.rest = rest
    this.agenda = agenda
    this.saving = { kind: 'saved', hash }
    this.autosave = new Autosave(savePorts(this), base, hash)
  }

  get id(): Meeting['id'] {
    return this.rest.id
  }

  /** Head and roll; the same object until one of them changes. */
  readonly current = (): MeetingRest => this.rest

  readonly saveState = (): SaveState => this.saving

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** The whole meeting as it stands now. */
  read(): Meeting {
    if (this.codec && this.doc) this.agenda = this.codec.write(this.doc)
    return { ...this.rest, agenda: this.agenda }
  }

  setHead(patch: HeadPatch): void {
    this.rest = { ...this.rest, ...patch } as MeetingRest
    this.changed()
  }

  setAttendance(change: (rows: Attendance[]) => Attendance[]): void {
    this.rollBefore = [...this.rollBefore.slice(-longestUndo), this.rest.attendance]
    this.rest = { ...this.rest, attendance: change(this.rest.attendance) }
    this.changed()
  }

  /** Takes the last change of the roll back. Out: false when there is none that was made here. */
  undoAttendance(): boolean {
    const attendance = this.rollBefore.pop()
    if (!attendance) return false
    this.rest = { ...this.rest, attendance }
    this.changed()
    return true
  }

  /** The editor's schema is there: the document to begin with. */
  openDocument(schema: Schema): Node {
    const agenda = this.read().agenda
    this.codec = new DocumentCodec(schema)
    this.doc = this.codec.read(agenda)
    return this.doc
  }

  /** How to put a joined document into the editor. Out: the editor is gone, its last document stays. */
  connect(show: ShowDocument): () => void {
    this.show = show
    return () => {
      this.show = undefined
    }
  }

  /** The editor's document has changed. Called for every key. */
  documentChanged(doc: Node, typed: boolean): void {
    this.doc = doc
    if (typed) this.autosave.touch()
  }

  /** Shows a version joined with others' changes. */
  adopt(meeting: Meeting): void {
    const { agenda, ...rest } = meeting
    // What others have changed in the roll is not taken back from here.
    if (!sameValue(rest.attendance, this.rest.attendance)) this.rollBefore = []
    this.rest = rest
    this.agenda = agenda
    if (this.codec && this.doc) {
      const doc = this.codec.read(agenda, this.doc)
      this.doc = doc
      this.show?.(doc)
    }
    this.notify()
  }

  /** Called by the autosave. */
  announced(state: SaveState): void {
    this.saving = state
    this.notify()
  }

  /** What must end, with its last changes, before the page is left (a sound recording). */
  beforeLeaving(end: () => Promise<void>): void {
    this.ending.push(end)
  }

  /** Ends what the page had begun. Resolves when its last changes are in the meeting. */
  async endBegun(): Promise<void> {
    const ending = this.ending
    this.ending = []
    await Promise.all(ending.map((end) => end()))
  }

  private changed(): void {
    this.notify()
    this.autosave.touch()
  }

  private notify(): void {
    for (const listener of this.listeners) listener()
  }
}
