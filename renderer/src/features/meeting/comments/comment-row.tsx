import { ActionIcon, Checkbox } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { PlacedComment } from '../../../../../shared/domain/comments'
import { fullMomentOf, momentOf } from '../../../ui/moments'
import { usePage } from '../session/use-session'
import { CommentForm } from './comment-form'
import classes from './comments-pane.module.css'
import type { Comments } from './use-comments'

/** One comment: what it is about, what is said, by whom; leads to its place. */
export function CommentRow({
  placed: { comment, place },
  comments,
}: {
  placed: PlacedComment
  comments: Comments
}) {
  const { t } = useTranslation()
  const { readOnly } = usePage()
  /** the words before they were changed, while they are */
  const [before, setBefore] = useState<string>()
  const say = (text: string) => comments.change(comment.id, { text: text.trim() || (before ?? comment.text) })
  const about = place ? place.words || t('comments.emptyPlace') : t('comments.gone')
  return (
    <li className={classes.comment} data-done={comment.done || undefined}>
      <button
        type="button"
        className={classes.place}
        disabled={!place}
        title={about}
        onClick={() => comments.goTo(comment)}
      >
        {about}
      </button>
      {before !== undefined ? (
        <CommentForm
          label={t('comments.words')}
          start={before}
          onTyped={say}
          onDone={(text) => {
            say(text ?? '')
            comments.toText()
            setBefore(undefined)
          }}
        />
      ) : (
        <p className={classes.text}>{comment.text}</p>
      )}
      <div className={classes.foot}>
        <span className={classes.who} title={fullMomentOf(comment.at)}>
          {[comment.by, momentOf(comment.at)].filter(Boolean).join(' · ')}
        </span>
        {!readOnly && before === undefined && (
          <>
            <Checkbox
              size="xs"
              label={t('comments.done')}
              aria-label={t('comments.doneOf', { words: comment.text.slice(0, 40) })}
              checked={comment.done}
              onChange={(event) => comments.change(comment.id, { done: event.currentTarget.checked })}
            />
            <ActionIcon size={24} aria-label={t('comments.edit')} onClick={() => setBefore(comment.text)}>
              <IconPencil size={16} stroke={1.5} />
            </ActionIcon>
            <ActionIcon size={24} aria-label={t('comments.remove')} onClick={() => comments.remove(comment)}>
              <IconTrash size={16} stroke={1.5} />
            </ActionIcon>
          </>
        )}
      </div>
    </li>
  )
}
