/**
 * The inflection of Turkish as patterns over folded letters (ı = i, ö = o, ü = u, ş = s, ç = c, ğ = g).
 *
 * Inflection only: plural, possessive, case, -ki, copula; voice, negation, tense, participles and converbs of
 * verbs. Derivation (-lik, -ci, -li, -siz, -sel) makes another word and is left alone.
 * Grammar: M. Ergin, Türk Dil Bilgisi; forms checked against the surface words of the MIT dictionary-tr.
 */

/** How well a suffix chain fits: 0 not at all, 1 usual, 2 only if nothing usual fits. */
export type Fit = 0 | 1 | 2
/** What a stem ends in: a consonant or a vowel. */
type After = 'c' | 'v'

const A = '[ae]'
const I = '[iu]'
const D = '[dt]'

/** Cases after a consonant, after a vowel, after the possessive of the third person. */
const CASE_C = `(?:${I}n?|${A}|${D}${A}n?|l${A}|c${A})`
const CASE_V = `(?:y${I}|n${I}n|y${A}|${D}${A}n?|yl${A}|c${A})`
const CASE_3 = `(?:n${I}n?|n${A}|nd${A}n?|yl${A}|nc${A})`
/** The pronoun -ki and what may follow it. */
const KI = `ki(?:l${A}r(?:${I}n?|${A}|d${A}n?|l${A}|${I}n${I}|${I}n${A})?|${CASE_3})?`
const CASE_C_KI = `(?:${CASE_C}|${D}${A}${KI}|${I}n${KI})`
const CASE_V_KI = `(?:${CASE_V}|${D}${A}${KI}|n${I}n${KI})`
const CASE_3_KI = `(?:${CASE_3}|nd${A}${KI}|n${I}n${KI})`
const MINE = `(?:m|m${I}z|n${I}z)`
/** -lar and what may follow it. */
const PLURAL = `l${A}r(?:${I}${MINE}${CASE_C_KI}?|${I}${CASE_3_KI}?|${CASE_C_KI})?`
const NOUN_C = `(?:${PLURAL}|${I}${MINE}${CASE_C_KI}?|${I}${CASE_3_KI}?|${CASE_C_KI})`
const NOUN_V = `(?:${PLURAL}|${MINE}${CASE_C_KI}?|s${I}${CASE_3_KI}?|${CASE_V_KI})`

const IS = `${D}${I}r(?:l${A}r)?`
const PERSON = `(?:m|n|k|n${I}z|l${A}r)`
const AM = `(?:y?${I}[mz]|s${I}n(?:${I}z)?)`
const WAS = `(?:y?${D}${I}${PERSON}?|y?s${A}${PERSON}?|y?m${I}s(?:${AM}|${IS})?)`
const COPULA = `(?:${WAS}|${IS}|${AM}(?:${IS})?|y?ken|l${A}r(?:${IS}|${D}${I}|s${A}|m${I}s)?)`

/** Endings of verbs: what stands right behind the stem, and what may follow that. */
type Endings = readonly { head: RegExp; tail: RegExp }[]

/** Usual endings of a verb stem, by whether it ends in a vowel. */
function usualEndings(vowel: boolean): Endings {
  const y = vowel ? 'y' : ''
  const pairs: [head: string, tail: string][] = [
    [`${D}${I}`, `(?:${PERSON}|yd${I}${PERSON}?|ys${A}${PERSON}?)?`],
    [`m${I}s|${y}${A}c${A}[kg]`, `(?:${COPULA}|${NOUN_C})?`],
    [`m${A}z`, `(?:${COPULA}|l${I}k${NOUN_C}?)?`],
    [`m${A}l${I}|${vowel ? '' : I}yor`, `(?:${COPULA})?`],
    [`s${I}n`, `(?:l${A}r)?`],
    [`m${A}kt${A}`, `(?:${COPULA}|${KI})?`],
    [`${y}${A}n`, `(?:${NOUN_C}(?:${IS}|${WAS})?|${IS}|${WAS})?`],
    [`${D}${I}[kg]`, `(?:${NOUN_C}(?:${IS}|${WAS})?|c${A})?`],
    [`m${A}`, `(?:${NOUN_V}(?:${IS}|${WAS})?|${IS}|${WAS})?`],
    [`m${A}k`, `(?:${NOUN_C}|s${I}z${I}n|${IS})?`],
    [`m${A}y${A}n`, `${NOUN_C}?`],
    [`${y}${A}r${A}k`, `(?:t${A}n)?`],
    [`${y}${I}nc${A}`, `(?:y${A})?`],
    [`${y}${I}p|m${A}d${A}n|${y}${A}l${I}m?`, ''],
  ]
  return pairs.map(([head, tail]) => ({
    head: new RegExp(`^(?:${head})$`),
    tail: new RegExp(`^${tail}$`),
  }))
}

