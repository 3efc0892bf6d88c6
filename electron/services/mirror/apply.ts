import { join } from 'node:path'
import { attachmentFolder } from '../../../shared/documents/mirror/file-names'
import { fail, ok, type AppError, type Result } from '../../../shared/result'
import type { OfficeSettings } from '../../../shared/records/office-settings'
import type { AnyRecord } from '../../../shared/records/registry'
import type { WorkOptions } from '../exports-service'
import { attempt, type ArchiveFiles } from '../store/archive-files'
import type { BackupBefore } from '../store/care/upgrade'
import type { ArchiveStore, Operation, Saved } from '../store/store-types'
import { takeAttachment } from './attachments'
import { blocking, stepOf, type MirrorPlan, type PlanEntry } from './plan'
import { refreshMirror } from './refresh'

export interface ApplyOptions extends WorkOptions {
  /** Whose undo list takes the changes; left out = they cannot be undone. */
  window?: string
  /** Also delete the records whose files are gone. */
  deletions?: boolean
  /** Ids that stay as they are. */
  skip?: ReadonlySet<string>
  /** Makes the backup that comes first; what follows cannot be looked through record by record. */
  backupBefore?: BackupBefore
  /** New records of one commit: more at a time would fill the memory, and each commit is one line of the journal. */
  batch?: number
}

export interface AppliedImport {
  created: number
  changed: number
  removed: number
  settings: boolean
  /** The mirror's files could not be brought up to date; the archive was. */
  mirrorStale: boolean
}

const usualBatch = 500

function stampsOf({ revision, createdAt, updatedAt, savedBy, originArchive }: AnyRecord) {
  return { revision, createdAt, updatedAt, savedBy, originArchive }
}

function contentOf(record: AnyRecord): Record<string, unknown> {
  return { ...record }
}

/** The operation of a plan's entry, from its file as it is now. Error: `mirror-changed` when file or archive are no longer as planned. */
async function operationOf(
  store: ArchiveStore,
  plan: MirrorPlan,
  entry: PlanEntry,
): Promise<Result<{ operation: Operation; record?: AnyRecord }>> {
  const changed = fail('mirror-changed', { file: entry.path })
  if (entry.kind === 'gone')
    return ok({ operation: { kind: 'remove', id: entry.id, basedOn: entry.basedOn } })
  const file = plan.folder.fileAt(entry.path)
  const read = file && (await plan.folder.read(file))
  if (!file || !read?.ok || read.hash !== entry.file) return changed
  const step = await stepOf(store, plan.folder, file, read)
  if (!step.ok) return step
  if (step.value?.entry.kind !== entry.kind || step.value.entry.basedOn !== entry.basedOn) return changed
  const { record } = step.value
  if (entry.basedOn === '') {
    const stamps = read.own ? { stamps: stampsOf(record) } : {}
    const fields = { ...contentOf(record), id: record.id }
    return ok({ operation: { kind: 'create', type: entry.type, fields, ...stamps }, record })
  }
  const { id, basedOn } = entry
  return ok({
    operation: { kind: 'change', id, basedOn, change: (_now, base) => (base ? changed : ok(record)) },
    record,
  })
}

class Applying {
  readonly saved: Saved[] = []
  /** Records of commits that stand, in case that a later one fails. */
  private readonly made: string[] = []
  private office: { before: OfficeSettings; hash: string } | undefined

  constructor(
    private readonly store: ArchiveStore,
    private readonly files: ArchiveFiles,
    private readonly plan: MirrorPlan,
    private readonly options: ApplyOptions,
  ) {}

  private async prepared(entries: readonly PlanEntry[]): Promise<Result<Operation[]>> {
    const operations: Operation[] = []
    for (const entry of entries) {
      if (this.options.signal?.aborted) return fail('cancelled')
      const one = await operationOf(this.store, this.plan, entry)
      if (!one.ok) return one
      const { operation, record } = one.value
      for (const ref of record && 'attachments' in record ? record.attachments : []) {
        const folder = join(this.plan.folder.root, attachmentFolder)
        const taken = await takeAttachment(this.files, this.store, folder, ref)
        if (!taken.ok) return taken
      }
      operations.push(operation)
    }
    return ok(operations)
  }

