/** Text with its found words marked. In: ranges `[start, end)` in order, not overlapping. */
export function Highlighted({
  text,
  ranges,
}: {
  text: string
  ranges: readonly (readonly [number, number])[]
}) {
  const parts: { at: number; words: string; found: boolean }[] = []
  let done = 0
  for (const [start, end] of ranges) {
    if (start < done || end > text.length) continue
    if (start > done) parts.push({ at: done, words: text.slice(done, start), found: false })
    parts.push({ at: start, words: text.slice(start, end), found: true })
    done = end
  }
  if (done < text.length) parts.push({ at: done, words: text.slice(done), found: false })
  return (
    <>
      {parts.map(({ at, words, found }) =>
        found ? <mark key={at}>{words}</mark> : <span key={at}>{words}</span>,
      )}
    </>
  )
}
