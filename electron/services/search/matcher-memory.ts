/** Documents of a segment in order, with their scores. */
export interface Found {
  docs: Uint32Array
  scores: Float64Array
  size: number
}

/** Memory for lists and sums, used again for every segment and query. */
export class MatcherMemory {
  private sums = new Float64Array(0)
  private readonly lists: Found[] = []
  private used = 0

  list(size: number): Found {
    const at = this.used
    this.used += 1
    const known = this.lists[at]
    if (known && known.docs.length >= size) {
      known.size = 0
      return known
    }
    const room = Math.ceil(size * 1.25) + 16
    const made = { docs: new Uint32Array(room), scores: new Float64Array(room), size: 0 }
    this.lists[at] = made
    return made
  }

  /** All zero; whoever uses it leaves it so. */
  sumsFor(docs: number): Float64Array {
    if (this.sums.length < docs) this.sums = new Float64Array(docs)
    return this.sums
  }

  /** The list taken last is free again. */
  giveBack(): void {
    this.used -= 1
  }

  release(): void {
    this.used = 0
  }
}

/** Keeps of a list the documents of another one too, adding its scores. */
export function keepCommon(found: Found, other: Found): void {
  const { docs, scores } = found
  let at = 0
  let kept = 0
  for (let i = 0; i < found.size; i += 1) {
    const doc = docs[i]!
    while (at < other.size && other.docs[at]! < doc) at += 1
    if (at >= other.size) break
    if (other.docs[at] !== doc) continue
    docs[kept] = doc
    scores[kept] = scores[i]! + other.scores[at]!
    kept += 1
  }
  found.size = kept
}

/** Adds the scores of another list where it has the same documents. */
export function addScores(found: Found, other: Found): void {
  let at = 0
  for (let i = 0; i < found.size; i += 1) {
    while (at < other.size && other.docs[at]! < found.docs[i]!) at += 1
    if (at < other.size && other.docs[at] === found.docs[i])
      found.scores[i] = found.scores[i]! + other.scores[at]!
  }
}
