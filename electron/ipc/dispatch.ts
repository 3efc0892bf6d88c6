import { contract, type CallName, type Handlers } from '../../shared/contract/contract'
import type { CallContext, CallSpec } from '../../shared/contract/door'
import { audienceCalls } from '../../shared/contract/projector-contract'
import { fail, type Result } from '../../shared/result'

/** Who asks: judged by the shell, which alone knows frames and windows. */
export interface Sender {
  /** True for the main frame of one of our windows, on a page of our own. */
  trusted: boolean
  windowId: number
  /** True for a window that everybody in a room looks at: it may ask for what it shows and nothing else. */
  audience?: boolean
}

export interface DispatchPorts {
  handlers: Handlers
  /** A fault is a bug: it goes to the log with its stack; the window only hears `internal`. */
  logFault: (name: string, fault: unknown) => void
  /** A refused call: junk, a stranger, an unknown name. */
  logRefused: (name: string, why: string) => void
}

function isCall(name: string): name is CallName {
  return Object.hasOwn(contract, name) && contract[name as keyof typeof contract].kind === 'call'
}

/**
 * The one gate of the main process: sender, then name, then shape, then the handler.
 * In: who asks, the call's name and its raw input. Out: always a Result; nothing is thrown, no path and no stack comes back.
 */
export function createDispatch({ handlers, logFault, logRefused }: DispatchPorts) {
  return async (sender: Sender, name: unknown, input: unknown): Promise<Result<unknown>> => {
    const shown = typeof name === 'string' ? name.slice(0, 60) : typeof name
    if (!sender.trusted) {
      logRefused(shown, 'sender')
      return fail('not-allowed')
    }
    if (typeof name !== 'string' || !isCall(name)) {
      logRefused(shown, 'name')
      return fail('invalid-input', { field: 'name' })
    }
    if (sender.audience && !audienceCalls.has(name)) {
      logRefused(shown, 'audience')
      return fail('not-allowed')
    }
    const spec: CallSpec = contract[name]
    const parsed = spec.input.safeParse(input)
    if (!parsed.success) {
      const field = parsed.error.issues[0]?.path.join('.') ?? ''
      logRefused(shown, `shape ${field}`)
      return fail('invalid-input', { field })
    }
    const handler = handlers[name] as (input: unknown, context: CallContext) => Promise<Result<unknown>>
    try {
      return await handler(parsed.data, { windowId: sender.windowId })
    } catch (fault) {
      logFault(name, fault)
      return fail('internal')
    }
  }
}
