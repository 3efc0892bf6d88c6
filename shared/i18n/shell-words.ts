import type { Language } from '../dates'
import { commandIds, type CommandId } from '../commands'
import { commands as enCommands } from './en/commands'
import { shell as en } from './en/shell'
import { commands as trCommands } from './tr/commands'
import { shell as tr } from './tr/shell'

/** The main process's own words in a language; it needs no i18next for these few. */
export function shellWords(language: Language) {
  return language === 'tr' ? tr : en
}

/** Name of every command in a language: what the native menu shows. */
export function commandNames(language: Language): Record<CommandId, string> {
  const words: Record<string, Record<string, string>> = language === 'tr' ? trCommands : enCommands
  const named = commandIds.map((id) => {
    const [group = '', name = ''] = id.split('.')
    return [id, words[group]?.[name] ?? id] as const
  })
  return Object.fromEntries(named) as Record<CommandId, string>
}
