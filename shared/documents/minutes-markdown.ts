import { withoutPrivate } from '../domain/private-blocks'
import type { Language } from '../dates'
import type { DecisionBlock } from '../records/blocks'
import type { AgendaItem, Meeting } from '../records/meeting'
import type { OfficeSettings } from '../records/office-settings'
import { markdownInline } from '../text/markdown'
import { portableMarkdown } from '../text/markdown-portable'
import { dueWords, responsibleLines, type ListedAction } from './actions-table'
import { decisionMarkdown } from './decision-text'
import { plainText } from './document'
import { escapeInline, escapeLine, frontMatter, markdownTable, paragraphs } from './markdown-writer'
import { closingWords, decisionLabels, listedActions, nextMeetingWords } from './minutes'
import { agendaNumbers, itemNotes, itemRoles, relationWords, withPoint } from './minutes-agenda'
import { meetingFields, minutesTitle, officeName } from './minutes-head'
import { minutesFrontMatter } from './minutes-front-matter'
import { quorumWords, rollRows, rollTotals, soundWords } from './minutes-roll'
import { fill, wordsFor, type Words } from './words'

function section(level: 2 | 3, heading: string, parts: string[]): string[] {
  return parts.some(Boolean) ? [`${'#'.repeat(level)} ${escapeInline(heading)}`, ...parts] : []
}

const labelled = (label: string, words: string) => `**${escapeInline(label)}:** ${words}`

/** Table of the roll; columns that no row fills are left out. */
function rollMarkdown(meeting: Meeting, words: Words): string[] {
  const rows = rollRows(meeting, words)
  if (rows.length === 0) return []
  const { attendance } = words
  const columns = [
    { head: attendance.order, cells: rows.map((row) => row.order), right: true },
    { head: attendance.name, cells: rows.map((row) => row.name) },
    { head: attendance.title, cells: rows.map((row) => row.title.join('; ')) },
    { head: attendance.agency, cells: rows.map((row) => row.agency) },
    { head: attendance.role, cells: rows.map((row) => row.role) },
    { head: attendance.state, cells: rows.map((row) => row.state.join('; ')) },
  ].filter(({ cells }) => cells.some(Boolean))
  return [
    markdownTable(
      columns.map(({ head }) => escapeInline(head)),
      rows.map((_, index) => columns.map(({ cells }) => escapeInline(cells[index] ?? ''))),
      columns.map(({ right }) => (right ? 'right' : 'left')),
    ),
    escapeLine(rollTotals(meeting, words)),
  ]
}

/** Table of what is to be done; columns that no row fills are left out. */
export function actionsMarkdown(actions: readonly ListedAction[], words: Words, lang: Language): string {
  const { action: heads } = words
  const columns = [
    { head: heads.order, cells: actions.map((_, index) => String(index + 1)), right: true },
    { head: heads.meeting, cells: actions.map((row) => row.meeting ?? '') },
    {
      head: heads.text,
      cells: actions.map(({ action }) => plainText(markdownInline(action.text))),
      always: true,
    },
    {
      head: heads.responsible,
      cells: actions.map(({ action }) => responsibleLines(action).join(', ')),
      always: true,
    },
    {
      head: heads.partners,
      cells: actions.map(({ action }) => action.partners.map((ref) => ref.name).join('; ')),
    },
    { head: heads.decision, cells: actions.map((row) => row.decisionNumber ?? '') },
    { head: heads.due, cells: actions.map(({ action }) => dueWords(action.due, words, lang)), always: true },
  ].filter(({ cells, always }) => always || cells.some(Boolean))
  return markdownTable(
    columns.map(({ head }) => escapeInline(head)),
    actions.map((_, index) => columns.map(({ cells }) => escapeInline(cells[index] ?? ''))),
    columns.map(({ right }) => (right ? 'right' : 'left')),
  )
}

