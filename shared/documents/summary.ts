import type { Language } from '../dates'
import type { Meeting } from '../records/meeting'
import type { OfficeSettings } from '../records/office-settings'
import { withoutJumps } from './accessibility'
import { actionsTable } from './actions-table'
import { text, type DocumentBlock, type DocumentTree } from './document'
import { decisionLabels, decisionsOf, listedActions } from './minutes'
import { decisionBlock } from './minutes-agenda'
import { letterhead, meetingFields, officeName } from './minutes-head'
import {
  attendanceWords,
  countWords,
  figureRows,
  inOrder,
  listedName,
  periodWords,
  summaryFigures,
  type AgencyFigures,
  type SummaryInput,
} from './summary-figures'
import { wordsFor, type Words } from './words'

export type { SummaryInput } from './summary-figures'

function figuresTable(rows: readonly [string, string][], words: Words): DocumentBlock {
  return {
    kind: 'table',
    columns: [
      { head: text(words.summary.figure), width: 4 },
      { head: text(words.summary.count), width: 1, align: 'right' },
    ],
    rows: rows.map(([label, count]) => [text(label), text(count)]),
  }
}

function agenciesTable(agencies: readonly AgencyFigures[], words: Words, lang: Language): DocumentBlock[] {
  if (agencies.length === 0) return []
  const { summary } = words
  return [
    { kind: 'heading', level: 1, inline: text(summary.perAgency) },
    {
      kind: 'table',
      dense: true,
      columns: [
        { head: text(words.attendance.order), width: 'narrow', align: 'right' },
        { head: text(summary.agency), width: 9 },
        { head: text(summary.attended), width: 2.4, align: 'right' },
        { head: text(summary.present), width: 2.4, align: 'right' },
        { head: text(summary.owed), width: 2.4, align: 'right' },
      ],
      rows: agencies.map((agency, index) => [
        text(String(index + 1)),
        text(agency.name),
        text(countWords(agency.meetings, lang)),
        text(countWords(agency.present, lang)),
        text(countWords(agency.actions, lang)),
      ]),
    },
  ]
}

function meetingSection(
  meeting: Meeting,
  number: number,
  labels: Readonly<Record<string, string>>,
  words: Words,
  lang: Language,
): DocumentBlock[] {
  const decisions = decisionsOf(meeting)
  const actions = listedActions(meeting)
  const attendance = attendanceWords(meeting, words)
  const fields = meetingFields(meeting, words, lang)
  if (attendance) fields.push({ label: words.fields.attendance, value: attendance })
  const sub = (heading: string): DocumentBlock => ({
    kind: 'heading',
    level: 3,
    inline: text(heading),
    listed: false,
  })
  return [
    { kind: 'heading', level: 2, inline: text(`${number}. ${listedName(meeting, words, lang)}`) },
    { kind: 'fields', rows: fields.map(({ label, value }) => ({ label, value: text(value) })) },
    ...(decisions.length > 0 ? [sub(words.sections.decisions)] : []),
    ...decisions.map((decision) => decisionBlock(decision, labels, words, lang)),
    ...(actions.length > 0 ? [sub(words.sections.actions), actionsTable(actions, words, lang)] : []),
    ...(decisions.length + actions.length === 0
      ? [{ kind: 'paragraph', style: 'note', inline: text(words.summary.meetingHasNone) } as const]
      : []),
  ]
}

/** The moment of the newest record in it: the same records give the same paper. */
function newest(meetings: readonly Meeting[]): string | undefined {
  return meetings
    .map(({ updatedAt }) => updatedAt)
    .reduce<string | undefined>((last, at) => (last === undefined || at > last ? at : last), undefined)
}

/**
 * Summary of a period for headquarters: head with period and boards, figures, contents; then every meeting with its
 * head, attendance, decisions and action items; each agency's share at the end. An empty period says so.
 */
export function summaryDocument(input: SummaryInput, office: OfficeSettings, lang: Language): DocumentTree {
  const words = wordsFor(lang)
  const meetings = inOrder(input.meetings)
  const figures = summaryFigures(meetings)
  const period = periodWords(input, words, lang)
  const bodies = input.bodies.map(({ name }) => name).join('; ') || words.summary.allBodies
  const labels: Record<string, string> = Object.assign({}, ...meetings.map(decisionLabels))
  const date = newest(meetings)
  const body: DocumentBlock[] =
    meetings.length === 0
      ? [{ kind: 'paragraph', style: 'running', inline: text(words.summary.none) }]
      : [
          { kind: 'heading', level: 1, inline: text(words.summary.totals), listed: false },
          figuresTable(figureRows(figures, words, lang), words),
          { kind: 'contents', title: words.summary.contents, depth: 2 },
          { kind: 'pageBreak' },
          { kind: 'heading', level: 1, inline: text(words.summary.meetings) },
          ...meetings.flatMap((meeting, index) => meetingSection(meeting, index + 1, labels, words, lang)),
          ...agenciesTable(figures.agencies, words, lang),
        ]
  return {
    meta: {
      title: `${words.summary.title} (${period})`,
      language: lang,
      ...(date ? { date } : {}),
      ...(officeName(office) ? { author: officeName(office) } : {}),
      font: office.font,
      ...(meetings.some(({ secrecy }) => secrecy === 'restricted') ? { banner: words.restricted } : {}),
    },
    blocks: withoutJumps([
      ...letterhead(office, words),
      { kind: 'title', inline: text(words.summary.title) },
      {
        kind: 'fields',
        rows: [
          { label: words.summary.period, value: text(period) },
          { label: words.summary.bodies, value: text(bodies) },
        ],
      },
      ...body,
    ]),
  }
}
