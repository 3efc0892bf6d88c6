import { join } from 'node:path'
import { inMirror } from '../../../shared/domain/private-blocks'
import { writeMirrorFile } from '../../../shared/documents/mirror/mirror-file'
import { writeSettingsFile } from '../../../shared/documents/mirror/settings-file'
import { DiskError, type ArchiveFiles } from '../store/archive-files'
import { digestOf } from '../store/envelope'
import { typeOf } from '../store/record-content'
import type { ArchiveStore, Saved } from '../store/store-types'
import { settingsId, writeManifest, writeWholeFile, type MirrorEntry } from './manifest'
import { titleOf, type MirrorPlan, type PlanEntry } from './plan'
import { hashOfFile } from './scan'

/** The mirror's list while it is brought up to date. */
class Listing {
  readonly entries: Map<string, MirrorEntry>
  private readonly idsByPath = new Map<string, string>()

  constructor(private readonly plan: MirrorPlan) {
    this.entries = new Map(plan.folder.manifest.files.map((entry) => [entry.id, entry]))
    for (const { path, id } of this.entries.values()) this.idsByPath.set(path, id)
  }

  note(id: string, path: string, record: string, file: string): void {
    const known = this.entries.get(id)
    this.entries.set(id, { ...known, id, path, record, file })
    this.idsByPath.set(path, id)
  }

  name(id: string, name: string): void {
    const known = this.entries.get(id)
    if (known?.name !== undefined) this.entries.set(id, { ...known, name })
  }

  list(): MirrorEntry[] {
    return [...this.entries.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
  }

  /** A record's file as it is to be now, with links to where the others lie. */
  render({ id, record }: Saved, path: string): string {
    const links = this.plan.folder.linksOf({ path, hash: '', id })
    return writeMirrorFile(typeOf(id), inMirror(record), {
      path,
      pathOf: (other) => (other === id ? path : (this.entries.get(other)?.path ?? links.pathOf(other))),
      nameOf: (other) => this.entries.get(other)?.name,
      idAt: (other) => this.idsByPath.get(other),
    })
  }
}

async function refresh(
  store: ArchiveStore,
  files: ArchiveFiles,
  plan: MirrorPlan,
  done: readonly PlanEntry[],
  saved: readonly Saved[],
): Promise<void> {
  const { folder } = plan
  const listing = new Listing(plan)
  for (const { id, path, file, record } of plan.settled) listing.note(id, path, record, file)
  for (const { id, kind } of done) if (kind === 'gone') listing.entries.delete(id)
  const byId = new Map(saved.map((one) => [one.id, one]))
  const written = done.flatMap((entry) => {
    const one = byId.get(entry.id)
    return one ? [{ entry, one }] : []
  })
  for (const { entry, one } of written) {
    listing.note(entry.id, entry.path, one.hash, entry.file)
    listing.name(entry.id, titleOf(one.record))
  }
  for (const { entry, one } of written) {
    const target = join(folder.root, entry.path)
    // Saved again by hand since it was read: that version is looked at next time.
    if ((await hashOfFile(files, target)) !== entry.file) continue
    const bytes = Buffer.from(listing.render(one, entry.path))
    const file = digestOf(bytes)
    if (file !== entry.file) await writeWholeFile(files, target, bytes)
    listing.note(entry.id, entry.path, one.hash, file)
  }
  if (plan.settings) {
    const now = await store.settings()
    const place = folder.found.find(({ id }) => id === settingsId)
    if (now.ok && place) {
      const bytes = Buffer.from(writeSettingsFile(now.value.settings))
      await writeWholeFile(files, join(folder.root, place.path), bytes)
      listing.note(settingsId, place.path, now.value.hash, digestOf(bytes))
    }
  }
  await writeManifest(files, folder.root, { ...folder.manifest, files: listing.list() })
}

/**
 * Brings a mirror up to date after an import: files that were brought back are written as the archive has them now (new
 * parts with their ids), and the list tells of them. Out: false when the disk did not let it.
 */
export async function refreshMirror(
  store: ArchiveStore,
  files: ArchiveFiles,
  plan: MirrorPlan,
  done: readonly PlanEntry[],
  saved: readonly Saved[],
): Promise<boolean> {
  try {
    await refresh(store, files, plan, done, saved)
    return true
  } catch (error) {
    if (error instanceof DiskError) return false
    throw error
  }
}
