import { useSyncExternalStore } from 'react'
import { markdownWords, type SpellWord } from '../../../../shared/text/spelling'
import { i18n } from '../../../../shared/i18n/i18n'
import { notifyDone } from '../notify'
import { typeOver } from '../type-over'
import { letPass, type SpellChoice } from './spell-choices'
import { spellPorts, wordsAtOnce } from './spell-ports'
import { showWord } from './word-place'

/** A field whose text is prose: every one of several lines, and lines marked with `data-spell`. */
export type SpelledField = HTMLTextAreaElement | HTMLInputElement

/** The list of a misspelt word in a field. */
export interface FieldSpelling extends SpellWord {
  field: SpelledField
  /** What may be meant; undefined while it is looked for. */
  words: readonly string[] | undefined
  chosen: number
}

let open: FieldSpelling | undefined
const listeners = new Set<() => void>()

function show(next: FieldSpelling | undefined): void {
  open = next
  for (const listener of listeners) listener()
}

/** The list that is open, kept fresh. */
export function useFieldSpelling(): FieldSpelling | undefined {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => open,
  )
}

/** Whether something is a field that can be checked. */
export function isSpelled(target: unknown): target is SpelledField {
  const prose =
    target instanceof HTMLTextAreaElement ||
    (target instanceof HTMLInputElement && target.dataset.spell !== undefined)
  return prose && target.isConnected && !target.readOnly && !target.disabled
}

/** Closes the list; the cursor stands behind the word, so that what is typed next does not replace it. */
export function closeFieldSpelling(): void {
  if (!open) return
  const { field, to } = open
  show(undefined)
  if (document.activeElement === field) field.setSelectionRange(to, to)
}

/** Chooses another line of the open list. */
export function chooseLine(chosen: number): void {
  if (open) show({ ...open, chosen })
}

/** Does what was chosen of the open list. */
export function chooseInField(choice: SpellChoice): void {
  if (!open) return
  const { field, from, to, word } = open
  closeFieldSpelling()
  if (choice.kind === 'replace') typeOver(field, from, to, choice.word)
  else letPass(spellPorts, word, choice)
}

async function misspelt(text: string): Promise<SpellWord[]> {
  const places = markdownWords(text)
  const words = [...new Set(places.map(({ word }) => word))]
  const wrong = new Set<string>()
  for (let at = 0; at < words.length; at += wordsAtOnce)
    for (const word of await spellPorts.check(words.slice(at, at + wordsAtOnce))) wrong.add(word)
  return places.filter(({ word }) => wrong.has(word))
}

async function goOn(field: SpelledField): Promise<void> {
  // From an open list on to the word behind its own, else from the cursor.
  const from = open?.field === field ? open.to + 1 : (field.selectionEnd ?? 0)
  const text = field.value
  const places = await misspelt(text)
  if (!isSpelled(field) || field.value !== text) return
  const next = places.find(({ to }) => to >= from) ?? places[0]
  if (!next) {
    closeFieldSpelling()
    return spellPorts.onNone()
  }
  field.focus()
  field.setSelectionRange(next.from, next.to)
  showWord(field, next.from, next.to)
  const asked: FieldSpelling = { ...next, field, words: undefined, chosen: 0 }
  show(asked)
  const words = await spellPorts.suggest(next.word)
  if (open === asked) show({ ...asked, words })
}

/** Goes to the next misspelt word of a field and lists what may be meant. Out: false where there is nothing to be checked. */
export function checkField(field: unknown): boolean {
  if (!isSpelled(field)) return false
  if (spellPorts.isOn()) void goOn(field)
  else notifyDone(i18n.t('spell.isOff'), undefined, 'spell-off')
  return true
}
