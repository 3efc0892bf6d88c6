import type { PlannedWord } from './query-plan'
import { scoreOf, termWeight } from './scoring'
import type { Segment } from './segment'
import { addScores, keepCommon, type Found, type MatcherMemory } from './matcher-memory'
import { SequenceFinder, verdictsOf } from './sequences'
import { byFactor, TermScans } from './term-scans'
import type { WeighedWord } from './weighing'

/** A word in one segment. */
interface LocalWord {
  mask: number
  terms: { term: number; factor: number }[]
  sequence?: LocalWord[]
  /** sequences that answer it too */
  others: LocalWord[]
  /** postings to look at here, at most */
  cost: number
  /** The same in the whole index: scores are summed in this order, so that a sum does not depend on the segment. */
  docs: number
}

const rareFirst = (a: LocalWord, b: LocalWord) => a.docs - b.docs

/** Finds the documents of one segment that answer weighed words. Reads may throw `IndexDamage`. */
export class Matcher {
  private readonly scans: TermScans

  constructor(
    private readonly segment: Segment,
    private readonly average: number,
    private readonly memory: MatcherMemory,
  ) {
    this.scans = new TermScans(segment, average, memory)
  }

  /** Documents with all required words and none that is excluded; without required words, with any optional one. */
  all(words: readonly WeighedWord[]): Found {
    const local = this.split(words)
    const required = [...local.required].sort(rareFirst)
    const [first, ...others] = required
    if (!first) {
      if (local.optional.length > 0) return this.without(this.any(local.optional, 1), local.prohibited)
      return this.without(this.everything(), local.prohibited)
    }
    if (required.some(({ cost }) => cost === 0)) return this.memory.list(0)
    const found = this.evaluate(first)
    for (const word of others) this.restrict(found, word, true)
    for (const word of local.optional) this.restrict(found, word, false)
    return this.without(found, local.prohibited)
  }

  /**
   * Documents with at least `least` of the required words; each word found lifts a document above all with fewer:
   * it adds `PER_WORD` to the score.
   */
  some(words: readonly WeighedWord[], least: number): Found {
    const local = this.split(words)
    const found = this.any(local.required, least)
    for (const word of local.optional) this.restrict(found, word, false)
    return this.without(found, local.prohibited)
  }

  private split(words: readonly WeighedWord[]) {
    const of = (presence: PlannedWord['presence']) =>
      words.filter(({ word }) => word.presence === presence).map((word) => this.local(word))
    return { required: of('required'), optional: of('optional'), prohibited: of('prohibited') }
  }

  private local({ word, terms, docs, sequence, others = [] }: WeighedWord): LocalWord {
    if (sequence) {
      const parts = sequence.map((part) => this.local(part))
      const cost = Math.min(...parts.map((part) => part.cost))
      return { mask: word.mask, terms: [], sequence: parts, others: [], cost, docs }
    }
    const here: LocalWord = { mask: word.mask, terms: [], others: [], cost: 0, docs }
    for (const other of others.map((one) => this.local(one))) {
      here.others.push(other)
      here.cost += other.cost
    }
    for (const { term, factor } of terms) {
      const number = this.segment.termNumber(term)
      if (number < 0) continue
      here.terms.push({ term: number, factor })
      here.cost += this.segment.columns.termDocs[number]!
    }
    return here
  }

  private everything(): Found {
    const found = this.memory.list(this.segment.docs)
    for (let doc = 0; doc < this.segment.docs; doc += 1) {
      found.docs[doc] = doc
      found.scores[doc] = 0
    }
    found.size = this.segment.docs
    return found
  }

  /** All documents of a word. */
  private evaluate(word: LocalWord): Found {
    if (word.sequence) return this.evaluateSequence(word.sequence)
    const alike = [...byFactor(word.terms)]
    const [only, ...more] = alike
    if (more.length === 0 && word.others.length === 0)
      return only ? this.scans.alike(only[1], only[0], word.mask) : this.memory.list(0)
    // First, because they use the same sums; their lists stay.
    const others = word.others.map((other) => this.evaluate(other))
    const sums = this.memory.sumsFor(this.segment.docs)
    let from = this.segment.docs
    let to = 0
    let most = 0
    const add = ({ docs, scores, size }: Found) => {
      for (let i = 0; i < size; i += 1) sums[docs[i]!] = Math.max(sums[docs[i]!]!, scores[i]!)
      if (size > 0) {
        from = Math.min(from, docs[0]!)
        to = Math.max(to, docs[size - 1]! + 1)
      }
      most += size
    }
    for (const [factor, terms] of alike) {
      add(this.scans.alike(terms, factor, word.mask))
      this.memory.giveBack()
    }
    others.forEach(add)
    return this.gather(sums, from, to, most)
  }

