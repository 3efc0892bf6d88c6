import path from 'node:path'
import { fail, type ErrorCode, type Result } from '../../../shared/result'
import { DiskError, type ArchiveFiles, type OpenFile } from '../store/archive-files'
import { ZipFault } from './zip-reader'

/** A failure of the folder that backups go to, told apart from one of the archive. */
export class TargetFault extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly params: Record<string, string | number> = {},
    options?: ErrorOptions,
  ) {
    super(code, options)
    this.name = 'TargetFault'
  }
}

const targetCodes: Partial<Record<ErrorCode, ErrorCode>> = {
  'disk-full': 'backup-no-room',
  'disk-read-only': 'backup-read-only',
  'disk-denied': 'backup-read-only',
  'disk-gone': 'backup-target-missing',
}

/** Runs disk work on the folder of backups; a disk failure becomes a {@link TargetFault}. */
export async function onTarget<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (fault) {
    if (!(fault instanceof DiskError)) throw fault
    const missing = fault.errno === 'ENOENT' || fault.errno === 'ENOTDIR'
    const code = missing ? 'backup-target-missing' : (targetCodes[fault.code] ?? 'backup-target-error')
    throw new TargetFault(code, {}, { cause: fault })
  }
}

/** An open file all of whose work passes `guard`. */
export function guardedFile(file: OpenFile, guard: <T>(work: () => Promise<T>) => Promise<T>): OpenFile {
  return {
    write: (bytes, position) => guard(() => file.write(bytes, position)),
    truncate: (size) => guard(() => file.truncate(size)),
    sync: () => guard(() => file.sync()),
    close: () => guard(() => file.close()),
  }
}

/** Long work of backups: how to stop it and whom to tell how far it is. */
export interface BackupWork {
  signal: AbortSignal
  report: (done: number, total: number) => void
}

/** Runs backup work; everything expected becomes a value, a bug rises. `name` is told with damaged zips. */
export async function attemptBackup<T>(
  signal: AbortSignal,
  name: string,
  work: () => Promise<Result<T>>,
): Promise<Result<T>> {
  try {
    return await work()
  } catch (fault) {
    if (signal.aborted) return fail('cancelled')
    if (fault instanceof TargetFault) return fail(fault.code, fault.params)
    if (fault instanceof ZipFault) return fail('backup-damaged', { name })
    if (fault instanceof DiskError) return fail(fault.code)
    throw fault
  }
}

/** Whether a path lies in a folder, or is it. */
export function isInside(folder: string, inner: string): boolean {
  const way = path.relative(path.resolve(folder), path.resolve(inner))
  return way === '' || (!way.startsWith('..') && !path.isAbsolute(way))
}

/** Whether something is there. Errors: `DiskError`. */
export async function isThere(files: ArchiveFiles, place: string): Promise<boolean> {
  return files.stat(place).then(
    () => true,
    (fault: unknown) => {
      if (fault instanceof DiskError && (fault.errno === 'ENOENT' || fault.errno === 'ENOTDIR')) return false
      throw fault
    },
  )
}
