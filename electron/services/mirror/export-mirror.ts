import { join } from 'node:path'
import { attachmentFolder, settingsName } from '../../../shared/documents/mirror/file-names'
import { writeMirrorFile } from '../../../shared/documents/mirror/mirror-file'
import { writeSettingsFile } from '../../../shared/documents/mirror/settings-file'
import { recordTypeOfId, recordTypes } from '../../../shared/ids'
import { inMirror } from '../../../shared/domain/private-blocks'
import type { AttachmentRef } from '../../../shared/records/define-record'
import { fail, ok, type Result } from '../../../shared/result'
import type { WorkOptions } from '../exports-service'
import { attempt, isMissing, type ArchiveFiles, type OpenFile } from '../store/archive-files'
import { digestOf } from '../store/envelope'
import { ensureFolder } from '../store/durable-adapter'
import { inParallel } from '../store/keyed-queue'
import { isSystemName } from '../store/layout'
import type { ArchiveReader } from '../store/store-types'
import { copyAttachment } from './attachments'
import { mirrorNames, readLog, readManifest, removeFile, settingsId, writeManifest } from './manifest'
import { writeWholeFile, type Manifest, type MirrorEntry } from './manifest'
import { linksAt, placesOf, type Places } from './places'
import { mirrorReadme } from './readme'
import { hashOfFile, scanMirror } from './scan'

/** Files written at a time. */
const width = 8

export interface ExportedMirror {
  records: number
  attachments: number
  /** Records that could not be read, and attachments that are not there: they are not in the mirror. */
  left: number
}

/** What may be replaced: for each path the hashes of everything that we ever wrote there. */
type Known = Map<string, Set<string>>

async function isEmpty(files: ArchiveFiles, folder: string): Promise<boolean> {
  try {
    return (await files.readdir(folder)).every(({ name }) => isSystemName(name))
  } catch (error) {
    if (isMissing(error)) return true
    throw error
  }
}

/** True when the folder may be exported to: it is missing or empty, or holds a mirror of this archive. */
export async function isMirrorOf(files: ArchiveFiles, folder: string, archiveId: string): Promise<boolean> {
  const manifest = await readManifest(files, folder)
  return manifest ? manifest.archive.id === archiveId : isEmpty(files, folder)
}

/** What stands in the folder already. Errors: `not-empty`, `mirror-edited` (params.count). */
async function lookAt(
  files: ArchiveFiles,
  folder: string,
  archiveId: string,
): Promise<Result<Manifest | undefined>> {
  if (!(await isMirrorOf(files, folder, archiveId))) return fail('not-empty')
  const manifest = await readManifest(files, folder)
  if (!manifest) return ok(undefined)
  const known = knownOf(manifest, await readLog(files, folder))
  let edited = 0
  for (const file of await scanMirror(files, folder)) {
    const hashes = known.get(file.path)
    if (!hashes?.has(await hashOfFile(files, join(folder, file.path)))) edited += 1
  }
  return edited > 0 ? fail('mirror-edited', { count: edited }) : ok(manifest)
}

function knownOf(manifest: Manifest, log: readonly { path: string; file: string }[]): Known {
  const known: Known = new Map()
  for (const { path, file } of [...manifest.files, ...log])
    known.set(path, (known.get(path) ?? new Set()).add(file))
  return known
}

/** One run of an export. */
class Export {
  private readonly entries: MirrorEntry[] = []
  private readonly attachments = new Map<string, AttachmentRef>()
  private readonly ids: Map<string, string>
  private left = 0

  constructor(
    private readonly store: ArchiveReader,
    private readonly files: ArchiveFiles,
    private readonly folder: string,
    private readonly places: Places,
    private readonly before: ReadonlyMap<string, string>,
    private readonly log: OpenFile,
  ) {
    this.ids = new Map([...places.paths.entries()].map(([id, path]) => [path, id]))
  }

  private async put(path: string, id: string, record: string, text: string): Promise<void> {
    const bytes = Buffer.from(text)
    const file = digestOf(bytes)
    const name = this.places.names.get(id)
    this.entries.push({ path, id, ...(name === undefined ? {} : { name }), record, file })
    const target = join(this.folder, path)
    // What stands there already as it should is left alone: exports again are quick.
    if (this.before.get(path) === file && (await hashOfFile(this.files, target)) === file) return
    await this.log.write(Buffer.from(`${JSON.stringify({ path, file })}\n`))
    await writeWholeFile(this.files, target, bytes)
  }

