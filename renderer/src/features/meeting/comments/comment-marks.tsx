import type { Editor } from '@tiptap/core'
import { useEffect, useMemo, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { openCounts } from '../../../../../shared/domain/comments'
import { sameValue } from '../../../../../shared/domain/same-value'
import { useMeetingPart } from '../session/use-session'
import classes from './comment-marks.module.css'

interface Mark {
  id: string
  /** px from the top of the scrolled text */
  top: number
}

/** Quiet time (ms) after which marks follow what moved without changing the height of the text. */
const quiet = 150
/** Between the edge of a decision or action item and its first line (px). */
const insideParts = 8

/** Where marks belong now. In: the element that scrolls the text. What is folded away has none. */
function measured(editor: Editor, counts: ReadonlyMap<string, number>, desk: Element): Mark[] {
  const marks: Mark[] = []
  const frame = desk.getBoundingClientRect()
  const seen = new Set<string>()
  editor.state.doc.forEach((node, pos) => {
    const id = String(node.attrs.partId)
    // A block that reads as several pieces has one mark.
    if (!counts.has(id) || seen.has(id)) return
    seen.add(id)
    const dom = editor.view.nodeDOM(pos)
    if (!(dom instanceof HTMLElement) || dom.offsetParent === null) return
    const part = node.type.name === 'decision' || node.type.name === 'action'
    const top = Math.round(dom.getBoundingClientRect().top - frame.top + desk.scrollTop)
    marks.push({ id, top: top + (part ? insideParts : 0) })
  })
  return marks
}

/**
 * Marks blocks with open comments. They lie over the text, not in it: an element between the blocks is a place for the
 * cursor that the editor does not know.
 */
export function CommentMarks({ editor, onOpen }: { editor: Editor; onOpen: () => void }) {
  const { t } = useTranslation()
  const comments = useMeetingPart((meeting) => meeting.comments)
  const counts = useMemo(() => openCounts(comments), [comments])
  const layer = useRef<HTMLDivElement>(null)
  const [marks, setMarks] = useState<readonly Mark[]>([])
  useEffect(() => {
    const desk = layer.current?.parentElement
    if (!desk || counts.size === 0) return
    let timer: ReturnType<typeof setTimeout> | undefined
    const place = () => {
      timer = undefined
      const next = measured(editor, counts, desk)
      setMarks((before) => (sameValue(before, next) ? before : next))
    }
    const later = ({ transaction }: { transaction: { docChanged: boolean } }) => {
      if (transaction.docChanged) timer ??= setTimeout(place, quiet)
    }
    // Tells of the size at the beginning, too.
    const watch = new ResizeObserver(place)
    watch.observe(editor.view.dom)
    editor.on('transaction', later)
    return () => {
      watch.disconnect()
      clearTimeout(timer)
      editor.off('transaction', later)
    }
  }, [editor, counts])
  return (
    <div ref={layer} className={classes.marks} role="group" aria-label={t('comments.marks')}>
      {marks.map(({ id, top }) => {
        const count = counts.get(id)
        if (count === undefined) return null
        const label = t('comments.mark', { count })
        return (
          <button
            key={id}
            type="button"
            // The key for the next comment leads there; Tab stays with the fields of the text.
            tabIndex={-1}
            className={classes.mark}
            style={{ top }}
            aria-label={label}
            title={label}
            onMouseDown={(event) => event.preventDefault()}
            onClick={onOpen}
          >
            {count}
          </button>
        )
      })}
    </div>
  )
}
