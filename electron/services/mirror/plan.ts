import { changesBetween, collisionWords, type MirrorChange } from '../../../shared/documents/mirror/changes'
import type { MirrorProblem } from '../../../shared/documents/mirror/fault'
import { attachmentFolder } from '../../../shared/documents/mirror/file-names'
import { readSettingsFile } from '../../../shared/documents/mirror/settings-file'
import { recordWithPrivateOf } from '../../../shared/domain/private-blocks'
import { mergeRecords } from '../../../shared/domain/record-merge'
import { sameValue } from '../../../shared/domain/same-value'
import type { RecordType } from '../../../shared/ids'
import type { OfficeSettings } from '../../../shared/records/office-settings'
import type { AnyRecord } from '../../../shared/records/registry'
import { fail, ok, type Result } from '../../../shared/result'
import type { WorkOptions } from '../exports-service'
import { join } from 'node:path'
import { attempt, type ArchiveFiles } from '../store/archive-files'
import { content, typeOf } from '../store/record-content'
import type { ArchiveStore } from '../store/store-types'
import { attachmentThere } from './attachments'
import { MirrorFolder, type FoundFile } from './folder'
import { readManifest, settingsId } from './manifest'

/**
 * What bringing a file back would do: make a record, change one that the archive has not touched since, join both sides'
 * changes, bring back one that was deleted in the archive, or delete one whose file is gone.
 */
export type PlanKind = 'new' | 'changed' | 'merged' | 'back' | 'gone'

export interface PlanEntry {
  kind: PlanKind
  id: string
  type: RecordType
  title: string
  path: string
  /** Hash of the file's bytes that were read; '' for a file that is gone. */
  file: string
  /** Hash of the archive's version; '' when it has none. */
  basedOn: string
  changes: MirrorChange[]
  /** Where file and archive say different things: the file's words will stand. */
  collisions: MirrorChange[]
  /** Why a record will not be deleted. */
  held?: 'used' | 'changed'
}

export interface PlanProblem {
  path: string
  line: number
  problem: MirrorProblem
  words: string
}

/** Problems that hinder one record only; with any other nothing is brought back. */
const passing = new Set<MirrorProblem>(['missing-attachment', 'unwritable'])

/** The problems that must be mended before anything is brought back. */
export function blocking(problems: readonly PlanProblem[]): PlanProblem[] {
  return problems.filter(({ problem }) => !passing.has(problem))
}

export interface SettingsChange {
  settings: OfficeSettings
  basedOn: string
  changes: MirrorChange[]
}

/** Everything that an import would do, worked out without writing anything. */
export interface MirrorPlan {
  folder: MirrorFolder
  entries: PlanEntry[]
  problems: PlanProblem[]
  /** Files that say what the archive says. */
  unchanged: number
  /** Those of them whose bytes or place are not as they were written: their list is brought up to date. */
  settled: { id: string; path: string; file: string; record: string }[]
  settings?: SettingsChange
  /** The mirror was made of this archive. */
  own: boolean
}

/** A file, the archive's version and what becomes of them; undefined when nothing does. */
export interface Step {
  entry: PlanEntry
  /** The record as it will stand. */
  record: AnyRecord
}

/** The title by which people know a record. */
export function titleOf(record: AnyRecord): string {
  if ('title' in record) return record.title
  return 'name' in record ? record.name : ''
}

/** Most changes of one record that a preview tells. */
const told = 40

/**
 * Works out one file. In: the file as read. Out: what becomes of its record; undefined when archive and file say the same,
 * or the archive alone was changed. Errors: those of reading the record.
 */
export async function stepOf(
  store: ArchiveStore,
  folder: MirrorFolder,
  file: FoundFile,
  read: { type: RecordType; id: string; record: AnyRecord },
): Promise<Result<Step | undefined>> {
  const { type, id } = read
  const written = folder.entryOf(id)
  const head = { id, type, title: titleOf(read.record), path: file.path, file: file.hash, collisions: [] }
  const current = await store.get(id)
  if (!current.ok) {
    if (current.error.code !== 'not-found') return current
    const own = written !== undefined && folder.manifest.archive.id === store.id
    // Deleted in the archive and not touched by hand: it stays deleted.
    if (own && written.file === file.hash) return ok(undefined)
    return ok({
      entry: { ...head, kind: own ? 'back' : 'new', basedOn: '', changes: [] },
      record: read.record,
    })
  }
  const { record: theirs, hash, outside } = current.value
  if (outside) return fail('changed-outside', { id })
  if (written?.file === file.hash) return ok(undefined)
  const sent = written?.record === hash ? theirs : written && (await store.version(id, written.record))
  const mine = recordWithPrivateOf(read.record, theirs, sent)
  if (sameValue(content(mine), content(theirs))) return ok(undefined)
  if (written?.record === hash) {
    const changes = changesBetween(theirs, mine).slice(0, told)
    return ok({ entry: { ...head, kind: 'changed', basedOn: hash, changes }, record: mine })
  }
  const { record, collisions } = mergeRecords(type, sent, mine, theirs)
  if (sameValue(content(record), content(theirs))) return ok(undefined)
  return ok({
    entry: {
      ...head,
      kind: 'merged',
      basedOn: hash,
      changes: changesBetween(theirs, record).slice(0, told),
      collisions: collisions.map(collisionWords).slice(0, told),
    },
    record,
  })
}

class Planning {
  readonly entries: PlanEntry[] = []
  readonly problems: PlanProblem[] = []
  readonly settled: MirrorPlan['settled'] = []
  unchanged = 0
  settings: SettingsChange | undefined

  constructor(
    private readonly store: ArchiveStore,
    private readonly files: ArchiveFiles,
    private readonly folder: MirrorFolder,
  ) {}

