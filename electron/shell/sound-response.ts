/** A piece of sound, whole or the stretch that is asked for: the player moves within a piece only if it can ask so. */
export function soundResponse(bytes: Uint8Array, range: string | null): Response {
  const headers = {
    'content-type': 'audio/webm',
    'x-content-type-options': 'nosniff',
    'accept-ranges': 'bytes',
    'cache-control': 'no-store',
  }
  const asked = /^bytes=(\d+)-(\d*)$/.exec(range ?? '')
  if (!asked) return new Response(new Uint8Array(bytes), { headers })
  const first = Number(asked[1])
  const last = Math.min(asked[2] ? Number(asked[2]) : Infinity, bytes.length - 1)
  if (first > last)
    return new Response('', {
      status: 416,
      headers: { ...headers, 'content-range': `bytes */${bytes.length}` },
    })
  return new Response(new Uint8Array(bytes.subarray(first, last + 1)), {
    status: 206,
    headers: { ...headers, 'content-range': `bytes ${first}-${last}/${bytes.length}` },
  })
}
