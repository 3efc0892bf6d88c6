import { gunzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hashOf } from '../../../../electron/services/store/envelope'
import { encodePiece, openPiece, readPieces } from '../../../../electron/services/store/history/pieces'
import { newId } from '../../../../shared/ids'

const id = newId('note')
const stamp = '2026-03-01T10:00:00.000Z'
const recordOf = (markdown: string, revision: number) => ({
  id,
  revision,
  createdAt: stamp,
  updatedAt: stamp,
  savedBy: 'Şükran',
  originArchive: 'archive_x',
  title: 'Not',
  markdown,
  tags: [],
  attachments: [],
})
const pieceOf = (markdown: string, revision: number) => {
  const record = recordOf(markdown, revision)
  const head = { id, hash: hashOf(record), version: 1, why: 'end', notedAt: stamp, savedAt: stamp } as const
  return encodePiece({ ...head, savedBy: 'Şükran ,"record":{', machine: 'pc', revision }, record)
}
const texts = (file: Uint8Array) =>
  readPieces(file).pieces.map((piece) => {
    const opened = openPiece(piece)
    return opened.state === 'ok' && 'markdown' in opened.record ? opened.record.markdown : opened.state
  })

describe('a history file', () => {
  it('gives every version back as it was, and opens with any gunzip', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 300 }), { minLength: 1 }), (all) => {
        const file = Buffer.concat(all.map((text, index) => pieceOf(text, index + 1)))
        expect(texts(file)).toEqual(all)
        expect(readPieces(file).pieces.map(({ head }) => head.revision)).toEqual(
          all.map((_text, index) => index + 1),
        )
        const lines = gunzipSync(file).toString('utf8').trimEnd().split('\n')
        expect(
          lines.map((line) => (JSON.parse(line) as { record: { markdown: string } }).record.markdown),
        ).toEqual(all)
      }),
      { numRuns: 30 },
    )
  })

  it('torn anywhere loses only the torn piece', () => {
    const pieces = ['birinci', 'ikinci', 'üçüncü'].map((text, index) => pieceOf(text, index + 1))
    const file = Buffer.concat(pieces)
    for (let length = 0; length <= file.length; length++) {
      let whole = 0
      let sum = 0
      for (const piece of pieces) {
        sum += piece.length
        if (sum <= length) whole += 1
      }
      expect(texts(file.subarray(0, length))).toHaveLength(whole)
    }
  })

  it('with a flipped byte loses at most the piece that has it', () => {
    const pieces = ['birinci', 'ikinci', 'üçüncü'].map((text, index) => pieceOf(text, index + 1))
    const file = Buffer.concat(pieces)
    const [first = 0, second = 0] = pieces.map((piece) => piece.length)
    for (let at = first; at < first + second; at++) {
      const bad = Buffer.from(file)
      bad[at] = (bad[at] ?? 0) ^ 0x55
      const left = texts(bad)
      expect(left[0]).toBe('birinci')
      expect(left.at(-1)).toBe('üçüncü')
      // Bytes of gzip's own head (time, system) say nothing about the content.
      if (left.length === 3) expect(left[1]).toBe('ikinci')
    }
  })

  it('goes on behind a torn piece', () => {
    const torn = pieceOf('yarım', 1).subarray(0, 60)
    const { pieces, damaged } = readPieces(Buffer.concat([torn, pieceOf('sonra', 2)]))
    expect(pieces.map(({ head }) => head.revision)).toEqual([2])
    expect(Buffer.concat(damaged).equals(torn)).toBe(true)
  })
})
