import { closeHistory } from '@tiptap/pm/history'
import { Plugin, PluginKey, type EditorState, type Transaction } from '@tiptap/pm/state'

const ownStepKey = new PluginKey<number>('ownStep')

/** Makes a change a step of undo by itself: neither the words typed just before nor those typed just after go with it. */
export function ownStep(tr: Transaction): Transaction {
  return closeHistory(tr).setMeta(ownStepKey, true)
}

/** How many changes of {@link ownStep} there were. */
const countOf = (state: EditorState) => ownStepKey.getState(state) ?? 0

/** Ends the step behind a change of {@link ownStep}, once all that other plugins add to it is there. */
export function ownStepPlugin(): Plugin<number> {
  return new Plugin<number>({
    key: ownStepKey,
    state: { init: () => 0, apply: (tr, count) => (tr.getMeta(ownStepKey) === true ? count + 1 : count) },
    view: () => ({
      update(view, before) {
        if (countOf(view.state) === countOf(before)) return
        queueMicrotask(() => {
          if (!view.isDestroyed) view.dispatch(closeHistory(view.state.tr).setMeta('addToHistory', false))
        })
      },
    }),
  })
}
