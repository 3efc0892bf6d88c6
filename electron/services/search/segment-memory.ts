/**
 * What is known of the documents of segments, a byte each, from questions that were asked before: while one types, narrows,
 * orders and pages, the same ones are asked again. A segment never changes but for its dead documents, which are left out
 * elsewhere, so it stays true.
 */
export class SegmentMemory {
  private readonly known = new WeakMap<object, Map<string, Uint8Array>>()

  /** @param most so many questions a segment remembers, those asked last */
  constructor(private readonly most: number) {}

  /** In: the segment, the question as text, and what finds the answer; what it throws leaves nothing behind. */
  of(segment: object, question: string, find: () => Uint8Array): Uint8Array {
    const known = this.known.get(segment) ?? new Map<string, Uint8Array>()
    this.known.set(segment, known)
    const answer = known.get(question) ?? find()
    // The one used last stands last.
    known.delete(question)
    known.set(question, answer)
    const [oldest] = known.keys()
    if (known.size > this.most && oldest !== undefined) known.delete(oldest)
    return answer
  }
}
