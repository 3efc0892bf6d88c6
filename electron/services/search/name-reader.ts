import { type Analyzer, isFunctionWord } from '../../../shared/text/analyzer'

/** A name as the analysis reads it. */
export interface ReadName {
  /** folded words with function words */
  words: string[]
  /** search keys of each telling word; empty when there is none */
  keys: string[][]
}

/** Reads names and remembers them; thousands read anew would make every start wait. */
export class NameReader {
  private readonly known: Map<string, ReadName>

  /** @param known names that the same analysis has read before */
  constructor(
    private readonly analyzer: Analyzer,
    known: readonly [string, ReadName][] = [],
  ) {
    this.known = new Map(known)
  }

  read(written: string): ReadName {
    const known = this.known.get(written)
    if (known) return known
    const tokens = this.analyzer.analyze(written)
    const telling = tokens.filter((token) => !isFunctionWord(token))
    const read = {
      words: tokens.map(({ folded }) => folded),
      keys: telling.map((token) => [
        ...new Set([token.folded, ...token.keys, ...this.analyzer.keysOf(token.folded)]),
      ]),
    }
    this.known.set(written, read)
    return read
  }

  /** What to keep of these names; the constructor takes it back. */
  stored(names: readonly string[]): [string, ReadName][] {
    return [...new Set(names)].map((name) => [name, this.read(name)])
  }
}