  async file(file: FoundFile): Promise<Result<void>> {
    const written = file.id ? this.folder.entryOf(file.id) : undefined
    if (file.id === settingsId) return this.office(file)
    if (written?.file === file.hash && file.id && this.store.hashOf(file.id) !== undefined) {
      this.unchanged += 1
      if (written.path !== file.path) this.settle(file, file.id, written.record)
      return ok(undefined)
    }
    const read = await this.folder.read(file)
    if (!read.ok) {
      const { problem, line, words } = read
      this.problems.push({ path: file.path, problem, line, words })
      return ok(undefined)
    }
    if (read.hash !== file.hash) return fail('mirror-changed', { file: file.path })
    const step = await stepOf(this.store, this.folder, file, read)
    if (!step.ok) {
      // A damaged record stops neither the others nor itself from being mended first.
      this.problems.push({ path: file.path, problem: 'unwritable', line: 1, words: titleOf(read.record) })
      return ok(undefined)
    }
    if (!step.value) {
      this.unchanged += 1
      const record = this.store.hashOf(read.id)
      if (record !== undefined) this.settle(file, read.id, record)
      return ok(undefined)
    }
    this.entries.push(step.value.entry)
    await this.attachments(file.path, step.value.record)
    return ok(undefined)
  }

  private settle(file: FoundFile, id: string, record: string): void {
    this.settled.push({ id, path: file.path, file: file.hash, record })
  }

  private async attachments(path: string, record: AnyRecord): Promise<void> {
    for (const ref of 'attachments' in record ? record.attachments : []) {
      const there = await attachmentThere(
        this.files,
        this.store,
        join(this.folder.root, attachmentFolder),
        ref,
      )
      if (!there) this.problems.push({ path, line: 1, problem: 'missing-attachment', words: ref.name })
    }
  }

  private async office(file: FoundFile): Promise<Result<void>> {
    const written = this.folder.entryOf(settingsId)
    const current = await this.store.settings()
    if (!current.ok) return current
    if (written?.file === file.hash && this.folder.manifest.archive.id === this.store.id) return ok(undefined)
    const { text } = await this.folder.text(file.path)
    const read = text === undefined ? undefined : readSettingsFile(text)
    if (!read?.ok) {
      const { problem = 'encoding', line = 1, words = '' } = read ?? {}
      this.problems.push({ path: file.path, problem, line, words })
    } else if (!sameValue(read.settings, current.value.settings)) {
      const [before, after] = [current.value.settings, read.settings] as unknown as [AnyRecord, AnyRecord]
      this.settings = {
        settings: read.settings,
        basedOn: current.value.hash,
        changes: changesBetween(before, after),
      }
    }
    return ok(undefined)
  }

  /** Records whose files are no longer there: only those of a mirror of this archive can have been deleted by hand. */
  async gone(): Promise<void> {
    if (this.folder.manifest.archive.id !== this.store.id) return
    const here = new Set(this.folder.found.flatMap(({ id }) => id ?? []))
    const missing = this.folder.manifest.files.filter(({ id }) => id !== settingsId && !here.has(id))
    const going = new Set(missing.map(({ id }) => id))
    for (const { id, path, record: written } of missing) {
      const hash = this.store.hashOf(id)
      if (hash === undefined) continue
      const found = await this.store.get(id)
      if (!found.ok) continue
      const used = this.store.usages(id).some((usage) => usage.id !== id && !going.has(usage.id))
      const entry = {
        kind: 'gone' as const,
        id,
        type: typeOf(id),
        title: titleOf(found.value.record),
        path,
        file: '',
      }
      const held = hash !== written ? 'changed' : used ? 'used' : undefined
      this.entries.push({ ...entry, basedOn: hash, changes: [], collisions: [], ...(held ? { held } : {}) })
    }
  }

  /** Two files of one record: nobody can tell which one is meant. */
  twice(): Set<string> {
    const first = new Map<string, string>()
    const paths = new Set<string>()
    for (const { path, id } of this.folder.found) {
      if (!id) continue
      const other = first.get(id)
      if (other === undefined) first.set(id, path)
      else {
        paths.add(path)
        this.problems.push({ path, line: 2, problem: 'same-id', words: other })
      }
    }
    return paths
  }
}

/**
 * Works out what bringing a mirror back would change. Writes nothing.
 * Errors: `mirror-invalid`, `mirror-incomplete`, `mirror-changed` (params.file), `cancelled`, those of reading records, disk codes.
 */
export function planImport(
  store: ArchiveStore,
  files: ArchiveFiles,
  root: string,
  work: WorkOptions = {},
): Promise<Result<MirrorPlan>> {
  return attempt(async () => {
    // Lists that are still being built would make a part pass for the whole.
    if (!store.listsReady) return fail('lists-not-ready')
    const manifest = await readManifest(files, root)
    if (!manifest) return fail('mirror-invalid')
    if (!manifest.complete) return fail('mirror-incomplete')
    const folder = await MirrorFolder.look(files, root, manifest, store, work)
    if (!folder) return fail('cancelled')
    const planning = new Planning(store, files, folder)
    const twice = planning.twice()
    for (const [index, file] of folder.found.entries()) {
      if (work.signal?.aborted) return fail('cancelled')
      if (index % 50 === 0) work.report?.(index, folder.found.length)
      if (twice.has(file.path)) continue
      const done = await planning.file(file)
      if (!done.ok) return done
    }
    await planning.gone()
    const { entries, problems, unchanged, settled, settings } = planning
    const own = manifest.archive.id === store.id
    return ok({ folder, entries, problems, unchanged, settled, own, ...(settings ? { settings } : {}) })
  })
}
