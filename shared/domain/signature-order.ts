import type { Body } from '../records/body'

type Member = Body['members'][number]

/** Members in the order in which they sign: those that the board's order names first, then the rest as they are listed. */
export function inSignatureOrder({
  members,
  signatureOrder,
}: Pick<Body, 'members' | 'signatureOrder'>): Member[] {
  const rank = new Map(signatureOrder.map((id, index) => [id, index]))
  const of = ({ id }: Member) => rank.get(id) ?? signatureOrder.length
  return [...members].sort((a, b) => of(a) - of(b))
}

/** The whole order after a member was moved by one place; the same order where it cannot move. */
export function movedSigner(
  body: Pick<Body, 'members' | 'signatureOrder'>,
  id: string,
  by: -1 | 1,
): Member['id'][] {
  const order = inSignatureOrder(body).map((member) => member.id)
  const at = order.findIndex((known) => known === id)
  const goal = at + by
  const [moved, mate] = [order[at], order[goal]]
  if (moved === undefined || mate === undefined || at < 0) return order
  return order.map((known, index) => (index === at ? mate : index === goal ? moved : known))
}
