import { useQuery, type UseQueryOptions } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import type { CallName, EventName, Input, Output, Payload } from '../../../shared/contract/contract'
import type { RawDoor } from '../../../shared/contract/door'
import type { AppError, Result } from '../../../shared/result'

declare global {
  interface Window {
    /** Put there by the preload script: the only way out of the window. */
    door: RawDoor
  }
}

/** An expected failure where a value must be thrown (inside queries). */
export class DoorError extends Error {
  constructor(readonly error: AppError) {
    super(error.code)
    this.name = 'DoorError'
  }
}

type Arguments<K extends CallName> = [Input<K>] extends [void] ? [] : [input: Input<K>]

/** Calls the main process. Out: a `Result`; expected failures never throw. */
export function callDoor<K extends CallName>(name: K, ...input: Arguments<K>): Promise<Result<Output<K>>> {
  return window.door.call(name, input[0]) as Promise<Result<Output<K>>>
}

/** The cache key of a call; `[name]` alone names all its answers. */
export function callKey<K extends CallName>(name: K, ...input: Arguments<K>): [K, Input<K> | undefined] {
  return [name, input[0]]
}

// A query may not answer with undefined; calls without an answer are no questions anyway.
async function ask<K extends CallName>(name: K, ...input: Arguments<K>): Promise<Output<K>> {
  const answer = await callDoor(name, ...input)
  if (!answer.ok) throw new DoorError(answer.error)
  return answer.value
}

/** Query options of a call, for `useQueries` and prefetching. The query fails with {@link DoorError}. */
export function callQuery<K extends CallName>(name: K, ...input: Arguments<K>) {
  return {
    queryKey: callKey(name, ...input),
    queryFn: (): Promise<Output<K>> => ask(name, ...input),
  }
}

type CallOptions<K extends CallName> = Pick<
  UseQueryOptions<Output<K>, DoorError>,
  'enabled' | 'placeholderData' | 'staleTime' | 'gcTime'
> & {
  /** A question that the component has replaced is given up: whatever it still brings is neither kept nor shown. */
  newestOnly?: boolean
}

/**
 * Asks the main process and keeps the answer fresh: it is asked again after records change (see live.ts).
 * In: the call, its input, and options of TanStack Query. Out: the query's state; `error.error` is the AppError.
 */
export function useCall<K extends CallName>(
  name: K,
  input: Input<K>,
  { newestOnly = false, ...options }: CallOptions<K> = {},
) {
  const args = [input] as unknown as Arguments<K>
  const query = callQuery(name, ...args)
  return useQuery<Output<K>, DoorError>({
    ...query,
    ...options,
    queryFn: newestOnly
      ? async ({ signal }) => {
          const answer = await ask(name, ...args)
          // Having looked at the signal is what makes the cache give a left question up.
          signal.throwIfAborted()
          return answer
        }
      : query.queryFn,
  })
}

/** Listens to an event of the main process while the component lives. */
export function useDoorEvent<E extends EventName>(name: E, listener: (payload: Payload<E>) => void): void {
  const current = useEffectEvent(listener)
  useEffect(() => window.door.on(name, (payload) => current(payload as Payload<E>)), [name])
}

/** Listens outside React. Out: stops listening. */
export function onDoorEvent<E extends EventName>(
  name: E,
  listener: (payload: Payload<E>) => void,
): () => void {
  return window.door.on(name, (payload) => listener(payload as Payload<E>))
}
