/**
 * Makes roots.txt.gz from the MIT-licensed Hunspell dictionary `dictionary-tr` (a devDependency):
 *
 *   node resources/lexicon/build-lexicon.mjs
 *
 * The dictionary lists 371,000 surface forms with generic endings, not roots. A root is told from a listed
 * inflection by what it takes: a noun takes the plural and cases behind it, a verb has an infinitive; participles
 * and verbal nouns of known verbs are left to the stemmer. Format of the result: shared/text/lexicon.ts.
 */
import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import dictionary from 'dictionary-tr'
import { runnerImport } from 'vite'

const here = path.dirname(fileURLToPath(import.meta.url))
const shared = async (name) => (await runnerImport(path.join(here, '../../shared/text', name))).module
const { lowerTr: lower } = await shared('turkish.ts')
const { plainLetters: plain } = await shared('lexicon.ts')
const text = (bytes) => Buffer.from(bytes).toString('utf8')

/** ending by flag number */
const endings = new Map()
for (const line of text(dictionary.aff).split('\n')) {
  const [kind, flag, , ending, condition] = line.trim().split(/\s+/)
  if (kind === 'SFX' && condition === '.') endings.set(flag, ending)
}
/** endings by listed word, spelling kept */
const listed = new Map()
for (const line of text(dictionary.dic).split('\n').slice(1)) {
  const [word, flags = ''] = line.trim().split('/')
  if (!word) continue
  const of = listed.get(word) ?? new Set()
  for (const flag of flags.split(',')) if (endings.has(flag)) of.add(endings.get(flag))
  listed.set(word, of)
}
const has = (word) => {
  if (listed.has(word)) return true
  for (let i = 2; i < word.length; i += 1) if (listed.get(word.slice(0, i))?.has(word.slice(i))) return true
  return false
}
const isWord = (word) => /^[\p{L}]+$/u.test(word)
const lastVowel = (word) => /[aıoueiöü](?=[^aıoueiöü]*$)/.exec(plain(word))?.[0]
const isFront = (word) => 'eiöü'.includes(lastVowel(word) ?? 'a')
const endsInVowel = (word) => /[aıoueiöüâîû]$/.test(word)

const verbs = new Set()
for (const [word, of] of listed)
  if (isWord(word) && word === lower(word) && word.length >= 2)
    for (const mak of ['mak', 'mek']) if (of.has(mak) || listed.has(word + mak)) verbs.add(word)
const verbOf = (word, ends) => ends.find((end) => word.endsWith(end) && verbs.has(word.slice(0, -end.length)))
const ABLE = ['abil', 'ebil', 'yabil', 'yebil', 'ıver', 'iver', 'uver', 'üver', 'yıver', 'yiver', 'yuver', 'yüver']
const UNABLE = ['ma', 'me', 'ama', 'eme', 'yama', 'yeme']
for (const word of [...verbs]) if (verbOf(word, [...ABLE, ...UNABLE])) verbs.delete(word)
/** yapıla-, edile-: the passive with the ability suffix, cut short by the dictionary */
for (const word of [...verbs])
  if (/[ıiuü][ln][ae]$/.test(word) && verbs.has(word.slice(0, -1)) && verbs.has(word.slice(0, -3))) verbs.delete(word)

const PARTICIPLES = [
  ...['an', 'en', 'yan', 'yen', 'acak', 'ecek', 'yacak', 'yecek', 'dık', 'dik', 'duk', 'dük', 'tık', 'tik'],
  ...['tuk', 'tük', 'ma', 'me', 'mış', 'miş', 'muş', 'müş', 'mak', 'mek', 'mayan', 'meyen', 'ar', 'er', 'r'],
  ...['dı', 'di', 'du', 'dü', 'tı', 'ti', 'tu', 'tü', 'maz', 'mez'],
]
/** Whether the word is a participle, tense or verbal noun of a known verb: giden (git-), edilen (et-), oylama. */
function isVerbal(word) {
  return PARTICIPLES.some((end) => {
    if (!word.endsWith(end)) return false
    const stem = word.slice(0, -end.length)
    const voiceless = /[fstkçşhp]$/.test(stem)
    if ((end.startsWith('d') && voiceless) || (end.startsWith('t') && !voiceless)) return false
    const hard = stem.endsWith('d') ? `${stem.slice(0, -1)}t` : stem
    return [stem, hard].some((verb) => verbs.has(verb) || isPassive(verb))
  })
}
function isPassive(stem) {
  if (!/[aıoueiöü].*[ıiuü][ln]$/.test(stem)) return false
  const active = stem.slice(0, -2)
  return verbs.has(active) || (active.endsWith('d') && verbs.has(`${active.slice(0, -1)}t`))
}
const settings = JSON.parse(await readFile(path.join(here, 'overrides.json'), 'utf8'))
const keep = new Set(settings.nouns)
const drop = new Set(settings.notRoots)

