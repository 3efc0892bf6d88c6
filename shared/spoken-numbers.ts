/** Numbers in words up to ninety-nine, folded, in two words and joined (`yirmi bes`, `yirmibes`), and English as far as it is usual. */
export const spokenNumbers: ReadonlyMap<string, number> = (() => {
  const numbers = new Map<string, number>()
  const ones = ['', 'bir', 'iki', 'uc', 'dort', 'bes', 'alti', 'yedi', 'sekiz', 'dokuz']
  const tens = ['', 'on', 'yirmi', 'otuz', 'kirk', 'elli', 'altmis', 'yetmis', 'seksen', 'doksan']
  tens.forEach((ten, t) => {
    ones.forEach((one, o) => numbers.set(`${ten} ${one}`.trim(), 10 * t + o).set(`${ten}${one}`, 10 * t + o))
  })
  numbers.delete('')
  'one two three four five six seven eight nine ten'
    .split(' ')
    .forEach((word, index) => numbers.set(word, index + 1))
  return numbers
})()
