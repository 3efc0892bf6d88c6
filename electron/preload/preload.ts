import { contextBridge, ipcRenderer } from 'electron'
import { callChannel, eventChannel, type RawDoor } from '../../shared/contract/door'

const listeners = new Map<string, Set<(payload: unknown) => void>>()

ipcRenderer.on(eventChannel, (_event, name: string, payload: unknown) => {
  for (const listener of listeners.get(name) ?? []) listener(payload)
})

const door: RawDoor = {
  call: (name, input) => ipcRenderer.invoke(callChannel, name, input),
  on: (name, listener) => {
    const known = listeners.get(name) ?? new Set()
    known.add(listener)
    listeners.set(name, known)
    return () => known.delete(listener)
  },
}

contextBridge.exposeInMainWorld('door', door)
