import type { Editor } from '@tiptap/core'
import { useTranslation } from 'react-i18next'
import { useLanguage } from '../../../api/use-app-info'
import { formatNumber } from '../../../ui/numbers'
import { useFollowed } from '../editor/use-followed'
import { minutesWords } from './minutes-words'
import classes from './outline.module.css'

/** How many words the minutes have, and how many of them are selected. */
export function WordCount({ editor }: { editor: Editor }) {
  const { t } = useTranslation()
  const lang = useLanguage()
  const count = useFollowed(editor, minutesWords)
  const all = formatNumber(count.all, lang)
  return (
    <p className={classes.count}>
      {count.chosen > 0
        ? t('work.wordsChosen', { chosen: formatNumber(count.chosen, lang), all })
        : t('work.words', { all })}
    </p>
  )
}
