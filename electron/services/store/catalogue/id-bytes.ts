import { partTypes, recordTypes, typeOfId } from '../../../../shared/ids'

const types = [...recordTypes, ...partTypes]

/** Length of an id as bytes: one for its type, 16 for its UUID. */
export const idWidth = 17

/** An id as bytes whose order is that of ids of one type. In: a full id. */
export function idBytes(id: string): Buffer {
  const type = types.findIndex((known) => known === typeOfId(id))
  const hex = id.slice(id.indexOf('_') + 1).replaceAll('-', '')
  return Buffer.concat([Buffer.from([type]), Buffer.from(hex, 'hex')], idWidth)
}

/** The id at a place in a column of ids. */
export function idAt(column: Buffer, index: number): string {
  const at = index * idWidth
  const hex = column.toString('hex', at + 1, at + idWidth)
  const type = types[column[at] ?? 0] ?? ''
  return `${type}_${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** Place of an id in a sorted column of ids, or -1. */
export function findId(column: Buffer, id: string): number {
  const wanted = idBytes(id)
  let low = 0
  let high = column.length / idWidth - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    const order = column.compare(wanted, 0, idWidth, middle * idWidth, (middle + 1) * idWidth)
    if (order === 0) return middle
    if (order < 0) low = middle + 1
    else high = middle - 1
  }
  return -1
}
