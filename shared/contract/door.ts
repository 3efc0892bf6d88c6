import type { z } from 'zod'
import type { AppError, Result } from '../result'

/** A call from the window to the main process: what goes in, what comes back. */
export interface CallSpec<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  kind: 'call'
  input: I
  output: O
}

/** An announcement from the main process to the windows. */
export interface EventSpec<P extends z.ZodType = z.ZodType> {
  kind: 'event'
  payload: P
}

/** Declares a call. `input` is checked in the main process before any handler sees it. */
export function call<I extends z.ZodType, O extends z.ZodType>(input: I, output: O): CallSpec<I, O> {
  return { kind: 'call', input, output }
}

/** Declares an event. */
export function event<P extends z.ZodType>(payload: P): EventSpec<P> {
  return { kind: 'event', payload }
}

export type ContractShape = Record<string, CallSpec | EventSpec>
export type CallNames<C extends ContractShape> = {
  [K in keyof C]: C[K] extends CallSpec ? K : never
}[keyof C] &
  string
export type EventNames<C extends ContractShape> = {
  [K in keyof C]: C[K] extends EventSpec ? K : never
}[keyof C] &
  string
export type InputOf<C extends ContractShape, K extends keyof C> =
  C[K] extends CallSpec<infer I> ? z.input<I> : never
export type ParsedInputOf<C extends ContractShape, K extends keyof C> =
  C[K] extends CallSpec<infer I> ? z.output<I> : never
export type OutputOf<C extends ContractShape, K extends keyof C> =
  C[K] extends CallSpec<z.ZodType, infer O> ? z.output<O> : never
export type PayloadOf<C extends ContractShape, K extends keyof C> =
  C[K] extends EventSpec<infer P> ? z.output<P> : never

/** Which window asked: handlers need it for undo lists and dialogs. */
export interface CallContext {
  windowId: number
}

/** One handler a call: a forgotten one does not compile. */
export type HandlersOf<C extends ContractShape> = {
  [K in CallNames<C>]: (input: ParsedInputOf<C, K>, context: CallContext) => Promise<Result<OutputOf<C, K>>>
}

/** The single IPC channels beneath the door. */
export const callChannel = 'tutanak:call'
export const eventChannel = 'tutanak:event'

/** What the preload puts on `window.door`. */
export interface RawDoor {
  call(name: string, input: unknown): Promise<{ ok: true; value: unknown } | { ok: false; error: AppError }>
  on(name: string, listener: (payload: unknown) => void): () => void
}
