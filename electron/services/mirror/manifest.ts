import { join } from 'node:path'
import { z } from 'zod'
import { DiskError, isMissing, type ArchiveFiles } from '../store/archive-files'
import { DurableAdapter } from '../store/durable-adapter'

/** A file of the mirror as it was written: which record it shows, in which version, and the hash of its bytes. */
const MirrorEntry = z.object({
  path: z.string().min(1).max(1_000),
  id: z.string().min(1).max(100),
  /** Name under which other files show it. */
  name: z.string().optional(),
  record: z.string(),
  file: z.string(),
})
export type MirrorEntry = z.infer<typeof MirrorEntry>

const Manifest = z.object({
  format: z.literal('tutanak-mirror'),
  version: z.literal(1),
  archive: z.object({ id: z.string(), name: z.string() }),
  exportedAt: z.string(),
  /** False while an export is under way: then some files are of this export and some of the one before. */
  complete: z.boolean(),
  files: z.array(MirrorEntry),
})
export type Manifest = z.infer<typeof Manifest>

/** Names in the mirror's folder that are no records. */
export const mirrorNames = {
  manifest: 'tutanak.json',
  log: '.tutanak-export.jsonl',
  readme: 'OKUBENİ.txt',
} as const

/** The id that stands for the office's settings. */
export const settingsId = 'settings'

async function textOf(files: ArchiveFiles, path: string): Promise<string | undefined> {
  try {
    return new TextDecoder().decode(await files.readFile(path))
  } catch (error) {
    if (isMissing(error)) return undefined
    throw error
  }
}

/** Reads the list of a mirror; undefined when there is none or it is no list of ours. Errors: `DiskError`. */
export async function readManifest(files: ArchiveFiles, folder: string): Promise<Manifest | undefined> {
  const text = await textOf(files, join(folder, mirrorNames.manifest))
  if (text === undefined) return undefined
  try {
    return Manifest.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

const form = {
  parse: (bytes: Uint8Array) => bytes,
  stringify: (bytes: Uint8Array) => bytes,
}

/** Writes a file of the mirror so that it is whole or not there. Errors: `DiskError`. */
export async function writeWholeFile(files: ArchiveFiles, path: string, bytes: Uint8Array): Promise<void> {
  await new DurableAdapter<Uint8Array>(files, path, form).write(bytes)
}

/** Writes the list, one file a line. Errors: `DiskError`. */
export async function writeManifest(files: ArchiveFiles, folder: string, manifest: Manifest): Promise<void> {
  const { files: entries, ...head } = manifest
  const rows = entries.map((entry) => `  ${JSON.stringify(entry)}`).join(',\n')
  const top = JSON.stringify(head, null, 1).replace(/\n\}$/, '')
  const text = `${top},\n "files": [\n${rows}\n ]\n}\n`
  await writeWholeFile(files, join(folder, mirrorNames.manifest), Buffer.from(text))
}

const LogLine = z.object({ path: z.string(), file: z.string() })

/** What an export that was cut short had begun to write. Errors: `DiskError`. */
export async function readLog(
  files: ArchiveFiles,
  folder: string,
): Promise<{ path: string; file: string }[]> {
  const text = await textOf(files, join(folder, mirrorNames.log))
  return (text ?? '').split('\n').flatMap((line) => {
    try {
      return LogLine.safeParse(JSON.parse(line)).data ?? []
    } catch {
      return []
    }
  })
}

/** Removes a file if it is there. Errors: `DiskError`. */
export async function removeFile(files: ArchiveFiles, path: string): Promise<void> {
  try {
    await files.unlink(path)
  } catch (error) {
    if (!(error instanceof DiskError) || !isMissing(error)) throw error
  }
}
