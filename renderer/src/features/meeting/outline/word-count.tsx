import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { countWords } from '../../../../../shared/text/find'
import { useLanguage } from '../../../api/use-app-info'
import { formatNumber } from '../../../ui/numbers'
import classes from './outline.module.css'

/** Quiet time (ms) after which the count follows what is typed. */
const quiet = 300
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

/** How many words the minutes have, and how many of them are selected. */
export function WordCount({ editor }: { editor: Editor }) {
  const { t } = useTranslation()
  const lang = useLanguage()
  const [count, setCount] = useState(() => ({ all: wordsOf(editor.state.doc), chosen: 0 }))
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const follow = () => {
      timer = undefined
      const { doc, selection } = editor.state
      const { from, to, empty } = selection
      setCount({ all: wordsOf(doc), chosen: empty ? 0 : countWords(doc.textBetween(from, to, ' ', ' ')) })
    }
    const later = () => {
      timer ??= setTimeout(follow, quiet)
    }
    editor.on('transaction', later)
    return () => {
      clearTimeout(timer)
      editor.off('transaction', later)
    }
  }, [editor])
  const all = formatNumber(count.all, lang)
  return (
    <p className={classes.count}>
      {count.chosen > 0
        ? t('work.wordsChosen', { chosen: formatNumber(count.chosen, lang), all })
        : t('work.words', { all })}
    </p>
  )
}
