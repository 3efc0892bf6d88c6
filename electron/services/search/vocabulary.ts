import type { Word } from '../../../shared/text/analyzer'

/**
 * Every written word (folded) with its search keys, so that a half-typed word finds the roots of the words that
 * begin with it: `toplants` is no beginning of the root `toplanti`, but of `toplantisinda`.
 */
export class Vocabulary {
  private readonly words = new Map<string, readonly string[]>()
  private sorted: string[] = []
  private recent: string[] = []

  get size(): number {
    return this.words.size
  }

  entries(): IterableIterator<[string, readonly string[]]> {
    return this.words.entries()
  }

  add({ folded, keys }: Word): void {
    const known = this.words.get(folded)
    if (known === undefined) {
      this.words.set(folded, keys)
      this.recent.push(folded)
    } else if (known !== keys && keys.some((key) => !known.includes(key)))
      this.words.set(folded, [...new Set([...known, ...keys])])
  }

  clear(): void {
    this.words.clear()
    this.sorted = []
    this.recent = []
  }

  /** Keys of all words that begin with a folded prefix. */
  keysBeginning(prefix: string): Set<string> {
    this.settle()
    const keys = new Set<string>()
    for (let i = lowerBound(this.sorted, prefix); i < this.sorted.length; i += 1) {
      const word = this.sorted[i]
      if (word === undefined || !word.startsWith(prefix)) break
      for (const key of this.words.get(word) ?? []) keys.add(key)
    }
    for (const word of this.recent)
      if (word.startsWith(prefix)) for (const key of this.words.get(word) ?? []) keys.add(key)
    return keys
  }

  /** Sorts new words in; not for every new word, because a long list takes time. */
  private settle(): void {
    if (this.recent.length < MOST_RECENT) return
    this.sorted = [...this.sorted, ...this.recent].sort()
    this.recent = []
  }
}

const MOST_RECENT = 500

function lowerBound(sorted: readonly string[], wanted: string): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? '') < wanted) low = middle + 1
    else high = middle
  }
  return low
}
