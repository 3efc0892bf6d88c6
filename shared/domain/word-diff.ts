import { diffWordsWithSpace } from 'diff'

/** A stretch of one side's text; `changed`: the other side does not have it. */
export interface Stretch {
  text: string
  changed: boolean
}

/** Beyond this many differing words a comparison word by word says nothing any more. */
const mostEdits = 3_000

/**
 * Two texts word by word. Out: each side in stretches; the changed ones of the left side are gone on the right, those of
 * the right are new there. Texts that have too little in common are changed as a whole.
 */
export function diffWords(before: string, after: string): { before: Stretch[]; after: Stretch[] } {
  const changes = diffWordsWithSpace(before, after, { maxEditLength: mostEdits })
  if (!changes) return { before: whole(before), after: whole(after) }
  return {
    before: changes.flatMap(({ value, added, removed }) => (added ? [] : { text: value, changed: removed })),
    after: changes.flatMap(({ value, added, removed }) => (removed ? [] : { text: value, changed: added })),
  }
}

function whole(text: string): Stretch[] {
  return text === '' ? [] : [{ text, changed: true }]
}
