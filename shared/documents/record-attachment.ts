import canonicalize from 'canonicalize'

/** File name of the record inside a PDF. */
const recordFileName = 'tutanak.json'

/**
 * The record as a file to go into its PDF: JSON, keys in RFC 8785 order and two blanks deep, so that the same
 * version gives the same bytes. The name of who saved it stays at home.
 */
export function recordAttachment(record: object): { name: string; bytes: Uint8Array } {
  const { savedBy: _savedBy, ...shown } = record as Record<string, unknown>
  const ordered: unknown = JSON.parse(canonicalize(shown) ?? '{}')
  return { name: recordFileName, bytes: new TextEncoder().encode(`${JSON.stringify(ordered, null, 2)}\n`) }
}
