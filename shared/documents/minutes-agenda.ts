import type { Language } from '../dates'
import { stampClock } from '../domain/item-times'
import type { DecisionBlock } from '../records/blocks'
import type { AgendaItem, Meeting } from '../records/meeting'
import { markdownBlocks, markdownInline } from '../text/markdown'
import { decisionMarkdown } from './decision-text'
import { strong, text, type DocumentBlock, type Inline } from './document'
import { personLine } from './people'
import { fill, type Words } from './words'

/** Number of each agenda item: the one typed, else its place among the items that have a title. */
export function agendaNumbers(meeting: Meeting): Map<string, string> {
  const titled = meeting.agenda.filter((item) => item.title.trim() !== '')
  return new Map(titled.map((item, index) => [item.id, item.number?.trim() || String(index + 1)]))
}

/** A number in front of words: `3.`; marks that were typed stay (`3)`, `IV-`). */
export function withPoint(number: string): string {
  return /[\p{L}\p{N}]$/u.test(number) ? `${number}.` : number
}

/** The agenda as a numbered list; nothing when the minutes are text without agenda. */
export function agendaList(meeting: Meeting, words: Words): DocumentBlock[] {
  const numbers = agendaNumbers(meeting)
  const items = meeting.agenda.filter((item) => numbers.has(item.id))
  if (items.length === 0) return []
  return [
    { kind: 'heading', level: 1, inline: text(words.sections.agenda) },
    {
      kind: 'numbered',
      items: items.map((item) => ({
        number: withPoint(numbers.get(item.id) ?? ''),
        inline: text(item.kind === 'session' ? `${item.title} (${words.agenda.session})` : item.title),
      })),
    },
  ]
}

/** A label in bold and words after it, as a paragraph. */
function labelled(label: string, inline: Inline[]): DocumentBlock {
  return { kind: 'paragraph', style: 'plain', inline: [...strong(`${label}: `), ...inline] }
}

/** Who presents, moderates and speaks, and on what the item rests: label and words. */
export function itemRoles(
  item: AgendaItem,
  meeting: Meeting,
  words: Words,
): { label: string; people: string[] }[] {
  const byId = new Map(meeting.attendance.map((row) => [row.id as string, row]))
  const named = (ids: readonly (string | undefined)[]) =>
    ids.flatMap((id) => {
      const row = id === undefined ? undefined : byId.get(id)
      return row ? [personLine(row)] : []
    })
  return [
    { label: words.agenda.presenter, people: named([item.presenterId]) },
    { label: words.agenda.moderator, people: named([item.moderatorId]) },
    { label: words.agenda.speakers, people: named(item.speakerIds) },
  ].filter(({ people }) => people.length > 0)
}

/** What happened to an item besides its text: that it was put off, and breaks of the sitting while it was discussed. */
export function itemNotes(item: AgendaItem, meeting: Meeting, words: Words, lang: Language): string[] {
  const state = item.state ? [words.agenda[item.state]] : []
  const breaks = meeting.breaks
    .filter(({ itemId }) => itemId === item.id)
    .map(({ from, to }) =>
      to === undefined
        ? fill(words.agenda.breakOpen, { from: stampClock(from, lang) })
        : fill(words.agenda.break, { from: stampClock(from, lang), to: stampClock(to, lang) }),
    )
  return [...breaks, ...state]
}

/** What a decision does to others, in words. Decisions whose number is not known are left out. */
export function relationWords(
  decision: DecisionBlock,
  labels: Readonly<Record<string, string>>,
  words: Words,
): string[] {
  return decision.relations.flatMap(({ kind, decisionId }) => {
    const number = labels[decisionId]
    return number ? [fill(words.decision[kind], { number })] : []
  })
}

/** A decision with number, grounds, basis, formula, dissents and relations. */
export function decisionBlock(
  decision: DecisionBlock,
  labels: Readonly<Record<string, string>>,
  words: Words,
  lang: Language,
): DocumentBlock {
  const number = decision.number?.trim()
  const children = markdownBlocks(decisionMarkdown(decision, lang))
  if (decision.grounds) children.push(labelled(words.decision.grounds, markdownInline(decision.grounds)))
  if (decision.basis) children.push(labelled(words.decision.basis, markdownInline(decision.basis)))
  for (const sentence of relationWords(decision, labels, words))
    children.push({ kind: 'paragraph', style: 'plain', inline: text(sentence) })
  for (const { kind, name, reason } of decision.dissents) {
    const because: Inline[] = reason.trim() ? [...text(' – '), ...markdownInline(reason)] : []
    children.push(labelled(words.decision[kind], [...text(name), ...because]))
  }
  return {
    kind: 'decision',
    label: number ? fill(words.decision.numbered, { number }) : words.decision.unnumbered,
    children,
  }
}

/** Everything that was said and decided, item by item in the order of writing. Action items stand in their table. */
export function discussed(
  meeting: Meeting,
  labels: Readonly<Record<string, string>>,
  words: Words,
  lang: Language,
): DocumentBlock[] {
  const numbers = agendaNumbers(meeting)
  return meeting.agenda.flatMap((item): DocumentBlock[] => {
    const number = numbers.get(item.id)
    const head: DocumentBlock[] = number
      ? [{ kind: 'heading', level: 2, inline: text(`${withPoint(number)} ${item.title}`) }]
      : []
    const roles = itemRoles(item, meeting, words).map(({ label, people }) =>
      labelled(label, text(people.join('; '))),
    )
    const basis = item.basis ? [labelled(words.agenda.basis, markdownInline(item.basis))] : []
    const body = item.blocks.flatMap((block): DocumentBlock[] => {
      if (block.kind === 'text') return lowered(markdownBlocks(block.markdown), 2)
      return block.kind === 'decision' ? [decisionBlock(block, labels, words, lang)] : []
    })
    const notes = itemNotes(item, meeting, words, lang).map((sentence): DocumentBlock => ({
      kind: 'paragraph',
      style: 'plain',
      inline: text(sentence),
    }))
    return [...head, ...roles, ...basis, ...body, ...notes]
  })
}

/** Headings of a text pushed below those of the document. */
function lowered(blocks: DocumentBlock[], by: number): DocumentBlock[] {
  return blocks.map((block) =>
    block.kind === 'heading' ? { ...block, level: Math.min(block.level + by, 4) as 3 | 4 } : block,
  )
}
