import { recordLink } from './markdown-edits'

/** A text as it is written in the field: links show their words only, the ids stand aside. */
export interface ShownText {
  text: string
  /** Id of each link, by its words. */
  ids: ReadonlyMap<string, string>
}

const stored = /\[\[((?:meeting|participant|agency|body|note)_[0-9a-f-]{36})\|([^[\]|\n]+)\]\]/g
const shown = /\[\[([^[\]|\n]+)\]\]/g

/**
 * Hides the ids of links, so that people read `[[İŞKUR]]`, not its number. In: Markdown of a note.
 * Words that two different records share keep their ids in the text: they could not be told apart.
 */
export function showLinks(markdown: string, known: ReadonlyMap<string, string> = new Map()): ShownText {
  const ids = new Map(known)
  const plain = new Set([...markdown.matchAll(shown)].map((match) => match[1]))
  const text = markdown.replaceAll(stored, (raw, id: string, words: string) => {
    // The same words in brackets without an id are no link and must not become one.
    if (plain.has(words) || (ids.has(words) && ids.get(words) !== id) || recordLink(id, words) !== raw)
      return raw
    ids.set(words, id)
    return `[[${words}]]`
  })
  return { text, ids }
}

/** Puts the ids back. In: the text of the field and the ids by words. Brackets around other words stay as they are. */
export function hideLinks(text: string, ids: ReadonlyMap<string, string>): string {
  return text.replaceAll(shown, (raw, words: string) => {
    const id = ids.get(words)
    return id === undefined ? raw : recordLink(id, words)
  })
}
