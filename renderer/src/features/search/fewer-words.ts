const mostWords = 4

/** The query without one of its words, for each of them: the shorter ones to try. A phrase in quotes is one word. */
export function fewerWords(text: string): string[] {
  const words = text.match(/(?:[^\s"]|"[^"]*"?)+/g) ?? []
  if (words.length < 2 || words.length > mostWords) return []
  return [...new Set(words.map((_, without) => words.filter((_word, at) => at !== without).join(' ')))]
}
