import type { Segment } from './segment'

/** So many segments of a tier become one of the next: 1, 8, 64 … documents. */
const FAN = 8
/** A segment is written anew when this share of it is dead. */
const DEAD_SHARE = 0.25
/** Offsets are numbers of 32 bits. */
const MOST_BYTES = 3.5e9

/** In idle time all but the largest segments become one when there are more. */
const MOST_AT_REST = 6
const LARGE_SHARE = 0.2

const tierOf = ({ living }: Segment): number =>
  Math.floor(Math.log(Math.max(1, living / FAN)) / Math.log(FAN) + 1e-9)

/** Segments that should be joined next, neighbours in order; undefined when all is well. */
export function nextMerge(segments: readonly Segment[], idle: boolean): Segment[] | undefined {
  const empty = segments.find((segment) => segment.living === 0)
  if (empty) return [empty]
  const tiers = new Map<number, Segment[]>()
  for (const segment of segments) {
    const tier = tierOf(segment)
    const there = tiers.get(tier)
    if (there) there.push(segment)
    else tiers.set(tier, [segment])
  }
  for (const [, there] of [...tiers].sort(([a], [b]) => a - b)) {
    if (there.length < FAN) continue
    const bytes = there.reduce((sum, segment) => sum + segment.bytes, 0)
    if (bytes <= MOST_BYTES) return there
  }
  if (!idle) return undefined
  const docs = segments.reduce((sum, { living }) => sum + living, 0)
  const small = segments.filter(({ living }) => living < docs * LARGE_SHARE)
  if (segments.length > MOST_AT_REST && small.length > 1) return small
  const worn = segments.find((segment) => segment.deadDocs > segment.docs * DEAD_SHARE)
  return worn && [worn]
}
