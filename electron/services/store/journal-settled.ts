import { join } from 'node:path'
import { DiskError, type ArchiveFiles } from './archive-files'
import { DurableAdapter } from './durable-adapter'

/**
 * The number up to which everything is in the files, once more in a file beside the journal: damage takes the end of a
 * journal first, and with it the remark that says so.
 */
function settledFile(files: ArchiveFiles, folder: string): DurableAdapter<unknown> {
  const form = {
    parse: (bytes: Uint8Array): unknown => JSON.parse(Buffer.from(bytes).toString('utf8')),
    stringify: (content: unknown) => Buffer.from(`${JSON.stringify(content)}\n`),
  }
  return new DurableAdapter(files, join(folder, 'settled.json'), form)
}

/** The number said last; 0 when there is none or it cannot be read as one. Errors: `DiskError`. */
export async function readSettled(files: ArchiveFiles, folder: string): Promise<number> {
  try {
    const found = await settledFile(files, folder).read()
    const seq = found !== null && typeof found === 'object' && 'seq' in found ? found.seq : 0
    return typeof seq === 'number' && Number.isSafeInteger(seq) && seq > 0 ? seq : 0
  } catch (error) {
    if (error instanceof SyntaxError) return 0
    throw error
  }
}

/** Says it. That the disk does not take it is no harm: the journal says so too. */
export async function writeSettled(files: ArchiveFiles, folder: string, seq: number): Promise<void> {
  await settledFile(files, folder)
    .write({ seq })
    .catch((error: unknown) => {
      if (!(error instanceof DiskError)) throw error
    })
}
