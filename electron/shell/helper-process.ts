import { utilityProcess } from 'electron'
import type { WorkerChannel } from '../services/worker-channel'
import type { Log } from './log'

/**
 * Starts one of our helper programs (search, paper) in a process of its own.
 * In: its built file and a name for task managers. Out: the line to it; `onClose` tells when it ended.
 */
export function helperProcess(file: string, serviceName: string, log: Log): WorkerChannel {
  const child = utilityProcess.fork(file, [], { serviceName, stdio: 'pipe' })
  child.stderr?.on('data', (chunk: Buffer) => log.warn(`${serviceName}: ${chunk.toString('utf8').trimEnd()}`))
  child.stdout?.on('data', (chunk: Buffer) => log.info(`${serviceName}: ${chunk.toString('utf8').trimEnd()}`))
  return {
    postMessage: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', listener),
    onClose: (listener) => void child.once('exit', listener),
    close: () => void child.kill(),
  }
}
