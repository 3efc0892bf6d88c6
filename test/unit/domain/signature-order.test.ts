import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inSignatureOrder, movedSigner } from '../../../shared/domain/signature-order'
import { newMeeting } from '../../../shared/domain/new-meeting'
import { newId } from '../../../shared/ids'
import { Body } from '../../../shared/records/body'

const bodyOf = (count: number, signatureOrder: string[] = [], ids = memberIds(count)): Body =>
  Body.parse({
    id: 'body_018f0000-0000-7000-8000-000000000001',
    revision: 1,
    createdAt: '2027-01-01T10:00:00.000Z',
    updatedAt: '2027-01-01T10:00:00.000Z',
    savedBy: '',
    originArchive: '00000000-0000-4000-8000-000000000000',
    name: 'Kurul',
    members: ids.map((id) => ({ id, participantId: newId('participant') })),
    signatureOrder,
  })
const memberIds = (count: number) => Array.from({ length: count }, () => newId('member'))

test('those that the order names stand first, the others as they are listed; names without a member do no harm', () => {
  const [a, b, c, d] = memberIds(4) as [string, string, string, string]
  const body = bodyOf(4, [c, newId('member'), a], [a, b, c, d] as `member_${string}`[])
  expect(inSignatureOrder(body).map(({ id }) => id)).toEqual([c, a, b, d])
})

test('the roll of a new meeting stands in this order', () => {
  const ids = memberIds(3)
  const body = bodyOf(3, [ids[2] ?? '', ids[0] ?? ''], ids)
  const names = new Map(ids.map((id, n) => [id, { name: `Üye ${n + 1}` }]))
  expect(newMeeting({ body, names }).attendance.map(({ name }) => name)).toEqual(['Üye 3', 'Üye 1', 'Üye 2'])
})

test('moving keeps everybody once, and back again is as before', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 8 }),
      fc.nat(),
      fc.constantFrom(-1 as const, 1 as const),
      (count, n, by) => {
        const body = bodyOf(count)
        const order = inSignatureOrder(body).map(({ id }) => id)
        const id = order[n % count] ?? ''
        const moved = movedSigner(body, id, by)
        expect([...moved].sort()).toEqual([...order].sort())
        const could = order.indexOf(id as never) + by >= 0 && order.indexOf(id as never) + by < count
        if (!could) {
          expect(moved).toEqual(order)
          return
        }
        expect(moved.indexOf(id as never)).toBe(order.indexOf(id as never) + by)
        expect(movedSigner({ ...body, signatureOrder: moved }, id, by === 1 ? -1 : 1)).toEqual(order)
      },
    ),
  )
})
