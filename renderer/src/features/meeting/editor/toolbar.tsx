import { ActionIcon, Button, Tooltip } from '@mantine/core'
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconBold,
  IconItalic,
  IconList,
  IconListNumbers,
  IconLock,
  IconTable,
} from '@tabler/icons-react'
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { keysWords } from '../../../../../shared/keys'
import { isMac } from '../../../api/commands'
import { useKeysLabel } from '../../../api/keys'
import { inOwnNote, toggleOwnNote } from './commands/own-note'
import { currentKind, turnInto, type PartKind } from './commands/turn-into'
import { LinkButton } from './link-button'
import { TableTools } from './table-tools'
import classes from './toolbar.module.css'
import { useWritingCommands } from './use-writing-commands'

const partKinds: { kind: PartKind; mark: string }[] = [
  { kind: 'decision', mark: '◆' },
  { kind: 'action', mark: '◇' },
  { kind: 'item', mark: '#' },
  { kind: 'session', mark: '§' },
]

function Tool({
  label,
  keys,
  pressed,
  disabled,
  onClick,
  children,
}: {
  label: string
  keys?: string
  pressed?: boolean
  disabled?: boolean
  onClick: () => void
  children: ReactNode
}) {
  return (
    <Tooltip label={keys ? `${label} (${keys})` : label}>
      <ActionIcon
        aria-label={label}
        aria-pressed={pressed}
        disabled={disabled}
        className={classes.tool}
        // The text keeps the focus and its selection.
        onMouseDown={(event) => event.preventDefault()}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  )
}

/** The few tools of the text; everything is reachable by keys and by a slash as well. */
export function Toolbar({ editor }: { editor: Editor }) {
  const { t } = useTranslation()
  const state = useEditorState({
    editor,
    selector: ({ editor: now }) => ({
      kind: currentKind(now.state),
      bold: now.isActive('bold'),
      italic: now.isActive('italic'),
      bullets: now.isActive('bulletList'),
      numbers: now.isActive('orderedList'),
      table: now.isActive('table'),
      own: inOwnNote(now.state),
      undo: now.can().undo(),
      redo: now.can().redo(),
    }),
  })
  const keysLabel = useKeysLabel()
  useWritingCommands(editor)
  const become = (kind: PartKind) => {
    turnInto(kind)(editor.state, editor.view.dispatch)
    editor.view.focus()
  }
  const icon = { size: 18, stroke: 1.5 }
  return (
    <div className={classes.bar} role="toolbar" aria-label={t('meeting.editor.toolbar')}>
      {partKinds.map(({ kind, mark }) => (
        <Tooltip key={kind} label={keysLabel(`write.${kind}`) ?? t(`meeting.editor.${kind}`)}>
          <Button
            size="compact-sm"
            variant={state.kind === kind ? 'light' : 'subtle'}
            color={state.kind === kind ? 'petrol' : 'gray'}
            aria-pressed={state.kind === kind}
            className={classes.part}
            leftSection={
              <span aria-hidden className={classes.mark}>
                {mark}
              </span>
            }
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => become(kind)}
          >
            {t(`meeting.editor.${kind}`)}
          </Button>
        </Tooltip>
      ))}
      <span className={classes.gap} />
      <Tool
        label={t('meeting.editor.bold')}
        keys={keysWords('mod+B', isMac)}
        pressed={state.bold}
        onClick={() => editor.chain().focus().toggleBold().run()}
      >
        <IconBold {...icon} />
      </Tool>
      <Tool
        label={t('meeting.editor.italic')}
        keys={keysWords('mod+I', isMac)}
        pressed={state.italic}
        onClick={() => editor.chain().focus().toggleItalic().run()}
      >
        <IconItalic {...icon} />
      </Tool>
      <Tool
        label={t('meeting.editor.bullets')}
        pressed={state.bullets}
        onClick={() => editor.chain().focus().toggleBulletList().run()}
      >
        <IconList {...icon} />
      </Tool>
      <Tool
        label={t('meeting.editor.numbers')}
        pressed={state.numbers}
        onClick={() => editor.chain().focus().toggleOrderedList().run()}
      >
        <IconListNumbers {...icon} />
      </Tool>
      <Tool
        label={t('projector.note.command')}
        keys={keysLabel('write.ownNote')}
        pressed={state.own === true}
        disabled={state.own === undefined}
        onClick={() => {
          toggleOwnNote(editor.state, editor.view.dispatch)
          editor.view.focus()
        }}
      >
        <IconLock {...icon} />
      </Tool>
      <LinkButton editor={editor} />
      {state.table ? (
        <TableTools editor={editor} />
      ) : (
        <Tool
          label={t('meeting.editor.table')}
          onClick={() => editor.chain().focus().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()}
        >
          <IconTable {...icon} />
        </Tool>
      )}
      <span className={classes.gap} />
      <Tool
        label={t('meeting.editor.undo')}
        disabled={!state.undo}
        onClick={() => editor.chain().focus().undo().run()}
      >
        <IconArrowBackUp {...icon} />
      </Tool>
      <Tool
        label={t('meeting.editor.redo')}
        disabled={!state.redo}
        onClick={() => editor.chain().focus().redo().run()}
      >
        <IconArrowForwardUp {...icon} />
      </Tool>
    </div>
  )
}
