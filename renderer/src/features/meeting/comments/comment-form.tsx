import { Button, Group, Textarea } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** The words of a comment: Ctrl+Enter keeps them, Esc gives up; whoever leaves the page in between keeps them too. */
export function CommentForm({
  label,
  start = '',
  onDone,
}: {
  label: string
  start?: string
  /** undefined = given up */
  onDone: (text: string | undefined) => void
}) {
  const { t } = useTranslation()
  const [text, setText] = useState(start)
  const field = useRef<HTMLTextAreaElement>(null)
  // Whoever asked for it goes on typing.
  useEffect(() => field.current?.focus(), [])
  const left = useRef<(() => void) | undefined>(undefined)
  useEffect(() => {
    left.current = text.trim() === '' || text === start ? undefined : () => onDone(text)
  })
  useEffect(() => () => left.current?.(), [])
  const end = (words: string | undefined) => {
    left.current = undefined
    onDone(words)
  }
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        end(text)
      }}
    >
      <Textarea
        label={label}
        autosize
        minRows={2}
        maxRows={8}
        maxLength={10_000}
        ref={field}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) end(text)
          else if (event.key === 'Escape') end(undefined)
          else return
          event.preventDefault()
          event.stopPropagation()
        }}
      />
      <Group justify="flex-end" gap={8} mt={8}>
        <Button size="compact-sm" variant="default" onClick={() => end(undefined)}>
          {t('common.actions.cancel')}
        </Button>
        <Button size="compact-sm" type="submit" disabled={text.trim() === ''}>
          {t('comments.keep')}
        </Button>
      </Group>
    </form>
  )
}
