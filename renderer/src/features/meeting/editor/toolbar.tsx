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
  type IconProps,
} from '@tabler/icons-react'
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { memo, type ComponentType, type MouseEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { keysWords } from '../../../../../shared/keys'
import { isMac } from '../../../api/commands'
import { useKeysLabel } from '../../../api/keys'
import { inOwnNote, toggleOwnNote } from './commands/own-note'
import { currentKind, turnInto, type PartKind } from './commands/turn-into'
import { inText } from './in-text'
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

/** What the tools do; each stays the same, so that a tool is drawn anew only when it changes. */
const tools = {
  bold: (editor: Editor) => inText(editor).toggleBold().run(),
  italic: (editor: Editor) => inText(editor).toggleItalic().run(),
  bullets: (editor: Editor) => inText(editor).toggleBulletList().run(),
  numbers: (editor: Editor) => inText(editor).toggleOrderedList().run(),
  ownNote: (editor: Editor) => {
    toggleOwnNote(editor.state, editor.view.dispatch)
    editor.view.focus()
  },
  table: (editor: Editor) => {
    const own = inOwnNote(editor.state)
    inText(editor).insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run()
    if (own) toggleOwnNote(editor.state, editor.view.dispatch)
  },
  undo: (editor: Editor) => inText(editor).undo().run(),
  redo: (editor: Editor) => inText(editor).redo().run(),
} as const

/** The text keeps the focus and its selection. */
const keepFocus = (event: MouseEvent) => event.preventDefault()

const Tool = memo(function Tool({
  editor,
  tool,
  label,
  keys,
  pressed,
  disabled,
  icon: Icon,
}: {
  editor: Editor
  tool: keyof typeof tools
  label: string
  keys?: string | undefined
  pressed?: boolean
  disabled?: boolean
  icon: ComponentType<IconProps>
}) {
  return (
    <Tooltip label={keys ? `${label} (${keys})` : label}>
      <ActionIcon
        aria-label={label}
        aria-pressed={pressed}
        disabled={disabled}
        className={classes.tool}
        onMouseDown={keepFocus}
        onClick={() => tools[tool](editor)}
      >
        <Icon size={18} stroke={1.5} />
      </ActionIcon>
    </Tooltip>
  )
})

const PartTool = memo(function PartTool({
  editor,
  kind,
  mark,
  hint,
  label,
  pressed,
}: {
  editor: Editor
  kind: PartKind
  mark: string
  hint: string
  label: string
  pressed: boolean
}) {
  const become = () => {
    turnInto(kind)(editor.state, editor.view.dispatch)
    editor.view.focus()
  }
  return (
    <Tooltip label={hint}>
      <Button
        size="compact-sm"
        variant={pressed ? 'light' : 'subtle'}
        color={pressed ? 'petrol' : 'gray'}
        aria-pressed={pressed}
        className={classes.part}
        leftSection={
          <span aria-hidden className={classes.mark}>
            {mark}
          </span>
        }
        onMouseDown={keepFocus}
        onClick={become}
      >
        {label}
      </Button>
    </Tooltip>
  )
})

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
  // Lists and tables are made of text: a part would lose what it is.
  const inPart = state.kind !== undefined
  return (
    <div className={classes.bar} role="toolbar" aria-label={t('meeting.editor.toolbar')}>
      {partKinds.map(({ kind, mark }) => {
        const label = t(`meeting.editor.${kind}`)
        const hint = keysLabel(`write.${kind}`) ?? label
        return <PartTool key={kind} {...{ editor, kind, mark, label, hint }} pressed={state.kind === kind} />
      })}
      <span className={classes.gap} />
      <Tool
        editor={editor}
        tool="bold"
        label={t('meeting.editor.bold')}
        keys={keysWords('mod+B', isMac)}
        pressed={state.bold}
        icon={IconBold}
      />
      <Tool
        editor={editor}
        tool="italic"
        label={t('meeting.editor.italic')}
        keys={keysWords('mod+I', isMac)}
        pressed={state.italic}
        icon={IconItalic}
      />
      <Tool
        editor={editor}
        tool="bullets"
        label={t('meeting.editor.bullets')}
        pressed={state.bullets}
        disabled={inPart}
        icon={IconList}
      />
      <Tool
        editor={editor}
        tool="numbers"
        label={t('meeting.editor.numbers')}
        pressed={state.numbers}
        disabled={inPart}
        icon={IconListNumbers}
      />
      <Tool
        editor={editor}
        tool="ownNote"
        label={t('projector.note.command')}
        keys={keysLabel('write.ownNote')}
        pressed={state.own === true}
        disabled={state.own === undefined}
        icon={IconLock}
      />
      <LinkButton editor={editor} />
      {state.table ? (
        <TableTools editor={editor} />
      ) : (
        <Tool
          editor={editor}
          tool="table"
          label={t('meeting.editor.table')}
          disabled={inPart}
          icon={IconTable}
        />
      )}
      <span className={classes.gap} />
      <Tool
        editor={editor}
        tool="undo"
        label={t('meeting.editor.undo')}
        disabled={!state.undo}
        icon={IconArrowBackUp}
      />
      <Tool
        editor={editor}
        tool="redo"
        label={t('meeting.editor.redo')}
        disabled={!state.redo}
        icon={IconArrowForwardUp}
      />
    </div>
  )
}
