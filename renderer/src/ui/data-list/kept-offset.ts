const offsets = new Map<string, number>()
const most = 50

/** Where a list stood when it was left, so that coming back from a record shows the same rows. In: the question as text. */
export function keptOffset(place: string): number {
  return offsets.get(place) ?? 0
}

/** Remembers where a list stands. */
export function keepOffset(place: string, offset: number): void {
  offsets.delete(place)
  offsets.set(place, offset)
  const [oldest] = offsets.keys()
  if (offsets.size > most && oldest !== undefined) offsets.delete(oldest)
}
