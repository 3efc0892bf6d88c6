import type { SuggestionProps } from '@tiptap/suggestion'
import type { SearchType } from '../../../../../../shared/domain/search-types'
import type { PickedType } from '../../../../api/create-record'

/** Something that can be linked, or made from what was typed. */
export type LinkOption =
  | { kind: 'record'; id: string; type: SearchType; label: string; detail?: string }
  | { kind: 'create'; type: PickedType; name: string }

type Props = SuggestionProps<LinkOption, LinkOption>

export interface LinkListState {
  props: Props
  /** those of the last answer, until the next one comes */
  options: LinkOption[]
  chosen: number
  /** the options belong to what is typed now */
  settled: boolean
}

/** The list that `@` or `[[` has opened: kept outside React, because the editor tells of it in the middle of a transaction. */
export class LinkList {
  private state: LinkListState | undefined
  private readonly listeners = new Set<() => void>()

  readonly current = (): LinkListState | undefined => this.state

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** What the suggestion plugin calls. `takeAhead`: Enter or Tab came before the answer. */
  readonly render = (takeAhead: (props: Props, key: string) => void) => ({
    onStart: (props: Props) => this.show(props),
    onBeforeUpdate: () => undefined,
    onUpdate: (props: Props) => this.show(props),
    onExit: () => this.set(undefined),
    onKeyDown: ({ event }: { event: KeyboardEvent }) => this.onKey(event, takeAhead),
  })

  choose(option: LinkOption | undefined): void {
    if (option) this.state?.props.command(option)
  }

  private show(props: Props): void {
    const settled = !props.loading
    const before = this.state
    const options = settled ? props.items : (before?.options ?? [])
    const chosen =
      before?.props.query === props.query ? Math.min(before.chosen, Math.max(0, options.length - 1)) : 0
    this.set({ props, options, settled, chosen })
  }

  private onKey(event: KeyboardEvent, takeAhead: (props: Props, key: string) => void): boolean {
    const { state } = this
    if (!state || event.isComposing) return false
    const { options } = state
    if (event.key === 'Enter' || event.key === 'Tab') {
      if (state.settled) {
        if (options.length === 0) return false
        this.choose(options[state.chosen])
      } else {
        takeAhead(state.props, event.key)
      }
      return true
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0 || options.length === 0) return false
    this.set({ ...state, chosen: (state.chosen + step + options.length) % options.length })
    return true
  }

  private set(state: LinkListState | undefined): void {
    this.state = state
    for (const listener of this.listeners) listener()
  }
}
