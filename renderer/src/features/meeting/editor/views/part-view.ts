import type { Node } from '@tiptap/pm/model'
import { NodeSelection } from '@tiptap/pm/state'
import type { EditorView, NodeView, ViewMutationRecord } from '@tiptap/pm/view'
import { i18n } from '../../../../../../shared/i18n/i18n'
import type { DecisionFields, HeadingFields } from '../schema/parts'
import type { PartEntry, PartNodeKind, PartRegistry } from './part-registry'
import classes from './parts.module.css'

function element(
  tag: string,
  className: string | undefined,
  attributes: Record<string, string> = {},
): HTMLElement {
  const made = document.createElement(tag)
  if (className) made.className = className
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value)
  return made
}

/** Sets or takes away an attribute. */
function mark(target: HTMLElement, name: string, value: string | undefined): void {
  if (value === undefined) target.removeAttribute(name)
  else if (target.getAttribute(name) !== value) target.setAttribute(name, value)
}

/**
 * How a decision, action item or heading stands in the document: badge or number, its text (drawn by the editor) and a place
 * for its fields (drawn by React, see part-portals).
 */
export class PartView implements NodeView {
  readonly dom: HTMLElement
  readonly contentDOM: HTMLElement
  private readonly badge: HTMLElement
  private readonly fields: HTMLElement
  private readonly tools: HTMLElement
  private readonly entry: PartEntry

  constructor(
    private node: Node,
    private readonly view: EditorView,
    private readonly getPos: () => number | undefined,
    private readonly registry: PartRegistry,
  ) {
    const kind = node.type.name as PartNodeKind
    const heading = kind === 'agendaHeading'
    const still = { contenteditable: 'false' }
    this.dom = element('section', heading ? classes.heading : classes.part, { role: 'group' })
    this.badge = element('span', heading ? classes.number : classes.badge, still)
    this.tools = element('span', classes.headingTools, still)
    this.contentDOM = element(heading ? 'h2' : 'div', heading ? classes.title : classes.text)
    this.fields = element('div', heading ? classes.headingFields : classes.fields, {
      ...still,
      'data-fields-of': kind,
    })
    if (heading) {
      const line = element('div', classes.headingLine)
      line.append(this.badge, this.contentDOM, this.tools)
      this.dom.append(line, this.fields)
    } else this.dom.append(this.badge, this.contentDOM, this.fields)
    this.badge.addEventListener('mousedown', () => this.grab())
    this.entry = registry.add(kind, node, { container: this.fields, tools: this.tools }, getPos)
    this.draw()
  }

  update(node: Node): boolean {
    if (node.type !== this.node.type) return false
    this.node = node
    this.draw()
    this.entry.changed(node)
    return true
  }

  selectNode(): void {
    this.dom.classList.add('ProseMirror-selectednode')
  }

  deselectNode(): void {
    this.dom.classList.remove('ProseMirror-selectednode')
  }

  /** Keys and clicks in the fields are theirs. */
  stopEvent(event: Event): boolean {
    return event.target instanceof globalThis.Node && this.isOutside(event.target)
  }

  /** Changes beside the text are React's. A cursor there is the text's all the same (Ctrl+Home puts it before the number). */
  ignoreMutation(mutation: ViewMutationRecord): boolean {
    if (mutation.type === 'selection') return this.isOutside(mutation.target)
    return !this.contentDOM.contains(mutation.target)
  }

  destroy(): void {
    this.registry.remove(this.entry)
  }

  private isOutside(target: globalThis.Node): boolean {
    return this.fields.contains(target) || this.tools.contains(target)
  }

  /** The whole part is chosen and can be dragged. */
  private grab(): void {
    const pos = this.getPos()
    if (pos === undefined || !this.view.editable) return
    this.view.dispatch(this.view.state.tr.setSelection(NodeSelection.create(this.view.state.doc, pos)))
  }

  private draw(): void {
    const { node, dom } = this
    const empty = node.content.size === 0
    mark(dom, 'id', (node.attrs.partId as string | null) ?? undefined)
    if (node.type.name === 'agendaHeading') {
      const { kind, number } = node.attrs.fields as HeadingFields
      const session = kind === 'session'
      mark(dom, 'data-kind', kind)
      mark(dom, 'data-titled', empty ? undefined : '')
      mark(dom, 'data-numbered', number ? '' : undefined)
      mark(dom, 'aria-label', i18n.t(session ? 'meeting.item.session' : 'meeting.item.group'))
      const hint = i18n.t(session ? 'meeting.editor.emptySession' : 'meeting.editor.emptyHeading')
      mark(this.contentDOM, 'data-placeholder', empty ? hint : undefined)
      if (this.badge.textContent !== (number ?? '')) this.badge.textContent = number ?? ''
      return
    }
    const decision = node.type.name === 'decision'
    const number = decision ? (node.attrs.fields as DecisionFields).number : undefined
    const name = i18n.t(decision ? 'meeting.decision.group' : 'meeting.action.group')
    mark(dom, 'data-kind', decision ? 'decision' : 'action')
    mark(dom, 'aria-label', number ? i18n.t('meeting.decision.groupNumbered', { number }) : name)
    const hint = i18n.t(decision ? 'meeting.editor.emptyDecision' : 'meeting.editor.emptyAction')
    mark(this.contentDOM, 'data-placeholder', empty ? hint : undefined)
    mark(this.badge, 'data-mark', decision ? '◆' : '◇')
    if (this.badge.textContent !== name) this.badge.textContent = name
  }
}
