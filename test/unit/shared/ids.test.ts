import fc from 'fast-check'
import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import {
  AnyId,
  RecordId,
  idFromHash,
  idOf,
  newId,
  partTypes,
  recordTypeOfId,
  recordTypes,
  typeOfId,
} from '../../../shared/ids'

describe('ids', () => {
  it('say their type and pass their schema', () => {
    for (const type of [...recordTypes, ...partTypes]) {
      const id = newId(type)
      expect(idOf(type).safeParse(id).success).toBe(true)
      expect(AnyId.safeParse(id).success).toBe(true)
      expect(typeOfId(id)).toBe(type)
    }
    expect(RecordId.safeParse(newId('decision')).success).toBe(false)
    expect(recordTypeOfId(newId('decision'))).toBeUndefined()
    expect(typeOfId('../../etc')).toBeUndefined()
  })

  it('of bytes are the same for the same bytes and valid for any', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const hash = createHash('sha256').update(bytes).digest('hex')
        const id = idFromHash('note', hash)
        expect(idOf('note').safeParse(id).success).toBe(true)
        expect(idFromHash('note', hash)).toBe(id)
      }),
    )
  })
})
