import { parseDue } from '../../shared/domain/due-parse'

/** What it was understood as, short: a day, a month, `next` for the next meeting, `-` for nothing. */
export function dueWords(typed: string, from: string): string {
  const due = parseDue(typed, from)
  if (!due) return '-'
  return due.kind === 'day' ? due.date : due.kind === 'month' ? due.month : 'next'
}
