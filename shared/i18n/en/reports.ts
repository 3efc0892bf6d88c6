import type { SameShape } from '../shape'
import type { reports as tr } from '../tr/reports'

export const reports: SameShape<typeof tr> = {
  title: 'Reports',
  summary: 'Summary for headquarters',
  text: 'Head, attendance figures, all decisions and all action items of the meetings of a period, in one document.',
  period: 'Period',
  from: 'From',
  to: 'Until',
  badDate: 'Type day, month and year.',
  badOrder: 'The end cannot be before the beginning.',
  periods: { thisMonth: 'This month', lastMonth: 'Last month', thisYear: 'This year', lastYear: 'Last year' },
  bodies: 'Boards',
  bodiesHint: 'Empty = all meetings.',
  count_one: 'This selection sums up {{count, number}} meeting.',
  count_other: 'This selection sums up {{count, number}} meetings.',
  none: 'There is no meeting in this period.',
  preview: 'Preview',
  previewOf: 'Preview of the summary',
  page: 'Page {{page}}/{{pages}}',
  stale: 'The selection has changed; the preview shows the former one.',
  previewEmpty: 'Press Preview to see the pages of the summary here.',
  exportPdf: 'Save as PDF',
  exportMarkdown: 'Save as Markdown',
  working: 'Preparing the summary',
  progress: '{{done, number}} / {{total, number}}',
  cancelled: 'The summary was given up; no file was written.',
}
