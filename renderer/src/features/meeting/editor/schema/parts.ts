import { Extension, Node } from '@tiptap/core'
import type { z } from 'zod'
import { ActionBlock, DecisionBlock } from '../../../../../../shared/records/blocks'
import { AgendaItemHead } from '../../../../../../shared/records/meeting'

/** Everything of a decision, action item or agenda heading besides its id and its text, as the node carries it. */
export const DecisionFields = DecisionBlock.omit({ id: true, kind: true, text: true })
export type DecisionFields = z.infer<typeof DecisionFields>
export const ActionFields = ActionBlock.omit({ id: true, kind: true, text: true })
export type ActionFields = z.infer<typeof ActionFields>
export const HeadingFields = AgendaItemHead.omit({ id: true, title: true })
export type HeadingFields = z.infer<typeof HeadingFields>

export const emptyDecision: DecisionFields = DecisionFields.parse({})
export const emptyAction: ActionFields = ActionFields.parse({})
export const emptyHeading: HeadingFields = HeadingFields.parse({})

/** Node types of text that stand at the top and carry an id of a text block. */
const textNodeTypes = [
  'paragraph',
  'heading',
  'bulletList',
  'orderedList',
  'blockquote',
  'codeBlock',
  'horizontalRule',
  'table',
]
const partNodeTypes = ['agendaHeading', 'decision', 'action'] as const

/** Fields as an attribute that survives copy and paste: JSON, read back only when it fits the schema. */
function fieldsAttribute<S extends z.ZodType>(schema: S, empty: z.output<S>) {
  return {
    default: empty,
    keepOnSplit: false,
    parseHTML: (element: HTMLElement): z.output<S> => {
      try {
        return schema.parse(JSON.parse(element.getAttribute('data-fields') ?? ''))
      } catch {
        return empty
      }
    },
    renderHTML: ({ fields }: Record<string, unknown>) => ({ 'data-fields': JSON.stringify(fields) }),
  }
}

/** The document of a meeting: agenda headings, decisions and action items in the flow of text. */
export const MeetingDocument = Node.create({ name: 'doc', topNode: true, content: '(block|part)+' })

export const AgendaHeading = Node.create({
  name: 'agendaHeading',
  group: 'part',
  content: 'text*',
  marks: '',
  defining: true,
  isolating: true,
  addAttributes: () => ({ fields: fieldsAttribute(HeadingFields, emptyHeading) }),
  // Before the rule of plain headings, which would make text of it.
  parseHTML: () => [{ tag: 'h2[data-part="heading"]', priority: 60 }],
  renderHTML: ({ HTMLAttributes }) => ['h2', { 'data-part': 'heading', ...HTMLAttributes }, 0],
})

export const Decision = Node.create({
  name: 'decision',
  group: 'part',
  content: 'inline*',
  defining: true,
  isolating: true,
  addAttributes: () => ({ fields: fieldsAttribute(DecisionFields, emptyDecision) }),
  parseHTML: () => [{ tag: 'div[data-part="decision"]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', { 'data-part': 'decision', ...HTMLAttributes }, 0],
})

export const Action = Node.create({
  name: 'action',
  group: 'part',
  content: 'inline*',
  defining: true,
  isolating: true,
  addAttributes: () => ({ fields: fieldsAttribute(ActionFields, emptyAction) }),
  parseHTML: () => [{ tag: 'div[data-part="action"]' }],
  renderHTML: ({ HTMLAttributes }) => ['div', { 'data-part': 'action', ...HTMLAttributes }, 0],
})

const partId = {
  default: null,
  keepOnSplit: false,
  parseHTML: (element: HTMLElement) => element.getAttribute('data-part-id'),
  renderHTML: ({ partId: id }: Record<string, unknown>) => (id ? { 'data-part-id': id } : {}),
}

/** Own notes of the secretary; a paragraph that is split off one is one too, so that nothing gets out unawares. */
const ownNote = {
  default: null,
  parseHTML: (element: HTMLElement) => (element.hasAttribute('data-private') ? true : null),
  renderHTML: ({ private: own }: Record<string, unknown>) => (own ? { 'data-private': '' } : {}),
}

/** What a node was before it was turned into what it is: turned back, it has its id and fields again. Stored nowhere. */
export type FormerParts = Readonly<Record<string, { partId: string | null; fields: unknown }>>

/**
 * `partId`: the id of the block or agenda item that a top-level node is. `piece`: a stored text block that reads as several
 * nodes keeps them together; 0, 1, 2 … within the block. `private`: the secretary's own note, in no export.
 */
export const PartIds = Extension.create({
  name: 'partIds',
  addGlobalAttributes: () => [
    { types: [...textNodeTypes, ...partNodeTypes], attributes: { partId } },
    {
      types: ['paragraph', ...partNodeTypes],
      attributes: { was: { default: null, keepOnSplit: false, rendered: false } },
    },
    {
      types: textNodeTypes,
      attributes: { piece: { default: null, keepOnSplit: false, rendered: false }, private: ownNote },
    },
  ],
})
