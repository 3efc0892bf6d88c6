import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { useEditorState } from '@tiptap/react'
import { useTranslation } from 'react-i18next'
import { decisionClosing } from '../../../../../../shared/domain/vote-wording'
import { useLanguage } from '../../../../api/use-app-info'
import type { DecisionFields } from '../schema/parts'
import { InlineInput } from './inline-input'

/** Words of a decision, once for each state of it: this is asked at every key. */
const plainOf = new WeakMap<Node, string>()

function plainText(node: Node | null): string {
  if (!node) return ''
  let plain = plainOf.get(node)
  if (plain === undefined) {
    plain = node.textBetween(0, node.content.size, '\n', '\n')
    plainOf.set(node, plain)
  }
  return plain
}

/** The sentence that ends a decision: worded by rule from outcome and vote, or as somebody types it here. */
export function ClosingField({
  editor,
  getPos,
  fields,
  onFormula,
  disabled,
}: {
  editor: Editor
  getPos: () => number | undefined
  fields: DecisionFields
  onFormula: (formula: string | undefined) => void
  disabled?: boolean
}) {
  const { t } = useTranslation()
  const lang = useLanguage()
  const byRule = useEditorState({
    editor,
    selector: () => decisionClosing(plainText(editor.state.doc.nodeAt(getPos() ?? 0)), fields, lang).words,
  })
  return (
    <InlineInput
      label={t('work.closing')}
      caption={t('work.closing')}
      placeholder={byRule || t('work.closingSaid')}
      disabled={disabled}
      value={fields.formula ?? ''}
      onText={(text) => onFormula(text.trim() === '' ? undefined : text)}
    />
  )
}