/** Rare endings of a verb stem, as one pattern. */
function rareEndings(vowel: boolean): string {
  const y = vowel ? 'y' : ''
  return [
    vowel ? `r(?:${COPULA}|c${A}s${I}n${A})?` : `[aeiu]r(?:${COPULA}|c${A}s${I}n${A})?`,
    `s${A}(?:${PERSON}|y${D}${I}${PERSON}?|ym${I}s|l${A}r${D}${I})?`,
    `${y}${A}(?:y${I}m|s${I}n(?:${I}z)?)`,
    `m${I}sc${A}s${I}n${A}`,
    vowel ? `y${I}n(?:${I}z)?` : `${I}n(?:${I}z)?`,
  ].join('|')
}

/** Passive, ability, negation and their mixtures that leave a stem in a consonant or in a vowel, behind such a stem. */
function voices(vowel: boolean): { toC: string; toV: string; never: string } {
  const y = vowel ? 'y' : ''
  const voice = vowel ? `n(?:${I}l)?` : `${I}[ln](?:${I}[ln])?`
  const able = `${A}b${I}l`
  const unable = `${A}m${A}`
  return {
    toC: `(?:${voice}|${y}${able}|${voice}${able}|m${A}y${able}|${y}${I}v${A}r)`,
    toV: `(?:m${A}|${y}${unable}|${voice}m${A}|${voice}${unable})`,
    // The negated aorist -maz has no vowel stem: yapamaz, edilemezse, alınamazlığı.
    never: `(?:${y}${unable}|${voice}${unable}|${voice}m${A})z(?:${COPULA}|l${I}[kg]${NOUN_C}?|${NOUN_C})?`,
  }
}

const ENDINGS: Record<After, Endings> = { c: usualEndings(false), v: usualEndings(true) }

function isEnding(after: After, suffix: string): boolean {
  for (let at = 1; at <= suffix.length; at += 1) {
    const head = suffix.slice(0, at)
    for (const ending of ENDINGS[after])
      if (ending.head.test(head) && ending.tail.test(suffix.slice(at))) return true
  }
  return false
}

/**
 * Usual inflection of a verb. It is tried part by part: written out as one pattern, every ending stands in it three times,
 * and 53,000 characters take a third of a second to compile at every start.
 */
function usualVerb(vowel: boolean): Pattern {
  const { toC, toV, never } = voices(vowel)
  const [c, v, maz] = [toC, toV, never].map((source) => new RegExp(`^${source}$`)) as [RegExp, RegExp, RegExp]
  return {
    test: (suffix) => {
      if (isEnding(vowel ? 'v' : 'c', suffix) || maz.test(suffix)) return true
      for (let at = 1; at < suffix.length; at += 1) {
        const voice = suffix.slice(0, at)
        if (c.test(voice) && isEnding('c', suffix.slice(at))) return true
        if (v.test(voice) && isEnding('v', suffix.slice(at))) return true
      }
      return false
    },
  }
}

function rareVerb(vowel: boolean): RegExp {
  const { toC, toV } = voices(vowel)
  const [afterC, afterV] = [rareEndings(false), rareEndings(true)]
  return new RegExp(`^(?:${vowel ? afterV : afterC}|${toC}(?:${afterC})|${toV}(?:${afterV}))$`)
}

/** -ki right behind a word of time: dünkü, önceki. */
const TIME = `k${I}(?:l${A}r(?:${I}n?|${A}|d${A}n?)?|${CASE_3})?`

