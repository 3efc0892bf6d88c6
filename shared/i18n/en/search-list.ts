import type { SameShape } from '../shape'
import type { searchList as tr } from '../tr/search-list'

export const searchList: SameShape<typeof tr> = {
  heading: 'Search for “{{query}}”',
  all: 'Search results',
  count: '{{total}} results',
  countCapped: 'The first {{shown}} of {{total}} results',
  columns: {
    type: 'Type',
    title: 'Title',
    date: 'Date',
    state: 'State',
    snippet: 'Where it stands',
    source: 'Source file',
    id: 'Id',
  },
  types: {
    decision: 'Decision',
    meeting: 'Meeting',
    participant: 'Person',
    agency: 'Agency',
    body: 'Board',
    note: 'Note',
  },
  states: { superseded: 'Superseded', annulled: 'Annulled' },
}
