import { ActionIcon, Checkbox, NumberInput, Textarea, TextInput } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconFileText, IconTrash } from '@tabler/icons-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { TemplateItem } from '../../../../../shared/records/template'
import { AddButton } from '../../../ui/repeated'
import classes from './templates.module.css'

const most = 200

function Tool({
  label,
  icon: Icon,
  off = false,
  expanded,
  onRun,
}: {
  label: string
  icon: typeof IconTrash
  off?: boolean
  expanded?: boolean
  onRun: () => void
}) {
  return (
    <ActionIcon
      size={28}
      aria-label={label}
      title={label}
      disabled={off}
      aria-expanded={expanded}
      onClick={onRun}
    >
      <Icon size={16} stroke={1.5} />
    </ActionIcon>
  )
}

/** The agenda of a template: titles, planned minutes, text to begin with; items move by keys and buttons. */
export function AgendaEditor({
  items,
  disabled,
  onChange,
}: {
  items: readonly TemplateItem[]
  disabled: boolean
  onChange: (items: TemplateItem[]) => void
}) {
  const { t } = useTranslation()
  const list = useRef<HTMLOListElement>(null)
  const [open, setOpen] = useState<ReadonlySet<number>>(new Set())
  const [said, setSaid] = useState('')
  /** Which title takes the focus once the list stands as asked. */
  const focus = useRef<number>(undefined)
  useEffect(() => {
    if (focus.current === undefined) return
    list.current?.querySelectorAll<HTMLInputElement>('input[data-item-title]')[focus.current]?.focus()
    focus.current = undefined
  }, [items])

  const change = (index: number, patch: Partial<TemplateItem>) =>
    onChange(items.map((item, at) => (at === index ? { ...item, ...patch } : item)))
  const add = (index: number) => {
    if (items.length >= most) return
    const fresh: TemplateItem = { title: '', kind: 'item', markdown: '' }
    onChange([...items.slice(0, index), fresh, ...items.slice(index)])
    setOpen(new Set([...open].map((at) => (at >= index ? at + 1 : at))))
    focus.current = index
  }
  const remove = (index: number) => {
    onChange(items.filter((_, at) => at !== index))
    setOpen(new Set([...open].flatMap((at) => (at === index ? [] : [at > index ? at - 1 : at]))))
    focus.current = Math.max(0, Math.min(index, items.length - 2))
  }
  const move = (index: number, to: number) => {
    const item = items[index]
    if (!item || to < 0 || to >= items.length) return
    const rest = items.filter((_, at) => at !== index)
    onChange([...rest.slice(0, to), item, ...rest.slice(to)])
    setOpen(new Set([...open].map((at) => (at === index ? to : at === to ? index : at))))
    focus.current = to
    setSaid(t('templates.editor.moved', { number: to + 1 }))
  }
  const moveByKey = (event: KeyboardEvent, index: number) => {
    if (disabled || event.nativeEvent.isComposing) return
    if (event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault()
      move(index, event.key === 'ArrowUp' ? index - 1 : index + 1)
    }
  }
  return (
    <fieldset className={classes.agenda}>
      <legend>{t('templates.editor.agenda')}</legend>
      <p className={classes.hint}>
        {items.length === 0 ? t('templates.editor.empty') : t('templates.editor.agendaHint')}
      </p>
      <ol className={classes.items} ref={list}>
        {items.map((item, index) => {
          const number = index + 1
          const shown = open.has(index)
          return (
            // Items have no ids of their own: their place is what tells them apart.
            <li key={index} className={classes.item}>
              <div className={classes.line}>
                <span className={classes.number}>{number}</span>
                <TextInput
                  data-item-title
                  aria-label={t('templates.editor.itemTitle', { number })}
                  value={item.title}
                  maxLength={2_000}
                  disabled={disabled}
                  onChange={(event) => change(index, { title: event.currentTarget.value })}
                  onKeyDown={(event) => {
                    moveByKey(event, index)
                    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
                    event.preventDefault()
                    add(number)
                  }}
                />
                <NumberInput
                  aria-label={t('templates.editor.itemMinutes', { number })}
                  value={item.plannedMinutes ?? ''}
                  min={1}
                  max={1440}
                  allowDecimal={false}
                  allowNegative={false}
                  hideControls
                  rightSection={<span aria-hidden>{t('templates.editor.unit')}</span>}
                  rightSectionPointerEvents="none"
                  onKeyDown={(event) => moveByKey(event, index)}
                  disabled={disabled}
                  onChange={(typed) => {
                    const { plannedMinutes: _old, ...rest } = item
                    const minutes =
                      typeof typed === 'number' && typed >= 1 && typed <= 1440 ? typed : undefined
                    onChange(
                      items.map((other, at) =>
                        at === index ? { ...rest, ...(minutes ? { plannedMinutes: minutes } : {}) } : other,
                      ),
                    )
                  }}
                />
                <span className={classes.tools}>
                  <Tool
                    label={t('templates.editor.showText', { number })}
                    icon={IconFileText}
                    expanded={shown}
                    onRun={() => {
                      const next = new Set(open)
                      if (!next.delete(index)) next.add(index)
                      setOpen(next)
                    }}
                  />
                  {!disabled && (
                    <>
                      <Tool
                        label={t('templates.editor.up', { number })}
                        icon={IconArrowUp}
                        off={index === 0}
                        onRun={() => move(index, index - 1)}
                      />
                      <Tool
                        label={t('templates.editor.down', { number })}
                        icon={IconArrowDown}
                        off={number === items.length}
                        onRun={() => move(index, index + 1)}
                      />
                      <Tool
                        label={t('templates.editor.removeItem', { number })}
                        icon={IconTrash}
                        onRun={() => remove(index)}
                      />
                    </>
                  )}
                </span>
              </div>
              {shown && (
                <div className={classes.more}>
                  <Textarea
                    label={t('templates.editor.itemText', { number })}
                    value={item.markdown}
                    disabled={disabled}
                    autosize
                    minRows={2}
                    maxRows={8}
                    onChange={(event) => change(index, { markdown: event.currentTarget.value })}
                  />
                  <Checkbox
                    label={t('templates.editor.session')}
                    aria-label={t('templates.editor.itemSession', { number })}
                    checked={item.kind === 'session'}
                    disabled={disabled}
                    onChange={(event) =>
                      change(index, { kind: event.currentTarget.checked ? 'session' : 'item' })
                    }
                  />
                </div>
              )}
            </li>
          )
        })}
      </ol>
      {!disabled && <AddButton label={t('templates.editor.addItem')} onClick={() => add(items.length)} />}
      <span className="tt-unseen" role="status">
        {said}
      </span>
    </fieldset>
  )
}
