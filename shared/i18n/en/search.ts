import type { SameShape } from '../shape'
import type { search as tr } from '../tr/search'

export const search: SameShape<typeof tr> = {
  label: 'Search',
  placeholder: 'Search decisions, meetings, people, agencies…',
  results: 'Search results',
  groups: {
    decision: 'Decisions',
    meeting: 'Meetings',
    participant: 'People',
    agency: 'Agencies',
    body: 'Boards',
    note: 'Notes',
  },
  commands: 'Commands',
  recent: 'Opened lately',
  nothing: 'Nothing found for “{{query}}”',
  nothingText: 'Try another word, or the stem of the word. Turkish letters are not required.',
  partial: 'No record has all the words; those with some of them are shown.',
  notReady: 'The search index is being prepared; results may be missing.',
  failed: 'The search failed. {{reason}}',
  total_one: '{{count, number}} result',
  total_other: '{{count, number}} results',
  more_one: '{{count, number}} more',
  more_other: '{{count, number}} more',
  all: 'Show all results',
  keys: '↑↓ choose   Enter open   Esc close',
  clear: 'Clear the search',
  resultsFor: 'Search for “{{query}}”',
  narrow: 'Narrow the results',
  everything: 'All',
}
