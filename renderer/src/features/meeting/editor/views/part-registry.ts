import type { Node } from '@tiptap/pm/model'

export type PartNodeKind = 'agendaHeading' | 'decision' | 'action'

/** What the fields of a part show. */
export interface PartSnapshot {
  id: string
  fields: unknown
}

/** One decision, action item or heading in the drawn document: where its fields go and what they show. */
export class PartEntry {
  private snapshot: PartSnapshot
  private readonly listeners = new Set<() => void>()

  constructor(
    readonly key: number,
    readonly kind: PartNodeKind,
    /** Element for the fields, and for small tools beside the text. */
    readonly container: HTMLElement,
    readonly tools: HTMLElement,
    readonly getPos: () => number | undefined,
    node: Node,
  ) {
    this.snapshot = { id: node.attrs.partId as string, fields: node.attrs.fields }
  }

  readonly current = (): PartSnapshot => this.snapshot

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** The node was drawn anew; fields hear of it only when they changed, not for each letter of the text. */
  changed(node: Node): void {
    const { partId, fields } = node.attrs as { partId: string; fields: unknown }
    if (partId === this.snapshot.id && fields === this.snapshot.fields) return
    this.snapshot = { id: partId, fields }
    for (const listener of this.listeners) listener()
  }
}

/** How far (px) outside of the window fields are made ready. */
const ahead = '600px'

/**
 * The parts whose fields are shown: those in or near the window. The editor draws text by itself; only the fields are React, so
 * that a long meeting opens and types as fast as a short one.
 */
export class PartRegistry {
  private serial = 0
  private shown: readonly PartEntry[] = []
  private readonly waiting = new Map<Element, PartEntry>()
  private readonly listeners = new Set<() => void>()
  private readonly observer = new IntersectionObserver((seen) => this.appear(seen), { rootMargin: ahead })

  readonly list = (): readonly PartEntry[] => this.shown

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  add(
    kind: PartNodeKind,
    node: Node,
    places: { container: HTMLElement; tools: HTMLElement },
    getPos: () => number | undefined,
  ): PartEntry {
    this.serial += 1
    const entry = new PartEntry(this.serial, kind, places.container, places.tools, getPos, node)
    this.waiting.set(places.container, entry)
    this.observer.observe(places.container)
    return entry
  }

  remove(entry: PartEntry): void {
    this.observer.unobserve(entry.container)
    this.waiting.delete(entry.container)
    if (!this.shown.includes(entry)) return
    this.shown = this.shown.filter((other) => other !== entry)
    this.notify()
  }

  /** Makes the fields of a part at once: Tab is about to go there. */
  wake(container: Element): void {
    const entry = this.waiting.get(container)
    if (!entry) return
    this.observer.unobserve(container)
    this.waiting.delete(container)
    this.shown = [...this.shown, entry]
    this.notify()
  }

  private appear(seen: IntersectionObserverEntry[]): void {
    const fresh = seen.flatMap(({ isIntersecting, target }) => {
      const entry = isIntersecting ? this.waiting.get(target) : undefined
      if (entry) {
        this.observer.unobserve(target)
        this.waiting.delete(target)
      }
      return entry ?? []
    })
    if (fresh.length === 0) return
    this.shown = [...this.shown, ...fresh]
    this.notify()
  }

  private notify(): void {
    for (const listener of this.listeners) listener()
  }
}
