import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state'
import { foldTr, startsWithFolded } from '../../../../../../shared/text/turkish'

/** What can be made with a slash at the beginning of a paragraph. */
const slashIds = [
  'decision',
  'action',
  'item',
  'session',
  'ownNote',
  'table',
  'bullets',
  'numbers',
  'quote',
] as const
export type SlashId = (typeof slashIds)[number]

/** Words that call each, in both languages of the interface; any beginning of a word is enough to find it. */
const names: Record<SlashId, string[]> = {
  decision: ['karar', 'decision'],
  action: ['görev', 'action'],
  item: ['gündem', 'madde', 'agenda', 'item'],
  session: ['oturum', 'session'],
  ownNote: ['özel', 'not', 'private'],
  table: ['tablo', 'table'],
  bullets: ['liste', 'list'],
  numbers: ['numaralı', 'numbered'],
  quote: ['alıntı', 'quote'],
}

export interface SlashState {
  /** Position of the slash and of the cursor. */
  from: number
  to: number
  query: string
  matches: SlashId[]
  chosen: number
}

interface PluginState {
  open: SlashState | undefined
  /** Where Esc closed the list; it stays closed there. */
  closedAt: number | undefined
}

type Meta = { choose: number } | { close: true }

export const slashKey = new PluginKey<PluginState>('slash')

/** What a typed word may mean, best first. */
export function slashMatches(query: string): SlashId[] {
  return slashIds.filter((id) => names[id].some((name) => startsWithFolded(name, query)))
}

function exact(query: string): SlashId | undefined {
  return slashIds.find((id) => names[id].some((name) => foldTr(name) === foldTr(query)))
}

function find(state: EditorState, chosen: number): SlashState | undefined {
  const { $from, empty } = state.selection
  if (!empty || $from.depth !== 1 || $from.parent.type.name !== 'paragraph') return undefined
  const typed = $from.parent.textBetween(0, $from.parentOffset, undefined, '\n')
  const found = /^\/([\p{L}]{0,20})$/u.exec(typed)
  if (!found) return undefined
  const query = found[1] ?? ''
  const matches = slashMatches(query)
  if (matches.length === 0) return undefined
  return { from: $from.start(), to: $from.pos, query, matches, chosen: Math.min(chosen, matches.length - 1) }
}

/** The list that a typed slash has opened; undefined when none is. */
export function slashState(state: EditorState): SlashState | undefined {
  return slashKey.getState(state)?.open
}

/** `run` makes the chosen thing of the paragraph; the typed command is deleted before. */
export function slashPlugin(run: (id: SlashId) => void): Plugin<PluginState> {
  return new Plugin<PluginState>({
    key: slashKey,
    state: {
      init: () => ({ open: undefined, closedAt: undefined }),
      apply(tr, value, _old, state) {
        const meta = tr.getMeta(slashKey) as Meta | undefined
        if (meta && 'close' in meta) return { open: undefined, closedAt: value.open?.from }
        if (!meta && !tr.docChanged && !tr.selectionSet) return value
        const chosen = meta ? meta.choose : tr.docChanged ? 0 : (value.open?.chosen ?? 0)
        const open = find(state, chosen)
        if (!open)
          return value.open || value.closedAt !== undefined ? { open: undefined, closedAt: undefined } : value
        return value.closedAt === open.from
          ? { open: undefined, closedAt: value.closedAt }
          : { open, closedAt: undefined }
      },
    },
    props: {
      handleKeyDown(view, event) {
        const open = slashState(view.state)
        if (!open || event.isComposing) return false
        const count = open.matches.length
        const set = (meta: Meta) => {
          view.dispatch(view.state.tr.setMeta(slashKey, meta))
          return true
        }
        const take = (id: SlashId | undefined) => {
          if (id === undefined) return false
          runSlash(id, open)
          return true
        }
        const runSlash = (id: SlashId, { from, to }: SlashState) => {
          view.dispatch(view.state.tr.delete(from, to))
          run(id)
        }
        if (event.key === 'ArrowDown') return set({ choose: (open.chosen + 1) % count })
        if (event.key === 'ArrowUp') return set({ choose: (open.chosen + count - 1) % count })
        if (event.key === 'Escape') return set({ close: true })
        if (event.key === 'Enter' || event.key === 'Tab') return take(open.matches[open.chosen])
        if (event.key === ' ') return take(exact(open.query))
        return false
      },
    },
  })
}
