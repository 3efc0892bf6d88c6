import { DiskError, type ArchiveFiles, type OpenFile } from '../../electron/services/store/archive-files'
import type { ErrorCode } from '../../shared/result'

export interface Faults {
  files: ArchiveFiles
  /** Steps that change the disk, as far as they were asked for: `rename meeting_….json`. */
  steps: string[]
  /** From now on lets everything through again. */
  heal(): void
}

const errnos: Partial<Record<ErrorCode, string>> = {
  'disk-full': 'ENOSPC',
  'disk-error': 'EIO',
  'disk-denied': 'EACCES',
  'disk-read-only': 'EROFS',
}

/**
 * A disk on which the step numbered `at` (from 0; steps that change the disk) fails before it does anything.
 * `lasting`: every later step fails too, as if the program had been killed there. `wrap` sees whether the fault is armed.
 */
export function faultyFiles(
  real: ArchiveFiles,
  at: number,
  { code = 'disk-error', lasting = false }: { code?: ErrorCode; lasting?: boolean } = {},
): Faults & { arm(): void } {
  const steps: string[] = []
  let armed = false
  const step = (name: string, path: string) => {
    if (!armed) return
    const number = steps.push(`${name} ${path.split(/[\\/]/).slice(-2).join('/')}`) - 1
    if (number === at || (lasting && number > at)) throw new DiskError(code, errnos[code] ?? 'EIO', name)
  }
  const wrapFile = (file: OpenFile, path: string): OpenFile => ({
    async write(bytes, position) {
      if (position === undefined) step('write', path)
      await file.write(bytes, position)
    },
    async truncate(size) {
      step('truncate', path)
      await file.truncate(size)
    },
    async sync() {
      step('sync', path)
      await file.sync()
    },
    close: () => file.close(),
  })
  const files: ArchiveFiles = {
    ...real,
    async mkdir(path) {
      step('mkdir', path)
      await real.mkdir(path)
    },
    async openNew(path) {
      step('open', path)
      return wrapFile(await real.openNew(path), path)
    },
    async openAppend(path) {
      step('append', path)
      return wrapFile(await real.openAppend(path), path)
    },
    async rename(from, to) {
      step('rename', to)
      await real.rename(from, to)
    },
    async unlink(path) {
      step('unlink', path)
      await real.unlink(path)
    },
    async fsyncDir(path) {
      step('fsyncDir', path)
      await real.fsyncDir(path)
    },
  }
  return {
    files,
    steps,
    arm: () => {
      armed = true
    },
    heal: () => {
      armed = false
    },
  }
}
