import type { Language } from '../dates'
import type { Meeting } from '../records/meeting'
import type { OfficeSettings } from '../records/office-settings'
import { escapeInline, escapeLine, frontMatter, markdownTable, paragraphs } from './markdown-writer'
import { actionsOf, decisionLabels, decisionsOf, listedActions } from './minutes'
import { meetingFields, officeName } from './minutes-head'
import { actionsMarkdown, decisionQuote } from './minutes-markdown'
import {
  agenciesPresent,
  attendanceWords,
  countWords,
  figureRows,
  inOrder,
  listedName,
  periodWords,
  summaryFigures,
  type SummaryFigures,
  type SummaryInput,
} from './summary-figures'
import { wordsFor, type Words } from './words'

function frontMatterOf(input: SummaryInput, meetings: readonly Meeting[], figures: SummaryFigures) {
  return {
    tutanak: 1,
    type: 'summary',
    from: input.from,
    to: input.to,
    bodies: input.bodies.length > 0 ? input.bodies.map(({ id, name }) => ({ id, name })) : undefined,
    totals: {
      meetings: figures.meetings,
      decisions: figures.decisions,
      actions: figures.actions,
      present: figures.present,
      agencies: agenciesPresent(figures),
    },
    meetings: meetings.map((meeting) => ({
      id: meeting.id,
      title: meeting.title,
      start: meeting.time.start,
      decisions: decisionsOf(meeting).map(({ id }) => id),
      actions: actionsOf(meeting).map(({ id }) => id),
    })),
  }
}

function meetingParts(
  meeting: Meeting,
  number: number,
  labels: Readonly<Record<string, string>>,
  words: Words,
  lang: Language,
): string[] {
  const decisions = decisionsOf(meeting)
  const actions = listedActions(meeting)
  const attendance = attendanceWords(meeting, words)
  const fields = meetingFields(meeting, words, lang)
  if (attendance) fields.push({ label: words.fields.attendance, value: attendance })
  return [
    `### ${number}. ${escapeInline(listedName(meeting, words, lang))}`,
    fields.map(({ label, value }) => `- **${escapeInline(label)}:** ${escapeInline(value)}`).join('\n'),
    ...(decisions.length > 0 ? [`#### ${words.sections.decisions}`] : []),
    ...decisions.map((decision) => decisionQuote(decision, labels, words, lang)),
    ...(actions.length > 0 ? [`#### ${words.sections.actions}`, actionsMarkdown(actions, words, lang)] : []),
    decisions.length + actions.length === 0 ? words.summary.meetingHasNone : '',
  ]
}

/** {@link SummaryInput} as Markdown, with the ids of all meetings, decisions and action items in its front matter. */
export function summaryMarkdown(input: SummaryInput, office: OfficeSettings, lang: Language): string {
  const words = wordsFor(lang)
  const { summary } = words
  const meetings = inOrder(input.meetings)
  const figures = summaryFigures(meetings)
  const labels: Record<string, string> = Object.assign({}, ...meetings.map(decisionLabels))
  const bodies = input.bodies.map(({ name }) => name).join('; ') || summary.allBodies
  const head = [
    `# ${summary.title}`,
    escapeLine(officeName(office)),
    [
      `- **${summary.period}:** ${periodWords(input, words, lang)}`,
      `- **${summary.bodies}:** ${escapeInline(bodies)}`,
    ].join('\n'),
  ]
  const body =
    meetings.length === 0
      ? [summary.none]
      : [
          `## ${summary.totals}`,
          markdownTable([summary.figure, summary.count], figureRows(figures, words, lang), ['left', 'right']),
          `## ${summary.contents}`,
          meetings
            .map((meeting, index) => `${index + 1}. ${escapeInline(listedName(meeting, words, lang))}`)
            .join('\n'),
          `## ${summary.meetings}`,
          ...meetings.flatMap((meeting, index) => meetingParts(meeting, index + 1, labels, words, lang)),
          ...(figures.agencies.length > 0
            ? [
                `## ${summary.perAgency}`,
                markdownTable(
                  [summary.agency, summary.attended, summary.present, summary.owed],
                  figures.agencies.map((agency) => [
                    escapeInline(agency.name),
                    countWords(agency.meetings, lang),
                    countWords(agency.present, lang),
                    countWords(agency.actions, lang),
                  ]),
                  ['left', 'right', 'right', 'right'],
                ),
              ]
            : []),
        ]
  return `${frontMatter(frontMatterOf(input, meetings, figures))}\n${paragraphs([...head, ...body])}`
}