/** A decision as a quotation: number, words with closing formula, grounds, basis, relations, dissents. */
export function decisionQuote(
  decision: DecisionBlock,
  labels: Readonly<Record<string, string>>,
  words: Words,
  lang: Language,
): string {
  const number = decision.number?.trim()
  const heading = number ? fill(words.decision.numbered, { number }) : words.decision.unnumbered
  const line = (text: string) => escapeInline(plainText(markdownInline(text)))
  const parts = [
    `**${escapeInline(heading)}**`,
    decisionMarkdown(decision, lang),
    decision.grounds ? labelled(words.decision.grounds, line(decision.grounds)) : '',
    decision.basis ? labelled(words.decision.basis, line(decision.basis)) : '',
    ...relationWords(decision, labels, words).map(escapeLine),
    ...decision.dissents.map(({ kind, name, reason }) =>
      labelled(words.decision[kind], [escapeInline(name), line(reason)].filter(Boolean).join(' – ')),
    ),
  ]
  return paragraphs(parts)
    .trimEnd()
    .split('\n')
    .map((text) => (text ? `> ${text}` : '>'))
    .join('\n')
}

function itemMarkdown(
  item: AgendaItem,
  meeting: Meeting,
  numbers: Map<string, string>,
  labels: Readonly<Record<string, string>>,
  words: Words,
  lang: Language,
): string[] {
  const number = numbers.get(item.id)
  return [
    number ? `### ${escapeInline(`${withPoint(number)} ${item.title}`)}` : '',
    ...itemRoles(item, meeting, words).map(({ label, people }) =>
      labelled(label, people.map(escapeInline).join('; ')),
    ),
    item.basis ? labelled(words.agenda.basis, escapeInline(plainText(markdownInline(item.basis)))) : '',
    ...item.blocks.map((block) => {
      if (block.kind === 'text') return portableMarkdown(block.markdown, 3)
      return block.kind === 'decision' ? decisionQuote(block, labels, words, lang) : ''
    }),
    ...itemNotes(item, meeting, words, lang).map(escapeLine),
  ]
}

/**
 * Minutes as Markdown: front matter with the ids of everything in it, then the text in the order of the paper.
 * Reads well as plain text; words of records never become marks. The secretary's own notes stay at home.
 */
export function minutesMarkdown(recorded: Meeting, office: OfficeSettings, lang: Language): string {
  const meeting = withoutPrivate(recorded)
  const words = wordsFor(lang)
  const numbers = agendaNumbers(meeting)
  const labels = decisionLabels(meeting)
  const actions = listedActions(meeting)
  const titled = meeting.agenda.filter((item) => numbers.has(item.id))
  const fields = meetingFields(meeting, words, lang).map(
    ({ label, value }) => `- ${labelled(label, escapeInline(value))}`,
  )
  const body = paragraphs([
    `# ${escapeInline(minutesTitle(meeting, words, lang))}`,
    escapeLine(officeName(office)),
    meeting.secrecy === 'restricted' ? `**${words.restricted}**` : '',
    fields.join('\n'),
    ...section(2, words.sections.attendance, [
      ...rollMarkdown(meeting, words),
      escapeLine(quorumWords(meeting, words)),
      escapeLine(soundWords(meeting, words)),
    ]),
    ...section(2, words.sections.agenda, [
      titled
        .map((item) => `${escapeNumber(withPoint(numbers.get(item.id) ?? ''))} ${escapeInline(item.title)}`)
        .join('\n'),
    ]),
    ...section(
      2,
      words.sections.discussed,
      meeting.agenda.flatMap((item) => itemMarkdown(item, meeting, numbers, labels, words, lang)),
    ),
    ...section(2, words.sections.actions, [actions.length > 0 ? actionsMarkdown(actions, words, lang) : '']),
    ...section(2, words.sections.next, [escapeLine(nextMeetingWords(meeting, lang))]),
    escapeLine(closingWords(meeting, office, words, lang)),
    ...section(2, words.sections.attachments, [
      meeting.attachments.map(({ name }) => `- ${escapeInline(name)}`).join('\n'),
    ]),
  ])
  return `${frontMatter(minutesFrontMatter(meeting))}\n${body}`
}

/** A list mark for an agenda item: plain numbers make an ordered list, others are words in a bullet list. */
function escapeNumber(number: string): string {
  return /^\d{1,9}\.$/.test(number) ? number : `- ${escapeInline(number)}`
}
