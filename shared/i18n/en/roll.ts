import type { SameShape } from '../shape'
import type { roll as tr } from '../tr/roll'

/** Words of this part of the meeting page. */
export const roll: SameShape<typeof tr> = {
  title: 'Roll call',
  find: 'Find a row (two letters)',
  keys: 'k present · m excused · i on leave · y absent · d invited · t the rest present · v deputy · a on behalf · g came late · c left early · space find · Alt+↑↓ order · Delete remove',
  cameAtItemId: 'Came at item',
  leftAtItemId: 'Left at item',
  whole: '–',
  removed: '{{name}} was taken off the roll.',
  quorum: {
    label: 'Quorum',
    met: 'Quorum: {{needed}} of {{members}} members needed, {{present}} here – met',
    notMet: 'Quorum: {{needed}} of {{members}} members needed, {{present}} here – not met',
    declared: 'The quorum was declared not met; the meeting could not be held.',
    lost: 'At “{{item}}” {{present}} members are here: no quorum',
    regained: 'At “{{item}}” {{present}} members are here: quorum met',
    call: 'Call',
    calls: { first: 'First call', second: 'Second call' },
    declare: 'Quorum not met, end the meeting',
    takeBack: 'Take back',
    shortMet: 'quorum met',
    shortNotMet: 'no quorum',
  },
}
