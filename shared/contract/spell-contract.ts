import { z } from 'zod'
import { longestWord } from '../text/spelling'
import { call, event } from './door'

/** Whether texts are spelt, and by which dictionaries; `interface` is that of the interface's language. */
export const spellings = ['off', 'interface', 'tr', 'en', 'both'] as const
export type Spelling = (typeof spellings)[number]

/** Words of one question; a longer text is asked in pieces. */
export const mostSpellWords = 400

const Word = z.string().min(1).max(longestWord)

export const spellContract = {
  /** Which of these words no dictionary, name of the directory or own word accepts. None while spelling is off. */
  'spell.check': call(
    z.strictObject({ words: z.array(Word).max(mostSpellWords) }),
    z.object({ wrong: z.array(z.string()) }),
  ),
  /** What may be meant, best first. */
  'spell.suggest': call(z.strictObject({ word: Word }), z.object({ words: z.array(z.string()) })),
  /** Makes a word one of the office's own, in the archive. */
  'spell.add': call(z.strictObject({ word: Word }), z.void()),
  /** Takes a word off the office's own. */
  'spell.forget': call(z.strictObject({ word: Word }), z.void()),
  /** Lets a word pass until the program ends. */
  'spell.ignore': call(z.strictObject({ word: Word }), z.void()),
  /** Words are judged differently now: ask again. */
  'spell.changed': event(z.object({})),
}
