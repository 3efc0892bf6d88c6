import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'
import { LaunchError } from './say.mjs'

const BLOCK = 512

/**
 * Hashes a file.
 * @param {string} file
 * @returns {Promise<string>} Its sha512 in base64, as npm's `integrity` fields have it.
 */
export async function sha512(file) {
  const hash = createHash('sha512')
  for await (const chunk of createReadStream(file)) hash.update(chunk)
  return hash.digest('base64')
}

/**
 * Writes one file of a gzipped tar archive to disk, streaming (POSIX ustar, as npm packs it).
 * @param {string} tarball Path of the `.tgz`.
 * @param {string} member Path inside the archive, e.g. `package/package.json`.
 * @param {string} target Path of the file to write.
 * @returns {Promise<void>}
 * @throws {LaunchError} When the archive has no such member or ends too early.
 */
export async function extractMember(tarball, member, target) {
  const source = createReadStream(tarball)
  const stream = source.pipe(createGunzip())
  source.on('error', (error) => stream.destroy(error))
  /** @type {Buffer} */
  let header = Buffer.alloc(0)
  let body = 0
  let padding = 0
  let wanted = false
  const output = await open(target, 'w')
  try {
    for await (const piece of stream) {
      /** @type {Buffer} */
      let chunk = piece
      while (chunk.length > 0) {
        if (body > 0) {
          const part = chunk.subarray(0, body)
          if (wanted) await output.writeFile(part)
          body -= part.length
          chunk = chunk.subarray(part.length)
          if (body === 0 && wanted) return
        } else if (padding > 0) {
          const skipped = Math.min(padding, chunk.length)
          padding -= skipped
          chunk = chunk.subarray(skipped)
        } else {
          const part = chunk.subarray(0, BLOCK - header.length)
          header = Buffer.concat([header, part])
          chunk = chunk.subarray(part.length)
          if (header.length < BLOCK) continue
          const entry = readHeader(header)
          header = Buffer.alloc(0)
          body = entry.size
          padding = (BLOCK - (entry.size % BLOCK)) % BLOCK
          wanted = entry.name === member
          if (wanted && body === 0) return
        }
      }
    }
  } finally {
    await output.close()
    source.destroy()
  }
  throw new LaunchError(`arşivde ${member} yok veya arşiv yarım: ${tarball}`)
}

/**
 * @param {Buffer} header One 512-byte block: name 0–99, size (octal) 124–135, prefix 345–499.
 * @returns {{ name: string, size: number }}
 */
function readHeader(header) {
  const name = text(header, 0, 100)
  const prefix = text(header, 345, 155)
  return { name: prefix ? `${prefix}/${name}` : name, size: parseInt(text(header, 124, 12), 8) || 0 }
}

/**
 * @param {Buffer} header
 * @param {number} start
 * @param {number} length
 * @returns {string} Up to the first zero byte.
 */
function text(header, start, length) {
  const field = header.subarray(start, start + length)
  const end = field.indexOf(0)
  return field.toString('utf8', 0, end === -1 ? length : end).trim()
}
