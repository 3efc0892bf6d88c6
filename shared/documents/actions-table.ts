import { formatEventTime, type Language } from '../dates'
import type { ActionBlock, Due } from '../records/blocks'
import { markdownInline } from '../text/markdown'
import { text, type DocumentBlock, type Inline, type TableColumn } from './document'
import { lines } from './minutes-roll'
import type { Words } from './words'

/** When something is due, in words: `12.12.2022`, `Nisan 2026`, `Gelecek toplantıya kadar`. Empty = no term. */
export function dueWords(due: Due | undefined, words: Words, lang: Language): string {
  if (!due) return ''
  if (due.kind === 'next-meeting') return words.action.nextMeeting
  return due.kind === 'day'
    ? formatEventTime(due.date, 'short', lang)
    : formatEventTime(due.month, 'long', lang)
}

/** Who has to do it: agency, unit, person; those that are known. */
export function responsibleLines(action: ActionBlock): string[] {
  const { agencyName, unit, personName } = action.responsible
  return [agencyName, unit, personName].filter((part): part is string => Boolean(part))
}

/** An action item with what its row needs from elsewhere. */
export interface ListedAction {
  action: ActionBlock
  /** Number of the decision it carries out. */
  decisionNumber?: string
  /** Words for the meeting it comes from, in lists over several meetings. */
  meeting?: string
}

/** The table of what is to be done. Columns that no row fills are left out. */
export function actionsTable(actions: readonly ListedAction[], words: Words, lang: Language): DocumentBlock {
  const columns: { show: boolean; column: TableColumn; cell: (row: ListedAction, at: number) => Inline[] }[] =
    [
      {
        show: true,
        column: { head: text(words.action.order), width: 'narrow', align: 'right' },
        cell: (_, at) => text(String(at + 1)),
      },
      {
        show: actions.some((row) => row.meeting),
        column: { head: text(words.action.meeting), width: 4 },
        cell: (row) => text(row.meeting ?? ''),
      },
      {
        show: true,
        column: { head: text(words.action.text), width: 8 },
        cell: (row) => markdownInline(row.action.text),
      },
      {
        show: true,
        column: { head: text(words.action.responsible), width: 5 },
        cell: (row) => lines(responsibleLines(row.action)),
      },
      {
        show: actions.some(({ action }) => action.partners.length > 0),
        column: { head: text(words.action.partners), width: 4 },
        cell: (row) => lines(row.action.partners.map((ref) => ref.name)),
      },
      {
        show: actions.some((row) => row.decisionNumber),
        column: { head: text(words.action.decision), width: 2 },
        cell: (row) => text(row.decisionNumber ?? ''),
      },
      {
        show: true,
        column: { head: text(words.action.due), width: 2.6 },
        cell: (row) => text(dueWords(row.action.due, words, lang)),
      },
    ]
  const shown = columns.filter(({ show }) => show)
  return {
    kind: 'table',
    dense: true,
    columns: shown.map(({ column }) => column),
    rows: actions.map((row, at) => shown.map(({ cell }) => cell(row, at))),
  }
}
