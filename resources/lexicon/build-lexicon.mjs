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
const { plainLetters: plain, parseLexicon } = await shared('lexicon.ts')
const { rootKeys } = await shared('stemmer.ts')
const { foldTr: fold } = await shared('turkish.ts')
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
const hardened = (stem) => (stem.endsWith('d') ? `${stem.slice(0, -1)}t` : stem)
const verbOf = (word, ends) =>
  ends.find((end) => {
    const stem = word.slice(0, -end.length)
    return word.endsWith(end) && (verbs.has(stem) || verbs.has(hardened(stem)))
  })
const ABLE = ['abil', 'ebil', 'yabil', 'yebil', 'ıver', 'iver', 'uver', 'üver', 'yıver', 'yiver', 'yuver', 'yüver']
const UNABLE = ['ma', 'me', 'ama', 'eme', 'yama', 'yeme']
for (const word of [...verbs]) if (verbOf(word, [...ABLE, ...UNABLE])) verbs.delete(word)
/** yapıla-, edile-: the passive with the ability suffix, cut short by the dictionary */
for (const word of [...verbs])
  if (/[ıiuü][ln][ae]$/.test(word) && verbs.has(word.slice(0, -1)) && verbs.has(word.slice(0, -3))) verbs.delete(word)

const PARTICIPLES = [
  ...['an', 'en', 'yan', 'yen', 'acak', 'ecek', 'yacak', 'yecek', 'dık', 'dik', 'duk', 'dük', 'tık', 'tik'],
  ...['tuk', 'tük', 'ma', 'me', 'mış', 'miş', 'muş', 'müş', 'mak', 'mek', 'mayan', 'meyen', 'ar', 'er', 'r'],
  ...['dı', 'di', 'du', 'dü', 'tı', 'ti', 'tu', 'tü', 'maz', 'mez', 'malı', 'meli'],
]
const UNABLE_ENDS = new Set(['mayan', 'meyen', 'maz', 'mez', 'ma', 'me'])
/** Whether the word is a participle, tense or verbal noun of a known verb: giden (git-), edilen (et-), oylama. */
function isVerbal(word) {
  return PARTICIPLES.some((end) => {
    if (!word.endsWith(end)) return false
    const stem = word.slice(0, -end.length)
    const voiceless = /[fstkçşhp]$/.test(stem)
    if ((end.startsWith('d') && voiceless) || (end.startsWith('t') && !voiceless)) return false
    // The aorist has a vowel of its own for each verb: gider is a form of git-, gitar is not.
    if (/^[ae]?r$/.test(end)) return listed.get(stem)?.has(end) || listed.get(hardened(stem))?.has(end) || isPassive(stem)
    return isVerbStem(stem) || (UNABLE_ENDS.has(end) && isVerbStem(stem.replace(/y?[ae]$/, '')))
  })
}
/** A known verb, its passive, either with the ability suffix or negated: yapıl-, edilebil-, alınma-. */
function isVerbStem(stem) {
  const plainStem = stem.replace(/y?[ae]bil$/, '').replace(/(?<=.{2})m[ae]$/, '')
  return [stem, plainStem].some((one) => [one, hardened(one)].some((verb) => verbs.has(verb) || isPassive(verb)))
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

/** Whether the word is the possessive of a listed noun: süreci (süreç), gönlü (gönül); özeli (özel) only if `same`. */
function isPossessive(word, same) {
  const stem = word.slice(0, -1)
  const hard = { c: 'ç', b: 'p', d: 't', ğ: 'k', g: 'k' }[stem.at(-1)]
  const vowel = lastVowel(word)
  const bases = [same && stem, hard && stem.slice(0, -1) + hard]
  if (/[^aıoueiöü]{2}$/.test(stem)) bases.push(stem.slice(0, -1) + vowel + stem.at(-1))
  if (stem.at(-1) === stem.at(-2)) bases.push(stem.slice(0, -1))
  return bases.some((base) => base && Math.max(...PLURALS.map((list) => takes(base, list))) >= 2)
}

/** weight of each noun; `name` when it is known with a capital only */
const nouns = new Map()
const names = new Set()
const weigh = (word) => Math.min(9, Math.round(Math.log2(1 + (listed.get(word)?.size ?? 0))))
for (const [word, of] of listed) {
  if (!isWord(word) || word.length < 2) continue
  const name = word !== lower(word)
  const own = lower(word)
  const plural = Math.max(...PLURALS.map((list) => takes(word, list)))
  const apostrophe = [...of].filter((end) => end.startsWith("'")).length
  const participle =
    isVerbal(own) && (!name || (apostrophe < 3 && /(?:ma|me|lan|len|nan|nen|dı|di|du|dü)$/.test(own)))
  const pronominal = /(?:da|de|ta|te|n[ıiuü]n)ki$/.test(own) || /(?:lar|ler)$/.test(own)
  let root = name ? (apostrophe >= 2 || plural >= 3) && !participle : plural >= 3 && !participle && !pronominal
  if (!root && !name && DERIVED.test(own) && !participle)
    root = (plural >= 1 || of.size >= 3) && !(plural < 3 && /[ıiuü]$/.test(own) && isPossessive(own, plural === 0))
  if (keep.has(own)) root = true
  if (drop.has(own) || !root) continue
  if (!name) names.delete(plain(own))
  else if (!nouns.has(plain(own))) names.add(plain(own))
  const there = nouns.get(plain(own))
  nouns.set(plain(own), Math.max(there ?? 0, weigh(word)))
}
for (const word of keep) {
  if (!nouns.has(word)) nouns.set(word, 5)
  names.delete(word)
}

const SOFT = { p: 'b', ç: 'c', t: 'd', k: 'ğ', g: 'ğ' }
const VOWEL_CASES = [
  ['ı', 'ın', 'a', 'ına'],
  ['i', 'in', 'e', 'ine'],
  ['u', 'un', 'a', 'una'],
  ['ü', 'ün', 'e', 'üne'],
]
const endsOf = (vowel) => VOWEL_CASES.find(([end]) => end === vowel) ?? []
const proven = (stem, rows = VOWEL_CASES) =>
  Math.max(...rows.map((ends) => ends.filter((end) => has(stem + end)).length))

/** The form before vowels where it differs: kitab, hakk, şehr, reng. */
function softForm(word) {
  if (settings.soft[word]) return settings.soft[word]
  if (endsInVowel(word) || word.length < 3) return undefined
  const hard = proven(word)
  const last = word.at(-1)
  const head = word.slice(0, -1)
  const tries = []
  if (SOFT[last]) tries.push(head + (last === 'k' && head.endsWith('n') ? 'g' : SOFT[last]))
  if (word.length <= 5 && /[aıoueiöü][^aıoueiöü][ıiuü][^aıoueiöü]$/.test(word)) {
    tries.push(word.slice(0, -2) + last)
    if (SOFT[last]) tries.push(word.slice(0, -2) + SOFT[last])
  }
  // hac, hacc-; -ll- is mostly the adjective in -lı, and verbs show -tt- as their past tense.
  const doubled = word.length <= 4 && last !== 'l' && !verbs.has(word) ? word + last : undefined
  if (doubled) tries.push(doubled)
  // A dropped vowel still decides the vowel of the ending: affı is no form of afif.
  const rowsFor = (stem) => (stem.length < word.length ? [endsOf(lastVowel(word))] : VOWEL_CASES)
  const best = tries.map((stem) => [stem, proven(stem, rowsFor(stem))]).sort((a, b) => b[1] - a[1])[0]
  if (best && best[1] >= 2 && best[1] > hard) return best[0]
  // The plain spelling may be another word: hacı, asılı.
  if (doubled && proven(doubled) >= 3) return doubled
  const dropped = word.slice(0, -2) + last
  if (tries.includes(dropped) && endsOf(lastVowel(word)).every((end) => has(dropped + end))) return dropped
  // The rule for words of more than one syllable, where the dictionary shows nothing else.
  const syllables = word.match(/[aıoueiöü]/g)?.length ?? 0
  return syllables > 1 && /(?:[kçp]|og)$/.test(word) && hard === 0 ? tries[0] : undefined
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

function lexiconText() {
  const lines = []
  for (const [word, weight] of nouns) {
    const soft = softForm(word)
    const marks = (isFrontLoan(word) ? 'F' : '') + (names.has(word) ? 'N' : '')
    lines.push(`${word} n${weight}${marks}${soft ? ` ${soft}` : ''}`)
  }
  for (const word of [...verbs, ...settings.verbs]) {
    if (drop.has(`${word}-`)) continue
    const soft = settings.soft[`${word}-`] ?? verbSoft(word)
    lines.push(`${plain(word)} v${weigh(word)}${soft ? ` ${soft}` : ''}`)
  }
  return [...new Set(lines)].sort().join('\n')
}

/** Words with many endings that no root explains are roots themselves, whatever they lack (genel, özgü). */
const ENOUGH_ENDINGS = 6
const known = parseLexicon(lexiconText())
const isVerbEnding = (end) => /yor|^y?[ae]c[ae][kğ]|^m[ae]k/.test(end)
for (const [word, of] of listed) {
  const own = plain(word)
  if (word !== lower(word) || !isWord(word) || of.size < ENOUGH_ENDINGS || nouns.has(own) || drop.has(word)) continue
  if (isVerbal(word) || verbOf(word, [...ABLE, ...UNABLE]) || [...of].some(isVerbEnding) || (/[ıiuü]$/.test(word) && isPossessive(word, true))) continue
  const asWritten = { size: 1, find: (folded) => known.find(folded).filter(({ form }) => own.startsWith(form)) }
  if (rootKeys({ letters: own, folded: fold(own) }, asWritten).length === 0) nouns.set(own, weigh(word))
}

const notice = '# Roots derived from dictionary-tr, (c) 2014 Harun Reşit Zafer, MIT licence.'
const body = `${notice}\n${lexiconText()}\n`
await writeFile(path.join(here, 'roots.txt.gz'), gzipSync(body, { level: 9 }))
console.log(`${nouns.size} nouns (${names.size} names), ${verbs.size} verbs, ${body.length} characters`)
if (process.argv[2]) await writeFile(process.argv[2], body)
