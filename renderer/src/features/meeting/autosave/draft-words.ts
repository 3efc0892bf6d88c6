/** What a draft holds besides words: marks of the program, by the names they are stored under. */
const noWords = new Set([
  'id',
  'kind',
  'type',
  'basedOn',
  'at',
  'state',
  'role',
  'status',
  'precision',
  'theirs',
])
const mark = /^(?:[a-z]+(?:-[a-z]+)*_[0-9a-f-]{36}|\d{4}-\d{2}-\d{2}T[\d:.]+Z)$/

function collect(value: unknown, found: string[]): void {
  if (typeof value === 'string') {
    if (value.trim() !== '' && !mark.test(value)) found.push(value)
  } else if (Array.isArray(value)) {
    for (const one of value) collect(one, found)
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, inner] of Object.entries(value)) if (!noWords.has(key)) collect(inner, found)
  }
}

/**
 * All words of a draft for people, when nothing else can be done with it. In: the draft as it was stored.
 * Out: the typed words, paragraph by paragraph; what is no JSON as it stands.
 */
export function draftWords(stored: string): string {
  const found: string[] = []
  try {
    collect(JSON.parse(stored), found)
  } catch {
    return stored
  }
  return [...new Set(found)].join('\n\n')
}
