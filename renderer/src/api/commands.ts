import { useEffect, useEffectEvent, useSyncExternalStore } from 'react'
import {
  commandIds,
  commands,
  isAvailable,
  type CommandContext,
  type CommandId,
  type CommandSpec,
} from '../../../shared/commands'
import { commandOfPress, type OwnKeys } from '../../../shared/keys'

type Run = () => void
/** The screen that registered last is the one in front. */
const registered = new Map<CommandId, Run[]>()
const listeners = new Set<() => void>()
let version = 0

function changed(): void {
  version += 1
  for (const listener of listeners) listener()
}

function register(id: CommandId, run: Run): () => void {
  registered.set(id, [...(registered.get(id) ?? []), run])
  changed()
  return () => {
    registered.set(
      id,
      (registered.get(id) ?? []).filter((known) => known !== run),
    )
    changed()
  }
}

/** Tells what commands do while this component lives. */
export function useCommands(runs: Partial<Record<CommandId, Run>>): void {
  const call = useEffectEvent((id: CommandId) => runs[id]?.())
  const ids = Object.keys(runs).sort().join()
  useEffect(() => {
    const ends = ids.split(',').map((id) => register(id as CommandId, () => call(id as CommandId)))
    return () => {
      for (const end of ends) end()
    }
  }, [ids])
}

/** Runs a command, if a screen can do it now. Out: whether one could. */
export function runCommand(id: CommandId): boolean {
  const run = registered.get(id)?.at(-1)
  run?.()
  return run !== undefined
}

/** The commands that can be run now, in the order of their declaration. */
export function useAvailableCommands(context: CommandContext): CommandId[] {
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => version,
  )
  return commandIds.filter((id) => (registered.get(id)?.length ?? 0) > 0 && isAvailable(id, context))
}

export const isMac = navigator.platform.startsWith('Mac')

function inTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  return target.isContentEditable || ['INPUT', 'TEXTAREA', 'SELECT'].includes(target.tagName)
}

/** What the window's keys depend on now; the editor asks for it outside React. */
let keysNow: { context: CommandContext; own: OwnKeys } | undefined

/**
 * Runs the command that a key press in a text calls, if it is one that works there. With Caps Lock, Ctrl+Shift+A is an
 * `a`, which the editor would take for Ctrl+A. Out: whether it was.
 */
export function runCommandKey(event: KeyboardEvent): boolean {
  const id = keysNow && commandOfPress(event, keysNow.context, keysNow.own, isMac)
  if (id === undefined) return false
  const spec: CommandSpec = commands[id]
  return spec.everywhere === true && runCommand(id)
}

/** Makes the keys of all commands work. Mounted once, in the frame. In: also keys that were changed. */
export function useCommandKeys(context: CommandContext, own: OwnKeys): void {
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return
    const id = commandOfPress(event, context, own, isMac)
    if (id === undefined) return
    const spec: CommandSpec = commands[id]
    if (!spec.everywhere && inTextField(event.target)) return
    if (runCommand(id)) event.preventDefault()
  })
  useEffect(() => {
    keysNow = { context, own }
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    addEventListener('keydown', listen)
    return () => removeEventListener('keydown', listen)
  }, [])
}
