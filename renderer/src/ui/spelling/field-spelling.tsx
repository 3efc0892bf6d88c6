import { useEffect, useEffectEvent, useId, useLayoutEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommands } from '../../api/commands'
import { notifyDone } from '../notify'
import {
  checkField,
  chooseInField,
  chooseLine,
  closeFieldSpelling,
  isSpelled,
  leaveWord,
  useFieldSpelling,
  type FieldSpelling as Open,
} from './field-check'
import { choicesOf, meantChoice } from './spell-choices'
import { placeList, SpellList } from './spell-list'
import { wordPlace } from './word-place'

function OpenList({ open }: { open: Open }) {
  const { field, from, to, word, words, chosen } = open
  const id = useId()
  const box = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    if (!box.current) return
    // The focus stays in the field; screen readers hear of the list through it.
    field.setAttribute('aria-controls', id)
    field.setAttribute('aria-activedescendant', `${id}-${chosen}`)
    placeList(box.current, wordPlace(field, from, to))
    return () => {
      field.removeAttribute('aria-controls')
      field.removeAttribute('aria-activedescendant')
    }
  }, [field, from, to, words, chosen, id])
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.target !== field || event.isComposing) return
    // Keys that are only held, and those of commands, are none of the list's.
    if (['Shift', 'Control', 'Alt', 'Meta'].includes(event.key) || /^F\d/.test(event.key)) return
    const choices = choicesOf(words)
    const step = { ArrowDown: 1, ArrowUp: choices.length - 1 }[event.key]
    const taken = step !== undefined || ['Enter', 'Tab', 'Escape'].includes(event.key)
    if (!taken) return closeFieldSpelling()
    event.preventDefault()
    event.stopPropagation()
    if (step !== undefined) return chooseLine((chosen + step) % choices.length)
    if (event.key === 'Escape') return leaveWord()
    const meant = meantChoice(open)
    if (meant) chooseInField(meant)
  })
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKey(event)
    const close = () => closeFieldSpelling()
    // Before the field's own keys.
    window.addEventListener('keydown', listen, true)
    field.addEventListener('blur', close)
    field.addEventListener('pointerdown', close)
    // Dictation and emoji panels write without a key; the word that is shown stays.
    field.addEventListener('beforeinput', close)
    field.addEventListener('input', close)
    return () => {
      window.removeEventListener('keydown', listen, true)
      field.removeEventListener('blur', close)
      field.removeEventListener('pointerdown', close)
      field.removeEventListener('beforeinput', close)
      field.removeEventListener('input', close)
    }
  }, [field])
  return <SpellList id={id} box={box} word={word} words={words} chosen={chosen} onChoose={chooseInField} />
}

/** Checks the spelling of plain text fields: notes, grounds, remarks. Mounted once, before the screens, which may take the key over. */
export function FieldSpelling() {
  const { t } = useTranslation()
  const open = useFieldSpelling()
  const last = useRef<unknown>(undefined)
  useEffect(() => {
    const remember = (event: FocusEvent) => {
      if (isSpelled(event.target)) last.current = event.target
    }
    document.addEventListener('focusin', remember)
    return () => document.removeEventListener('focusin', remember)
  }, [])
  useCommands({
    'spell.next': () => {
      // From the palette: the field that was left for it.
      if (!checkField(document.activeElement) && !checkField(last.current))
        notifyDone(t('spell.noText'), undefined, 'spell-no-text')
    },
  })
  return open ? <OpenList open={open} key={`${open.from} ${open.word}`} /> : null
}
