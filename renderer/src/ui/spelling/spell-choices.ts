/** What can be done about a word. */
export type SpellChoice = { kind: 'replace'; word: string } | { kind: 'add' } | { kind: 'ignore' }

/** What an open list offers. In: what may be meant; undefined while it is looked for. */
export function choicesOf(words: readonly string[] | undefined): SpellChoice[] {
  return [
    ...(words ?? []).map((word) => ({ kind: 'replace' as const, word })),
    { kind: 'add' },
    { kind: 'ignore' },
  ]
}

/** Tells who judges words that one of them is right, where that was chosen. */
export function letPass(
  ports: { add: (word: string) => void; ignore: (word: string) => void },
  word: string,
  choice: SpellChoice,
): void {
  if (choice.kind === 'add') ports.add(word)
  else if (choice.kind === 'ignore') ports.ignore(word)
}

/** The open list of a word. */
export interface SpellOffer {
  /** What may be meant; undefined while it is looked for. */
  words: readonly string[] | undefined
  chosen: number
  /** A line was gone to by key; without that none is meant before the suggestions are there. */
  moved?: true
}

/** The list with its suggestions: they come in above the line that was gone to, which stays the chosen one. */
export function withSuggestions<Offer extends SpellOffer>(offer: Offer, words: readonly string[]): Offer {
  if (offer.words) return offer
  return { ...offer, words, chosen: offer.moved ? offer.chosen + words.length : 0 }
}

/** What Enter does; nothing before the suggestions are there, unless a line was gone to. */
export function meantChoice({ words, chosen, moved }: SpellOffer): SpellChoice | undefined {
  return words || moved ? choicesOf(words)[chosen] : undefined
}
