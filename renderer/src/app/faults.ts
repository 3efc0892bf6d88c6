import { callDoor } from '../api/door'

const reported = new Set<string>()

/** Writes a fault of the window into the log, once each. */
export function reportFault(fault: unknown): void {
  const error = fault instanceof Error ? fault : new Error(String(fault))
  const message = error.message.slice(0, 4_000)
  if (reported.has(message)) return
  reported.add(message)
  void callDoor('app.reportFault', {
    message,
    ...(error.stack ? { stack: error.stack.slice(0, 20_000) } : {}),
  })
}

/** Reports whatever nobody caught. */
export function reportFaults(): void {
  addEventListener('error', (event) => {
    // Browsers raise this for layout reasons; it is no fault.
    if (event.message.includes('ResizeObserver loop')) return
    reportFault(event.error ?? event.message)
  })
  addEventListener('unhandledrejection', (event) => reportFault(event.reason))
}
