import { upperTr } from '../../../shared/text/turkish'
import type { Random } from './random'
import { inflect, type Case } from './suffixes'
import { adjectives, endings, nouns, topics, verbalNouns } from './words'

const cases: Case[] = ['acc', 'dat', 'loc', 'abl', 'gen', 'plural', 'ins', 'plain']

function capital(sentence: string): string {
  return upperTr(sentence.charAt(0)) + sentence.slice(1)
}

/** One of the words of meetings, bent. */
function noun(random: Random, form?: Case): string {
  const word = random.pick(nouns)
  const plural = random.chance(0.3) ? inflect(word, 'plural') : word
  return inflect(plural, form ?? random.pick(cases))
}

function topic(random: Random, form: Case): string {
  return inflect(random.pick(topics), form, true)
}

/** A sentence of minutes: third person, passive past. In: names of agencies that may be spoken of. */
export function sentence(random: Random, agencies: readonly string[]): string {
  const agency = () =>
    inflect(random.pick(agencies), random.pick(['gen', 'dat', 'abl', 'ins'] as const), true)
  const describe = () => `${random.pick(adjectives)} ${noun(random, 'plain')}`
  const shapes = [
    () =>
      `${agency()} ${topic(random, 'dat')} ilişkin ${describe()} ile ${noun(random, 'acc')} ${random.pick(endings)}`,
    () =>
      `${topic(random, 'loc')} ${noun(random, 'gen')} ${random.pick(adjectives)} ${noun(random, 'abl')} doğan durumu ${random.pick(endings)}`,
    () =>
      `${noun(random, 'loc')} ${random.int(2, 90)} ${describe()} için ${noun(random, 'dat')} ${agency()} birlikte bakılması ${random.pick(endings)}`,
    () =>
      `${random.int(2016, 2026)} yılı ${noun(random, 'loc')} ${topic(random, 'acc')} kapsayan ${describe()} ${agency()} ${random.pick(endings)}`,
    () =>
      `${agency()} ${noun(random, 'acc')} ${noun(random, 'dat')} kadar ${noun(random, 'ins')} yürütmesi, ${noun(random, 'plural')} için ${describe()} ayrılması ${random.pick(endings)}`,
  ]
  return `${capital(random.pick(shapes)())}.`
}

/** A paragraph of some sentences. */
export function paragraph(random: Random, agencies: readonly string[], sentences: number): string {
  return Array.from({ length: sentences }, () => sentence(random, agencies)).join(' ')
}

/** The words of a decision, with the usual verbal noun at the end. */
export function decisionText(random: Random, agencies: readonly string[]): string {
  const agency = inflect(random.pick(agencies), 'gen', true)
  return capital(
    `${topic(random, 'dat')} ilişkin ${random.pick(adjectives)} ${noun(random, 'gen')} ${agency} ${noun(random, 'ins')} ${random.pick(verbalNouns)}`,
  )
}

/** What somebody has to do. */
export function actionText(random: Random): string {
  return capital(`${topic(random, 'gen')} ${random.pick(adjectives)} ${noun(random, 'acc')} hazırlanması`)
}

/** A head of an agenda item. */
export function itemTitle(random: Random): string {
  return capital(`${topic(random, 'gen')} ${noun(random, 'plain')} durumu`)
}
