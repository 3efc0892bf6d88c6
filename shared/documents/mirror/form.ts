import type { Parts, Reading } from './blocks'
import type { Data } from './fields'
import type { MirrorLinks } from './links'
import type { Found, Line } from './sections'

/** How records of one type look as Markdown. */
export interface RecordForm {
  /** In: a record without its store-owned keys. Out: the text below the front matter, and what it does not show. */
  show(record: Data, links: MirrorLinks, parts: Parts): { body: string; beside: Data }
  /** In: the title's words and the lines below it, what the front matter says. Errors: `MirrorFault`. */
  read(title: Found, lines: readonly Line[], beside: unknown, reading: Reading): Data
}
