import { bytesFile, type IndexFiles } from '../../../electron/services/search/index-files'

/** A disk error as Node reports it. */
const refusal = () => Object.assign(new Error('EIO: i/o error'), { syscall: 'write', code: 'EIO' })

/**
 * The folder of an index in memory. `failAt` makes the n-th operation from now on fail, and all after it as well when
 * the "program" is to be killed there; what was half written stays, as on a disk.
 */
export class MemoryFiles {
  readonly content = new Map<string, Uint8Array>()
  private left = Infinity
  private dead = false
  private killing = false

  failAt(operation: number, killing: boolean): void {
    this.left = operation
    this.killing = killing
  }

  /** The same disk, for a program that is started anew. */
  port(): IndexFiles {
    const life = { ended: false }
    this.left = Infinity
    this.dead = false
    this.end = () => (life.ended = true)
    const step = () => {
      this.left -= 1
      if (this.left === 0 && this.killing) this.dead = true
      if (life.ended || this.dead || this.left === 0) throw refusal()
    }
    const { content } = this
    return {
      open: (name) => {
        const bytes = content.get(name)
        if (!bytes) throw refusal()
        return bytesFile(bytes)
      },
      create: async (name) => {
        step()
        content.set(name, new Uint8Array(0))
        return {
          append: async (bytes) => {
            // Half of it is there when it fails.
            const before = content.get(name) ?? new Uint8Array(0)
            const half = bytes.subarray(0, bytes.length >> 1)
            content.set(name, Buffer.concat([before, half]))
            step()
            content.set(name, Buffer.concat([before, bytes]))
          },
          finish: async () => step(),
          abandon: async () => {
            step()
            content.delete(name)
          },
        }
      },
      load: async (name) => content.get(name),
      replace: async (name, bytes) => {
        step()
        content.set(name, bytes.slice())
      },
      list: async () => [...content.keys()].map((name) => ({ name, ageMs: 1e9 })),
      remove: async (name) => {
        step()
        content.delete(name)
      },
    }
  }

  /** Ends the program that uses the disk now: nothing more of it arrives. */
  end: () => void = () => undefined
}
