import type { Language } from '../dates'

/**
 * A document as a tree of plain data (JSON): what stands on the paper, not how it is set. Built purely from records,
 * set by the Typst templates. Text is never markup: a `#` or `$` in it stays a `#` or `$`.
 */

/** A piece of a line. `recordLink` points at a record of the archive; on paper only its words are seen. */
export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'strong' | 'emph' | 'underline' | 'strike'; children: Inline[] }
  | { kind: 'code'; text: string }
  | { kind: 'link'; href: string; children: Inline[] }
  | { kind: 'recordLink'; id: string; text: string }
  | { kind: 'lineBreak' }

type Align = 'left' | 'center' | 'right'

/** A column of a table. `width`: share of the free width (`2` = twice `1`), or `narrow` = room for a serial number. */
export interface TableColumn {
  head: Inline[]
  width: number | 'narrow'
  align?: Align
}

interface TableBlock {
  kind: 'table'
  columns: TableColumn[]
  /** Every row has one cell a column. The head is repeated on every page. */
  rows: Inline[][][]
  /** What the table is, for those who hear the page instead of seeing it. */
  summary?: string
  /** Rows of people, set small and tight. */
  dense?: boolean
}

/** Somebody who signs: name over office over agency, with room for the signature above. */
export interface Signer {
  name: string
  /** Lines below the name: office, agency, for whom. */
  lines: string[]
}

export type DocumentBlock =
  /** `T.C.`, administration, unit: centred, on top of the first page. */
  | { kind: 'letterhead'; lines: string[] }
  /** The document's title: once, centred, bold. `subtitle` below it. */
  | { kind: 'title'; inline: Inline[]; subtitle?: Inline[] }
  /** Level 1–4 without jumps (accessible PDF asks for it); `listed` = stands in the contents. */
  | { kind: 'heading'; level: 1 | 2 | 3 | 4; inline: Inline[]; listed?: boolean }
  /** `running` = first line 1.25 cm in, justified; `plain` = neither; `note` = small; `center` = centred. */
  | { kind: 'paragraph'; style: 'running' | 'plain' | 'note' | 'center'; inline: Inline[] }
  | { kind: 'list'; ordered: boolean; start?: number; items: DocumentBlock[][] }
  /** Ordered list whose numbers are given (agenda): the number is text of its own. */
  | { kind: 'numbered'; items: { number: string; inline: Inline[] }[] }
  | { kind: 'quote'; children: DocumentBlock[] }
  | { kind: 'codeBlock'; text: string }
  | TableBlock
  /** Box of fields: label and value in two columns. */
  | { kind: 'fields'; rows: { label: string; value: Inline[] }[] }
  /** A decision: set off from the text, its number in front. */
  | { kind: 'decision'; label: string; children: DocumentBlock[] }
  | { kind: 'signatures'; columns: number; chair?: Signer; members: Signer[]; last?: Signer }
  | { kind: 'contents'; title: string; depth: number }
  | { kind: 'rule' }
  | { kind: 'pageBreak' }

export type PaperFont = 'tinos' | 'arimo'

interface DocumentMeta {
  title: string
  language: Language
  /** The moment of the record version shown (UTC ISO); stands in the PDF as its date, so that it never changes. */
  date?: string
  /** The office. */
  author?: string
  /** Tinos 12 pt (metric twin of Times New Roman) or Arimo 11 pt (of Arial): 2020 regulation, article 7. */
  font: PaperFont
  /** Words on top and bottom of every page, in red (`HİZMETE ÖZEL`). */
  banner?: string
}

export interface DocumentTree {
  meta: DocumentMeta
  blocks: DocumentBlock[]
}

/** Plain words as a line. */
export function text(words: string): Inline[] {
  return words === '' ? [] : [{ kind: 'text', text: words }]
}

/** Words in bold as a line. */
export function strong(words: string): Inline[] {
  return words === '' ? [] : [{ kind: 'strong', children: text(words) }]
}

/** The words of a line without their dress. Line breaks become blanks. */
export function plainText(inline: readonly Inline[]): string {
  return inline
    .map((piece) => {
      if (piece.kind === 'lineBreak') return ' '
      if (piece.kind === 'text' || piece.kind === 'code' || piece.kind === 'recordLink') return piece.text
      return plainText(piece.children)
    })
    .join('')
}
