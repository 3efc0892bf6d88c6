import { sameValue } from '../../domain/same-value'
import { escapeInline } from '../markdown-writer'
import { MirrorFault } from './fault'
import { escapeLines, plainLines, trimBlank, unescapeInline, unescapeLines, type Special } from './lines'
import { linksToFiles, linksToRecords, readReference, showReference, type MirrorLinks } from './links'

const asText = (value: unknown) => (typeof value === 'string' ? value : '')

/** A record or part as plain data. */
export type Data = Record<string, unknown>

/** Everything that showing and reading a field may need. */
export interface Place {
  links: MirrorLinks
  /** Line of the text that is read. */
  line: number
}

/**
 * Some fields of a thing that its text shows. `show` writes them, `read` takes them out of the text again.
 * Whatever does not come back the same is kept beside the text, so a field may show less than it holds.
 */
export interface Field {
  key: string
  /** Which keys of the thing it covers. */
  covers: readonly string[]
  show(data: Data, place: Place): string
  /** `kept`: the exact values from the time of export, when the text has been changed by hand since. */
  read(text: string, place: Place, kept?: Data): Data
}

function picked(data: Data, keys: readonly string[]): Data {
  return Object.fromEntries(keys.flatMap((key) => (data[key] === undefined ? [] : [[key, data[key]]])))
}

function readsBack(field: Field, shown: string, wanted: Data, place: Place): boolean {
  try {
    return sameValue(field.read(shown, place), wanted)
  } catch (fault) {
    if (fault instanceof MirrorFault) return false
    throw fault
  }
}

/**
 * Blank ends of a text that files do not keep, when they are all that is lost: `{around: [before, behind]}`. The text
 * itself is then not repeated, and may be edited between its ends.
 */
function blankEnds(field: Field, shown: string, wanted: Data, place: Place): Data | undefined {
  const whole = wanted[field.key]
  if (typeof whole !== 'string' || field.covers.length > 1) return undefined
  const text = trimBlank(whole)
  if (!text || !readsBack(field, shown, { [field.key]: text }, place)) return undefined
  const at = whole.indexOf(text)
  return { around: [whole.slice(0, at), whole.slice(at + text.length)] }
}

function withEnds(field: Field, read: Data, around: unknown): Data {
  const [before, behind] = Array.isArray(around) ? (around as unknown[]) : []
  const text = read[field.key]
  if (typeof text !== 'string') return read
  return { ...read, [field.key]: `${asText(before)}${text}${asText(behind)}` }
}

/** What the text of a thing shows, by field, and what must stand beside it: hidden keys, and exact values under `exact`. */
export function showFields(
  data: Data,
  fields: readonly Field[],
  links: MirrorLinks,
): { texts: Map<string, string>; beside: Data } {
  const place = { links, line: 0 }
  const covered = new Set(fields.flatMap(({ covers }) => covers))
  const beside: Data = Object.fromEntries(
    Object.entries(data).filter(([key, value]) => !covered.has(key) && value !== undefined),
  )
  const texts = new Map<string, string>()
  const exact: Data = {}
  for (const field of fields) {
    const shown = trimBlank(field.show(data, place))
    const wanted = picked(data, field.covers)
    texts.set(field.key, shown)
    if (readsBack(field, shown, wanted, place)) continue
    exact[field.key] = blankEnds(field, shown, wanted, place) ?? wanted
  }
  return { texts, beside: Object.keys(exact).length > 0 ? { ...beside, exact } : beside }
}

function isData(value: unknown): value is Data {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

/** The front matter's word on a thing, without what it says beside the text. */
export function besideOf(value: unknown): { hidden: Data; exact: Data } {
  if (!isData(value)) return { hidden: {}, exact: {} }
  const { exact, ...hidden } = value
  return { hidden, exact: isData(exact) ? exact : {} }
}

/** Shows a kept value as it was shown at export; undefined for one that somebody has spoilt. */
function shownBefore(field: Field, kept: Data, links: MirrorLinks): string | undefined {
  try {
    return trimBlank(field.show(kept, { links, line: 0 }))
  } catch {
    // Front matter written by hand may hold anything.
    return undefined
  }
}

/** Puts a thing together from its texts and from what stood beside them. Errors: {@link MirrorFault}. */
export function readFields(
  texts: ReadonlyMap<string, { text: string; line: number }>,
  beside: unknown,
  fields: readonly Field[],
  links: MirrorLinks,
): Data {
  const { hidden, exact } = besideOf(beside)
  const data: Data = { ...hidden }
  for (const field of fields) {
    const { text, line } = texts.get(field.key) ?? { text: '', line: 0 }
    const kept = exact[field.key]
    if (isData(kept) && 'around' in kept) {
      Object.assign(data, withEnds(field, field.read(text, { links, line }), kept.around))
      continue
    }
    const unchanged = isData(kept) && shownBefore(field, kept, links) === text
    const read = () => field.read(text, { links, line }, isData(kept) ? kept : undefined)
    Object.assign(data, unchanged ? picked(kept, field.covers) : read())
  }
  return data
}

/** Words of one line. `required`: nothing written is the empty word, not a missing one. */
export function lineField(key: string, required = false): Field {
  return {
    key,
    covers: [key],
    show: (data) => escapeInline(plainLines(asText(data[key]))),
    read(text) {
      const words = unescapeInline(text)
      return words || required ? { [key]: words } : {}
    },
  }
}

/** A Markdown text; `special` are the lines that mean something where it stands. */
export function textField(key: string, special: Special, required = false): Field {
  return {
    key,
    covers: [key],
    show: (data, { links }) => escapeLines(linksToFiles(plainLines(asText(data[key])), links), special),
    read(text, { links }) {
      const words = linksToRecords(unescapeLines(text), links)
      return words || required ? { [key]: words } : {}
    },
  }
}

/** A name that was written down then, with the record it points at: a link where the mirror holds the record. */
export function namedField(key: string, idKey: string, nameKey: string): Field {
  return {
    key,
    covers: [idKey, nameKey],
    show: (data, { links }) => {
      const id = data[idKey]
      return showReference(typeof id === 'string' ? id : undefined, plainLines(asText(data[nameKey])), links)
    },
    read(text, { links, line }, kept) {
      if (!text) return {}
      const { id = kept?.[idKey], name } = readReference(text, links, line)
      return { ...(id === undefined ? {} : { [idKey]: id }), [nameKey]: name }
    },
  }
}

/** A record pointed at, under the name it has today; the words are no data. */
export function pointerField(key: string, idKey: string): Field {
  return {
    key,
    covers: [idKey],
    show(data, { links }) {
      const id = asText(data[idKey])
      return id && links.pathOf(id) ? showReference(id, plainLines(links.nameOf(id) ?? '') || id, links) : ''
    },
    read(text, { links, line }, kept) {
      if (!text) return {}
      const { id = kept?.[idKey] } = readReference(text, links, line)
      if (id === undefined) throw new MirrorFault('unknown-link', line, text)
      return { [idKey]: id }
    },
  }
}
