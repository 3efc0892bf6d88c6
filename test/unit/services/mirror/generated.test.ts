import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { recordTypes } from '../../../../shared/ids'
import { tempFolder, testArchive } from '../../../support/archive'
import { generateArchive } from '../../../support/generate-archive'
import { testMirror } from '../../../support/mirrors'

describe('generated archives', () => {
  test('come back whole: every record under its own hash, in commits of bounded size', async () => {
    const folder = await tempFolder()
    const root = join(folder, 'Üretilmiş')
    await generateArchive({ path: root, meetings: 60, seed: 11 })
    const source = await (await testArchive()).open({ path: root })
    const mirror = await testMirror(source)
    const { records, left } = await mirror.export()
    expect(left).toBe(0)
    const empty = await (await testArchive()).open()
    expect(await mirror.apply({ batch: 50 }, empty)).toMatchObject({ created: records })
    for (const type of recordTypes) {
      expect(empty.ids(type)).toEqual(source.ids(type))
      for (const id of source.ids(type)) expect(empty.hashOf(id)).toBe(source.hashOf(id))
    }
    const again = await mirror.plan(empty)
    expect([again.entries.length, again.problems.length, again.unchanged]).toEqual([0, 0, records])
  })
})
