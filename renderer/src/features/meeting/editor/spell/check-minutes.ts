import type { Editor } from '@tiptap/core'
import { i18n } from '../../../../../../shared/i18n/i18n'
import { notifyDone } from '../../../../ui/notify'
import { spellPorts } from '../../../../ui/spelling/spell-ports'
import { goToMisspelling } from './spell-plugin'

/** Goes to the next misspelt word of the minutes, or says why not. */
export function checkMinutes(editor: Editor): void {
  if (!spellPorts.isOn()) return notifyDone(i18n.t('spell.isOff'), undefined, 'spell-off')
  if (!editor.isEditable) return
  editor.view.focus()
  void goToMisspelling(editor.view)
}
