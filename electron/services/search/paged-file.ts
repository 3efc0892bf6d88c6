import { crc32 } from 'node:zlib'
import type { ReadableFile } from './index-files'

/**
 * A file of bytes whose every page of 32 kB has a checksum, so that a part can be read alone and still be trusted:
 * body, checksums (4 bytes a page), footer (JSON), trailer (lengths, checksums of footer and checksums, magic).
 */
const PAGE = 1 << 15
const TRAILER = 24
const MAGIC = 'TUTANAK2'
/** Reads of at most so many pages are put together from remembered pages. */
const FEW_PAGES = 4

/** The index on the disk is not what was written. */
export class IndexDamage extends Error {}

/** Takes bytes in order and gives them on with checksums. */
export class PagedWriter {
  private page = new Uint8Array(PAGE)
  private filled = 0
  private readonly checks: number[] = []
  length = 0

  /** @param sink called with bytes that stay as they are. */
  constructor(private readonly sink: (bytes: Uint8Array) => void) {}

  append(bytes: Uint8Array): void {
    this.length += bytes.length
    for (let from = 0; from < bytes.length;) {
      const part = Math.min(PAGE - this.filled, bytes.length - from)
      this.page.set(bytes.subarray(from, from + part), this.filled)
      this.filled += part
      from += part
      if (this.filled === PAGE) this.turn()
    }
  }

  /** Numbers behind a boundary of four bytes. */
  align(): void {
    this.append(new Uint8Array((8 - (this.length % 8)) % 8))
  }

  finish(footer: object): void {
    const body = this.length
    if (this.filled > 0) this.turn()
    const checks = new Uint8Array(Uint32Array.from(this.checks).buffer)
    const text = new TextEncoder().encode(JSON.stringify(footer))
    const trailer = new DataView(new ArrayBuffer(TRAILER))
    trailer.setUint32(0, text.length, true)
    trailer.setUint32(4, this.checks.length, true)
    trailer.setUint32(8, crc32(text, crc32(checks)), true)
    trailer.setUint32(12, body % PAGE, true)
    for (const [i, letter] of [...MAGIC].entries()) trailer.setUint8(16 + i, letter.charCodeAt(0))
    this.sink(checks)
    this.sink(text)
    this.sink(new Uint8Array(trailer.buffer))
  }

  private turn(): void {
    const page = this.page.subarray(0, this.filled)
    this.checks.push(crc32(page))
    this.sink(page)
    this.page = new Uint8Array(PAGE)
    this.filled = 0
  }
}

/** Pages that were read lately, of all files of an index together. */
export class PageCache {
  private readonly pages = new Map<number, Uint8Array>()
  private files = 0

  constructor(private readonly most = 1024) {}

  newFile(): number {
    this.files += 1
    return this.files
  }

  get(file: number, page: number, read: () => Uint8Array): Uint8Array {
    const key = file * 0x1000000 + page
    const known = this.pages.get(key)
    if (known) {
      // The last use counts, but moving on every use would cost more than it gives.
      if (this.pages.size > this.most * 0.9) {
        this.pages.delete(key)
        this.pages.set(key, known)
      }
      return known
    }
    const bytes = read()
    this.pages.set(key, bytes)
    if (this.pages.size > this.most)
      for (const oldest of this.pages.keys()) {
        this.pages.delete(oldest)
        break
      }
    return bytes
  }

  forget(file: number): void {
    for (const key of this.pages.keys()) if (Math.floor(key / 0x1000000) === file) this.pages.delete(key)
  }
}

/** Reads parts of a paged file; what it gives has been checked. */
export class PagedReader {
  readonly footer: unknown
  private readonly checks: Uint32Array
  private readonly checked: Uint8Array
  private readonly body: number
  private readonly number: number

  /** Errors: `IndexDamage` for a file that is cut or changed in its last part; errors of the file system. */
  constructor(
    private readonly file: ReadableFile,
    private readonly cache: PageCache,
  ) {
    this.number = cache.newFile()
    const trailer = new DataView(this.bytesAt(file.size - TRAILER, TRAILER).buffer)
    for (const [i, letter] of [...MAGIC].entries())
      if (trailer.getUint8(16 + i) !== letter.charCodeAt(0)) throw new IndexDamage('no index file')
    const length = trailer.getUint32(0, true)
    const pages = trailer.getUint32(4, true)
    const rest = trailer.getUint32(12, true)
    this.body = rest === 0 ? pages * PAGE : (pages - 1) * PAGE + rest
    if (this.body + pages * 4 + length + TRAILER !== file.size) throw new IndexDamage('index file cut')
    const checks = this.bytesAt(this.body, pages * 4)
    const text = this.bytesAt(this.body + pages * 4, length)
    if (crc32(text, crc32(checks)) !== trailer.getUint32(8, true)) throw new IndexDamage('index file changed')
    this.checks = new Uint32Array(checks.buffer, checks.byteOffset, pages)
    this.checked = new Uint8Array(pages)
    this.footer = JSON.parse(new TextDecoder().decode(text))
  }

  /** Bytes of the body, not to be changed. Errors: `IndexDamage`. */
  read(offset: number, length: number): Uint8Array {
    if (length === 0) return new Uint8Array(0)
    if (offset < 0 || offset + length > this.body) throw new IndexDamage('place outside the index file')
    const first = Math.floor(offset / PAGE)
    const last = Math.floor((offset + length - 1) / PAGE)
    if (first === last)
      return this.page(first).subarray(offset - first * PAGE, offset - first * PAGE + length)
    if (last - first >= FEW_PAGES) {
      const from = first * PAGE
      const bytes = this.bytesAt(from, Math.min((last + 1) * PAGE, this.body) - from)
      for (let page = first; page <= last; page += 1)
        this.check(page, bytes.subarray(page * PAGE - from, page * PAGE - from + PAGE))
      return bytes.subarray(offset - from, offset - from + length)
    }
    const joined = new Uint8Array(length)
    for (let done = 0; done < length;) {
      const at = offset + done
      const page = Math.floor(at / PAGE)
      const part = this.page(page).subarray(at - page * PAGE, at - page * PAGE + length - done)
      joined.set(part, done)
      done += part.length
    }
    return joined
  }

  get size(): number {
    return this.file.size
  }

  close(): void {
    this.cache.forget(this.number)
    this.file.close()
  }

  private page(page: number): Uint8Array {
    return this.cache.get(this.number, page, () => {
      const bytes = this.bytesAt(page * PAGE, Math.min(PAGE, this.body - page * PAGE))
      this.check(page, bytes)
      return bytes
    })
  }

  private check(page: number, bytes: Uint8Array): void {
    if (this.checked[page] === 1) return
    if (crc32(bytes) !== this.checks[page]) throw new IndexDamage('page of the index changed')
    this.checked[page] = 1
  }

  private bytesAt(position: number, length: number): Uint8Array {
    if (position < 0) throw new IndexDamage('index file cut')
    const bytes = new Uint8Array(length)
    if (this.file.read(bytes, position) !== length) throw new IndexDamage('index file cut')
    return bytes
  }
}
