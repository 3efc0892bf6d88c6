import { randomUUID } from 'node:crypto'
import { hostname, uptime } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { isMissing, type ArchiveFiles } from './archive-files'
import { DurableAdapter, ensureFolder } from './durable-adapter'
import type { LockHolder, Machine } from './store-types'

const MachineFile = z.object({ id: z.uuid() })

/**
 * This computer's lasting name, kept in the per-machine folder and made at the first call. A damaged file is replaced:
 * the id only tells whether a lock was left by this machine.
 */
export async function machineIdentity(files: ArchiveFiles, userDataFolder: string): Promise<Machine> {
  const path = join(userDataFolder, 'machine-id.json')
  const known = await files
    .readFile(path)
    .then((bytes) => MachineFile.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8'))).data)
    .catch((error: unknown) => {
      if (isMissing(error) || error instanceof SyntaxError) return undefined
      throw error
    })
  const id = known?.id ?? randomUUID()
  if (!known) {
    await ensureFolder(files, userDataFolder)
    const form = { parse: () => id, stringify: () => Buffer.from(`${JSON.stringify({ id })}\n`) }
    await new DurableAdapter(files, path, form).write(id)
  }
  const boot = await bootOf(files)
  return { id, name: hostname(), ...(boot === undefined ? {} : { boot }) }
}

/** Name of this start of the machine, which no clock can change; undefined where the system has none. */
async function bootOf(files: ArchiveFiles): Promise<string | undefined> {
  if (process.platform !== 'linux') return undefined
  return files.readFile('/proc/sys/kernel/random/boot_id').then(
    (bytes) => Buffer.from(bytes).toString('utf8').trim() || undefined,
    () => undefined,
  )
}

/** Whether a process of this machine exists. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return !(error instanceof Error && 'code' in error && error.code === 'ESRCH')
  }
}

/** Whether a process of this machine surely is no more: it does not exist, or the machine was started after it. */
export function isGone(holder: LockHolder, now: Date): boolean {
  // Boot time from two clocks; a minute covers their difference.
  const started = Date.parse(holder.since)
  return started < now.getTime() - uptime() * 1000 - 60_000 || !isAlive(holder.pid)
}
