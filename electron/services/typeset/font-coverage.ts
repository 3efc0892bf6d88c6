/**
 * Which characters a TrueType font has, from its `cmap` table (OpenType 1.9: formats 4 and 12, the two that Unicode
 * fonts use). Missing characters must be known before typesetting: on paper they would be empty boxes.
 */

function tableOffset(view: DataView, tag: string): number | undefined {
  const tables = view.getUint16(4)
  for (let i = 0; i < tables; i += 1) {
    const at = 12 + i * 16
    const name = String.fromCharCode(
      view.getUint8(at),
      view.getUint8(at + 1),
      view.getUint8(at + 2),
      view.getUint8(at + 3),
    )
    if (name === tag) return view.getUint32(at + 8)
  }
  return undefined
}

function addFormat12(view: DataView, at: number, found: Set<number>): void {
  const groups = view.getUint32(at + 12)
  for (let i = 0; i < groups; i += 1) {
    const group = at + 16 + i * 12
    for (let code = view.getUint32(group); code <= view.getUint32(group + 4); code += 1) found.add(code)
  }
}

function addFormat4(view: DataView, at: number, found: Set<number>): void {
  const segments = view.getUint16(at + 6) / 2
  for (let i = 0; i < segments; i += 1) {
    const end = view.getUint16(at + 14 + i * 2)
    const start = view.getUint16(at + 16 + segments * 2 + i * 2)
    const delta = view.getUint16(at + 16 + segments * 4 + i * 2)
    const rangeAt = at + 16 + segments * 6 + i * 2
    const range = view.getUint16(rangeAt)
    for (let code = start; code <= end && code < 0xffff; code += 1) {
      const raw = range === 0 ? code : view.getUint16(rangeAt + range + (code - start) * 2)
      const glyph = raw === 0 ? 0 : (raw + delta) & 0xffff
      if (glyph !== 0) found.add(code)
    }
  }
}

/**
 * All code points that a font maps to a glyph. In: the bytes of a TTF. Throws a RangeError on bytes that are no font.
 */
export function codePointsOf(font: Uint8Array): Set<number> {
  const view = new DataView(font.buffer, font.byteOffset, font.byteLength)
  const cmap = tableOffset(view, 'cmap')
  const found = new Set<number>()
  if (cmap === undefined) return found
  const encodings = view.getUint16(cmap + 2)
  for (let i = 0; i < encodings; i += 1) {
    const at = cmap + view.getUint32(cmap + 4 + i * 8 + 4)
    const format = view.getUint16(at)
    if (format === 12) addFormat12(view, at, found)
    else if (format === 4) addFormat4(view, at, found)
  }
  return found
}
