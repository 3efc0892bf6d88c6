import { Plugin, PluginKey, type EditorState } from '@tiptap/pm/state'
import type { RecordLinkAttrs } from '../schema/record-link'

export const openLinkKey = new PluginKey('openLink')

/** The link that is chosen, or stands at the cursor. */
function linkAt({ selection }: EditorState): RecordLinkAttrs | undefined {
  const { $from } = selection
  const near = [$from.nodeAfter, $from.nodeBefore].find((node) => node?.type.name === 'recordLink')
  return near?.attrs as RecordLinkAttrs | undefined
}

/** Ctrl+click on a link, or Ctrl+Enter beside it, opens the record; a plain click only puts the cursor there. */
export function openLinkPlugin(open: (id: string) => void): Plugin {
  return new Plugin({
    key: openLinkKey,
    props: {
      handleClickOn: (_view, _pos, node, _nodePos, event) => {
        if (node.type.name !== 'recordLink' || !(event.ctrlKey || event.metaKey)) return false
        open((node.attrs as RecordLinkAttrs).id)
        return true
      },
      handleKeyDown: (view, event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey)
          return false
        const link = linkAt(view.state)
        if (link) open(link.id)
        return link !== undefined
      },
    },
  })
}
