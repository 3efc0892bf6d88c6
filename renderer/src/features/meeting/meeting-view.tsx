import { EditorContent } from '@tiptap/react'
import { Button } from '@mantine/core'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocation, useSearch } from 'wouter'
import { useCommands } from '../../api/commands'
import { callDoor } from '../../api/door'
import { historyPath } from '../../api/paths'
import { notifyError } from '../../ui/notify'
import { stored } from '../../ui/stored'
import { ConflictPanel } from './conflict/conflict-panel'
import { showSpot } from './editor/go-to'
import { SlashMenu } from './editor/slash-menu'
import { Toolbar } from './editor/toolbar'
import { useMinutesEditor } from './editor/use-minutes-editor'
import { HeadPanel } from './head/head-panel'
import { SummaryLine, type Panel } from './head/summary-line'
import classes from './meeting-view.module.css'
import './editor/minutes.css'
import { PartPortals } from './editor/views/part-portals'
import { Outline } from './outline/outline'
import { PageHeader } from './page-header'
import { PaperPane } from './paper/paper-pane'
import { RollPanel } from './roll/roll-panel'
import { useMeetingSaveState, usePage } from './session/use-session'
import { useExport } from './use-export'

const previewOpen = stored('meeting.preview', false, (value) =>
  typeof value === 'boolean' ? value : undefined,
)

function Notice({ reason, onAccept }: { reason: 'archive' | 'outside' | 'final'; onAccept?: () => void }) {
  const { t } = useTranslation()
  return (
    <div className={classes.notice} role="status">
      {t(`meeting.readOnly.${reason}`)}
      {onAccept && (
        <Button size="compact-sm" variant="light" onClick={onAccept}>
          {t('meeting.readOnly.accept')}
        </Button>
      )}
    </div>
  )
}

/** Shown only while something collides, so that saving alone draws nothing of the page. */
function Conflicts() {
  const save = useMeetingSaveState()
  return save.kind === 'conflict' ? <ConflictPanel collisions={save.collisions} /> : null
}

/** The file was changed by another program while the meeting is written: accepted, the two versions are merged by part. */
function OutsideEdit() {
  const { t } = useTranslation()
  const { session } = usePage()
  const save = useMeetingSaveState()
  if (save.kind !== 'failed' || save.error.code !== 'changed-outside') return null
  const accept = async () => {
    const accepted = await callDoor('archive.acceptOutside', { id: session.id })
    if (accepted.ok) session.autosave.retry()
    else notifyError(accepted.error)
  }
  return (
    <div className={classes.notice} role="status">
      {t('care.outsideEdited')}
      <Button size="compact-sm" variant="light" onClick={() => void accept()}>
        {t('care.acceptOutside')}
      </Button>
    </div>
  )
}

/** An open meeting: head and roll on top, agenda at the left, the minutes, and the paper at the right. */
export function MeetingView({
  reason,
  onAccept,
}: {
  /** Why it can only be read, if so. */
  reason: 'archive' | 'outside' | 'final' | undefined
  onAccept: (() => void) | undefined
}) {
  const { session, readOnly } = usePage()
  const { editor, registry } = useMinutesEditor()
  const root = useRef<HTMLDivElement>(null)
  const preview = previewOpen.use()
  const [, navigate] = useLocation()
  const [fresh] = useState(() => session.current().title === '' && !readOnly)
  const [panel, setPanel] = useState<Panel | undefined>(fresh ? 'head' : undefined)
  const exportTo = useExport(session)
  const togglePreview = () => previewOpen.set(!preview)
  const spot = new URLSearchParams(useSearch()).get('at')

  useEffect(() => {
    const tell = () => {
      const { kind, hash } = session.saveState()
      Object.assign(root.current?.dataset ?? {}, { saveState: kind, savedHash: hash })
    }
    tell()
    return session.subscribe(tell)
  }, [session])
  useCommands({
    'meeting.preview': togglePreview,
    'meeting.exportPdf': () => void exportTo('pdf'),
    'meeting.exportMarkdown': () => void exportTo('md'),
    'meeting.history': () => navigate(historyPath(session.id)),
  })
  // The head of a new meeting makes room when the writing begins.
  useEffect(() => {
    if (!fresh) return
    const fold = () => setPanel((now) => (now === 'head' ? undefined : now))
    editor.on('focus', fold)
    return () => {
      editor.off('focus', fold)
    }
  }, [editor, fresh])
  useEffect(() => {
    if (fresh) document.querySelector<HTMLElement>('[data-meeting-title]')?.focus()
  }, [fresh])
  useEffect(() => {
    if (!spot) return
    // The parts of the document are drawn a moment after the editor.
    const frame = requestAnimationFrame(() => requestAnimationFrame(() => showSpot(editor, spot)))
    return () => cancelAnimationFrame(frame)
  }, [editor, spot])

  return (
    <div className={classes.page} ref={root} data-testid="meeting-page">
      <PageHeader preview={preview} onPreview={togglePreview} onExport={(format) => void exportTo(format)} />
      <SummaryLine open={panel} onToggle={(next) => setPanel(panel === next ? undefined : next)} />
      {reason && <Notice reason={reason} {...(onAccept ? { onAccept } : {})} />}
      <Conflicts />
      {reason !== 'outside' && <OutsideEdit />}
      <div className={classes.panel} id="meeting-head" hidden={panel !== 'head'}>
        {panel === 'head' && <HeadPanel />}
      </div>
      <div className={classes.panel} id="meeting-roll" hidden={panel !== 'roll'}>
        {panel === 'roll' && <RollPanel />}
      </div>
      {!readOnly && <Toolbar editor={editor} />}
      <div className={classes.columns} data-preview={preview || undefined}>
        <Outline editor={editor} />
        <div className={classes.desk}>
          <EditorContent editor={editor} className={classes.minutes} />
        </div>
        {preview && (
          <div className={classes.paper}>
            <PaperPane onClose={togglePreview} />
          </div>
        )}
      </div>
      <PartPortals registry={registry} editor={editor} />
      <SlashMenu editor={editor} />
    </div>
  )
}
