/** A door without a main process: answers what it was told, and tells events as asked. */
export function fakeDoor() {
  const listeners = new Map<string, Set<(payload: unknown) => void>>()
  const answers: Record<string, unknown> = {}
  return {
    /** Answers by call. */
    answers,
    call: (name: string) => Promise.resolve({ ok: true, value: answers[name] ?? null }),
    on(name: string, listener: (payload: unknown) => void): () => void {
      const known = listeners.get(name) ?? new Set()
      listeners.set(name, known.add(listener))
      return () => known.delete(listener)
    },
    /** An event of the main process. */
    tell(name: string, payload: unknown): void {
      for (const listener of listeners.get(name) ?? []) listener(payload)
    },
  }
}
