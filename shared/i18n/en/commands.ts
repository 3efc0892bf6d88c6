import type { SameShape } from '../shape'
import type { commands as tr } from '../tr/commands'

export const commands: SameShape<typeof tr> = {
  go: {
    search: 'Go to the search page',
    home: 'Go to the home page',
    meetings: 'Go to meetings',
    participants: 'Go to people',
    agencies: 'Go to agencies',
    bodies: 'Go to boards',
    notes: 'Go to notes',
    reports: 'Go to reports',
    settings: 'Open settings',
    bin: 'Open the bin',
  },
  search: { open: 'Search' },
  new: {
    meeting: 'Add a meeting',
    participant: 'Add a person',
    agency: 'Add an agency',
    body: 'Add a board',
    note: 'Add a note',
  },
  edit: { undo: 'Undo the last change' },
  view: { rail: 'Narrow or widen the menu', theme: 'Switch between light and dark' },
  archive: {
    create: 'Create a new archive',
    sample: 'Open the sample archive',
    open: 'Open an archive folder',
    showFolder: 'Show the archive in its folder',
    verify: 'Check the archive',
    upgrade: 'Upgrade the archive',
    close: 'Close the archive',
  },
  backup: { now: 'Back up now', restoreFile: 'Restore from a backup file' },
  index: { rebuild: 'Rebuild the search index' },
  meeting: {
    preview: 'Show or hide the paper preview',
    exportPdf: 'Export the minutes as PDF',
    exportMarkdown: 'Export the minutes as Markdown',
    history: 'Open the history of the meeting',
  },
}
