import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  DiskError,
  attempt,
  diskError,
  isMissing,
  nodeArchiveFiles,
} from '../../../electron/services/store/archive-files'
import { DurableAdapter } from '../../../electron/services/store/durable-adapter'
import { Low } from 'lowdb'
import { ok } from '../../../shared/result'
import { codeOf, tempFolder } from '../../support/archive'
import { faultyFiles } from '../../support/faulty-files'

const files = nodeArchiveFiles()
const form = {
  parse: (bytes: Uint8Array) => Buffer.from(bytes).toString(),
  stringify: (text: string) => Buffer.from(text),
}

describe('disk errors', () => {
  it.each([
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EROFS', 'disk-read-only'],
    ['EACCES', 'disk-denied'],
    ['EPERM', 'disk-denied'],
    ['EBUSY', 'disk-busy'],
    ['ENODEV', 'disk-gone'],
    ['EIO', 'disk-error'],
    ['EMFILE', 'disk-error'],
  ])('%s is told as %s, without any path', async (errno, code) => {
    const fault = Object.assign(new Error(`${errno}: /home/biri/gizli`), { code: errno })
    const mapped = diskError(fault, 'write')
    expect(mapped).toBeInstanceOf(DiskError)
    expect((mapped as DiskError).message).not.toContain('gizli')
    expect(codeOf(await attempt(() => Promise.reject(mapped)))).toBe(code)
  })

  it('that are no disk errors stay bugs', async () => {
    const bug = new TypeError('x')
    expect(diskError(bug, 'write')).toBe(bug)
    await expect(attempt(() => Promise.reject(bug))).rejects.toBe(bug)
    expect(await attempt(async () => ok(1))).toEqual(ok(1))
  })

  it('of the real disk are mapped: missing, existing, not a folder', async () => {
    const folder = await tempFolder()
    await expect(files.readFile(join(folder, 'yok'))).rejects.toSatisfy(isMissing)
    await writeFile(join(folder, 'var'), '')
    await expect(files.openNew(join(folder, 'var'))).rejects.toMatchObject({ errno: 'EEXIST' })
    await expect(files.readdir(join(folder, 'var'))).rejects.toSatisfy(isMissing)
    await files.mkdir(folder)
  })
})

describe('the durable adapter', () => {
  it('is a lowdb adapter: null when there is no file, the data afterwards', async () => {
    const path = join(await tempFolder(), 'ş', 'İ', 'dosya.json')
    const low = new Low<string>(new DurableAdapter(files, path, form), 'başta')
    await low.read()
    expect(low.data).toBe('başta')
    low.data = 'sonra'
    await low.write()
    expect(await readFile(path, 'utf8')).toBe('sonra')
    await low.read()
    expect(low.data).toBe('sonra')
  })

  it('writes beside the file, syncs, renames, syncs the folder: in this order', async () => {
    const folder = await tempFolder()
    const path = join(folder, 'dosya.json')
    const watched = faultyFiles(files, -1)
    watched.arm()
    await new DurableAdapter(watched.files, path, form).write('x')
    expect(watched.steps.map((step) => step.split(' ')[0])).toEqual([
      'open',
      'write',
      'sync',
      'rename',
      'fsyncDir',
    ])
    expect(watched.steps[0]).toMatch(/\.dosya\.json\.[0-9a-f]{12}\.tutanak-tmp$/)
  })

  it('leaves the old file and no temp file when any step before the rename fails', async () => {
    for (const at of [0, 1, 2, 3]) {
      const folder = await tempFolder()
      const path = join(folder, 'dosya.json')
      await writeFile(path, 'eski')
      const faulty = faultyFiles(files, at, { code: 'disk-full' })
      faulty.arm()
      await expect(new DurableAdapter(faulty.files, path, form).write('yeni')).rejects.toMatchObject({
        code: 'disk-full',
      })
      expect(await readFile(path, 'utf8')).toBe('eski')
      expect(await readdir(folder)).toEqual(['dosya.json'])
    }
  })

  it('does not lose the bytes when the target is a folder', async () => {
    const folder = await tempFolder()
    const path = join(folder, 'dosya.json')
    await mkdir(path)
    await writeFile(join(path, 'içinde'), '')
    await expect(new DurableAdapter(files, path, form).write('x')).rejects.toBeInstanceOf(DiskError)
    expect(await readdir(folder)).toEqual(['dosya.json'])
  })
})
