/**
 * A colour profile for sRGB (ICC version 2.1, monitor class), made from the standard's own numbers
 * (IEC 61966-2-1; primaries adapted to D50), so that no file with a licence of its own is needed.
 */

const ascii = (words: string) => [...words].map((letter) => letter.charCodeAt(0))
const u32 = (n: number) => [(n >>> 24) & 255, (n >>> 16) & 255, (n >>> 8) & 255, n & 255]
const u16 = (n: number) => [(n >>> 8) & 255, n & 255]
/** ICC s15Fixed16Number. */
const fixed = (n: number) => u32(Math.round(n * 65536) >>> 0)

function xyz(x: number, y: number, z: number): number[] {
  return [...ascii('XYZ '), ...u32(0), ...fixed(x), ...fixed(y), ...fixed(z)]
}

function description(words: string): number[] {
  const text = [...ascii(words), 0]
  // After the ASCII name: no Unicode name, no Macintosh name (67 bytes of room).
  return [
    ...ascii('desc'),
    ...u32(0),
    ...u32(text.length),
    ...text,
    ...u32(0),
    ...u32(0),
    ...u16(0),
    0,
    ...Array<number>(67).fill(0),
  ]
}

/** The sRGB transfer curve in 1024 steps. */
function curve(): number[] {
  const steps = 1024
  const values = Array.from({ length: steps }, (_, i) => {
    const v = i / (steps - 1)
    const linear = v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4
    return u16(Math.round(linear * 65535))
  })
  return [...ascii('curv'), ...u32(0), ...u32(steps), ...values.flat()]
}

const padded = (bytes: number[]) => [...bytes, ...Array<number>((4 - (bytes.length % 4)) % 4).fill(0)]

/** Bytes of the profile, always the same (about 2.5 KB). */
export function srgbProfile(): Uint8Array<ArrayBuffer> {
  const curves = curve()
  const tags: [string, number[]][] = [
    ['desc', description('sRGB')],
    ['cprt', [...ascii('text'), ...u32(0), ...ascii('No copyright, use freely'), 0]],
    ['wtpt', xyz(0.9642, 1, 0.8249)],
    ['rXYZ', xyz(0.4360747, 0.2225045, 0.0139322)],
    ['gXYZ', xyz(0.3850649, 0.7168786, 0.0971045)],
    ['bXYZ', xyz(0.1430804, 0.0606169, 0.7141733)],
    ['rTRC', curves],
    ['gTRC', curves],
    ['bTRC', curves],
  ]
  const tableEnd = 128 + 4 + tags.length * 12
  const placed = new Map<number[], number>()
  const body: number[] = []
  for (const [, data] of tags) {
    if (placed.has(data)) continue
    placed.set(data, tableEnd + body.length)
    for (const byte of padded(data)) body.push(byte)
  }
  const table = tags.flatMap(([name, data]) => [
    ...ascii(name),
    ...u32(placed.get(data) ?? 0),
    ...u32(data.length),
  ])
  const header = [
    ...u32(tableEnd + body.length),
    ...u32(0), // no preferred colour engine
    ...u32(0x02100000), // version 2.1
    ...ascii('mntrRGB XYZ '),
    ...[2000, 1, 1, 0, 0, 0].flatMap(u16), // a date that never changes
    ...ascii('acsp'),
    ...Array<number>(28).fill(0), // platform, flags, maker, model, attributes, intent
    ...fixed(0.9642),
    ...fixed(1),
    ...fixed(0.8249),
    ...Array<number>(48).fill(0),
  ]
  return Uint8Array.from([...header, ...u32(tags.length), ...table, ...body])
}
