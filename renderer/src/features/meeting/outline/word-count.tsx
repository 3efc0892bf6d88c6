import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import type { EditorState } from '@tiptap/pm/state'
import { useTranslation } from 'react-i18next'
import { countWords } from '../../../../../shared/text/find'
import { useLanguage } from '../../../api/use-app-info'
import { formatNumber } from '../../../ui/numbers'
import { useFollowed } from '../editor/use-followed'
import classes from './outline.module.css'

const counted = new WeakMap<Node, number>()

function wordsOf(doc: Node): number {
  let sum = 0
  doc.descendants((node) => {
    if (!node.isTextblock) return true
    let count = counted.get(node)
    if (count === undefined) {
      count = countWords(node.textBetween(0, node.content.size, undefined, ' '))
      counted.set(node, count)
    }
    sum += count
    return false
  })
  return sum
}

function countIn({ doc, selection: { from, to, empty } }: EditorState) {
  return { all: wordsOf(doc), chosen: empty ? 0 : countWords(doc.textBetween(from, to, ' ', ' ')) }
}

/** How many words the minutes have, and how many of them are selected. */
export function WordCount({ editor }: { editor: Editor }) {
  const { t } = useTranslation()
  const lang = useLanguage()
  const count = useFollowed(editor, countIn)
  const all = formatNumber(count.all, lang)
  return (
    <p className={classes.count}>
      {count.chosen > 0
        ? t('work.wordsChosen', { chosen: formatNumber(count.chosen, lang), all })
        : t('work.words', { all })}
    </p>
  )
}
