import { describe, expect, it } from 'vitest'
import { commandIds } from '../../../shared/commands'
import {
  commandOfPress,
  keyFault,
  keysFromPress,
  keysLabel,
  keysOf,
  keysTakenBy,
  matchesKeys,
  OwnKeys,
  zoomOfPress,
} from '../../../shared/keys'

const press = (key: string, held: ('ctrl' | 'alt' | 'shift' | 'meta')[] = []) => ({
  key,
  ctrlKey: held.includes('ctrl'),
  altKey: held.includes('alt'),
  shiftKey: held.includes('shift'),
  metaKey: held.includes('meta'),
})
const meeting = { archiveOpen: true, readOnly: false, meetingOpen: true }

describe('keys of commands', () => {
  it('none is on Ctrl+Alt, none twice, and each could be chosen by a user', () => {
    const all = commandIds.flatMap((id) => keysOf(id) ?? [])
    expect(new Set(all).size).toBe(all.length)
    for (const keys of all.filter((one) => one !== 'mod+Z'))
      expect([keys, keyFault(keys)]).toEqual([keys, undefined])
  })

  it.each([
    [press('k', ['ctrl', 'shift']), 'write.decision'],
    [press('K', ['ctrl', 'shift']), 'write.decision'],
    [press('ArrowUp', ['alt']), 'write.up'],
    [press('F1'), 'help.keys'],
    [press('n', ['ctrl']), 'new.meeting'],
    // AltGr on Turkish keyboards
    [press('k', ['ctrl', 'shift', 'alt']), undefined],
    [press('k'), undefined],
  ])('%j', (event, id) => {
    expect(commandOfPress(event, meeting, {}, false)).toBe(id)
  })

  it('the Turkish i keys are one key; other Turkish letters are not their plain neighbours', () => {
    for (const key of ['i', 'I', 'ı', 'İ'])
      expect(matchesKeys(press(key, ['ctrl']), 'mod+I', false)).toBe(true)
    expect(matchesKeys(press('ş', ['ctrl']), 'mod+S', false)).toBe(false)
    expect(keysFromPress(press('ı', ['ctrl']), false)).toBe('mod+I')
    expect(keysFromPress(press('ş', ['ctrl', 'shift']), false)).toBe('mod+shift+Ş')
  })

  it('can be changed and taken away', () => {
    const own: OwnKeys = { 'write.decision': 'F6', 'write.action': '' }
    expect(commandOfPress(press('F6'), meeting, own, false)).toBe('write.decision')
    expect(commandOfPress(press('k', ['ctrl', 'shift']), meeting, own, false)).toBeUndefined()
    expect(commandOfPress(press('g', ['ctrl', 'shift']), meeting, own, false)).toBeUndefined()
    expect(keysLabel('write.action', false, own)).toBeUndefined()
    expect(keysTakenBy('F6', 'find.open', own)).toBe('write.decision')
    expect(keysTakenBy('mod+shift+K', 'find.open', own)).toBeUndefined()
  })

  it.each([
    ['mod+alt+K', 'altgr'],
    ['K', 'plain'],
    ['shift+K', 'plain'],
    ['alt+K', 'plain'],
    ['ArrowUp', 'plain'],
    ['mod+C', 'reserved'],
    ['mod+I', 'reserved'],
    ['mod+ArrowLeft', 'reserved'],
    ['mod+shift+End', 'reserved'],
    ['mod+Enter', 'reserved'],
    ['shift+F10', 'reserved'],
    ['mod+shift+Ş', undefined],
    ['F9', undefined],
    ['mod+shift+J', undefined],
    ['alt+ArrowLeft', undefined],
  ])('%s: %s', (keys, fault) => {
    expect(keyFault(keys)).toBe(fault)
  })

  it.each([
    // Turkish Q: Shift+4; Turkish F and the number block: a key of its own; English: Shift+= or = alone
    [press('+', ['ctrl', 'shift']), 'in'],
    [press('+', ['ctrl']), 'in'],
    [press('=', ['ctrl']), 'in'],
    // Turkish Q: Shift+0
    [press('=', ['ctrl', 'shift']), undefined],
    [press('-', ['ctrl']), 'out'],
    [press('0', ['ctrl']), 'reset'],
    [press('+'), undefined],
    [press('0', ['ctrl', 'alt']), undefined],
    [press('+', ['ctrl', 'alt', 'shift']), undefined],
  ])('%j: size %s', (event, zoom) => {
    expect(zoomOfPress(event, false)).toBe(zoom)
  })

  it('are read from settings only for commands there are', () => {
    expect(OwnKeys.safeParse({ 'write.decision': 'F6' }).success).toBe(true)
    expect(OwnKeys.safeParse({ 'no.command': 'F6' }).success).toBe(false)
  })
})
