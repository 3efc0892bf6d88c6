import { z } from 'zod'
import { formatEventRange, type Language } from '../dates'
import { decisionMarkdown } from '../documents/decision-text'
import { agendaNumbers, withPoint } from '../documents/minutes-agenda'
import type { Block } from '../records/blocks'
import type { Meeting } from '../records/meeting'
import { dueText } from './due-parse'
import { openBreak, stampClock } from './item-times'
import { withoutPrivate } from './private-blocks'

/** An agenda item in the list beside the text; `number` is as it is shown (`2.`). */
const ProjectorItem = z.object({ id: z.string(), number: z.string(), title: z.string() })

/** A block of the item that is being written, ready to be shown. */
const ProjectorBlock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('text'), id: z.string(), markdown: z.string() }),
  z.object({
    kind: z.literal('decision'),
    id: z.string(),
    number: z.string().optional(),
    /** with the closing formula of its vote */
    markdown: z.string(),
  }),
  z.object({
    kind: z.literal('action'),
    id: z.string(),
    markdown: z.string(),
    who: z.string(),
    due: z.string(),
  }),
])
export type ProjectorBlock = z.infer<typeof ProjectorBlock>

/** What the screen in the meeting room shows of a meeting. */
export const ProjectorContent = z.object({
  meetingId: z.string(),
  title: z.string(),
  /** body, date and place, those that are known */
  facts: z.array(z.string()),
  agenda: z.array(ProjectorItem),
  /** the item that is being written */
  itemId: z.string().optional(),
  itemTitle: z.string(),
  /** since when (clock) there is a break, while there is one */
  breakSince: z.string().optional(),
  blocks: z.array(ProjectorBlock),
  /** the block that is being written, if it is one of them */
  blockId: z.string().optional(),
})
export type ProjectorContent = z.infer<typeof ProjectorContent>

/** Words of a link to a record (`[[note_…|ödenek]]`): nobody follows it there. */
const LINK = /\[\[[a-z]+_[0-9a-f-]{36}(?:\|([^\]]*))?\]\]/g
const unlinked = (markdown: string) => markdown.replace(LINK, '$1')

function shown(block: Block, language: Language, nextMeeting: string): ProjectorBlock {
  if (block.kind === 'text') return { kind: 'text', id: block.id, markdown: unlinked(block.markdown) }
  if (block.kind === 'decision') {
    const number = block.number?.trim()
    const markdown = block.text.trim() ? unlinked(decisionMarkdown(block, language)) : ''
    return { kind: 'decision', id: block.id, ...(number ? { number } : {}), markdown }
  }
  const { agencyName, unit, personName } = block.responsible
  return {
    kind: 'action',
    id: block.id,
    markdown: unlinked(block.text),
    who: [agencyName, unit, personName].filter(Boolean).join(', '),
    due: block.due ? dueText(block.due, language, nextMeeting) : '',
  }
}

/**
 * What may be shown of a meeting to everybody in the room. In: the meeting as it stands in the editor, the item and block that
 * are being written, language and its words for *until the next meeting*. Out: head, agenda and that one item; without the
 * secretary's own notes, remarks for reviewers and the roll.
 */
export function projectorContent(
  meeting: Meeting,
  at: { itemId?: string | undefined; blockId?: string | undefined },
  words: { language: Language; nextMeeting: string },
): ProjectorContent {
  const { id, title, bodyName, place, time, agenda, breaks } = withoutPrivate(meeting)
  const { language, nextMeeting } = words
  const numbers = agendaNumbers(meeting)
  const item = agenda.find((one) => one.id === at.itemId) ?? agenda[0]
  const when = formatEventRange(time.start, time.end, 'full', language) || time.asWritten
  const pause = openBreak(breaks)
  const blocks = (item?.blocks ?? []).map((block) => shown(block, language, nextMeeting))
  return {
    meetingId: id,
    title: title.trim(),
    facts: [bodyName, when, place].filter((fact): fact is string => Boolean(fact?.trim())),
    agenda: agenda.flatMap((one) => {
      const number = numbers.get(one.id)
      return number === undefined ? [] : [{ id: one.id, number: withPoint(number), title: one.title }]
    }),
    ...(item ? { itemId: item.id } : {}),
    itemTitle: item?.title.trim() ?? '',
    ...(pause ? { breakSince: stampClock(pause.from, language) } : {}),
    blocks,
    ...(blocks.some((block) => block.id === at.blockId) ? { blockId: at.blockId } : {}),
  }
}
