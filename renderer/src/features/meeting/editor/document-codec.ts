import type { JSONContent } from '@tiptap/core'
import type { Node, Schema } from '@tiptap/pm/model'
import { newId } from '../../../../../shared/ids'
import type { ActionBlock, Block, DecisionBlock, TextBlock } from '../../../../../shared/records/blocks'
import type { AgendaItem, AgendaItemHead, Meeting } from '../../../../../shared/records/meeting'
import { inlineOfMarkdown } from './markdown/inline-markdown'
import { markdownOfNodes, nodesOfMarkdown } from './markdown/text-markdown'
import { asOwnNote, isOwnNote } from './schema/own-note'
import type { ActionFields, DecisionFields, HeadingFields } from './schema/parts'

type Agenda = Meeting['agenda']

/** A heading stands in the document unless the first item is text without agenda. */
function hasHeading(item: AgendaItem, index: number): boolean {
  const { id: _id, blocks: _blocks, title, kind, speakerIds, ...more } = item
  const bare = !title && kind === 'item' && speakerIds.length === 0
  const said = Object.values(more).some((value) => value !== undefined && value !== '')
  return index > 0 || !bare || said
}

interface Loaded {
  nodes: Node[]
  block: Block
}

/**
 * Turns the agenda of a meeting into an editor document and back. Blocks are told apart by the identity of their nodes:
 * what was not touched keeps the very block that was loaded, so its Markdown is never rewritten.
 */
export class DocumentCodec {
  private readonly loaded = new WeakMap<Node, Loaded>()
  private readonly written = new WeakMap<Node, Block>()
  private readonly heads = new WeakMap<Node, AgendaItemHead>()
  /** How each block was read last, by its id. */
  private readonly origins = new Map<string, Loaded>()
  private leading: AgendaItemHead | undefined
  private last: { doc: Node; agenda: Agenda } | undefined

  /** When blocks were first written, by id; nothing for those of which it is not known. */
  private readonly stamps = new Map<string, string | undefined>()

  constructor(
    private readonly schema: Schema,
    private readonly now: () => Date = () => new Date(),
  ) {}

  /** The document of an agenda; never empty. Nodes of blocks that this codec has read before are used again. */
  read(agenda: Agenda, reuse?: Node): Node {
    const known = this.nodesByBlock(reuse)
    const nodes: Node[] = []
    this.leading = undefined
    agenda.forEach((item, index) => {
      const { blocks, ...head } = item
      if (hasHeading(item, index)) nodes.push(known.heads.get(item.id)?.(head) ?? this.headingNode(head))
      else this.leading = head
      for (const block of blocks) nodes.push(...(known.blocks.get(block) ?? this.blockNodes(block)))
    })
    if (nodes.length === 0) nodes.push(this.schema.node('paragraph'))
    return this.schema.node('doc', null, nodes)
  }

  /** The agenda that a document says. Only changed nodes are written as Markdown again. */
  write(doc: Node): Agenda {
    if (this.last?.doc === doc) return this.last.agenda
    const agenda: AgendaItem[] = []
    const children = doc.children
    let index = 0
    while (index < children.length) {
      const node = children[index]
      if (!node) break
      if (node.type.name === 'agendaHeading') {
        agenda.push({ ...this.headOf(node), blocks: [] })
        index += 1
        continue
      }
      const group = pieces(children, index)
      index += group.length
      const block = this.blockOf(group)
      if (!block) continue
      if (agenda.length === 0) agenda.push({ ...this.leadingHead(), blocks: [] })
      agenda.at(-1)?.blocks.push(block)
    }
    this.last = { doc, agenda }
    return agenda
  }

  private leadingHead(): AgendaItemHead {
    this.leading ??= { id: newId('item'), title: '', kind: 'item', speakerIds: [] }
    return this.leading
  }

  private headingNode(head: AgendaItemHead): Node {
    const { id, title, ...fields } = head
    const node = this.schema.node(
      'agendaHeading',
      { partId: id, fields },
      title ? this.schema.text(title) : undefined,
    )
    this.heads.set(node, head)
    return node
  }

  private headOf(node: Node): AgendaItemHead {
    const known = this.heads.get(node)
    if (known) return known
    const head: AgendaItemHead = {
      ...(node.attrs.fields as HeadingFields),
      id: node.attrs.partId as AgendaItemHead['id'],
      title: node.textContent.trim(),
    }
    this.heads.set(node, head)
    return head
  }

  private blockNodes(block: Block): Node[] {
    const nodes = block.kind === 'text' ? this.textNodes(block) : [this.partNode(block)]
    const loaded = { nodes, block }
    for (const node of nodes) this.loaded.set(node, loaded)
    this.origins.set(block.id, loaded)
    if (!this.stamps.has(block.id)) this.stamps.set(block.id, block.writtenAt)
    return nodes
  }

