import { parentPort, type MessagePort, type Worker } from 'node:worker_threads'

/**
 * A line to a helper process or thread, the same whether it is an Electron utility process, a worker thread or a
 * message port. Messages are copied (structured clone).
 */
export interface WorkerChannel {
  postMessage(message: unknown, transfer?: ArrayBuffer[]): void
  onMessage(listener: (message: unknown) => void): void
  /** The other side ended, wanted or not. */
  onClose(listener: () => void): void
  /** Ends the other side (from outside) or lets go of the line (from inside). */
  close(): void
}

/** The line to a worker thread, seen from the one who started it. */
export function threadChannel(worker: Worker): WorkerChannel {
  return {
    postMessage: (message, transfer) => worker.postMessage(message, transfer),
    onMessage: (listener) => void worker.on('message', listener),
    onClose: (listener) => void worker.on('exit', listener),
    close: () => void worker.terminate(),
  }
}

function portChannel(port: MessagePort): WorkerChannel {
  return {
    postMessage: (message, transfer) => port.postMessage(message, transfer),
    onMessage: (listener) => void port.on('message', listener),
    onClose: (listener) => void port.on('close', listener),
    close: () => port.close(),
  }
}

/** `process.parentPort` of Electron's utility processes (https://www.electronjs.org/docs/latest/api/parent-port). */
interface ElectronParentPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { data: unknown }) => void): void
}

function electronParentPort(): ElectronParentPort | undefined {
  return (process as unknown as { parentPort?: ElectronParentPort }).parentPort
}

/** The line to whoever started this process or thread; undefined when nobody did (plain program). */
export function parentChannel(): WorkerChannel | undefined {
  const electron = electronParentPort()
  if (electron) {
    return {
      postMessage: (message) => electron.postMessage(message),
      onMessage: (listener) => electron.on('message', (event) => listener(event.data)),
      onClose: () => undefined,
      close: () => process.exit(0),
    }
  }
  return parentPort ? portChannel(parentPort) : undefined
}
