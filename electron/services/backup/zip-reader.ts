import { promisify } from 'node:util'
import { crc32, inflateRaw, inflateRawSync } from 'node:zlib'
import { RandomAccessReader, fromRandomAccessReaderPromise } from 'yauzl'
import { openRandom, type RandomFile } from '../local-files'
import { DiskError } from '../store/archive-files'

/** A zip that is torn, changed, or was made to do harm. */
export class ZipFault extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options)
    this.name = 'ZipFault'
  }
}

/** A file in a zip as its directory tells. */
export interface ZipMember {
  name: string
  size: number
  packed: number
  crc: number
  deflated: boolean
  offset: number
}

const ahead = 512 * 1024
const inflate = promisify(inflateRaw)
/** Below this size unpacking at once is quicker than asking another thread. */
const small = 128 * 1024

/** Reads a file in large pieces: members lie one behind the other. */
class AheadReader extends RandomAccessReader {
  private held = Buffer.alloc(0)
  private from = 0

  constructor(private readonly file: RandomFile) {
    super()
  }

  async bytes(position: number, length: number): Promise<Buffer> {
    if (position < 0 || length < 0 || position + length > this.file.size) throw new ZipFault('beyond the end')
    const inside = position >= this.from && position + length <= this.from + this.held.length
    if (!inside) {
      const held = Buffer.allocUnsafe(Math.min(Math.max(length, ahead), this.file.size - position))
      const read = await this.file.readAt(held, position)
      if (read < length) throw new ZipFault('cut short')
      this.held = held.subarray(0, read)
      this.from = position
    }
    return this.held.subarray(position - this.from, position - this.from + length)
  }

  override read(
    buffer: Buffer,
    offset: number,
    length: number,
    position: number,
    callback: (fault: Error | null) => void,
  ): void {
    this.bytes(position, length).then(
      (found) => {
        found.copy(buffer, offset)
        callback(null)
      },
      (fault: unknown) => callback(fault instanceof Error ? fault : new Error(String(fault))),
    )
  }
}

/** A zip archive open for reading. Throws {@link ZipFault} for what is wrong in it, `DiskError` for the disk. */
export class ZipReader {
  private constructor(
    private readonly file: RandomFile,
    private readonly reader: AheadReader,
    readonly members: ReadonlyMap<string, ZipMember>,
    readonly comment: string,
  ) {}

  get size(): number {
    return this.file.size
  }

  /** The comment at a zip's end, without reading its directory: the end alone is read, whatever the size. */
  static async commentOf(path: string): Promise<string> {
    const file = await openRandom(path)
    try {
      const zip = await fromRandomAccessReaderPromise(new AheadReader(file), file.size, {
        lazyEntries: true,
        autoClose: false,
      })
      return zip.comment
    } catch (fault) {
      if (fault instanceof DiskError || fault instanceof ZipFault) throw fault
      throw new ZipFault('no zip archive', { cause: fault })
    } finally {
      await file.close()
    }
  }

  /** Opens a zip and reads its directory. `allowed` says which names may be in it; any other refuses the whole. */
  static async open(path: string, allowed: (name: string) => boolean): Promise<ZipReader> {
    const file = await openRandom(path)
    try {
      const reader = new AheadReader(file)
      const { members, comment } = await membersOf(reader, file.size, allowed)
      return new ZipReader(file, reader, members, comment)
    } catch (fault) {
      await file.close()
      if (fault instanceof DiskError || fault instanceof ZipFault) throw fault
      throw new ZipFault('no zip archive', { cause: fault })
    }
  }

  /** The bytes of a file, unpacked and checked against size and CRC. `most`: more bytes than that are refused. */
  async bytes(name: string, most: number): Promise<Uint8Array> {
    const member = this.members.get(name)
    if (!member) throw new ZipFault(`missing: ${name}`)
    if (member.size > most) throw new ZipFault(`too large: ${name}`)
    const head = await this.reader.bytes(member.offset, 30)
    if (head.readUInt32LE(0) !== 0x04034b50) throw new ZipFault(`no header: ${name}`)
    const start = member.offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28)
    const packed = await this.reader.bytes(start, member.packed)
    const bytes = await unpack(packed, member)
    if (bytes.length !== member.size || crc32(bytes) !== member.crc) throw new ZipFault(`changed: ${name}`)
    return bytes
  }

  close(): Promise<void> {
    return this.file.close()
  }
}

async function membersOf(
  reader: AheadReader,
  size: number,
  allowed: (name: string) => boolean,
): Promise<{ members: Map<string, ZipMember>; comment: string }> {
  const zip = await fromRandomAccessReaderPromise(reader, size, {
    lazyEntries: true,
    autoClose: false,
    strictFileNames: true,
  })
  const members = new Map<string, ZipMember>()
  let packed = 0
  for await (const entry of zip.eachEntry()) {
    const { fileName: name, compressionMethod: method } = entry
    if (!allowed(name)) throw new ZipFault(`unknown name: ${name.slice(0, 80)}`)
    if (members.has(name)) throw new ZipFault(`twice: ${name}`)
    if (entry.isEncrypted() || (method !== 0 && method !== 8)) throw new ZipFault(`unknown method: ${name}`)
    packed += entry.compressedSize
    // Members that share bytes would make a small file unpack to any size.
    if (packed > size) throw new ZipFault('members overlap')
    members.set(name, {
      name,
      size: entry.uncompressedSize,
      packed: entry.compressedSize,
      crc: entry.crc32,
      deflated: method === 8,
      offset: entry.relativeOffsetOfLocalHeader,
    })
  }
  return { members, comment: zip.comment }
}

async function unpack(packed: Buffer, { deflated, size, name }: ZipMember): Promise<Uint8Array> {
  // The read-ahead buffer is used again; what leaves must be a copy.
  if (!deflated) return Buffer.from(packed)
  const options = { maxOutputLength: Math.max(size, 1) }
  try {
    return size < small ? inflateRawSync(packed, options) : await inflate(Buffer.from(packed), options)
  } catch (fault) {
    throw new ZipFault(`cannot be unpacked: ${name}`, { cause: fault })
  }
}