const PLURALS = [
  ['lar', 'larda', 'ların', 'lara', 'lardan', 'ları'],
  ['ler', 'lerde', 'lerin', 'lere', 'lerden', 'leri'],
]
const takes = (word, list) => list.filter((end) => listed.get(word)?.has(end) || listed.has(word + end)).length
const DERIVED = /(?:lık|lik|luk|lük|cı|ci|cu|cü|çı|çi|çu|çü|lı|li|lu|lü|sız|siz|suz|süz|sal|sel)$/

const nouns = new Map()
const weigh = (word) => Math.min(9, Math.round(Math.log2(1 + (listed.get(word)?.size ?? 0))))
for (const [word, of] of listed) {
  if (!isWord(word) || word.length < 2) continue
  const name = word !== lower(word)
  const own = lower(word)
  const plural = Math.max(...PLURALS.map((list) => takes(word, list)))
  const apostrophe = [...of].filter((end) => end.startsWith("'")).length
  const participle = isVerbal(own) && (!name || /(?:ma|me|lan|len|nan|nen|dı|di|du|dü)$/.test(own))
  const pronominal = /(?:da|de|ta|te|n[ıiuü]n)ki$/.test(own) || /(?:lar|ler)$/.test(own)
  let root = name ? (apostrophe >= 2 || plural >= 3) && !participle : plural >= 3 && !participle && !pronominal
  if (!root && !name && DERIVED.test(own) && !participle)
    root = plural >= 1 || of.size >= 3
  if (keep.has(own)) root = true
  if (drop.has(own) || !root) continue
  const there = nouns.get(plain(own))
  nouns.set(plain(own), Math.max(there ?? 0, weigh(word)))
}
for (const word of keep) if (!nouns.has(word)) nouns.set(word, 5)

const SOFT = { p: 'b', ç: 'c', t: 'd', k: 'ğ' }
const VOWEL_CASES = [
  ['ı', 'ın', 'a', 'ına'],
  ['i', 'in', 'e', 'ine'],
  ['u', 'un', 'a', 'una'],
  ['ü', 'ün', 'e', 'üne'],
]
const proven = (stem) => Math.max(...VOWEL_CASES.map((ends) => ends.filter((end) => has(stem + end)).length))

/** The form before vowels where it differs: kitab, hakk, şehr, reng. */
function softForm(word) {
  if (settings.soft[word]) return settings.soft[word]
  if (endsInVowel(word) || word.length < 3) return undefined
  const hard = proven(word)
  const last = word.at(-1)
  const head = word.slice(0, -1)
  const tries = []
  if (SOFT[last]) tries.push(head + (last === 'k' && head.endsWith('n') ? 'g' : SOFT[last]))
  if (word.length <= 4) tries.push(word + last)
  if (word.length <= 5 && /[aıoueiöü][^aıoueiöü][ıiuü][^aıoueiöü]$/.test(word)) {
    tries.push(word.slice(0, -2) + last)
    if (SOFT[last]) tries.push(word.slice(0, -2) + SOFT[last])
  }
  const best = tries.map((stem) => [stem, proven(stem)]).sort((a, b) => b[1] - a[1])[0]
  return best && best[1] >= 2 && best[1] > hard ? best[0] : undefined
}
/** Takes front endings after a back vowel: saat, hal, kontrol. */
function isFrontLoan(word) {
  if (isFront(word) || endsInVowel(word)) return false
  return takes(word, PLURALS[1]) > takes(word, PLURALS[0])
}
const verbSoft = (word) => {
  if (!word.endsWith('t')) return undefined
  const soft = word.slice(0, -1) + 'd'
  return ['en', 'an', 'ecek', 'acak', 'iyor', 'iyor'].filter((end) => has(soft + end)).length >= 2 ? soft : undefined
}

const lines = []
for (const [word, weight] of nouns) {
  const soft = softForm(word)
  lines.push(`${word} n${weight}${isFrontLoan(word) ? 'F' : ''}${soft ? ` ${soft}` : ''}`)
}
for (const word of [...verbs, ...settings.verbs]) {
  if (drop.has(`${word}-`)) continue
  const soft = settings.soft[`${word}-`] ?? verbSoft(word)
  lines.push(`${plain(word)} v${weigh(word)}${soft ? ` ${soft}` : ''}`)
}
lines.sort()
const notice = '# Roots derived from dictionary-tr, (c) 2014 Harun Reşit Zafer, MIT licence.'
const body = `${notice}\n${[...new Set(lines)].join('\n')}\n`
await writeFile(path.join(here, 'roots.txt.gz'), gzipSync(body, { level: 9 }))
console.log(`${nouns.size} nouns, ${verbs.size} verbs, ${body.length} characters`)
if (process.argv[2]) await writeFile(process.argv[2], body)
