import { setImmediate } from 'node:timers/promises'
import type { Spelling } from '../../../shared/contract/spell-contract'
import type { MachineSettings } from '../../../shared/contract/app-contract'
import type { ListedType } from '../../../shared/contract/rows'
import { fail, ok, type Result } from '../../../shared/result'
import {
  isAllCapitals,
  spellForm,
  spellLanguages,
  spellWords,
  type SpellLanguage,
} from '../../../shared/text/spelling'
import { isSuffix } from '../../../shared/text/tokens'
import { compareTr, lowerTr, titleTr } from '../../../shared/text/turkish'
import type { ArchiveStore } from '../store/store-types'
import type { SpellClient } from './spell-client'

/** The directory: whose names are right as they stand there. */
const named: ListedType[] = ['participant', 'agency', 'body']
/** Records looked at for a word; the more used come first. */
const mostFound = 50
/** Shortest word that may be found as the beginning of a longer one. */
const shortestStem = 3
/** An office does not have more words of its own; a file must not grow without end. */
const mostOwnWords = 20_000
/** Words looked up in the directory in one turn. */
const atOnce = 10
/** Tries to add a word while something else writes the settings. */
const tries = 3

export interface SpellingPorts {
  client: SpellClient
  settings: () => MachineSettings
  /** The open archive, if there is one. */
  store: () => ArchiveStore | undefined
  onChanged: () => void
  logFault: (where: string, fault: unknown) => void
}

function languagesOf({ spelling, language }: MachineSettings): SpellLanguage[] {
  const by: Record<Spelling, SpellLanguage[]> = {
    off: [],
    interface: [language],
    tr: ['tr'],
    en: ['en'],
    both: [...spellLanguages],
  }
  return by[spelling]
}

/** The forms under which a word may stand in a list: as it is, at the beginning of a sentence, in a heading. */
function formsOf(word: string): string[] {
  return [word, lowerTr(word), ...(isAllCapitals(word) ? [titleTr(word)] : [])]
}

/** The words a list stands for: one in capitals is the name in small letters as well. */
function withNames(words: readonly string[]): string[] {
  return words.flatMap((word) => (isAllCapitals(word) ? [word, titleTr(word)] : [word]))
}

/** The words of a name as they may stand in a text. */
function wordsOfName(name: string): string[] {
  return spellWords(name).map(({ word }) => word)
}

/**
 * Spelling of texts: dictionaries in a process of their own, which starts with the first question; the names of the
 * directory; the office's own words. Those belong to the archive, as its names and terms do: they come along on the stick, to
 * the colleague and into the backup. Words that are let pass are forgotten when the program ends.
 */
export class SpellService {
  private readonly ignored = new Set<string>()

  constructor(private readonly ports: SpellingPorts) {}

  /** The words that nothing accepts; none while spelling is off or its process fails (that goes to the log). */
  async check(words: readonly string[]): Promise<string[]> {
    const languages = languagesOf(this.ports.settings())
    if (languages.length === 0) return []
    try {
      const wrong = await this.ports.client.wrong(words, languages)
      if (wrong.length === 0) return []
      const own = await this.ownWords()
      const left: string[] = []
      for (const [index, word] of wrong.entries()) {
        // A text in another language asks the directory for every word: saves must come in between.
        if (index % atOnce === atOnce - 1) await setImmediate()
        if (!this.passes(spellForm(word), own)) left.push(word)
      }
      return left
    } catch (fault) {
      this.ports.logFault('spelling', fault)
      return []
    }
  }

  /** What may be meant by a word, best first; a name that lacks the apostrophe before its suffix gets it. */
  async suggest(given: string): Promise<string[]> {
    const word = spellForm(given)
    const languages = languagesOf(this.ports.settings())
    if (languages.length === 0) return []
    const names = this.parted(word).flatMap(([stem, rest]) => (this.isNamed(stem) ? [`${stem}'${rest}`] : []))
    try {
      return [...new Set([...names, ...(await this.ports.client.suggest(word, languages))])]
    } catch (fault) {
      this.ports.logFault('spelling', fault)
      return names
    }
  }

  /** Makes a word one of the office's own. Errors: `no-archive`, those of writing. */
  add(word: string): Promise<Result<void>> {
    return this.change((own) =>
      [...new Set([...own, spellForm(word)])].sort(compareTr).slice(0, mostOwnWords),
    )
  }

  /** Takes a word off the office's own. Errors: `no-archive`, those of writing. */
  forget(word: string): Promise<Result<void>> {
    return this.change((own) => own.filter((one) => one !== spellForm(word)))
  }

  /** Lets a word pass until the program ends. */
  ignore(word: string): void {
    for (const form of withNames([spellForm(word)])) this.ignored.add(form)
    this.ports.onChanged()
  }

  /** Settings have changed: what is not needed any more gives its memory back. */
  settingsChanged(): void {
    if (languagesOf(this.ports.settings()).length === 0) this.ports.client.rest()
    this.ports.onChanged()
  }

  private async change(to: (own: readonly string[]) => string[]): Promise<Result<void>> {
    const store = this.ports.store()
    if (!store) return fail('no-archive')
    for (let turn = 1; ; turn += 1) {
      const read = await store.settings()
      if (!read.ok) return read
      const { settings, hash } = read.value
      const saved = await store.saveSettings({ ...settings, dictionary: to(settings.dictionary) }, hash)
      if (saved.ok) {
        this.ports.onChanged()
        return ok(undefined)
      }
      if (saved.error.code !== 'conflict' || turn === tries) return saved
    }
  }

  private async ownWords(): Promise<ReadonlySet<string>> {
    const read = await this.ports.store()?.settings()
    return new Set(read?.ok ? withNames(read.value.settings.dictionary.map(spellForm)) : [])
  }

  private passes(word: string, own: ReadonlySet<string>): boolean {
    const forms = formsOf(word)
    if (forms.some((form) => own.has(form) || this.ignored.has(form))) return true
    if (this.isNamed(word)) return true
    return this.parted(word).some(([stem]) => formsOf(stem).some((form) => own.has(form)))
  }

  /** A word cut where a suffix may begin, longest stem first. */
  private parted(word: string): [stem: string, suffix: string][] {
    const parts: [string, string][] = []
    for (let at = word.length - 1; at >= shortestStem; at -= 1) {
      const suffix = word.slice(at)
      if (isSuffix(suffix)) parts.push([word.slice(0, at), suffix])
    }
    return parts
  }

  private isNamed(word: string): boolean {
    const forms = new Set([word, ...(isAllCapitals(word) ? [titleTr(word)] : [])])
    const found = this.ports.store()?.find(named, word, mostFound) ?? []
    return found.some(({ name, matched }) =>
      [name, matched ?? ''].some((text) => wordsOfName(text).some((one) => forms.has(one))),
    )
  }
}
