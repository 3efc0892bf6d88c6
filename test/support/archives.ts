import { crc32, deflateRawSync, gzipSync } from 'node:zlib'

/** One file of an archive; `mode` are Unix permission bits. */
export interface Member {
  name: string
  content: Buffer
  mode?: number
  /** Zip only: kept as it is instead of deflated. */
  stored?: boolean
}

/**
 * Makes a gzipped tar archive (POSIX ustar), as npm packs.
 * @param members In order.
 */
export function makeTarball(members: Member[]): Buffer {
  const parts = members.flatMap(({ name, content, mode = 0o644 }) => {
    const header = Buffer.alloc(512)
    header.write(name, 0)
    header.write(`${mode.toString(8).padStart(7, '0')}\0`, 100)
    header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124)
    header.write('        0', 148)
    header.write('ustar\x0000', 257)
    return [header, content, Buffer.alloc((512 - (content.length % 512)) % 512)]
  })
  return gzipSync(Buffer.concat([...parts, Buffer.alloc(1024)]))
}

/**
 * Makes a zip archive as Unix tools do.
 * @param members In order.
 */
export function makeZip(members: Member[]): Buffer {
  const bodies: Buffer[] = []
  const directory: Buffer[] = []
  let offset = 0
  for (const { name, content, mode = 0o644, stored = false } of members) {
    const data = stored ? content : deflateRawSync(content)
    const fields = Buffer.alloc(26)
    fields.writeUInt16LE(20, 0)
    fields.writeUInt16LE(0x0800, 2)
    fields.writeUInt16LE(stored ? 0 : 8, 4)
    fields.writeUInt32LE(crc32(content), 10)
    fields.writeUInt32LE(data.length, 14)
    fields.writeUInt32LE(content.length, 18)
    fields.writeUInt16LE(Buffer.byteLength(name), 22)
    const body = Buffer.concat([Buffer.from('PK\x03\x04'), fields, Buffer.from(name), data])
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(((0o100000 | mode) << 16) >>> 0, 6)
    tail.writeUInt32LE(offset, 10)
    directory.push(
      Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 3]), fields, tail, Buffer.from(name)]),
    )
    bodies.push(body)
    offset += body.length
  }
  const list = Buffer.concat(directory)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06')
  end.writeUInt16LE(members.length, 8)
  end.writeUInt16LE(members.length, 10)
  end.writeUInt32LE(list.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...bodies, list, end])
}
