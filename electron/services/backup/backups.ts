import { join } from 'node:path'
import type { BackupRef, BackupState } from '../../../shared/contract/backup-contract'
import type { BackupReason } from '../../../shared/domain/backup-rotation'
import { fail, ok, type Result } from '../../../shared/result'
import { ensureFolder, exists } from '../local-files'
import type { MachineStore } from '../machine-settings'
import { shownFolder } from '../shown-folder'
import type { ArchiveStore } from '../store/store-types'
import { isGood, lossSince, rotateFolder } from './after-backup'
import { TargetFault, attemptBackup, isInside, type BackupWork } from './faults'
import { BackupShelf, timeOf, type FoundBackup } from './list-backups'
import { makeBackup, type BackupMaker, type MadeBackup } from './make-backup'
import { folderNameOf, idIn } from './names'
import { openBackup } from './open-backup'
import type { BackupPlan } from './plan'
import { WorkTurns, type TurnKind } from './work-turns'

/** Folder beside the documents that holds the backups of all archives. */
const usualParent = 'Tutanak Yedekleri'
const staleMs = 7 * 86_400_000

export interface BackupsPorts {
  /** The open archive. */
  store: () => ArchiveStore | undefined
  documents: string
  settings: MachineStore
  maker: BackupMaker
  onProgress: (kind: TurnKind, done: number, total: number, finished: boolean) => void
  /** The list, the plan or a warning is another. */
  onChanged: () => void
}

/** The backups of the open archive on this computer: where, when, which, and making them. */
export class Backups {
  readonly turns: WorkTurns
  readonly shelf: BackupShelf

  constructor(private readonly ports: BackupsPorts) {
    this.turns = new WorkTurns(ports.onProgress)
    this.shelf = new BackupShelf(ports.maker.files)
  }

  /** The open archive, or the error `no-archive`. */
  archive(): Result<ArchiveStore> {
    const store = this.ports.store()
    return store ? ok(store) : fail('no-archive')
  }

  plan(store: ArchiveStore): BackupPlan {
    return this.ports.settings.backupPlan(store.id)
  }

  /** The folder of an archive's backups. */
  folderOf(store: ArchiveStore): string {
    const { folder } = this.plan(store)
    return folder ?? join(this.ports.documents, usualParent, folderNameOf(store.name))
  }

  async save(store: ArchiveStore, change: Parameters<MachineStore['saveBackupPlan']>[1]): Promise<void> {
    await this.ports.settings.saveBackupPlan(store.id, change)
    this.ports.onChanged()
  }

  /** Where backups go from now on; undefined: the usual folder. Error: `backup-inside-archive`. */
  async choose(store: ArchiveStore, folder: string | undefined): Promise<Result<void>> {
    if (folder !== undefined && isInside(store.path, folder)) return fail('backup-inside-archive')
    await this.save(store, { folder, failure: undefined })
    return ok(undefined)
  }

  /** All backups in the archive's folder; undefined when it cannot be reached. */
  async found(store: ArchiveStore): Promise<FoundBackup[] | undefined> {
    try {
      return await this.shelf.list(this.folderOf(store), store)
    } catch (fault) {
      if (fault instanceof TargetFault) return undefined
      throw fault
    }
  }

  /** What the window shows of backups. */
  async state(store: ArchiveStore): Promise<BackupState> {
    const plan = this.plan(store)
    const folder = this.folderOf(store)
    const found = await this.found(store)
    const good = found?.find((one) => one.own && isGood(one, plan))
    const lastGoodAt = good ? timeOf(good) : plan.lastGood?.at
    const chosen = plan.folder !== undefined
    // The usual folder is made by the first backup.
    const reachable = found !== undefined || (!chosen && plan.lastGood === undefined)
    const warning = this.warningOf(store, plan, reachable, lastGoodAt)
    return {
      folder: shownFolder(folder),
      chosen,
      reachable,
      automatic: plan.automatic,
      capBytes: plan.capBytes,
      running: this.turns.busy,
      ...(lastGoodAt ? { lastGoodAt } : {}),
      ...(plan.failure ? { failure: plan.failure } : {}),
      ...(plan.loss ? { loss: plan.loss } : {}),
      ...(warning ? { warning } : {}),
      backups: (found ?? []).map((one) => refOf(one, plan)),
    }
  }

  private warningOf(
    store: ArchiveStore,
    plan: BackupPlan,
    reachable: boolean,
    lastGoodAt: string | undefined,
  ): BackupState['warning'] {
    if (plan.loss) return 'loss'
    if (store.readOnly) return undefined
    if (!reachable) return 'missing'
    if (plan.failure) return 'failed'
    const age = lastGoodAt ? this.ports.maker.clock().getTime() - Date.parse(lastGoodAt) : 0
    return age > staleMs ? 'stale' : undefined
  }

  /** Makes a backup now, unless one is being made. Errors: `backup-busy`, `archive-locked`, those of `makeBackup`. */
  now(reason: BackupReason = 'manual'): Promise<Result<BackupRef>> {
    if (this.turns.busy) return Promise.resolve(fail('backup-busy'))
    return this.turns.run('backup', (work) => this.make(reason, work))
  }

