import { EditorContent, type Editor } from '@tiptap/react'
import { Button } from '@mantine/core'
import { useEffect, useMemo, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { useTranslation } from 'react-i18next'
import { useLocation, useSearch } from 'wouter'
import { useCommands } from '../../api/commands'
import { callDoor } from '../../api/door'
import { historyPath, recordPath } from '../../api/paths'
import { notifyError } from '../../ui/notify'
import { stored } from '../../ui/stored'
import { checkField } from '../../ui/spelling/field-check'
import { CommentMarks } from './comments/comment-marks'
import { CommentsPane } from './comments/comments-pane'
import { useComments } from './comments/use-comments'
import { ConflictPanel } from './conflict/conflict-panel'
import { goTo, showSpot } from './editor/go-to'
import { LinkMenu } from './editor/links/link-menu'
import { FindBar } from './editor/find/find-bar'
import { showPlace, type OutsidePlace } from './editor/find/outside-places'
import { openLinkKey, openLinkPlugin } from './editor/links/open-link'
import { SlashMenu } from './editor/slash-menu'
import { checkMinutes } from './editor/spell/check-minutes'
import { SpellMenu } from './editor/spell/spell-menu'
import { Toolbar } from './editor/toolbar'
import { useMinutesEditor } from './editor/use-minutes-editor'
import { HeadPanel } from './head/head-panel'
import { OpenPanel, type Panel } from './head/open-panel'
import { PanelFocus } from './head/panel-focus'
import { SummaryLine } from './head/summary-line'
import { TopPanel } from './head/top-panel'
import { RunningClock } from './time/running-clock'
import { useItemTimes } from './time/use-item-times'
import classes from './meeting-view.module.css'
import './editor/minutes.css'
import { PartPortals } from './editor/views/part-portals'
import { Outline } from './outline/outline'
import { itemAt } from './outline/outline-entries'
import { PageHeader } from './page-header'
import { PaperPane } from './paper/paper-pane'
import { useProjector } from './projector/use-projector'
import { FollowAgenda } from './roll/agenda-titles'
import { RollPanel } from './roll/roll-panel'
import { PlayerBar } from './sound/player-bar'
import { RecordingControl } from './sound/recording-control'
import { SoundProvider, usePageSound } from './sound/use-sound'
import { AsidePanel } from './session/aside-panel'
import { useMeetingSave, usePage } from './session/use-session'
import { useExport } from './use-export'
import { useSaveTemplate } from './use-save-template'

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
function Conflicts({ editor }: { editor: Editor }) {
  const collisions = useMeetingSave((save) => (save.kind === 'conflict' ? save.collisions : undefined))
  return collisions ? <ConflictPanel open={collisions} editor={editor} /> : null
}

/** The file was changed by another program while the meeting is written: accepted, the two versions are merged by part. */
function OutsideEdit() {
  const { t } = useTranslation()
  const { session } = usePage()
  const edited = useMeetingSave((save) => save.kind === 'failed' && save.error.code === 'changed-outside')
  if (!edited) return null
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

/** The same element each time: a panel that opens is shown, not drawn anew. */
const headPanel = <HeadPanel />

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
  const { editor, registry, links } = useMinutesEditor()
  const root = useRef<HTMLDivElement>(null)
  const preview = previewOpen.use()
  const [, navigate] = useLocation()
  const [fresh] = useState(() => session.current().title === '' && !readOnly)
  const [panels] = useState(() => new OpenPanel(fresh ? 'head' : undefined))
  const [focus] = useState(() => new PanelFocus())
  const exportTo = useExport(session)
  const projector = useProjector(editor, session)
  const saveTemplate = useSaveTemplate(session)
  const comments = useComments(editor)
  const sound = usePageSound(session, readOnly)
  const togglePreview = () => {
    // Both stand in the same place: whoever asks for the paper sees it.
    previewOpen.set(comments.shown || !preview)
    comments.show(false)
  }
  const spot = new URLSearchParams(useSearch()).get('at')

  useEffect(() => {
    const tell = () => {
      const { kind, hash } = session.saveState()
      Object.assign(root.current?.dataset ?? {}, { saveState: kind, savedHash: hash })
    }
    tell()
    return session.subscribe(tell)
  }, [session])
  useItemTimes(editor)
  const outline = useMemo(() => <Outline editor={editor} />, [editor])
  const toolbar = useMemo(() => !readOnly && <Toolbar editor={editor} />, [editor, readOnly])
  const rollPanel = useMemo(
    () => (
      <RollPanel
        currentItem={() => itemAt(editor.state.doc, editor.state.selection.$from.index(0))}
        onEnter={focus.entered}
      />
    ),
    [editor, focus],
  )
  /** By key a panel opens with the focus in it, and closes with the focus back in the text. */
  const toggle = (wanted: Panel) => () => {
    // Drawn at once: the next key is meant for the panel already.
    const next = flushSync(() => panels.toggle(wanted))
    if (next === undefined) editor.view.focus()
    else focus.into(next)
  }
  const goOutside = (place: OutsidePlace) => {
    if (place.in === 'roll' || place.field !== 'title') flushSync(() => panels.show(place.in))
    showPlace(place)
  }
  /** Where something is missing, see `MissingPart`. */
  const goToMissing = (at: string) => {
    if (at === 'title') return document.querySelector<HTMLElement>('[data-meeting-title]')?.focus()
    const panel = at === 'date' ? 'head' : at
    if (panel === 'head' || panel === 'roll') {
      flushSync(() => panels.show(panel))
      if (at === 'date') document.querySelector<HTMLElement>('#meeting-start input')?.focus()
      else focus.into(panel)
      return
    }
    if (showSpot(editor, at)) return
    // The place of a comment may be deleted: its pane says so.
    comments.show(true)
    comments.toText()
  }
  useCommands({
    'meeting.head': toggle('head'),
    'meeting.roll': toggle('roll'),
    'meeting.preview': togglePreview,
    'spell.next': () => void (checkField(document.activeElement) || checkMinutes(editor)),
    'meeting.projector': projector.toggle,
    'meeting.exportPdf': () => void exportTo('pdf'),
    'meeting.exportMarkdown': () => void exportTo('md'),
    'meeting.toTemplate': () => void saveTemplate(),
    'meeting.history': () => navigate(historyPath(session.id)),
  })
  useEffect(() => {
    // Before the keys of the editor, where Ctrl+Enter breaks the line.
    const plugin = openLinkPlugin((id) => navigate(recordPath(id)))
    editor.registerPlugin(plugin, (own, others) => [own, ...others])
    return () => void editor.unregisterPlugin(openLinkKey)
  }, [editor, navigate])
  // The head of a new meeting makes room when the writing begins.
  useEffect(() => {
    if (!fresh) return
    const fold = () => panels.now() === 'head' && panels.show(undefined)
    editor.on('focus', fold)
    return () => {
      editor.off('focus', fold)
    }
  }, [editor, fresh, panels])
  useEffect(() => {
    if (fresh) document.querySelector<HTMLElement>('[data-meeting-title]')?.focus()
  }, [fresh])
  useEffect(() => {
    if (!spot) return
    // An item without a title, and what is gone, has no place of its own.
    const show = (at: string) => showSpot(editor, at) || goTo(editor, '')
    // The parts of the document are drawn a moment after the editor.
    const frame = requestAnimationFrame(() => requestAnimationFrame(() => show(spot)))
    return () => cancelAnimationFrame(frame)
  }, [editor, spot])

  return (
    <SoundProvider value={sound}>
      <div className={classes.page} ref={root} data-testid="meeting-page">
        <PageHeader
          preview={preview}
          comments={comments}
          onPreview={togglePreview}
          projector={projector}
          onExport={(format) => void exportTo(format)}
          onGo={goToMissing}
        />
        <FollowAgenda editor={editor}>
          <SummaryLine panels={panels}>
            <RunningClock editor={editor} />
            <RecordingControl />
          </SummaryLine>
          {reason && <Notice reason={reason} {...(onAccept ? { onAccept } : {})} />}
          <AsidePanel />
          <Conflicts editor={editor} />
          {reason !== 'outside' && <OutsideEdit />}
          <TopPanel id="head" panels={panels}>
            {headPanel}
          </TopPanel>
          <TopPanel id="roll" panels={panels}>
            {rollPanel}
          </TopPanel>
        </FollowAgenda>
        {toolbar}
        <FindBar editor={editor} readOnly={readOnly} onOutside={goOutside} />
        <div
          className={classes.columns}
          data-preview={(preview && !comments.shown) || undefined}
          data-comments={comments.shown || undefined}
        >
          {outline}
          <div className={classes.middle}>
            <div className={classes.desk}>
              <EditorContent editor={editor} className={classes.minutes} />
              <CommentMarks editor={editor} onOpen={() => comments.show(true)} />
            </div>
          </div>
          {comments.shown ? (
            <div className={classes.comments}>
              <CommentsPane comments={comments} editor={editor} />
            </div>
          ) : (
            preview && (
              <div className={classes.paper}>
                <PaperPane onClose={togglePreview} />
              </div>
            )
          )}
        </div>
        <PlayerBar editor={editor} />
        <PartPortals registry={registry} editor={editor} />
        <SlashMenu editor={editor} />
        <LinkMenu editor={editor} list={links} />
        <SpellMenu editor={editor} />
      </div>
    </SoundProvider>
  )
}
