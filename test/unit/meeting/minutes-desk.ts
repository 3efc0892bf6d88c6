import { history, undo } from '@tiptap/pm/history'
import { EditorState, TextSelection } from '@tiptap/pm/state'
import { adoptDocument } from '../../../renderer/src/features/meeting/editor/adopt-document'
import { ownStepPlugin } from '../../../renderer/src/features/meeting/editor/commands/own-step'
import { DocumentCodec } from '../../../renderer/src/features/meeting/editor/document-codec'
import { partIdsPlugin } from '../../../renderer/src/features/meeting/editor/plugins/part-ids'
import { mergeMeetings } from '../../../shared/domain/meeting-merge'
import type { Meeting } from '../../../shared/records/meeting'
import { schema } from './minutes-state'

/** The editor of a meeting, as its page has it: typing, undoing, and taking in what others changed. */
export class Desk {
  readonly codec = new DocumentCodec(schema)
  state: EditorState

  constructor(
    readonly loaded: Meeting,
    newGroupDelay = 0,
  ) {
    const plugins = [partIdsPlugin(), ownStepPlugin(), history({ newGroupDelay })]
    this.state = EditorState.create({ doc: this.codec.read(loaded.agenda), plugins })
  }

  /** Puts the cursor behind the first occurrence of a text. */
  goTo(text: string): this {
    let place = -1
    this.state.doc.descendants((node, pos) => {
      if (place < 0 && node.isText && node.text?.includes(text))
        place = pos + node.text.indexOf(text) + text.length
    })
    if (place < 0) throw new Error(`not there: ${text}`)
    this.state = this.state.apply(this.state.tr.setSelection(TextSelection.create(this.state.doc, place)))
    return this
  }

  type(text: string): this {
    this.state = this.state.apply(this.state.tr.insertText(text))
    return this
  }

  read(): Meeting {
    return { ...this.loaded, agenda: this.codec.write(this.state.doc) }
  }

  /** Others have saved `theirs`, which grew out of what was loaded; `writing`: the next key comes into the text. */
  join(theirs: Meeting, writing = false): this {
    const { meeting } = mergeMeetings(this.loaded, this.read(), theirs)
    const tr = adoptDocument(this.state, this.codec.read(meeting.agenda, this.state.doc), writing)
    if (tr) this.state = this.state.apply(tr)
    return this
  }

  undoAll(): number {
    let steps = 0
    while (undo(this.state, (tr) => (this.state = this.state.apply(tr)))) steps += 1
    return steps
  }

  texts(): string[] {
    return this.state.doc.children.map((node) => node.textContent)
  }
}
