/** A file of named binary sections behind a JSON head: read in one go, used in place, nothing is parsed. */

const magic = Buffer.from('TUTKAT01')
const align = 8

interface SectionPlace {
  offset: number
  length: number
}

interface Packed<H> {
  head: H
  places: Record<string, SectionPlace>
  /** Length of the whole file: a shorter one was cut off. */
  total: number
}

function padded(length: number): number {
  return Math.ceil(length / align) * align
}

function bytesOf(array: ArrayBufferView): Uint8Array {
  return new Uint8Array(array.buffer, array.byteOffset, array.byteLength)
}

/** Puts sections into one block of bytes. In: anything for the head (JSON), typed arrays by name. */
export function packSections<H>(head: H, sections: ReadonlyMap<string, ArrayBufferView>): Uint8Array {
  const places: Record<string, SectionPlace> = {}
  let offset = 0
  for (const [name, array] of sections) {
    places[name] = { offset, length: array.byteLength }
    offset += padded(array.byteLength)
  }
  // The head holds the total length, and its own length is part of it: numbers of fixed width settle that.
  const headBytes = (total: number) =>
    Buffer.from(JSON.stringify({ head, places, total: total + 1e12 } satisfies Packed<H>))
  const start = padded(magic.length + 4 + headBytes(0).length)
  const json = headBytes(start + offset)
  const file = new Uint8Array(start + offset)
  file.set(magic)
  new DataView(file.buffer).setUint32(magic.length, json.length, true)
  file.set(json, magic.length + 4)
  for (const [name, array] of sections) file.set(bytesOf(array), start + (places[name]?.offset ?? 0))
  return file
}

/** The sections of a file, as views on its bytes. */
export class Sections<H> {
  private constructor(
    readonly head: H,
    private readonly bytes: Uint8Array,
    private readonly places: Record<string, SectionPlace>,
    private readonly start: number,
  ) {}

  /** Opens a block of bytes; undefined when it is not one of ours or is cut off. */
  static open<H>(file: Uint8Array): Sections<H> | undefined {
    if (file.length < magic.length + 4 || !magic.equals(file.subarray(0, magic.length))) return undefined
    const length = new DataView(file.buffer, file.byteOffset).getUint32(magic.length, true)
    const from = magic.length + 4
    if (file.length < from + length) return undefined
    try {
      const { head, places, total } = JSON.parse(
        Buffer.from(file.buffer, file.byteOffset + from, length).toString('utf8'),
      ) as Packed<H>
      if (total - 1e12 !== file.length) return undefined
      // Typed arrays need their place in memory to be a multiple of their width.
      const bytes = file.byteOffset % align === 0 ? file : file.slice()
      return new Sections(head, bytes, places, padded(from + length))
    } catch {
      return undefined
    }
  }

  private place(name: string): { offset: number; length: number } {
    const place = this.places[name] ?? { offset: 0, length: 0 }
    return { offset: this.bytes.byteOffset + this.start + place.offset, length: place.length }
  }

  /** A missing section is empty. */
  u8(name: string): Uint8Array {
    const { offset, length } = this.place(name)
    return new Uint8Array(this.bytes.buffer, offset, length)
  }

  buffer(name: string): Buffer {
    const { offset, length } = this.place(name)
    return Buffer.from(this.bytes.buffer, offset, length)
  }

  u16(name: string): Uint16Array {
    const { offset, length } = this.place(name)
    return new Uint16Array(this.bytes.buffer, offset, length / 2)
  }

  u32(name: string): Uint32Array {
    const { offset, length } = this.place(name)
    return new Uint32Array(this.bytes.buffer, offset, length / 4)
  }

  f64(name: string): Float64Array {
    const { offset, length } = this.place(name)
    return new Float64Array(this.bytes.buffer, offset, length / 8)
  }
}
