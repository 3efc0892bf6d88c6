import { execFile } from 'node:child_process'
import { mkdir, open, rm } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** A real disk of a few megabytes that can be filled to the last byte. */
export interface SmallDisk {
  folder: string
  /** Writes until nothing more fits. */
  fill(): Promise<void>
  /** Gives the space back. */
  free(): Promise<void>
  /** From now on nobody can write; fails while a file is open for writing. */
  makeReadOnly(): Promise<void>
  remove(): Promise<void>
}

/**
 * Mounts a small disk in memory. In: a folder to mount it in, made if missing.
 * Out: the disk, or in a sentence why this machine does not allow it.
 */
export async function smallDisk(folder: string): Promise<SmallDisk | string> {
  if (process.platform !== 'linux') return 'small disks can be mounted on Linux only'
  await mkdir(folder, { recursive: true })
  try {
    await run('mount', ['-t', 'tmpfs', '-o', 'size=4m', 'tutanak-test', folder])
  } catch (fault) {
    return `mounting is not allowed here: ${(fault as Error).message.trim()}`
  }
  const filler = path.join(folder, 'dolgu')
  return {
    folder,
    async fill() {
      const file = await open(filler, 'a')
      try {
        for (const size of [65_536, 4_096, 1]) {
          const piece = new Uint8Array(size)
          while (await file.write(piece).then(() => true, isFull));
        }
      } finally {
        await file.close()
      }
    },
    free: () => rm(filler),
    async makeReadOnly() {
      await run('mount', ['-o', 'remount,ro', folder])
    },
    async remove() {
      // Lazily: after a failed test the program may still be there.
      await run('umount', ['-l', folder])
    },
  }
}

/** False for a full disk, which ends the filling; anything else is a fault. */
function isFull(fault: NodeJS.ErrnoException): false {
  if (fault.code === 'ENOSPC') return false
  throw fault
}
