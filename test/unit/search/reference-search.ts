import type { SearchDoc, SearchField } from '../../../electron/services/search/search-port'
import { fieldBoosts, searchFields } from '../../../electron/services/search/search-port'
import type { Analyzer, Token } from '../../../shared/text/analyzer'

interface ReadDoc {
  doc: SearchDoc
  tokens: Map<SearchField, Token[]>
  keys: Set<string>
}

/** Search as one would do it without an index: every document is read for every query. */
export class ReferenceSearch {
  private readonly docs: ReadDoc[]

  constructor(
    docs: Iterable<SearchDoc>,
    private readonly analyzer: Analyzer,
  ) {
    this.docs = [...docs].map((doc) => {
      const tokens = new Map(
        searchFields.map((field) => [field, analyzer.analyze(doc.fields[field] ?? '')] as const),
      )
      const keys = new Set([...tokens.values()].flatMap((list) => list.flatMap((token) => token.keys)))
      return { doc, tokens, keys }
    })
  }

  ids(holds: (doc: ReadDoc) => boolean): string[] {
    return this.docs
      .filter(holds)
      .map(({ doc }) => doc.id)
      .sort()
  }

  /** Documents that hold any key of a word. */
  word =
    (word: string, fields: readonly SearchField[] = searchFields) =>
    ({ tokens }: ReadDoc): boolean =>
      fields.some((field) =>
        (tokens.get(field) ?? []).some(({ keys }) =>
          this.analyzer.keysOf(word).some((key) => keys.includes(key)),
        ),
      )

  /** Documents with a word whose main key is that of any written word that begins so; or with a key of the prefix itself. */
  prefix = (prefix: string): ((doc: ReadDoc) => boolean) => {
    const folded = this.analyzer.analyze(prefix)[0]?.folded ?? ''
    const wanted = new Set(this.analyzer.keysOf(prefix))
    for (const { tokens } of this.docs)
      for (const token of [...tokens.values()].flat())
        for (const { folded: word, keys } of [token, ...(token.parts ?? [])])
          if (word.startsWith(folded) && keys[0] !== undefined) wanted.add(keys[0])
    return ({ keys }) => [...keys].some((key) => wanted.has(key))
  }

  /** Documents in which the words stand one behind the other in one field. */
  phrase =
    (phrase: string) =>
    ({ tokens }: ReadDoc): boolean => {
      const wanted = this.analyzer.analyze(phrase)
      return [...tokens.values()].some((list) =>
        list.some((_token, start) =>
          wanted.every(({ keys }, i) => list[start + i]?.keys.some((key) => keys.includes(key)) ?? false),
        ),
      )
    }

  /** BM25F of the words (each by its best reading) without the factors of the closer look. */
  score(id: string, words: readonly string[]): number {
    const lengthOf = ({ tokens }: ReadDoc) =>
      searchFields.reduce((sum, field) => sum + fieldBoosts[field] * (tokens.get(field)?.length ?? 0), 0)
    const mean = this.docs.reduce((sum, doc) => sum + lengthOf(doc), 0) / this.docs.length
    const one = this.docs.find(({ doc }) => doc.id === id)!
    return words.reduce((total, word) => {
      const readings = this.analyzer.keysOf(word).map((key, i) => {
        const held = this.docs.filter(({ keys }) => keys.has(key)).length
        const idf = Math.log(1 + (this.docs.length - held + 0.5) / (held + 0.5))
        const count = searchFields.reduce(
          (sum, field) =>
            sum +
            fieldBoosts[field] *
              (one.tokens.get(field) ?? []).filter(({ keys }) => keys.includes(key)).length,
          0,
        )
        const norm = 1.2 * (1 - 0.5 + (0.5 * lengthOf(one)) / mean)
        return (i === 0 ? 1 : 0.5) * idf * ((2.2 * count) / (count + norm))
      })
      return total + Math.max(...readings)
    }, 0)
  }
}
