import { basename, dirname, join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import type { ArchiveFiles } from '../../../electron/services/store/archive-files'
import { hookedFiles } from './hooked-files'

/** Disks over which a store does wrong without knowing: the harness must notice each. */
export const wrongDisks: Record<string, (files: ArchiveFiles) => ArchiveFiles> = {
  /** Nothing is ever synced. */
  'skips fsync': (files) =>
    hookedFiles(files, (step, act) =>
      step.kind === 'sync' || step.kind === 'fsyncDir' ? Promise.resolve() : act(),
    ),
  /** Bytes are synced, names are not. */
  'skips fsync of folders': (files) =>
    hookedFiles(files, (step, act) => (step.kind === 'fsyncDir' ? Promise.resolve() : act())),
  /** A new file takes the place of the old one while it is still empty. */
  'renames before writing': (files) =>
    hookedFiles(files, async (step, act) => {
      const target = /^\.(.*)\.[0-9a-f]{12}\.tutanak-tmp$/.exec(basename(step.path))?.[1]
      if (target === undefined) return act()
      if (step.kind === 'rename' || step.kind === 'unlink') return
      await act()
      if (step.kind === 'open') await files.rename(step.path, join(dirname(step.path), target))
    }),
  /** Says that bytes and names are on the disk, and puts them there a little later. */
  'acknowledges early': (files) => {
    let queue: Promise<void> = Promise.resolve()
    return hookedFiles(files, (step, act) => {
      if (step.kind !== 'sync' && step.kind !== 'fsyncDir') return act()
      queue = queue.then(async () => {
        for (let n = 0; n < 40; n += 1) await turn()
        await act()
      })
      return Promise.resolve()
    })
  },
}
