import { beforeAll, describe, expect, it } from 'vitest'
import { damageRun, damages, wholeArchive, type Whole } from '../../../support/faults/damage'

let whole: Whole
beforeAll(async () => {
  whole = await wholeArchive(3)
})

describe.each(Object.keys(damages))('a file %s', (kind) => {
  it('is named, and everything else is there: each file of an archive', async () => {
    const wrong: string[] = []
    expect(whole.files.length).toBeGreaterThan(30)
    for (const [index, path] of whole.files.entries())
      wrong.push(...(await damageRun(whole, path, kind, index, index % 2 === 0)))
    expect(wrong).toEqual([])
  })
})
