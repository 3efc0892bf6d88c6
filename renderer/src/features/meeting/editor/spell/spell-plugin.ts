import { Plugin, TextSelection, type EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { choicesOf, letPass, meantChoice, type SpellChoice } from '../../../../ui/spelling/spell-choices'
import type { SpellPorts } from '../../../../ui/spelling/spell-ports'
import { readCursor } from '../read-cursor'
import { SpellChecker } from './spell-checker'
import {
  applySpelling,
  misspellingAt,
  misspellingFrom,
  noSpelling,
  replaced,
  searchFrom,
  spellKey,
  spellMenu,
  type Misspelling,
  type SpellMeta,
} from './spell-state'

const menuKeys = new Set(['Enter', 'Tab', 'ArrowDown', 'ArrowUp', 'Escape'])

/** What goes to the next misspelt word of an editor. */
const goers = new WeakMap<EditorView, () => Promise<void>>()

/** Goes to the misspelt word at or behind the cursor and lists what may be meant. */
export async function goToMisspelling(view: EditorView): Promise<void> {
  await goers.get(view)?.()
}

function tell(view: EditorView, meta: SpellMeta): void {
  view.dispatch(view.state.tr.setMeta(spellKey, meta))
}

/** Does what was chosen of the open list. */
export function choose(view: EditorView, ports: SpellPorts, choice: SpellChoice): void {
  const menu = spellMenu(view.state)
  if (!menu) return
  if (choice.kind === 'replace') return view.dispatch(replaced(view.state, menu, choice.word))
  tell(view, { kind: 'close' })
  letPass(ports, menu.word, choice)
}

async function open(view: EditorView, ports: SpellPorts, at: Misspelling): Promise<void> {
  const tr = view.state.tr.setSelection(TextSelection.create(view.state.doc, at.to)).scrollIntoView()
  view.dispatch(tr.setMeta(spellKey, { kind: 'open', at } satisfies SpellMeta))
  const words = await ports.suggest(at.word)
  if (view.isDestroyed) return
  readCursor(view)
  tell(view, { kind: 'suggested', word: at.word, words })
}

/**
 * Marks misspelt words and lists what may be meant: by the key that goes to the next one, or by the context menu of a marked
 * word. Arrows and Enter choose there, Esc closes.
 */
export function spellPlugin(ports: SpellPorts): Plugin {
  let checker: SpellChecker | undefined
  /** The minutes from where the next word is looked for, until it is found. */
  let going: EditorState | undefined

  const goOn = async (view: EditorView) => {
    const begun = view.state
    const from = searchFrom(begun)
    let left = false
    going = begun
    await checker?.now().finally(() => {
      if (going === begun) going = undefined
      else left = true
    })
    // Who writes on meanwhile, or gives up, stays there.
    if (view.isDestroyed || left || view.state.doc !== begun.doc) return
    const next = misspellingFrom(view.state, from)
    if (next) await open(view, ports, next)
    else ports.onNone()
  }

  return new Plugin({
    key: spellKey,
    state: { init: () => noSpelling, apply: applySpelling },
    view(view) {
      checker = new SpellChecker(view, ports)
      goers.set(view, () => goOn(view))
      return {
        update: (now, before) => checker?.changed(now.state.doc !== before.doc),
        destroy: () => checker?.destroy(),
      }
    },
    props: {
      decorations: (state) => spellKey.getState(state)?.marks,
      handleKeyDown(view, event) {
        if (event.isComposing) return false
        const menu = spellMenu(view.state)
        if (!menu) {
          // They are meant for the list that is about to open, and would break the line.
          if (going?.doc !== view.state.doc || !menuKeys.has(event.key)) return false
          if (event.key === 'Escape') going = undefined
          return true
        }
        const choices = choicesOf(menu.words)
        const step = { ArrowDown: 1, ArrowUp: choices.length - 1 }[event.key]
        if (step !== undefined) {
          tell(view, { kind: 'choose', chosen: (menu.chosen + step) % choices.length })
          return true
        }
        if (event.key === 'Escape') {
          tell(view, { kind: 'close' })
          return true
        }
        if (event.key !== 'Enter' && event.key !== 'Tab') return false
        const meant = meantChoice(menu)
        if (meant) choose(view, ports, meant)
        return true
      },
      handleDOMEvents: {
        contextmenu(view, event) {
          const byMouse = event.button === 2
          const place = byMouse
            ? view.posAtCoords({ left: event.clientX, top: event.clientY })?.pos
            : view.state.selection.head
          const at = place === undefined ? undefined : misspellingAt(view.state, place)
          if (!at) return false
          event.preventDefault()
          void open(view, ports, at)
          return true
        },
      },
    },
  })
}
