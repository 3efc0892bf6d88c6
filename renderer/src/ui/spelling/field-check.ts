import { useSyncExternalStore } from 'react'
import { markdownWords, type SpellWord } from '../../../../shared/text/spelling'
import { i18n } from '../../../../shared/i18n/i18n'
import { notifyDone } from '../notify'
import { typeOver } from '../type-over'
import { letPass, withSuggestions, type SpellChoice, type SpellOffer } from './spell-choices'
import { spellPorts, wordsAtOnce } from './spell-ports'
import { showWord } from './word-place'

/** A field whose text is prose: every one of several lines, and lines marked with `data-spell`. */
export type SpelledField = HTMLTextAreaElement | HTMLInputElement

/** The list of a misspelt word in a field. */
export interface FieldSpelling extends SpellWord, SpellOffer {
  field: SpelledField
}

let open: FieldSpelling | undefined
/** The word whose list was closed by key, and the text it stood in. */
let left: { field: SpelledField; to: number; text: string } | undefined
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

/** Closes the list by key: its word is done with as long as the cursor stays behind it. */
export function leaveWord(): void {
  left = open && { field: open.field, to: open.to, text: open.field.value }
  closeFieldSpelling()
}

/** Where the search for the next word of a field begins. */
function searchFrom(field: SpelledField): number {
  const { selectionStart, selectionEnd, value } = field
  const stayed = left?.field === field && left.text === value
  if (open?.field === field) return open.to + 1
  if (stayed && selectionStart === left?.to && selectionEnd === left.to) return left.to + 1
  return selectionEnd ?? 0
}

/** Chooses another line of the open list. */
export function chooseLine(chosen: number): void {
  if (open) show({ ...open, chosen, moved: true })
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
  const from = searchFrom(field)
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
  show({ ...next, field, words: undefined, chosen: 0 })
  const words = await spellPorts.suggest(next.word)
  if (open?.field === field && open.from === next.from && open.word === next.word)
    show(withSuggestions(open, words))
}

/** Goes to the next misspelt word of a field and lists what may be meant. Out: false where there is nothing to be checked. */
export function checkField(field: unknown): boolean {
  if (!isSpelled(field)) return false
  if (spellPorts.isOn()) void goOn(field)
  else notifyDone(i18n.t('spell.isOff'), undefined, 'spell-off')
  return true
}
