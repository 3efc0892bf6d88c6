import {
  plainText,
  type DocumentBlock,
  type DocumentTree,
  type PaperFont,
} from '../../../shared/documents/document'
import type { TypesetAssets } from './assets'
import { codePointsOf } from './font-coverage'

/** Characters that are seen as nothing, and signs that have a plain twin. */
const substitutes: [RegExp, string][] = [
  [/[\t\n\r\u2028\u2029]+/gu, ' '],
  // Control characters, zero-width signs, soft hyphens, direction marks; variation selectors; keycaps.
  [/[\p{Cc}\p{Cf}\ufe00-\ufe0f\u20e3]/gu, ''],
  [/[\u2000-\u200a\u202f\u205f\u3000]/gu, '\u00a0'],
  [/[\u2010\u2011]/gu, '-'],
  [/\p{Cs}/gu, '\ufffd'],
]

function printable(words: string): string {
  return substitutes.reduce((text, [sign, twin]) => text.replace(sign, twin), words.normalize('NFC'))
}

/** The same value with every text in it made printable; code keeps its line ends. */
function printableValue(value: unknown): unknown {
  if (typeof value === 'string') return printable(value)
  if (Array.isArray(value)) return value.map(printableValue)
  if (value === null || typeof value !== 'object') return value
  if ((value as { kind?: string }).kind === 'codeBlock') {
    const { text } = value as { text: string }
    return { kind: 'codeBlock', text: text.split(/\r?\n/).map(printable).join('\n') }
  }
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, printableValue(part)]))
}

/** A document whose text has no invisible signs and no decomposed letters. */
export function printableTree(tree: DocumentTree): DocumentTree {
  return printableValue(tree) as DocumentTree
}

/** A character that no bundled font has, and the place where it stands first. */
export interface MissingGlyph {
  character: string
  /** Heading above, and the words around it. */
  where: string
}

/** Characters of the faces that a document may use. */
export type Coverage = (font: PaperFont) => Set<number>

/** Reads which characters the bundled fonts have, once a family. */
export function fontCoverage(assets: TypesetAssets): Coverage {
  const known = new Map<PaperFont, Set<number>>()
  return (font) => {
    const cached = known.get(font)
    if (cached) return cached
    const own = codePointsOf(assets(font === 'arimo' ? 'Arimo-Regular.ttf' : 'Tinos-Regular.ttf'))
    const all = new Set([...own, ...codePointsOf(assets('DejaVuSans.ttf')), 0x20, 0xa0, 0x0a])
    known.set(font, all)
    return all
  }
}

function textsOf(value: unknown, found: string[] = []): string[] {
  if (typeof value === 'string') found.push(value)
  else if (Array.isArray(value)) for (const part of value) textsOf(part, found)
  else if (value !== null && typeof value === 'object')
    for (const part of Object.values(value)) textsOf(part, found)
  return found
}

const around = 20

function inText(
  words: string,
  covered: Set<number>,
  heading: string,
  found: Map<string, MissingGlyph>,
): void {
  for (const character of words) {
    if (covered.has(character.codePointAt(0) ?? 0) || found.has(character)) continue
    const at = words.indexOf(character)
    const near = words.slice(Math.max(0, at - around), at + character.length + around).trim()
    found.set(character, { character, where: heading && heading !== near ? `${heading}: ${near}` : near })
  }
}

function headingOf(block: DocumentBlock): string | undefined {
  if (block.kind === 'heading' || block.kind === 'title') return plainText(block.inline)
  return block.kind === 'decision' ? block.label : undefined
}

/** Every character of a document that no bundled font has, with the place where it stands first. */
export function missingGlyphs(tree: DocumentTree, coverage: Coverage): MissingGlyph[] {
  const covered = coverage(tree.meta.font)
  const found = new Map<string, MissingGlyph>()
  let heading = ''
  for (const block of tree.blocks) {
    heading = headingOf(block) ?? heading
    for (const words of textsOf(block)) inText(words, covered, heading, found)
  }
  for (const words of textsOf(tree.meta)) inText(words, covered, '', found)
  return [...found.values()]
}

/** Any value with each object in it replaced by what `change` makes of it, from the outside in. */
function mapped(value: unknown, change: (value: unknown) => unknown): unknown {
  const changed = change(value)
  if (Array.isArray(changed)) return changed.map((part) => mapped(part, change))
  if (changed === null || typeof changed !== 'object') return changed
  return Object.fromEntries(Object.entries(changed).map(([name, part]) => [name, mapped(part, change)]))
}

/**
 * A document as its preview shows it: a sign in place of characters that no font has, and links as underlined words –
 * a picture has no links, and the renderer writes their addresses unescaped.
 */
export function forPreview(tree: DocumentTree, missing: readonly MissingGlyph[]): DocumentTree {
  const gone = new Set(missing.map(({ character }) => character))
  return mapped(tree, (value) => {
    if (typeof value === 'string')
      return gone.size === 0 ? value : [...value].map((sign) => (gone.has(sign) ? '\ufffd' : sign)).join('')
    if (value !== null && typeof value === 'object' && (value as { kind?: string }).kind === 'link')
      return { kind: 'underline', children: (value as { children: unknown }).children }
    return value
  }) as DocumentTree
}
