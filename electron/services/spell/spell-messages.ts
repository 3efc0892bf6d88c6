import type { SpellLanguage } from '../../../shared/text/spelling'

/** What is asked of the spelling process. */
export type SpellRequest =
  | { id: number; kind: 'wrong'; words: readonly string[]; languages: readonly SpellLanguage[] }
  | { id: number; kind: 'suggest'; word: string; languages: readonly SpellLanguage[] }

/** What it says back: words; `fault` is a bug, told with its message. */
export type SpellReply =
  { id: number; kind: 'words'; words: string[] } | { id: number; kind: 'fault'; message: string }
