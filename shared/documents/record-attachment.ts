import canonicalize from 'canonicalize'
import { forOthers } from '../domain/private-blocks'
import type { AnyRecord } from '../records/registry'

/** File name of the record inside a PDF. */
const recordFileName = 'tutanak.json'

/**
 * The record as a file to go into its PDF: JSON, keys in RFC 8785 order and two blanks deep, so that the same
 * version gives the same bytes. Who saved it, the secretary's own notes and remarks for
 * reviewers stay at home.
 */
export function recordAttachment(record: AnyRecord): { name: string; bytes: Uint8Array } {
  const { savedBy: _savedBy, ...shown } = forOthers(record)
  const ordered: unknown = JSON.parse(canonicalize(shown) ?? '{}')
  return { name: recordFileName, bytes: new TextEncoder().encode(`${JSON.stringify(ordered, null, 2)}\n`) }
}
