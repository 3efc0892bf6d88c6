import type { SameShape } from '../shape'
import type { spell as tr } from '../tr/spell'

/** Spelling: in the text of minutes and in the settings. */
export const spell: SameShape<typeof tr> = {
  title: 'Spelling',
  which: 'Dictionary',
  choices: {
    off: 'Off',
    interface: 'Language of the interface',
    tr: 'Turkish',
    en: 'English',
    both: 'Turkish and English',
  },
  hint: 'Words that look wrong are underlined while you write minutes. F7 goes to the next one and lists suggestions; it works in notes and other text fields, too. Names of people, agencies and bodies count as right. Everything is checked on this computer; no text leaves it.',
  own: 'Words of your office',
  ownHint:
    'Words to take for right, with their endings. They are kept in the archive and hold for everybody who uses it.',
  menu: 'Suggestions for “{{word}}”',
  searching: 'Looking for suggestions…',
  suggestions_one: '“{{word}}” is not in the dictionary',
  suggestions_other: '“{{word}}” is not in the dictionary',
  suggestions_zero: '“{{word}}” is not in the dictionary, and nothing like it',
  add: 'Add to the dictionary',
  ignore: 'Ignore',
  added: '“{{word}}” was added to the words of your office.',
  none: 'Nothing looks misspelt.',
  check: 'Check spelling',
  noText: 'First put the cursor into the text to be checked.',
  isOff: 'Spelling is switched off. It can be switched on in the settings.',
}
