import type { Analyzer, Word } from '../../../shared/text/analyzer'
import { foldTr, lowerTr } from '../../../shared/text/turkish'
import { fieldBoosts, searchFields, type SearchDoc, type SearchField } from './search-port'

/** Bit of a field in masks. */
export const fieldBit = (field: SearchField): number => 1 << searchFields.indexOf(field)
export const ALL_FIELDS = (1 << searchFields.length) - 1
/** Boosts doubled, so that weighted counts are whole numbers. */
export const doubledBoosts: readonly number[] = searchFields.map((field) => fieldBoosts[field] * 2)

/** The term under which all documents of an agency or person are found. */
export const idTerm = (id: string): string => `\u0001id:${id}`
export const isIdTerm = (term: string): boolean => term.startsWith('\u0001')

/**
 * A written word as the vocabulary keeps it: its folded form first (the vocabulary is walked by beginnings), then
 * the Turkish spelling and the main key, each only where it is another.
 */
export function vocabularyEntry(folded: string, spelled: string, key: string): string {
  if (key !== folded) return `${folded}\0${spelled === folded ? '' : spelled}\0${key}`
  return spelled === folded ? folded : `${folded}\0${spelled}`
}

/** Takes an entry of the vocabulary apart. */
export function readEntry(entry: string): { folded: string; spelled: string; key: string } {
  const [folded = '', spelled, key] = entry.split('\0')
  return { folded, spelled: spelled || folded, key: key ?? folded }
}

/** Turkish spelling of a token whose folded form is known: lower case, cut at the apostrophe, compounds joined. */
export function spellingOf(token: string, folded: string): string {
  const lower = lowerTr(token)
  if (lower === folded) return lower
  const plain = lower.replace(NO_LETTERS, '')
  const cut = plain.slice(0, folded.length)
  // Letters and their folded forms are equally many, save for rare signs; then the folded form has to do.
  return foldTr(cut) === folded ? cut : folded
}
const NO_LETTERS = /[^\p{L}\p{N}]+/gu

/** Hears of every word of a document, with the parts of compounds (these without a place of their own). */
export interface WordVisitor {
  /** @param entry of the vocabulary; @param main the key it belongs to */
  word(field: number, position: number, keys: readonly string[], entry: string): void
  part(entry: string): void
}

const MOST_REMEMBERED = 200_000

/** Reads the words of documents; remembers spellings, so one reader should serve a whole index. */
export class WordReader {
  private readonly entries = new Map<string, string>()

  constructor(readonly analyzer: Analyzer) {}

  /** Visits the words of all fields in their order. Out: the length of the document, weighted by field, doubled. */
  read(doc: SearchDoc, visitor: WordVisitor): number {
    let length = 0
    for (const [field, name] of searchFields.entries()) {
      const text = doc.fields[name]
      if (!text) continue
      let position = 0
      this.analyzer.scan(text, (token) => {
        visitor.word(field, position, token.keys, this.entryOf(token.token, token))
        for (const part of token.parts ?? []) visitor.part(this.entryOf(part.folded, part))
        position += 1
        return true
      })
      length += position * (doubledBoosts[field] ?? 0)
    }
    return length
  }

  private entryOf(token: string, { folded, keys }: Word): string {
    const key = keys[0] ?? folded
    // The same letters may be read otherwise in another place (a name, half a compound).
    const name = `${token}\0${key}`
    const known = this.entries.get(name)
    if (known !== undefined) return known
    const entry = vocabularyEntry(folded, spellingOf(token, folded), key)
    if (this.entries.size >= MOST_REMEMBERED) this.entries.clear()
    this.entries.set(name, entry)
    return entry
  }
}

/** Ids under which a document is found, with the field that speaks of them. */
export function idsOf(doc: SearchDoc): Map<string, number> {
  const ids = new Map<string, number>()
  for (const id of doc.agencyIds ?? []) ids.set(id, searchFields.indexOf('agencies'))
  for (const id of doc.personIds ?? []) ids.set(id, searchFields.indexOf('people'))
  if (doc.type === 'agency' || doc.type === 'participant') ids.set(doc.id, searchFields.indexOf('title'))
  return ids
}
