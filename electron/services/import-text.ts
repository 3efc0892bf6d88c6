import iconv from 'iconv-lite'
import { createHash } from 'node:crypto'
import { idFromHash, newId } from '../../shared/ids'
import { fail, ok, type Result } from '../../shared/result'
import type { NewFields } from './store/store-types'

/** Encodings that a text file of an office may have. */
export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1254'

const maxCharacters = 1_000_000
const maxTitle = 500

function startsWith(bytes: Uint8Array, ...mark: number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte)
}

/**
 * UTF-16 without a byte order mark: Latin text has a zero byte in every second place.
 * Out: which places hold the zeros, or undefined when too few are there.
 */
function utf16Guess(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return undefined
  const sample = bytes.subarray(0, 4_096)
  const zeros = [0, 0]
  sample.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  const half = sample.length / 2
  // Turkish letters outside Latin-1 have no zero byte, hence not all of them.
  if (odd > half * 0.6 && even < half * 0.1) return 'utf-16le'
  if (even > half * 0.6 && odd < half * 0.1) return 'utf-16be'
  return undefined
}

function detect(bytes: Uint8Array): TextEncodingName {
  if (startsWith(bytes, 0xef, 0xbb, 0xbf)) return 'utf-8'
  if (startsWith(bytes, 0xff, 0xfe)) return 'utf-16le'
  if (startsWith(bytes, 0xfe, 0xff)) return 'utf-16be'
  const guess = utf16Guess(bytes)
  if (guess) return guess
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return 'utf-8'
  } catch {
    return 'windows-1254'
  }
}

/** Ctrl+Z, which programs of the DOS days put at the end of a text. */
const dosEnd = String.fromCharCode(26)

/** Control characters that no text has (tabs, line and page ends aside): a picture was given for a text. */
const binary = /(?![\t\n\v\f\r\u0080-\u009f])\p{Cc}/u

/**
 * Text of a file in whatever encoding Turkish offices use: UTF-8 and UTF-16 (with or without byte order mark), else
 * windows-1254. Out: the text with plain line ends, and the encoding. Error: `unknown-encoding` for what is no text.
 */
export function decodeText(bytes: Uint8Array): Result<{ text: string; encoding: TextEncodingName }> {
  const encoding = detect(bytes)
  // iconv-lite drops byte order marks.
  let text = iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding)
  const endOfFile = text.indexOf(dosEnd)
  if (endOfFile >= 0 && endOfFile >= text.length - 2) text = text.slice(0, endOfFile)
  if (binary.test(text)) return fail('unknown-encoding')
  return ok({ text: text.replace(/\r\n?/g, '\n'), encoding })
}

/** The first line with anything on it, without the marks of a Markdown heading. */
function titleOf(text: string, fileName: string): string {
  const line = text
    .split('\n')
    .map((raw) => raw.replace(/^\s*#{1,6}\s+/, '').trim())
    .find((candidate) => candidate !== '')
  return (line ?? fileName.replace(/\.[^.]*$/, '')).slice(0, maxTitle)
}

export interface ImportedText {
  type: 'note' | 'meeting'
  /** The same for the same bytes. */
  id: string
  title: string
  fields: NewFields
}

/**
 * Makes a record of a text file. The text stays as it is; its first line is the title.
 * In: the file's name and bytes, and what it is to become. Out: a record for the store, its id derived from the bytes.
 * Errors: `unknown-encoding`, `file-too-large` (more than a million characters), each with params.name.
 */
export function recordOfText(
  fileName: string,
  bytes: Uint8Array,
  type: 'note' | 'meeting',
): Result<ImportedText> {
  const decoded = decodeText(bytes)
  if (!decoded.ok) return fail(decoded.error.code, { name: fileName })
  const { text, encoding } = decoded.value
  if (text.length > maxCharacters) return fail('file-too-large', { name: fileName })
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const id = idFromHash(type, sha256)
  const title = titleOf(text, fileName)
  const source = { fileName, sha256, encoding }
  const content =
    type === 'note'
      ? { markdown: text }
      : {
          agenda: [
            { id: newId('item'), title: '', blocks: [{ id: newId('text'), kind: 'text', markdown: text }] },
          ],
        }
  return ok({ type, id, title, fields: { id, title, source, ...content } })
}
