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
  on(event: 'message', listener: (event: { data: unknown; ports?: ElectronPort[] }) => void): void
}

/** A port handed to a utility process (https://www.electronjs.org/docs/latest/api/message-port-main). */
interface ElectronPort {
  postMessage(message: unknown): void
  on(event: 'message', listener: (event: { data: unknown }) => void): void
  on(event: 'close', listener: () => void): void
  start(): void
  close(): void
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

/** The message that hands a port over; the port itself travels beside it (Electron) or in it (worker thread). */
export const HAND_OVER = 'hand-over'
interface HandOver {
  kind: typeof HAND_OVER
  port?: MessagePort
}
const isHandOver = (message: unknown): message is HandOver =>
  typeof message === 'object' && message !== null && 'kind' in message && message.kind === HAND_OVER

/** Calls back with a line for every port that whoever started this process or thread hands over. */
export function parentPorts(listener: (port: WorkerChannel) => void): void {
  parentPort?.on('message', (message: unknown) => {
    if (isHandOver(message) && message.port) listener(portChannel(message.port))
  })
  electronParentPort()?.on('message', ({ data, ports = [] }) => {
    if (!isHandOver(data)) return
    for (const port of ports) {
      listener({
        postMessage: (message) => port.postMessage(message),
        onMessage: (told) => port.on('message', (event) => told(event.data)),
        onClose: (told) => port.on('close', told),
        close: () => port.close(),
      })
      port.start()
    }
  })
}
