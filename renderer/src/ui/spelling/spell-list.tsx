import { IconBookmarkPlus, IconEyeOff } from '@tabler/icons-react'
import type { ReactNode, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { choicesOf, type SpellChoice } from './spell-choices'
import classes from './spell-list.module.css'

/** Where a list stands for a word on the screen: below it, above it where there is no room, within the window. */
export function placeList(box: HTMLElement, word: { left: number; top: number; bottom: number }): void {
  const below = word.bottom + 4
  const top = below + box.offsetHeight > window.innerHeight - 32 ? word.top - box.offsetHeight - 4 : below
  box.style.left = `${Math.max(8, Math.min(word.left, window.innerWidth - box.offsetWidth - 8))}px`
  box.style.top = `${Math.max(8, top)}px`
}

/** What may be meant by a misspelt word, and what else can be done about it. Keys are handled by the text, which keeps the focus. */
export function SpellList({
  id,
  box,
  word,
  words,
  chosen,
  onChoose,
}: {
  /** of the list; options are `id-0`, `id-1` … */
  id: string
  box: Ref<HTMLDivElement>
  word: string
  /** undefined while they are looked for */
  words: readonly string[] | undefined
  chosen: number
  onChoose: (choice: SpellChoice) => void
}) {
  const { t } = useTranslation()
  const icon = { size: 16, stroke: 1.5, 'aria-hidden': true }
  const others: Record<'add' | 'ignore', ReactNode> = {
    add: (
      <>
        <IconBookmarkPlus {...icon} />
        {t('spell.add')}
      </>
    ),
    ignore: (
      <>
        <IconEyeOff {...icon} />
        {t('spell.ignore')}
      </>
    ),
  }
  return (
    <div className={classes.box} ref={box}>
      <div className={classes.note} role="status">
        {words === undefined ? t('spell.searching') : t('spell.suggestions', { count: words.length, word })}
      </div>
      <ul className={classes.list} id={id} role="listbox" aria-label={t('spell.menu', { word })}>
        {choicesOf(words).map((choice, index) => (
          <li
            key={choice.kind === 'replace' ? choice.word : choice.kind}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === chosen}
            className={choice.kind === 'replace' ? classes.word : classes.option}
            onPointerDown={(event) => {
              event.preventDefault()
              onChoose(choice)
            }}
          >
            {choice.kind === 'replace' ? choice.word : others[choice.kind]}
          </li>
        ))}
      </ul>
    </div>
  )
}