  private async commit(entries: readonly PlanEntry[]): Promise<Result<void>> {
    const operations = await this.prepared(entries)
    if (!operations.ok) return operations
    if (operations.value.length === 0) return ok(undefined)
    const { window } = this.options
    const done = await this.store.commitMany(operations.value, {
      // What it replaces is kept in the history first.
      why: 'import',
      ...(window === undefined ? {} : { window }),
    })
    if (!done.ok) return done
    // Only a mirror of this archive is written again; a whole archive that comes back need not stay in memory.
    if (this.plan.own)
      this.saved.push(...done.value.filter((_, index) => operations.value[index]?.kind !== 'remove'))
    for (const operation of operations.value) {
      if (operation.kind === 'create' && operation.fields.id) this.made.push(operation.fields.id)
    }
    return ok(undefined)
  }

  /** What was made in earlier commits goes again; it was new, so nothing is lost. The settings are put back. */
  private async takeBack(error: AppError): Promise<{ ok: false; error: AppError }> {
    const ids = this.made.splice(0)
    for (let at = 0; at < ids.length; at += usualBatch) {
      await this.store.commitMany(ids.slice(at, at + usualBatch).map((id) => ({ kind: 'remove', id })))
    }
    if (this.office) await this.store.saveSettings(this.office.before, this.office.hash)
    return { ok: false, error }
  }

  /** The settings come first: they can be put back, while changed records stand once they are written. */
  private async settings(): Promise<Result<void>> {
    const { settings } = this.plan
    if (!settings) return ok(undefined)
    const before = await this.store.settings()
    if (!before.ok) return before
    const kept = await this.store.saveSettings(settings.settings, settings.basedOn)
    if (!kept.ok) return kept
    this.office = { before: before.value.settings, hash: kept.value.hash }
    return ok(undefined)
  }

  /** Writes all: in one commit, or, when very many records are new, those first in several. */
  async run(entries: readonly PlanEntry[]): Promise<Result<void>> {
    const fresh = entries.filter(({ basedOn }) => basedOn === '')
    const rest = entries.filter(({ basedOn }) => basedOn !== '')
    const groups: PlanEntry[][] = []
    const { batch = usualBatch } = this.options
    if (fresh.length <= batch) groups.push([...fresh, ...rest])
    else {
      for (let at = 0; at < fresh.length; at += batch) groups.push(fresh.slice(at, at + batch))
      groups.push(rest)
    }
    const office = await this.settings()
    if (!office.ok) return office
    let done = 0
    for (const group of groups) {
      this.options.report?.(done, entries.length)
      const committed = await this.commit(group)
      if (!committed.ok) return this.takeBack(committed.error)
      done += group.length
    }
    return ok(undefined)
  }
}

/** The entries that are to be carried out. */
export function chosen(plan: MirrorPlan, { deletions = false, skip }: ApplyOptions): PlanEntry[] {
  return plan.entries.filter(
    ({ id, kind, held }) => !skip?.has(id) && (kind !== 'gone' || (deletions && held === undefined)),
  )
}

/**
 * Carries out a plan: all or nothing, undoable as one change (when no more than 500 records are new). The mirror's files
 * that were brought back are written again, with the ids of what was typed by hand.
 * Errors: `mirror-faulty` (params.count), `mirror-changed` (params.file), `cancelled`, those of the backup and of writing.
 */
export function applyImport(
  store: ArchiveStore,
  files: ArchiveFiles,
  plan: MirrorPlan,
  options: ApplyOptions = {},
): Promise<Result<AppliedImport>> {
  return attempt(async () => {
    const faulty = blocking(plan.problems)
    if (faulty.length > 0) return fail('mirror-faulty', { count: faulty.length })
    const entries = chosen(plan, options)
    if (entries.length > 0 || plan.settings) {
      const safe = await options.backupBefore?.('import')
      if (safe && !safe.ok) return safe
    }
    const applying = new Applying(store, files, plan, options)
    const done = await applying.run(entries)
    if (!done.ok) return done
    const mirrorStale = plan.own && !(await refreshMirror(store, files, plan, entries, applying.saved))
    const count = (kinds: readonly string[]) => entries.filter(({ kind }) => kinds.includes(kind)).length
    return ok({
      created: count(['new', 'back']),
      changed: count(['changed', 'merged']),
      removed: count(['gone']),
      settings: plan.settings !== undefined,
      mirrorStale,
    })
  })
}
