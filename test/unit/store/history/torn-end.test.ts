import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DiskError, nodeArchiveFiles } from '../../../../electron/services/store/archive-files'
import { readPieces } from '../../../../electron/services/store/history/pieces'
import { archiveNames, historyFile } from '../../../../electron/services/store/layout'
import { ok } from '../../../../shared/result'
import { testArchive, valueOf } from '../../../support/archive'
import { hookedFiles } from '../../../support/faults/hooked-files'

describe('a version that a broken disk took half of, and would not give back', () => {
  it('is kept aside and written whole when the disk works again', async () => {
    let broken = false
    const files = hookedFiles(nodeArchiveFiles(), async (step, act) => {
      const history = 'path' in step && step.path.endsWith('.jsonl.gz')
      if (!broken || !history) return act()
      if (step.kind === 'write') await act(step.bytes?.subarray(0, 40))
      if (step.kind === 'write' || step.kind === 'truncate')
        throw new DiskError('disk-error', 'EIO', step.kind)
      return act()
    })
    const archive = await testArchive()
    const store = await archive.open({ files })
    const { id, hash } = valueOf(await store.create('note', { title: 'Not', markdown: 'ilk' }))
    store.past.leave(id)
    await store.past.idle()
    let told = 0
    store.onAccess(() => (told += 1))
    broken = true
    const second = valueOf(await store.change(id, hash, (now) => ok({ ...now, markdown: 'ikinci' })))
    store.past.leave(id)
    await store.past.idle()
    const path = join(archive.root, historyFile(id))
    expect(readPieces(await readFile(path)).torn).toHaveLength(40)

    expect(store.keepsHistory).toBe(false)
    expect(told).toBe(1)

    broken = false
    valueOf(await store.change(id, second.hash, (now) => ok({ ...now, markdown: 'üçüncü' })))
    store.past.leave(id)
    await store.past.idle()
    const { pieces, damaged } = readPieces(await readFile(path))
    expect(damaged).toEqual([])
    expect(store.keepsHistory).toBe(true)
    expect(told).toBe(2)
    const texts = valueOf(await store.past.versions(id)).map(({ hash: one }) => store.past.version(id, one))
    const read = (await Promise.all(texts)).map((one) => valueOf(one).record)
    expect(read).toMatchObject([{ markdown: 'üçüncü' }, { markdown: 'ikinci' }, { markdown: 'ilk' }])
    expect(pieces).toHaveLength(3)
    expect(await readdir(join(archive.root, archiveNames.quarantine))).toHaveLength(1)
    expect(valueOf(await store.verify()).findings).toEqual([])
    await store.close()
  })
})