  private textNodes(block: TextBlock): Node[] {
    const contents = nodesOfMarkdown(block.markdown)
    return contents.map((json, piece) => {
      const node = this.schema.nodeFromJSON(json)
      const attrs = { ...node.attrs, partId: block.id, piece: contents.length > 1 ? piece : null }
      const made = node.type.create(attrs, node.content, node.marks)
      return block.private ? asOwnNote(made) : made
    })
  }

  private partNode(block: DecisionBlock | ActionBlock): Node {
    const { id, kind, text, ...fields } = block
    const content = inlineOfMarkdown(text).map((json) => this.schema.nodeFromJSON(json))
    return this.schema.node(kind, { partId: id, fields }, content)
  }

  private blockOf(group: readonly Node[]): Block | undefined {
    const [first] = group
    if (!first) return undefined
    const loaded = this.loaded.get(first)
    if (
      loaded &&
      loaded.nodes.length === group.length &&
      loaded.nodes.every((node, nth) => node === group[nth])
    ) {
      return loaded.block
    }
    const known = group.length === 1 ? this.written.get(first) : undefined
    const block = known ?? this.unchangedBlock(group) ?? this.stamped(writtenBlock(group))
    if (block && group.length === 1) this.written.set(first, block)
    return block
  }

  /** The very block that was read, where what was typed has been taken back: its Markdown is not rewritten for nothing. */
  private unchangedBlock(group: readonly Node[]): Block | undefined {
    const origin = this.origins.get(String(group[0]?.attrs.partId))
    if (!origin || origin.nodes.length !== group.length) return undefined
    return origin.nodes.every((node, nth) => group[nth] && node.eq(group[nth])) ? origin.block : undefined
  }

  /** A block with the moment it was first written: a new one is being written now. */
  private stamped(block: Block | undefined): Block | undefined {
    if (!block) return undefined
    if (!this.stamps.has(block.id)) this.stamps.set(block.id, this.now().toISOString())
    const writtenAt = this.stamps.get(block.id)
    return writtenAt === undefined ? block : { ...block, writtenAt }
  }

  /** Nodes of an earlier document by what they say, to be taken over where nothing changed. */
  private nodesByBlock(doc: Node | undefined) {
    const blocks = new Map<Block, Node[]>()
    const heads = new Map<string, (head: AgendaItemHead) => Node | undefined>()
    const children = doc?.children ?? []
    for (let index = 0; index < children.length;) {
      const node = children[index]
      if (!node) break
      const group = node.type.name === 'agendaHeading' ? [node] : pieces(children, index)
      index += group.length
      if (node.type.name === 'agendaHeading') {
        const known = this.headOf(node)
        heads.set(known.id, (head) => (JSON.stringify(head) === JSON.stringify(known) ? node : undefined))
      } else {
        const block = this.blockOf(group)
        if (block) blocks.set(block, [...group])
      }
    }
    return { blocks, heads }
  }
}

/** The nodes from `index` on that make one block: one, or the pieces of a block that reads as several. */
function pieces(children: readonly Node[], index: number): Node[] {
  const first = children[index]
  if (!first) return []
  const group = [first]
  for (;;) {
    const next = children[index + group.length]
    const expected = (group.at(-1)?.attrs.piece as number | null) ?? -1
    if (!next || next.attrs.partId !== first.attrs.partId || expected < 0) return group
    if (next.attrs.piece !== expected + 1) return group
    group.push(next)
  }
}

function isEmptyText(node: Node): boolean {
  return node.type.name === 'paragraph' && node.content.size === 0
}

/** A block as the nodes say it; undefined for an empty line, which is nothing to keep. */
function writtenBlock(group: readonly Node[]): Block | undefined {
  const [first] = group
  if (!first || group.every(isEmptyText)) return undefined
  const id = first.attrs.partId as string
  const json = group.map((node) => node.toJSON() as JSONContent)
  const kind = first.type.name
  if (kind !== 'decision' && kind !== 'action') {
    const own = group.some(isOwnNote)
    const block: TextBlock = { id: id as TextBlock['id'], kind: 'text', markdown: markdownOfNodes(json) }
    return own ? { ...block, private: true } : block
  }
  const text = markdownOfNodes([{ type: 'paragraph', content: json[0]?.content ?? [] }])
  return kind === 'decision'
    ? { ...(first.attrs.fields as DecisionFields), id: id as DecisionBlock['id'], kind, text }
    : { ...(first.attrs.fields as ActionFields), id: id as ActionBlock['id'], kind, text }
}
