/** Signs that stand at the places of letters in fonts of signs: what Word inserts as arrows, boxes and ticks. */
const wingdings = new Map(
  [...'à→ß←á↑â↓è→ð→ó↔þ☑ý☒ü✓û✗¨☐o☐q☐l●n■§▪Ø➢v❖·•«★J☺(☎*✉'.matchAll(/(.)(.)/gu)].map(
    ([, letter = '', sign = '']) => [letter, sign] as const,
  ),
)
const symbol = new Map(
  [...'·•®→¬←£≤³≥¹≠´×¸÷'.matchAll(/(.)(.)/gu)].map(([, letter = '', sign = '']) => [letter, sign] as const),
)

/** Where letters of such fonts stand when they are handed over without their font. */
const firstPrivate = 0xf000
const privateSigns = /[\uf000-\uf0ff]/g
/** More letters than this in a row are words that have the font by mistake. */
const mostSigns = 2

/**
 * Words whose letters may be signs. In: the words and the font they are written in. A sign nobody knows is left out: its
 * letter would be a wrong word.
 */
export function signsOf(words: string, font = ''): string {
  const table = /^["']?symbol["']?(?:,|$)/i.test(font) ? symbol : wingdings
  const plain = words.replace(privateSigns, (sign) => {
    const letter = String.fromCharCode(sign.charCodeAt(0) - firstPrivate)
    return wingdings.get(letter) ?? symbol.get(letter) ?? ''
  })
  if (plain !== words || words.trim().length > mostSigns) return plain
  if (/^["']?wingdings/i.test(font)) return words.replace(/\S/g, (letter) => table.get(letter) ?? '')
  return table === symbol ? words.replace(/\S/g, (letter) => table.get(letter) ?? letter) : words
}
