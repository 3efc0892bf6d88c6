/** Random choices that are the same for the same seed, on every machine. */
export interface Random {
  /** 0 ≤ x < 1 */
  next(): number
  /** Whole number from…to, both possible. */
  int(from: number, to: number): number
  pick<T>(from: readonly T[]): T
  /** Several different ones. */
  some<T>(from: readonly T[], count: number): T[]
  chance(probability: number): boolean
  /** Four random bytes as hex digits. */
  hex8(): string
}

/** Generator mulberry32 (public domain). In: any whole number. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
  const int = (from: number, to: number) => from + Math.floor(next() * (to - from + 1))
  const pick = <T>(from: readonly T[]): T => {
    const found = from[int(0, from.length - 1)]
    if (found === undefined) throw new Error('nothing to pick from')
    return found
  }
  return {
    next,
    int,
    pick,
    some(from, count) {
      const left = [...from]
      const taken = []
      for (let n = 0; n < count && left.length > 0; n++)
        taken.push(...left.splice(int(0, left.length - 1), 1))
      return taken
    },
    chance: (probability) => next() < probability,
    hex8: () =>
      Math.floor(next() * 4_294_967_296)
        .toString(16)
        .padStart(8, '0'),
  }
}

/** An id like the program's, sorted by the given time (ms since 1970). */
export function idAt<T extends string>(type: T, time: number, random: Random): `${T}_${string}` {
  const stamp = time.toString(16).padStart(12, '0')
  const [a, b, c] = [random.hex8(), random.hex8(), random.hex8()]
  return `${type}_${stamp.slice(0, 8)}-${stamp.slice(8)}-7${a.slice(0, 3)}-8${b.slice(0, 3)}-${c}${a.slice(4)}`
}
