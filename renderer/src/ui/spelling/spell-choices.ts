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
