import { isText, readMarker, trimBlank, unquoted, type Marker } from './lines'
import { labels } from './words'

/** A line of a file with its number (1 = first). */
export interface Line {
  text: string
  line: number
}

export interface Found {
  text: string
  line: number
}

/** Lines as one text without blank ends, and where it begins. */
export function joined(lines: readonly Line[]): Found {
  const first = lines.find(({ text }) => text.trim() !== '') ?? lines[0]
  return { text: trimBlank(lines.map(({ text }) => text).join('\n')), line: first?.line ?? 0 }
}

/** A stretch of a file that belongs to one marker: everything up to the next one. */
export interface Chunk {
  marker?: Marker
  line: number
  lines: Line[]
}

/** Cuts a file at its markers. The first chunk has none. */
export function chunksOf(lines: readonly Line[]): Chunk[] {
  const chunks: Chunk[] = [{ line: lines[0]?.line ?? 1, lines: [] }]
  for (const line of lines) {
    const marker = readMarker(line.text)
    if (marker) chunks.push({ marker, line: line.line, lines: [] })
    else chunks.at(-1)?.lines.push(line)
  }
  return chunks
}

const labelLine = new RegExp(
  String.raw`^\*\*(${Object.values(labels).join('|')})(?: – ((?:[^*\\]|\\.)*?))?:\*\*` +
    String.raw`(?: <!-- (dissent_[0-9a-f-]{36}) -->)?(?:[ \t]+(.*))?$`,
  's',
)

export interface LabelledText extends Found {
  label: string
  /** Behind the label: `**Karşı oy – Ad:**`. */
  name?: string
  id?: string
}

/** Splits lines at labels (`**Gerekçe:** …`). What stands before the first is `free`. */
export function labelledTexts(lines: readonly Line[]): { free: Found; labelled: LabelledText[] } {
  const free: Line[] = []
  const found: { label: string; name?: string; id?: string; lines: Line[] }[] = []
  for (const line of lines) {
    const match = isText(line.text) ? null : labelLine.exec(line.text)
    if (match) {
      const [, label = '', name, id, rest = ''] = match
      found.push({
        label,
        ...(name === undefined ? {} : { name }),
        ...(id === undefined ? {} : { id }),
        lines: [{ text: rest, line: line.line }],
      })
    } else (found.at(-1)?.lines ?? free).push(line)
  }
  return {
    free: joined(free),
    labelled: found.map(({ lines: own, ...head }) => ({ ...head, ...joined(own), line: own[0]?.line ?? 0 })),
  }
}

/** Writes a label with its text: on one line where that reads back the same, else below it. Nothing for an empty text. */
export function labelled(label: string, text: string, always = false): string {
  const head = `**${label}:**`
  if (!text) return always ? head : ''
  const short = !text.includes('\n') && text === text.trim() && !text.includes('<!--')
  return short ? `${head} ${text}` : `${head}\n\n${text}`
}

/** The texts of labels that stand alone, by their word; a label written twice counts once, the first. */
export function byLabel(found: readonly LabelledText[]): Map<string, Found> {
  const texts = new Map<string, Found>()
  for (const { label, text, line } of found) if (!texts.has(label)) texts.set(label, { text, line })
  return texts
}

/** Parts of a text with an empty line between them; empty ones are left out. Nothing is trimmed. */
export function spaced(parts: readonly string[]): string {
  return parts.filter(Boolean).join('\n\n')
}

/** A block set off as a quotation, and the lines of a chunk: those quoted, and those behind the quotation. */

export function quotedLines(lines: readonly Line[]): { inside: Line[]; behind: Line[] } {
  const inside: Line[] = []
  let at = 0
  while (lines[at]?.text.trim() === '') at += 1
  for (; at < lines.length; at += 1) {
    const { text, line } = lines[at] as Line
    const bare = unquoted(text)
    // A line right below a quotation belongs to it for every reader of Markdown.
    if (bare === undefined && (text.trim() === '' || inside.length === 0)) break
    inside.push({ text: bare ?? text, line })
  }
  return { inside, behind: lines.slice(at) }
}
