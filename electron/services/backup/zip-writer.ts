import { Readable } from 'node:stream'
import { ZipFile } from 'yazl'
import type { OpenFile } from '../store/archive-files'

/** Files are handed over in bundles of so many bytes or files: memory holds one at a time, and nobody waits long for it. */
const bundleBytes = 512 * 1024
const bundleFiles = 24

/** A file to be put into a zip. */
export interface ZipInput {
  name: string
  bytes: Uint8Array
}

function readable(bytes: Uint8Array): Readable {
  return bytes.length > 0 ? Readable.from([bytes]) : Readable.from([])
}

/** Adds a bundle; resolves when all of it but the last file has been written out. */
function addBundle(zip: ZipFile, bundle: readonly ZipInput[], mtime: Date): Promise<void> {
  const last = bundle.at(-1)
  for (const { name, bytes } of bundle.slice(0, -1)) {
    zip.addBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), name, { mtime })
  }
  if (!last) return Promise.resolve()
  return new Promise((done) => {
    // Asked for only when everything before it is out: that is the sign for the next bundle.
    zip.addReadStreamLazy(last.name, { mtime, size: last.bytes.length }, (take) => {
      take(null, readable(last.bytes))
      done()
    })
  })
}

/** How a zip is written. `comment`: asked for at the end; ASCII, other programs show it as the zip's comment. */
export interface ZipOptions {
  mtime: Date
  zip64?: boolean
  comment?: () => string
}

async function feed(zip: ZipFile, inputs: AsyncIterable<ZipInput>, options: ZipOptions): Promise<void> {
  const { mtime, zip64 = false, comment = () => '' } = options
  let bundle: ZipInput[] = []
  let bytes = 0
  for await (const input of inputs) {
    bundle.push(input)
    bytes += input.bytes.length
    if (bytes < bundleBytes && bundle.length < bundleFiles) continue
    await addBundle(zip, bundle, mtime)
    bundle = []
    bytes = 0
  }
  await addBundle(zip, bundle, mtime)
  zip.end({ forceZip64Format: zip64, comment: comment() })
}

/**
 * Writes a zip archive into a file open for writing; Zip64 where numbers or sizes need it (always with `zip64`).
 * What `inputs` or the file throw stops it and rises. Out: bytes written.
 */
export async function writeZip(
  file: OpenFile,
  inputs: AsyncIterable<ZipInput>,
  options: ZipOptions,
): Promise<number> {
  const zip = new ZipFile()
  const output = zip.outputStream as Readable
  // A fault on either side must end the other, or it would wait for ever.
  zip.on('error', (fault: Error) => output.destroy(fault))
  const feeding = feed(zip, inputs, options).catch((fault: unknown) => {
    output.destroy(fault instanceof Error ? fault : new Error(String(fault)))
    throw fault
  })
  feeding.catch(() => undefined)
  let written = 0
  try {
    for await (const chunk of output) {
      const bytes = chunk as Uint8Array
      await file.write(bytes)
      written += bytes.length
    }
  } catch (fault) {
    zip.outputStream.unpipe()
    throw fault
  }
  await feeding
  return written
}
