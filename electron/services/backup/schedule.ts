import type { Result } from '../../../shared/result'
import type { Backups } from './backups'
import type { BackupMaker } from './make-backup'
import { recheckOldest } from './restoring'

/** The first look comes when the window has long been usable, then one every quarter of an hour. */
const firstLookMs = 30_000
const lookEveryMs = 15 * 60_000

const dayOf = (at: Date) => at.toDateString()

/** Makes the backup of the day: at the first opening of a day, and when a day begins while the program is open. */
export class BackupSchedule {
  private first: NodeJS.Timeout | undefined
  private timer: NodeJS.Timeout | undefined
  private tried: string | undefined

  constructor(
    private readonly backups: Backups,
    private readonly ports: { maker: BackupMaker; logFault: (where: string, fault: unknown) => void },
  ) {}

  /** Begins for an archive that has just been opened. */
  begin(): void {
    this.stop()
    this.tried = undefined
    const look = () => void this.look().catch((fault: unknown) => this.ports.logFault('backup', fault))
    this.first = setTimeout(look, firstLookMs)
    this.timer = setInterval(look, lookEveryMs)
    this.first.unref()
    this.timer.unref()
  }

  stop(): void {
    clearTimeout(this.first)
    clearInterval(this.timer)
  }

  /** Makes today's backup if it is due. Out: what came of it, undefined when none was due. */
  async look(): Promise<Result<unknown> | undefined> {
    const archive = this.backups.archive()
    if (!archive.ok) return undefined
    const store = archive.value
    const plan = this.backups.plan(store)
    const now = this.ports.maker.clock()
    if (!plan.automatic || store.readOnly || this.backups.turns.busy) return undefined
    // An empty archive has nothing to lose.
    if (Object.values(store.counts()).every((count) => count === 0)) return undefined
    // A folder that is missing now may be plugged in later; what failed for another reason waits for tomorrow.
    const failedToday =
      this.tried === dayOf(now) && plan.failure && plan.failure.code !== 'backup-target-missing'
    const { lastGoodAt } = await this.backups.state(store)
    if (failedToday || (lastGoodAt && dayOf(new Date(lastGoodAt)) === dayOf(now))) return undefined
    this.tried = dayOf(now)
    const made = await this.backups.now('daily')
    if (made.ok) await recheckOldest(this.backups, this.ports.maker)
    return made
  }
}
