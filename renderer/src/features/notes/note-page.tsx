import { ActionIcon, SegmentedControl, Text, Tooltip } from '@mantine/core'
import { IconChevronLeft, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'wouter'
import { paths } from '../../api/paths'
import { ConflictNotice } from '../../ui/conflict-notice'
import { DraftText } from '../../ui/draft-text'
import { EmptyState } from '../../ui/empty-state'
import { errorMessage } from '../../ui/error-message'
import { HistoryButton } from '../../ui/history-button'
import { Loading } from '../../ui/loading'
import { NamesInput } from '../../ui/names-input'
import { NotFound } from '../../ui/not-found'
import { ReadView } from '../../ui/read-view'
import { UsageList } from '../../ui/usage-list'
import { useRecordDraft } from '../../ui/use-record-draft'
import { useRemove } from '../../ui/use-remove'
import { NoteAttachments } from './note-attachments'
import { NoteEditor } from './note-editor'
import classes from './note.module.css'

/** One briefing note: for reading, or for writing in Markdown. It saves itself. */
export function NotePage({ id }: { id: string }) {
  const { t } = useTranslation()
  const [, navigate] = useLocation()
  const remove = useRemove()
  const { record: note, error, outside, readOnly, draft, set } = useRecordDraft<'note'>(id)
  const [chosen, setChosen] = useState<'write' | 'read'>()
  // An empty note is there to be written, any other first to be read; decided once, or typing would end the writing.
  if (note && chosen === undefined) setChosen(note.markdown.trim() === '' ? 'write' : 'read')
  if (!note) {
    if (error?.code === 'not-found') return <NotFound record />
    return error ? <EmptyState title={t('common.page.failed')} text={errorMessage(error)} /> : <Loading />
  }
  const mode = readOnly ? 'read' : (chosen ?? 'read')
  const removeNow = async () => {
    if (await remove(id, note.title)) navigate(paths.notes)
  }
  return (
    <div className={classes.page}>
      <div className={classes.bar}>
        <Link href={paths.notes} className={classes.back}>
          <IconChevronLeft size={18} stroke={1.5} aria-hidden />
          {t('cards.note.back')}
        </Link>
        {!readOnly && (
          <>
            <SegmentedControl
              size="xs"
              aria-label={t('cards.note.mode')}
              value={mode}
              onChange={(value) => setChosen(value === 'read' ? 'read' : 'write')}
              data={[
                { value: 'read', label: t('cards.note.read') },
                { value: 'write', label: t('cards.note.write') },
              ]}
            />
            <HistoryButton id={id} />
            <Tooltip label={t('cards.delete')}>
              <ActionIcon aria-label={t('cards.delete')} onClick={() => void removeNow()}>
                <IconTrash size={18} stroke={1.5} />
              </ActionIcon>
            </Tooltip>
          </>
        )}
      </div>
      <article className={classes.column}>
        <ConflictNotice id={id} draft={draft} outside={outside} />
        {mode === 'write' && <h1 className="tt-unseen">{note.title}</h1>}
        {mode === 'write' ? (
          <DraftText
            label={t('cards.note.title')}
            labelProps={{ className: 'tt-unseen' }}
            classNames={{ input: classes.title ?? '' }}
            variant="unstyled"
            data-spell
            value={note.title}
            missing={t('cards.note.titleMissing')}
            onSave={(title) => title !== null && set({ title })}
          />
        ) : (
          <h1 className={classes.title}>{note.title}</h1>
        )}
        {mode === 'write' ? (
          <>
            <NamesInput
              label={t('cards.note.tags')}
              values={note.tags}
              disabled={readOnly}
              onSave={(tags) => set({ tags })}
            />
            <NoteEditor markdown={note.markdown} onChange={(markdown) => set({ markdown })} />
          </>
        ) : (
          <>
            {note.tags.length > 0 && <p className={classes.tags}>{note.tags.join(' · ')}</p>}
            {note.markdown.trim() === '' ? (
              <Text c="dimmed">{t('cards.note.empty')}</Text>
            ) : (
              <ReadView markdown={note.markdown} />
            )}
          </>
        )}
        {note.source && (
          <Text size="sm" c="dimmed" mt={16}>
            {t('cards.note.source', { name: note.source.fileName })}
          </Text>
        )}
        <NoteAttachments
          attachments={note.attachments}
          disabled={readOnly}
          onSave={(attachments) => set({ attachments })}
        />
        <UsageList id={id} sparse />
      </article>
    </div>
  )
}