type Kind = 'noun' | 'verb'
interface Pattern {
  test(suffix: string): boolean
}

/** Inflection by kind of word and by what the stem ends in: usual forms, then rare ones. */
const CHAINS: Record<Kind, Record<After, readonly [usual: Pattern, rare: Pattern]>> = {
  noun: {
    c: [new RegExp(`^${NOUN_C}?(?:${IS})?$`), new RegExp(`^${NOUN_C}?${COPULA}$|^${TIME}$`)],
    v: [new RegExp(`^${NOUN_V}?(?:${IS})?$`), new RegExp(`^(?:n|${NOUN_V})?${COPULA}$|^n$|^${TIME}$`)],
  },
  verb: {
    c: [usualVerb(false), rareVerb(false)],
    v: [usualVerb(true), rareVerb(true)],
  },
}

const MEMO_LIMIT = 20_000
const memos: Record<Kind, Map<string, Fit>> = { noun: new Map(), verb: new Map() }
const isVowel = (letter: string) => 'aeiou'.includes(letter)
/** After these a suffix begins with t, after all others with d; h and c stand in words of both kinds. */
const VOICELESS = 'fkpst'
const EITHER = 'hc'

/** Whether a folded suffix chain (never empty) may follow a noun or a verb that ends in the folded letter `last`. */
export function suffixFit(kind: Kind, suffix: string, last: string): Fit {
  const first = suffix[0]
  const voiceless = VOICELESS.includes(last)
  if (!EITHER.includes(last) && ((first === 't' && !voiceless) || (first === 'd' && voiceless))) return 0
  const after = isVowel(last) ? 'v' : 'c'
  const at = after + suffix
  const memo = memos[kind]
  const known = memo.get(at)
  if (known !== undefined) return known
  const [usual, rare] = CHAINS[kind][after]
  const fit = usual.test(suffix) ? 1 : rare.test(suffix) ? 2 : 0
  if (memo.size >= MEMO_LIMIT) memo.clear()
  memo.set(at, fit)
  return fit
}

/** The verb of which this folded verb is the regular passive (-l after consonants, -n after vowels and l), or nothing. */
export function activeOf(verb: string): string | undefined {
  if (/[^aeiou]{1}[iu]l$/.test(verb)) return verb.slice(0, -2)
  if (/l[iu]n$/.test(verb)) return verb.slice(0, -2)
  if (/[aeiou]n$/.test(verb)) return verb.slice(0, -1)
  return undefined
}

const BACK = 'aıou'
const FRONT = 'eiöü'

/**
 * Vowel harmony between a stem and its suffixes, front against back.
 * @param stem and @param suffix in Turkish letters; with `ascii` an i, o or u may stand for ı, ö or ü.
 * @param front the stem takes front suffixes although its last vowel is back (saat → saatler).
 */
export function inHarmony(stem: string, suffix: string, ascii: boolean, front: boolean): boolean {
  let side: 'back' | 'front' | 'any' = front ? 'front' : 'any'
  if (!front)
    for (let i = stem.length - 1; i >= 0; i -= 1) {
      const letter = stem[i] ?? ''
      if (ascii && 'ou'.includes(letter)) break
      if (ascii && letter === 'i') break
      if (BACK.includes(letter)) side = 'back'
      else if (FRONT.includes(letter)) side = 'front'
      else continue
      break
    }
  for (let i = 0; i < suffix.length; i += 1) {
    const letter = suffix[i] ?? ''
    if (suffix.startsWith('ki', i) || suffix.startsWith('ken', i)) {
      side = 'front'
      i += 1
    } else if (suffix.startsWith('bil', i)) {
      // The ability suffix -abil is front in its second half whatever comes before.
      side = 'front'
      i += 2
    } else if (suffix.startsWith('yor', i)) {
      side = 'back'
      i += 2
    } else if (ascii && (letter === 'i' || letter === 'u')) continue
    else if (BACK.includes(letter)) {
      if (side === 'front') return false
      side = 'back'
    } else if (FRONT.includes(letter)) {
      if (side === 'back') return false
      side = 'front'
    }
  }
  return true
}
