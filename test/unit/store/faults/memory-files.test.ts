import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  DiskError,
  isMissing,
  nodeArchiveFiles,
  type ArchiveFiles,
} from '../../../../electron/services/store/archive-files'
import { MemoryDisk, memoryFiles } from '../../../support/faults/memory-files'

/** Steps over a few names, so that they meet. */
const paths = ['a', 'b', 'klasör', 'klasör/a', 'klasör/b', 'yok/a']
const path = fc.constantFrom(...paths)
const text = fc.string({ maxLength: 8 })
const steps = fc.array(
  fc.oneof(
    fc.record({ kind: fc.constantFrom('unlink', 'fsyncDir', 'readdir', 'read', 'stat'), path }),
    fc.record({ kind: fc.constant('mkdir'), path: fc.constant('klasör') }),
    fc.record({ kind: fc.constantFrom('new', 'append'), path, text }),
    fc.record({ kind: fc.constant('over'), path, text }),
    fc.record({ kind: fc.constant('cut'), path, size: fc.integer({ min: 0, max: 12 }) }),
    // The store moves files only.
    fc.record({ kind: fc.constant('rename'), path: fc.constantFrom('a', 'klasör/a', 'yok/a'), to: path }),
  ),
  { maxLength: 25 },
)

type Given = { kind: string; path: string; text?: string; to?: string; size?: number }

async function perform(files: ArchiveFiles, root: string, step: Given): Promise<unknown> {
  const at = join(root, step.path)
  const bytes = Buffer.from(step.text ?? '')
  const opened = async (
    open: typeof files.openNew,
    then: (file: Awaited<ReturnType<typeof open>>) => Promise<void>,
  ) => {
    const file = await open(at)
    try {
      await then(file)
      await file.sync()
    } finally {
      await file.close()
    }
  }
  switch (step.kind) {
    case 'mkdir':
      return files.mkdir(at)
    case 'unlink':
      return files.unlink(at)
    case 'fsyncDir':
      return files.fsyncDir(at)
    case 'readdir':
      return (await files.readdir(at)).map(({ name, kind }) => `${name} ${kind}`).sort()
    case 'read':
      return Buffer.from(await files.readFile(at)).toString()
    case 'stat': {
      const { kind, size } = await files.stat(at)
      return kind === 'file' ? { kind, size } : kind
    }
    case 'new':
      return opened(files.openNew, (file) => file.write(bytes))
    case 'append':
      return opened(files.openAppend, (file) => file.write(bytes))
    case 'over':
      return opened(files.openNew, async (file) => {
        await file.write(Buffer.from('0123456789'))
        await file.write(bytes, 3)
      })
    case 'cut':
      return opened(files.openAppend, (file) => file.truncate(step.size ?? 0))
    default:
      return files.rename(at, join(root, step.to ?? ''))
  }
}

const answer = (files: ArchiveFiles, root: string, step: Given) =>
  perform(files, root, step).then(
    (value) => ({ value }),
    (error: unknown) => {
      if (!(error instanceof DiskError)) throw error
      // Which of several reasons is named differs; that it is refused must not.
      return { refused: true, missing: isMissing(error) }
    },
  )

describe('the disk in memory', () => {
  it('answers every step as the real one does', async () => {
    await fc.assert(
      fc.asyncProperty(steps, async (given) => {
        const real = await mkdtemp(join(tmpdir(), 'tutanak bellek '))
        try {
          const disk = memoryFiles(new MemoryDisk([], ['/kök']))
          for (const step of given)
            expect(await answer(disk, '/kök', step), JSON.stringify(step)).toEqual(
              await answer(nodeArchiveFiles(), real, step),
            )
        } finally {
          await rm(real, { recursive: true, force: true })
        }
      }),
      { numRuns: 150 },
    )
  })
})
