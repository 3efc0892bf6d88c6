/** Lets work on the same keys run one after another, in the order asked; other keys are not held up. */
export class KeyedQueue {
  private readonly tails = new Map<string, Promise<unknown>>()

  /** Runs `work` when everything asked before it for any of these keys has ended. Its result or error is passed on. */
  run<T>(keys: readonly string[], work: () => Promise<T>): Promise<T> {
    const before = Promise.all(keys.map((key) => this.tails.get(key)))
    const result = before.then(work)
    const tail = result.then(
      () => undefined,
      () => undefined,
    )
    for (const key of keys) this.tails.set(key, tail)
    void tail.then(() => {
      for (const key of keys) if (this.tails.get(key) === tail) this.tails.delete(key)
    })
    return result
  }

  /** Resolves when everything asked so far has ended. */
  async idle(): Promise<void> {
    await Promise.all(this.tails.values())
  }
}

/** Runs `work` on all items, at most `width` at once. The first error stops further starts and rises when all have ended. */
export async function inParallel<T>(items: readonly T[], width: number, work: (item: T) => Promise<void>) {
  let next = 0
  let failed = false
  const lanes = Array.from({ length: Math.min(width, items.length) }, async () => {
    while (next < items.length && !failed) {
      const item = items[next++] as T
      try {
        await work(item)
      } catch (error) {
        failed = true
        throw error
      }
    }
  })
  const ended = await Promise.allSettled(lanes)
  for (const lane of ended) if (lane.status === 'rejected') throw lane.reason
}
