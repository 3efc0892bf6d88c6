import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createInflateRaw } from 'node:zlib'
import { LaunchError } from './say.mjs'

/**
 * One file of a zip archive (field names after PKWARE's APPNOTE 4.3.12).
 * @typedef {object} ZipEntry
 * @property {string} name
 * @property {number} method 0 stored, 8 deflated
 * @property {number} compressedSize
 * @property {number} size
 * @property {number} mode Unix mode bits; 0 when the archive was not made on Unix
 * @property {number} headerOffset
 */

/**
 * Unpacks files of a zip archive, streaming. Written here because the runtime is unpacked on machines
 * where neither `unzip` nor an unpacking library is there yet. Archives beyond 4 GB are not read.
 * @param {string} file The archive.
 * @param {string} folder Where to unpack.
 * @param {(name: string) => string | undefined} place Relative target of an entry; nothing leaves it out.
 * @returns {Promise<number>} How many files were written.
 * @throws {LaunchError} When it is no zip archive, an entry would leave `folder`, or a size does not fit.
 */
export async function unzip(file, folder, place) {
  let written = 0
  for (const entry of await readEntries(file)) {
    const relative = entry.name.endsWith('/') ? undefined : place(entry.name)
    if (relative === undefined) continue
    const target = path.resolve(folder, relative)
    if (!target.startsWith(path.resolve(folder) + path.sep)) {
      throw new LaunchError(`arşivdeki ad klasörün dışına çıkıyor: ${entry.name}`)
    }
    await mkdir(path.dirname(target), { recursive: true })
    await writeEntry(file, entry, target)
    written += 1
  }
  return written
}

/**
 * Reads the central directory.
 * @param {string} file
 * @returns {Promise<ZipEntry[]>}
 */
async function readEntries(file) {
  const handle = await open(file)
  try {
    const { size } = await handle.stat()
    const tail = await read(handle, Math.max(0, size - 65557), Math.min(size, 65557))
    const end = tail.lastIndexOf(Buffer.from('504b0506', 'hex'))
    if (end < 0) throw new LaunchError(`zip arşivi değil veya yarım: ${file}`)
    const directory = await read(handle, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12))
    const entries = []
    for (let at = 0; at + 46 <= directory.length;) {
      if (directory.readUInt32LE(at) !== 0x02014b50) throw new LaunchError(`zip dizini bozuk: ${file}`)
      const nameLength = directory.readUInt16LE(at + 28)
      entries.push({
        name: directory.toString('utf8', at + 46, at + 46 + nameLength),
        method: directory.readUInt16LE(at + 10),
        compressedSize: directory.readUInt32LE(at + 20),
        size: directory.readUInt32LE(at + 24),
        mode: directory.readUInt32LE(at + 38) >>> 16,
        headerOffset: directory.readUInt32LE(at + 42),
      })
      at += 46 + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32)
    }
    return entries
  } finally {
    await handle.close()
  }
}

/**
 * @param {string} file
 * @param {ZipEntry} entry
 * @param {string} target
 * @returns {Promise<void>}
 */
async function writeEntry(file, entry, target) {
  const handle = await open(file)
  const local = await read(handle, entry.headerOffset, 30).finally(() => handle.close())
  const start = entry.headerOffset + 30 + local.readUInt16LE(26) + local.readUInt16LE(28)
  const output = createWriteStream(target, { mode: entry.mode & 0o777 || 0o644 })
  if (entry.size === 0) await pipeline([], output)
  else {
    const source = createReadStream(file, { start, end: start + entry.compressedSize - 1 })
    if (entry.method === 0) await pipeline(source, output)
    else await pipeline(source, createInflateRaw(), output)
  }
  if (output.bytesWritten !== entry.size) throw new LaunchError(`arşivdeki dosya bozuk: ${entry.name}`)
}

/**
 * @param {import('node:fs/promises').FileHandle} handle
 * @param {number} position
 * @param {number} length
 * @returns {Promise<Buffer>}
 */
async function read(handle, position, length) {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, position)
  return buffer.subarray(0, bytesRead)
}
