import log from 'electron-log/main'
import path from 'node:path'

/** What the program writes down for whoever has to find a fault. Never record contents. */
export interface Log {
  info(message: string): void
  warn(message: string): void
  /** A bug: with its stack. */
  fault(where: string, fault: unknown): void
}

/** Opens the log file `<userData>/logs/main.log` (rotated at 1 MB). */
export function openLog(userData: string): Log {
  log.transports.file.resolvePathFn = () => path.join(userData, 'logs', 'main.log')
  log.transports.file.maxSize = 1024 * 1024
  log.transports.console.level = false
  log.transports.ipc.level = false
  return {
    info: (message) => log.info(message),
    warn: (message) => log.warn(message),
    fault: (where, fault) =>
      log.error(where, fault instanceof Error ? (fault.stack ?? fault.message) : fault),
  }
}
