import { Button, Group, Textarea } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'

/** What is being typed is kept in these steps (ms): at a pause, and while there is none. */
const typedPause = 300
const typedLongest = 1_000

/**
 * The words of a comment: Ctrl+Enter keeps them, Esc gives up; whoever leaves the page in between keeps them too. They are
 * kept while they are typed, so that a crash takes none of them.
 */
export function CommentForm({
  label,
  start = '',
  onTyped,
  onDone,
}: {
  label: string
  /** the words as they were before; stays the same */
  start?: string
  /** what stands there so far, perhaps nothing */
  onTyped: (text: string) => void
  /** undefined = given up */
  onDone: (text: string | undefined) => void
}) {
  const { t } = useTranslation()
  const [text, setText] = useState(start)
  const typed = useDebouncedCallback(onTyped, {
    delay: typedPause,
    maxWait: typedLongest,
    flushOnUnmount: true,
  })
  const field = useRef<HTMLTextAreaElement>(null)
  // Whoever asked for it goes on typing.
  useEffect(() => field.current?.focus(), [])
  const end = (words: string | undefined) => {
    typed.cancel()
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
        onChange={(event) => {
          setText(event.currentTarget.value)
          typed(event.currentTarget.value)
        }}
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