  private async record(id: string): Promise<void> {
    const type = recordTypeOfId(id)
    const path = this.places.paths.get(id)
    const found = type && path !== undefined ? await this.store.get(id) : undefined
    if (!type || path === undefined || !found?.ok) {
      this.left += 1
      return
    }
    const { record, hash } = found.value
    for (const ref of 'attachments' in record ? record.attachments : [])
      this.attachments.set(ref.sha256 + ref.ext, ref)
    const links = linksAt(path, {
      pathOf: (other) => this.places.paths.get(other),
      nameOf: (other) => this.places.names.get(other),
      idAt: (other) => this.ids.get(other),
      ownerOf: (part) => this.store.ownerOf(part),
    })
    await this.put(path, id, hash, writeMirrorFile(type, inMirror(record), links))
  }

  /** Writes all files. Errors: `cancelled`; `DiskError` rises. */
  async run({
    signal,
    report,
  }: WorkOptions): Promise<Result<{ entries: MirrorEntry[]; done: ExportedMirror }>> {
    const ids = recordTypes.flatMap((type) => this.store.ids(type))
    let done = 0
    await inParallel(ids, width, async (id) => {
      if (signal?.aborted) return
      await this.record(id)
      done += 1
      if (done % 20 === 0) report?.(done, ids.length)
    })
    const office = await this.store.settings()
    if (!office.ok) return office
    const { settings, hash } = office.value
    if (settings.logo) this.attachments.set(settings.logo.sha256 + settings.logo.ext, settings.logo)
    await this.put(settingsName, settingsId, hash, writeSettingsFile(settings))
    let copied = 0
    for (const ref of this.attachments.values()) {
      if (signal?.aborted) break
      if (
        await copyAttachment(
          this.files,
          this.store.attachmentPath(ref),
          join(this.folder, attachmentFolder),
          ref,
        )
      )
        copied += 1
      else this.left += 1
    }
    if (signal?.aborted) return fail('cancelled')
    const records = this.entries.length - 1
    return ok({ entries: this.entries, done: { records, attachments: copied, left: this.left } })
  }
}

/**
 * Writes the whole archive into a folder as Markdown files, with a list (`tutanak.json`) that lets changes be brought
 * back. The secretary's own notes are not in it (an import leaves them where they are). A folder that holds a mirror of this archive is brought up to date; nothing that somebody else wrote is replaced.
 * Errors: `not-empty` (other things are there), `mirror-edited` (params.count), `cancelled`, disk codes.
 */
export function exportMirror(
  store: ArchiveReader,
  files: ArchiveFiles,
  folder: string,
  now: Date,
  work: WorkOptions = {},
): Promise<Result<ExportedMirror>> {
  return attempt(async () => {
    // Lists that are still being built would make a part pass for the whole.
    if (!store.listsReady) return fail('lists-not-ready')
    const looked = await lookAt(files, folder, store.id)
    if (!looked.ok) return looked
    const old = looked.value
    await ensureFolder(files, folder)
    const before = new Map((old?.files ?? []).map(({ path, file }) => [path, file]))
    const head = {
      format: 'tutanak-mirror' as const,
      version: 1 as const,
      archive: { id: store.id, name: store.name },
      exportedAt: now.toISOString(),
    }
    // Says what is ours before the first file is written, so that an export cut short can be taken up again.
    await writeManifest(files, folder, { ...head, complete: false, files: old?.files ?? [] })
    const log = await files.openAppend(join(folder, mirrorNames.log))
    try {
      const places = await placesOf(store)
      const written = await new Export(store, files, folder, places, before, log).run(work)
      if (!written.ok) return written
      const { entries, done } = written.value
      const current = new Set(entries.map(({ path }) => path))
      for (const path of before.keys()) if (!current.has(path)) await removeFile(files, join(folder, path))
      await writeWholeFile(files, join(folder, mirrorNames.readme), Buffer.from(mirrorReadme(store.name)))
      const inOrder = [...entries].sort((a, b) => (a.path < b.path ? -1 : 1))
      await writeManifest(files, folder, { ...head, complete: true, files: inOrder })
      return ok(done)
    } finally {
      await log.close()
      if ((await readManifest(files, folder))?.complete)
        await removeFile(files, join(folder, mirrorNames.log))
    }
  })
}
