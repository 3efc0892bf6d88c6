import type { SameShape } from '../shape'
import type { newRecord as tr } from '../tr/new-record'

export const newRecord: SameShape<typeof tr> = {
  title: {
    participant: 'Add a person',
    agency: 'Add an agency',
    body: 'Add a board',
    note: 'Add a note',
  },
  name: {
    participant: 'Full name',
    agency: 'Name of the agency',
    body: 'Name of the board',
    note: 'Title',
  },
  hint: {
    participant: 'A title may stand before the name: Prof. Dr. …',
    agency: 'The official name; short forms go on its card.',
    body: 'e.g. Provincial Coordination Board',
    note: 'A title that says what it is about',
  },
  similar: 'Records with a similar name',
  submit: 'Add',
}
