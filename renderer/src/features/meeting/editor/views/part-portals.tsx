import type { Editor } from '@tiptap/core'
import { memo, useSyncExternalStore } from 'react'
import { createPortal } from 'react-dom'
import { ActionFieldsView } from './action-view'
import { DecisionFieldsView } from './decision-view'
import { HeadingFieldsView } from './heading-view'
import type { PartEntry, PartRegistry } from './part-registry'

const views = {
  agendaHeading: HeadingFieldsView,
  decision: DecisionFieldsView,
  action: ActionFieldsView,
} as const

const PartFields = memo(function PartFields({ entry, editor }: { entry: PartEntry; editor: Editor }) {
  const View = views[entry.kind]
  return createPortal(<View entry={entry} editor={editor} />, entry.container)
})

/** The fields of all parts near the window, each in its place in the document. */
export function PartPortals({ registry, editor }: { registry: PartRegistry; editor: Editor }) {
  const shown = useSyncExternalStore(registry.subscribe, registry.list)
  return shown.map((entry) => <PartFields key={entry.key} entry={entry} editor={editor} />)
}
