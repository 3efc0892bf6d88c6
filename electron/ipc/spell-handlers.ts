import { ok } from '../../shared/result'
import type { Deps, HandlersFor } from './deps'

type SpellCalls = HandlersFor<`spell.${string}`>

/** Handlers of spelling. */
export function spellHandlers({ spelling }: Deps): SpellCalls {
  return {
    'spell.check': async ({ words }) => ok({ wrong: await spelling.check(words) }),
    'spell.suggest': async ({ word }) => ok({ words: await spelling.suggest(word) }),
    'spell.add': ({ word }) => spelling.add(word),
    'spell.forget': ({ word }) => spelling.forget(word),
    'spell.ignore': async ({ word }) => {
      spelling.ignore(word)
      return ok(undefined)
    },
  }
}