  /**
   * Makes a backup before something that changes much at once, after any work that is running. The caller goes on only
   * when it answers well, or when the user says so. Errors as {@link now}, without `backup-busy`.
   */
  backupBefore(reason: 'upgrade' | 'import' | 'restore'): Promise<Result<BackupRef>> {
    return this.turns.run('backup', (work) => this.make(reason, work))
  }

  /** One backup with all that follows it, in a turn of {@link turns}. `spare`: a backup that must not be rotated away. */
  async make(reason: BackupReason, work: BackupWork, spare?: string): Promise<Result<BackupRef>> {
    const archive = this.archive()
    if (!archive.ok) return archive
    const store = archive.value
    const { holder } = store
    // Who writes makes the backups; a reader could not tell a half-done change from a whole one.
    if (holder) return fail('archive-locked', { holder: `${holder.owner} (${holder.machine})` })
    const made = await this.write(store, reason, work)
    if (made.ok) return this.follow(store, made.value, work, spare)
    if (made.error.code !== 'cancelled') {
      const at = this.ports.maker.clock().toISOString()
      await this.save(store, { failure: { at, code: made.error.code } })
    }
    return made
  }

  private async write(
    store: ArchiveStore,
    reason: BackupReason,
    work: BackupWork,
  ): Promise<Result<MadeBackup>> {
    const target = this.folderOf(store)
    const { folder } = this.plan(store)
    // A chosen folder that is missing is a stick that is not plugged in: never made on the disk beneath.
    if (folder === undefined && !(await exists(target))) {
      const made = await attemptBackup(work.signal, '', async () => ok(await ensureFolder(target)))
      if (!made.ok) return made
    }
    return makeBackup(store, target, reason, this.ports.maker, work)
  }

  /** After a good backup: compared with the one before, then rotated. */
  private async follow(
    store: ArchiveStore,
    made: MadeBackup,
    work: BackupWork,
    spare: string | undefined,
  ): Promise<Result<BackupRef>> {
    const { clock, files } = this.ports.maker
    const folder = this.folderOf(store)
    const at = clock().toISOString()
    const followed = await attemptBackup(work.signal, made.name, async () => {
      const plan = this.plan(store)
      const found = await this.shelf.list(folder, store)
      const compared = await lossSince(folder, found, made, plan)
      let { loss } = plan
      if (compared?.loss.sudden) {
        const { gone, emptied, total } = compared.loss
        loss ??= { at, gone, emptied, total }
        await this.save(store, { loss, baseline: compared.baseline })
      }
      // Of a loss nobody has looked at, older backups may be the only witness.
      if (!loss) await rotateFolder(files, folder, found, made, plan, clock(), spare)
      return ok(undefined)
    })
    const plan = this.plan(store)
    const there = new Set((await this.found(store))?.map(({ name }) => name))
    const known = Object.entries(plan.checked).filter(([name]) => there.has(name))
    const checked = { ...Object.fromEntries(known), [made.name]: { at, size: made.size, good: true } }
    await this.save(store, {
      lastGood: { name: made.name, at: made.summary.at },
      failure:
        followed.ok || followed.error.code === 'cancelled' ? undefined : { at, code: followed.error.code },
      checked,
      ...(plan.loss ? {} : { baseline: undefined }),
    })
    const ref = (await this.found(store))?.find(({ name }) => name === made.name)
    return ref ? ok(refOf(ref, plan)) : fail('backup-target-missing')
  }

  /** Notes what a full reading of a backup has found. */
  async noteChecked(store: ArchiveStore, name: string, size: number, good: boolean): Promise<void> {
    if (!good) this.shelf.markDamaged(this.folderOf(store), name)
    const at = this.ports.maker.clock().toISOString()
    await this.save(store, { checked: { ...this.plan(store).checked, [name]: { at, size, good } } })
  }

  /** Which backups still hold any of these records (ids), in place, in the bin or in history. */
  async backupsHolding(ids: readonly string[]): Promise<BackupRef[]> {
    const archive = this.archive()
    if (!archive.ok) return []
    const store = archive.value
    const wanted = new Set(ids)
    const holding: BackupRef[] = []
    for (const one of (await this.found(store)) ?? []) {
      if (!one.own || one.state !== 'good') continue
      const opened = await openBackup(join(this.folderOf(store), one.name)).catch(() => undefined)
      if (!opened?.ok) continue
      const { zip, manifest } = opened.value
      await zip.close()
      const holds = manifest.files.some(({ path }) => {
        const id = idIn(path)
        return id !== undefined && wanted.has(id)
      })
      if (holds) holding.push(refOf(one, this.plan(store)))
    }
    return holding
  }
}

/** A backup as the window sees it. */
export function refOf(one: FoundBackup, plan: BackupPlan): BackupRef {
  const { summary } = one
  return {
    name: one.name,
    at: timeOf(one),
    size: one.size,
    state: one.state === 'good' && !isGood(one, plan) ? 'damaged' : one.state,
    own: one.own,
    ...(summary
      ? {
          archiveName: summary.archive.name,
          reason: summary.reason,
          by: summary.by,
          machine: summary.machine,
          counts: summary.counts,
          attachments: summary.attachments.count,
        }
      : {}),
  }
}
