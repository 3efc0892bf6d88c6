import { ActionIcon, Button, Group, Popover, TextInput, Tooltip } from '@mantine/core'
import { IconLink } from '@tabler/icons-react'
import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { memo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { FirstFocus } from '../../../ui/first-focus'
import { inText } from './in-text'
import { isAllowedAddress } from './schema/text-extensions'
import classes from './toolbar.module.css'

/** Addresses as people type them, made whole: `ornek.gen.tr` gets its scheme, `a@ornek.gen.tr` becomes a mail address. */
function wholeAddress(typed: string): string {
  const text = typed.trim()
  if (/^[a-z][a-z+.-]*:/i.test(text)) return text
  return /^\S+@\S+$/.test(text) ? `mailto:${text}` : `https://${text}`
}

/** Makes the chosen words a link, or changes and removes one. */
export const LinkButton = memo(function LinkButton({ editor }: { editor: Editor }) {
  const { t } = useTranslation()
  const [typed, setTyped] = useState<string>()
  const active = useEditorState({ editor, selector: ({ editor: now }) => now.isActive('link') })
  const open = typed !== undefined
  const address = wholeAddress(typed ?? '')
  const valid = isAllowedAddress(address)
  const close = () => {
    setTyped(undefined)
    editor.view.focus()
  }
  const apply = () => {
    if (!valid) return
    const chain = inText(editor).extendMarkRange('link')
    const words = { type: 'text', text: address, marks: [{ type: 'link', attrs: { href: address } }] }
    if (editor.state.selection.empty && !active) chain.insertContent(words).run()
    else chain.setLink({ href: address }).run()
    setTyped(undefined)
  }
  return (
    <Popover
      opened={open}
      onChange={(next) => (next ? undefined : close())}
      trapFocus
      shadow="md"
      position="bottom"
    >
      <Popover.Target>
        <Tooltip label={t('meeting.editor.link')}>
          <ActionIcon
            aria-label={t('meeting.editor.link')}
            aria-pressed={active}
            className={classes.tool}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => setTyped(String(editor.getAttributes('link').href ?? ''))}
          >
            <IconLink size={18} stroke={1.5} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <FirstFocus
          back={() => {
            editor.view.focus()
            return false
          }}
        />
        <TextInput
          data-autofocus
          w={320}
          label={t('meeting.editor.linkAddress')}
          value={typed ?? ''}
          error={typed && !valid ? t('meeting.editor.linkInvalid') : undefined}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
            // The text has the focus before the key is over.
            event.preventDefault()
            apply()
          }}
        />
        <Group gap={8} mt={8} justify="flex-end">
          {active && (
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              onClick={() => {
                inText(editor).extendMarkRange('link').unsetLink().run()
                setTyped(undefined)
              }}
            >
              {t('meeting.editor.linkRemove')}
            </Button>
          )}
          <Button size="compact-sm" disabled={!valid || !typed} onClick={apply}>
            {t('common.actions.add')}
          </Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  )
})