  private gather(sums: Float64Array, from: number, to: number, most: number): Found {
    const found = this.memory.list(Math.min(most, Math.max(0, to - from)))
    const { docs, scores } = found
    let size = 0
    for (let doc = from; doc < to; doc += 1) {
      const score = sums[doc]!
      if (score === 0) continue
      docs[size] = doc
      scores[size] = score
      size += 1
      sums[doc] = 0
    }
    found.size = size
    return found
  }

  /** Keeps of a list the documents that hold a word too (or all, if not required), adding its score. */
  private restrict(found: Found, word: LocalWord, required: boolean): void {
    if (word.sequence) {
      if (required) {
        for (const part of [...word.sequence].sort(rareFirst)) this.restrict(found, part, true)
        this.keepSequence(found, word.sequence)
        return
      }
      addScores(found, this.evaluateSequence(word.sequence))
      return
    }
    // Many terms over many documents: all documents of the word at once are fewer steps.
    if (word.others.length > 0 || word.terms.length * found.size > word.cost + this.segment.docs) {
      const other = this.evaluate(word)
      if (required) keepCommon(found, other)
      else addScores(found, other)
      this.memory.giveBack()
      return
    }
    const { docs, scores, size } = found
    const extra = this.memory.list(size)
    const best = extra.scores.fill(0, 0, size)
    for (const { term, factor } of word.terms) this.raise(found, best, term, factor, word.mask)
    let kept = 0
    for (let i = 0; i < size; i += 1) {
      if (required && best[i] === 0) continue
      docs[kept] = docs[i]!
      scores[kept] = scores[i]! + best[i]!
      kept += 1
    }
    found.size = kept
    this.memory.giveBack()
  }

  /** Raises `best` to the score of a term where a document of the list holds it. */
  private raise(found: Found, best: Float64Array, term: number, factor: number, mask: number): void {
    const { docs, size } = found
    if (size === 0) return
    const { lengths } = this.segment.columns
    const postings = this.scans.postings(term, false)
    const weight = termWeight(factor, this.average)
    const { ids } = postings
    let block = 0
    for (let i = 0; i < size;) {
      block = postings.seek(docs[i]!, block)
      if (block >= postings.blocks) return
      postings.load(block)
      const last = postings.size
      const end = ids[last - 1]!
      // Documents of the list that fall into this block, side by side with it.
      let at = 0
      for (; i < size && docs[i]! <= end; i += 1) {
        const doc = docs[i]!
        while (at < last && ids[at]! < doc) at += 1
        if (at >= last || ids[at] !== doc || (postings.mask(at) & mask) === 0) continue
        const score = scoreOf(weight, postings.count(at), lengths[doc]!)
        if (score > best[i]!) best[i] = score
      }
      block += 1
    }
  }

  private any(words: readonly LocalWord[], least: number): Found {
    const total = this.segment.docs
    const sums = new Float64Array(total)
    for (const word of words) {
      const { docs, scores, size } = this.evaluate(word)
      for (let i = 0; i < size; i += 1) sums[docs[i]!] = sums[docs[i]!]! + scores[i]! + PER_WORD
      this.memory.giveBack()
    }
    const found = this.memory.list(total)
    let size = 0
    for (let doc = 0; doc < total; doc += 1) {
      if (sums[doc]! < least * PER_WORD) continue
      found.docs[size] = doc
      found.scores[size] = sums[doc]!
      size += 1
    }
    found.size = size
    return found
  }

  private without(found: Found, words: readonly LocalWord[]): Found {
    const { docs, scores } = found
    for (const word of words) {
      const gone = this.evaluate(word)
      let at = 0
      let kept = 0
      for (let i = 0; i < found.size; i += 1) {
        while (at < gone.size && gone.docs[at]! < docs[i]!) at += 1
        if (at < gone.size && gone.docs[at] === docs[i]) continue
        docs[kept] = docs[i]!
        scores[kept] = scores[i]!
        kept += 1
      }
      found.size = kept
    }
    return found
  }

  private evaluateSequence(parts: readonly LocalWord[]): Found {
    const [first, ...others] = [...parts].sort(rareFirst)
    if (!first || parts.some(({ cost }) => cost === 0)) return this.memory.list(0)
    const found = this.evaluate(first)
    for (const part of others) this.restrict(found, part, true)
    this.keepSequence(found, parts)
    return found
  }

  /** Keeps the documents in which the words stand one behind the other in one field. */
  private keepSequence(found: Found, parts: readonly LocalWord[]): void {
    const order = [...parts.keys()].sort((a, b) => parts[a]!.cost - parts[b]!.cost)
    const postingsOf = (term: number) => this.scans.postings(term, false)
    const finder = new SequenceFinder(parts, order, verdictsOf(this.segment, parts), postingsOf)
    const { docs, scores, size } = found
    found.size = 0
    for (let i = 0; i < size; i += 1) {
      if (!finder.standsIn(docs[i]!)) continue
      docs[found.size] = docs[i]!
      scores[found.size++] = scores[i]!
    }
  }
}

/** Adds to a score for every word found, where not all words must be. */
export const PER_WORD = 4096
