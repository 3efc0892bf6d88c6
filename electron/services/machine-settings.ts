import { Low } from 'lowdb'
import path from 'node:path'
import { z } from 'zod'
import { MachineSettings } from '../../shared/contract/app-contract'
import { KeptSearches, changeKept, type KeptChange } from '../../shared/domain/kept-searches'
import type { Result } from '../../shared/result'
import { BackupPlan } from './backup/plan'
import { ensureFolder, readTextIfThere, writeWhole } from './local-files'

const Recent = z.object({ key: z.string(), id: z.string(), name: z.string(), path: z.string() })

/** Everything kept for this computer and user, in one file of the per-machine folder. */
const MachineFile = z.object({
  settings: MachineSettings.default(MachineSettings.parse({})),
  recent: z.array(Recent).default([]),
  /** The archive to open at start; cleared by *Arşivi kapat*. */
  last: z.string().optional(),
  /** Where and how each archive is backed up, by the archive's id. */
  backups: z.record(z.string(), BackupPlan).default({}),
  /** Recent and saved searches, by archive. */
  searches: z.record(z.string(), KeptSearches).default({}).catch({}),
})
type MachineFile = z.infer<typeof MachineFile>
export type Recent = z.infer<typeof Recent>

const mostRecent = 8

/**
 * Settings and recent archives of this computer, behind lowdb over an atomic write.
 * A damaged file falls back to the defaults: nothing in it is a record.
 */
export class MachineStore {
  private constructor(private readonly low: Low<MachineFile>) {}

  /** Opens `<folder>/machine.json`. */
  static async open(folder: string): Promise<MachineStore> {
    await ensureFolder(folder)
    const file = path.join(folder, 'machine.json')
    const low = new Low<MachineFile>(
      {
        async read() {
          const text = await readTextIfThere(file)
          if (text === undefined) return null
          try {
            return MachineFile.parse(JSON.parse(text))
          } catch {
            return null
          }
        },
        async write(data) {
          const written: Result<void> = await writeWhole(file, JSON.stringify(data, null, 2))
          if (!written.ok) throw new Error(`machine settings: ${written.error.code}`)
        },
      },
      MachineFile.parse({}),
    )
    await low.read()
    return new MachineStore(low)
  }

  get settings(): MachineSettings {
    return this.low.data.settings
  }

  get recent(): readonly Recent[] {
    return this.low.data.recent
  }

  get lastPath(): string | undefined {
    return this.low.data.last
  }

  /** How an archive is backed up on this computer. */
  backupPlan(archiveId: string): BackupPlan {
    return this.low.data.backups[archiveId] ?? BackupPlan.parse({})
  }

  /** Changes how an archive is backed up; `undefined` clears. */
  async saveBackupPlan(
    archiveId: string,
    change: { [K in keyof BackupPlan]?: BackupPlan[K] | undefined },
  ): Promise<void> {
    await this.low.update((data) => {
      data.backups[archiveId] = BackupPlan.parse({ ...this.backupPlan(archiveId), ...change })
    })
  }

  /** Sets some settings and writes them. */
  async saveSettings(change: Partial<MachineSettings>): Promise<MachineSettings> {
    await this.low.update((data) => {
      data.settings = { ...data.settings, ...change }
    })
    return this.settings
  }

  /** Puts an archive on top of the recent list and makes it the one that opens at start. */
  async remember(archive: Recent): Promise<void> {
    await this.low.update((data) => {
      data.recent = [archive, ...data.recent.filter((old) => old.key !== archive.key)].slice(0, mostRecent)
      data.last = archive.path
    })
  }

  /** Takes an archive off the list; its folder stays untouched. */
  async forget(key: string): Promise<void> {
    await this.low.update((data) => {
      data.recent = data.recent.filter((old) => old.key !== key)
    })
  }

  /** Recent and saved searches of an archive. */
  searchesOf(archiveId: string): KeptSearches {
    return this.low.data.searches[archiveId] ?? KeptSearches.parse({})
  }

  /** Changes the searches of an archive and writes them. */
  async changeSearches(archiveId: string, change: KeptChange): Promise<KeptSearches> {
    const changed = changeKept(this.searchesOf(archiveId), change)
    await this.low.update((data) => {
      data.searches[archiveId] = changed
    })
    return changed
  }

  /** After *Arşivi kapat* the next start shows the home page. */
  async forgetLast(): Promise<void> {
    await this.low.update((data) => {
      delete data.last
    })
  }
}
