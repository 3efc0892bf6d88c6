/** Bytes written one after another into memory that grows. */
export class ByteWriter {
  private bytes = new Uint8Array(1 << 12)
  length = 0

  byte(value: number): void {
    this.reserve(1)
    this.bytes[this.length] = value
    this.length += 1
  }

  /** An unsigned whole number below 2^32, seven bits a byte, the low ones first. */
  varint(value: number): void {
    this.reserve(5)
    let rest = value
    while (rest > 127) {
      this.bytes[this.length] = (rest & 127) | 128
      this.length += 1
      rest >>>= 7
    }
    this.bytes[this.length] = rest
    this.length += 1
  }

  raw(bytes: Uint8Array): void {
    this.reserve(bytes.length)
    this.bytes.set(bytes, this.length)
    this.length += bytes.length
  }

  /** What was written, valid until the next write. */
  view(): Uint8Array {
    return this.bytes.subarray(0, this.length)
  }

  /** A copy of what was written. */
  copy(): Uint8Array {
    return this.bytes.slice(0, this.length)
  }

  clear(): void {
    this.length = 0
  }

  private reserve(more: number): void {
    if (this.length + more <= this.bytes.length) return
    const grown = new Uint8Array(Math.max(this.bytes.length * 2, this.length + more))
    grown.set(this.bytes.subarray(0, this.length))
    this.bytes = grown
  }
}

/** Reads the numbers that `ByteWriter.varint` wrote. */
export class VarintReader {
  at: number

  constructor(
    readonly bytes: Uint8Array,
    from = 0,
  ) {
    this.at = from
  }

  get done(): boolean {
    return this.at >= this.bytes.length
  }

  next(): number {
    const { bytes } = this
    let byte = bytes[this.at]!
    this.at += 1
    if (byte < 128) return byte
    let value = byte & 127
    for (let shift = 7; shift < 35; shift += 7) {
      byte = bytes[this.at]!
      this.at += 1
      value |= (byte & 127) << shift
      if (byte < 128) break
    }
    return value >>> 0
  }
}

/** Whole numbers below 2^32 in a row that grows. */
export class NumberList {
  private numbers = new Uint32Array(64)
  length = 0

  push(value: number): void {
    if (this.length === this.numbers.length) {
      const grown = new Uint32Array(this.length * 2)
      grown.set(this.numbers)
      this.numbers = grown
    }
    this.numbers[this.length] = value
    this.length += 1
  }

  view(): Uint32Array {
    return this.numbers.subarray(0, this.length)
  }
}

const encoder = new TextEncoder()
export const utf8 = (text: string): Uint8Array => encoder.encode(text)

/** Strings in the order of their UTF-8 bytes, as dictionaries on the disk have them. */
export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  const shared = Math.min(a.length, b.length)
  for (let i = 0; i < shared; i += 1) if (a[i] !== b[i]) return a[i]! - b[i]!
  return a.length - b.length
}

/** Order of two strings by code points, which is the order of their UTF-8 bytes. */
export function compareStrings(a: string, b: string): number {
  const shared = Math.min(a.length, b.length)
  for (let i = 0; i < shared; i += 1) {
    const [x, y] = [a.charCodeAt(i), b.charCodeAt(i)]
    if (x === y) continue
    // Halves of surrogate pairs stand below U+E000 as code units, but above it as code points.
    const [highX, highY] = [x >= 0xd800 && x < 0xe000, y >= 0xd800 && y < 0xe000]
    return highX === highY ? x - y : highX ? 1 : -1
  }
  return a.length - b.length
}
