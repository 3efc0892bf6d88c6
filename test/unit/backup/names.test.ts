import { describe, expect, it } from 'vitest'
import { isBackedPath } from '../../../electron/services/backup/names'

describe('names in a backup', () => {
  it.each([
    '../archive.json',
    'meetings/../../x.json',
    '/etc/passwd',
    'meetings\\..\\x.json',
    'C:/x.json',
    'meetings/a:b.json',
    'meetings/CON.json',
    'meetings/ab/x.json.',
    'journal/changes.jsonl',
    'lock',
    'attachments/ab/x',
    'fremd/x.json',
    'meetings',
    'meetings//x.json',
    'meetings/./x.json',
    'meetings/.gizli.json',
  ])('%s is refused', (name) => expect(isBackedPath(name)).toBe(false))

  it.each([
    'archive.json',
    'OKUBENİ.txt',
    'schema/meeting-v1.json',
    'meetings/3f/x (1).json',
    'history/x.jsonl.gz',
  ])('%s is ours', (name) => expect(isBackedPath(name)).toBe(true))
})
