import type { SameShape } from '../shape'
import type { home as tr } from '../tr/home'

export const home: SameShape<typeof tr> = {
  title: 'Home',
  first: {
    title: 'Welcome to Tutanak',
    text: 'Minutes, decisions and action items live in a folder on this computer. No internet is needed and nothing is ever sent out.',
    empty: 'Start with an empty archive',
    emptyText: 'Makes a new folder for your office.',
    sample: 'Look at the sample archive',
    sampleText: 'Walk around in an archive of invented people and agencies.',
    open: 'Open an existing archive',
    openText: 'Choose a folder on this computer, on the network or on a USB stick.',
    restore: 'Restore a backup',
    restoreText: 'Unpacks a backup from another computer or a USB stick into a new folder.',
  },
  recent: {
    title: 'Archives used lately',
    open: 'Open the archive {{name}}',
    gone: 'Cannot be reached now',
    goneText:
      'This is normal while a USB stick is not plugged in or a network folder is away. Plug it in and try again.',
    forget: 'Take {{name}} off the list',
    tryAgain: 'Try again',
  },
  next: 'Planned meetings',
  noNext: 'No meeting is planned.',
  drafts: 'Open drafts',
  noDrafts: 'No draft is waiting.',
  latest: 'Latest meetings',
  noLatest: 'There is no meeting yet.',
  showAll: 'Show all',
  edited: 'edited {{when}}',
  create: 'Add',
  problems_one: '{{count, number}} file in the archive needs your attention.',
  problems_other: '{{count, number}} files in the archive need your attention.',
  showProblems: 'Show the files',
  emptyTitle: 'This archive has no records yet',
  emptyText: 'Add your first meeting; agencies and people can be entered while you type.',
}
