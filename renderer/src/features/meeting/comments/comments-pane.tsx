import type { Editor } from '@tiptap/core'
import { useTranslation } from 'react-i18next'
import { placedComments } from '../../../../../shared/domain/comments'
import { useKeysLabel } from '../../../api/keys'
import { useFollowed } from '../editor/use-followed'
import { usePage } from '../session/use-session'
import { SidePane } from '../side-pane'
import { CommentForm } from './comment-form'
import { CommentRow } from './comment-row'
import classes from './comments-pane.module.css'
import { placesOf, type Comments } from './use-comments'

/** Comments for the reviewer beside the text, in the order of the minutes; what is settled stands folded below. */
export function CommentsPane({ comments, editor }: { comments: Comments; editor: Editor }) {
  const { t } = useTranslation()
  const keysLabel = useKeysLabel()
  const { readOnly } = usePage()
  const { kept, writing } = comments
  const placed = placedComments(kept, useFollowed(editor, placesOf))
  const open = placed.filter(({ comment }) => !comment.done)
  const done = placed.filter(({ comment }) => comment.done)
  return (
    <SidePane
      title={t('comments.title')}
      aside={<span className="tt-number">{open.length > 0 && open.length}</span>}
      closeLabel={t('comments.close')}
      onClose={() => comments.show(false)}
    >
      <div className={classes.list}>
        {writing && (
          <div className={classes.writing}>
            <p className={classes.about}>{writing.place.words || t('comments.emptyPlace')}</p>
            <CommentForm
              key={writing.id}
              label={t('comments.words')}
              onTyped={comments.write}
              onDone={(text) => comments.finish(text ?? '')}
            />
          </div>
        )}
        {placed.length === 0 && !writing && (
          <p className={classes.empty}>
            {readOnly ? t('comments.none') : t('comments.empty', { keys: keysLabel('comment.add') ?? '' })}
          </p>
        )}
        <ul className={classes.comments} aria-label={t('comments.open')}>
          {open.map((one) => (
            <CommentRow key={one.comment.id} placed={one} comments={comments} />
          ))}
        </ul>
        {done.length > 0 && (
          <details className={classes.settled}>
            <summary>{t('comments.settled', { count: done.length })}</summary>
            <ul className={classes.comments}>
              {done.map((one) => (
                <CommentRow key={one.comment.id} placed={one} comments={comments} />
              ))}
            </ul>
          </details>
        )}
      </div>
    </SidePane>
  )
}
