// Draws icon.svg in all sizes and packs them for Windows and macOS. Run by hand after changing the drawing:
// node resources/icons/make-icons.mjs   (needs rsvg-convert of the Debian package librsvg2-bin)
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import path from 'node:path'

const folder = import.meta.dirname
const sizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024]
// Type codes of PNG entries in an Apple icon file, by size in pixels.
const appleTypes = { 32: 'ic11', 64: 'ic12', 128: 'ic07', 256: 'ic08', 512: 'ic09', 1024: 'ic10' }

const drawings = new Map(
  sizes.map((size) => [
    size,
    execFileSync('rsvg-convert', ['-w', String(size), '-h', String(size), path.join(folder, 'icon.svg')]),
  ]),
)
for (const [size, png] of drawings) {
  if (size <= 512) writeFileSync(path.join(folder, `${size}x${size}.png`), png)
}
writeFileSync(path.join(folder, 'icon.ico'), packIco([16, 24, 32, 48, 64, 128, 256]))
writeFileSync(path.join(folder, 'icon.icns'), packIcns())

/**
 * Windows icon: a directory of 16-byte entries, then the PNG files.
 * @param {number[]} wanted
 * @returns {Buffer}
 */
function packIco(wanted) {
  const images = wanted.map((size) => ({ size, png: drawings.get(size) ?? Buffer.alloc(0) }))
  const head = Buffer.alloc(6 + 16 * images.length)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(images.length, 4)
  let offset = head.length
  images.forEach(({ size, png }, index) => {
    const at = 6 + 16 * index
    // One byte a side: 256 is written as 0.
    head.writeUInt8(size % 256, at)
    head.writeUInt8(size % 256, at + 1)
    head.writeUInt16LE(1, at + 4)
    head.writeUInt16LE(32, at + 6)
    head.writeUInt32LE(png.length, at + 8)
    head.writeUInt32LE(offset, at + 12)
    offset += png.length
  })
  return Buffer.concat([head, ...images.map(({ png }) => png)])
}

/**
 * Apple icon: `icns`, the whole length, then entries of type, length and PNG.
 * @returns {Buffer}
 */
function packIcns() {
  const entries = Object.entries(appleTypes).flatMap(([size, type]) => {
    const png = drawings.get(Number(size)) ?? Buffer.alloc(0)
    return [Buffer.from(type), length(png.length + 8), png]
  })
  const total = entries.reduce((sum, part) => sum + part.length, 8)
  return Buffer.concat([Buffer.from('icns'), length(total), ...entries])
}

/**
 * @param {number} value
 * @returns {Buffer} Four bytes, big endian.
 */
function length(value) {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
