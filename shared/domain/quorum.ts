import type { Attendance } from '../records/attendance'
import type { QuorumRule } from '../records/body'
import type { Meeting, MeetingQuorum } from '../records/meeting'
import { nameKey } from './person-name'

/** How many of so many members a rule asks for; 0 without a rule. Absolute majority is more than half of all members. */
export function neededFor(rule: QuorumRule, members: number): number {
  switch (rule.kind) {
    case 'none':
      return 0
    case 'majority':
      return Math.floor(members / 2) + 1
    case 'fraction':
      return Math.ceil((members * rule.numerator) / rule.denominator)
    default:
      return rule.count
  }
}

/** The rule that holds at this call; a second call without a rule of its own keeps the first one's. */
export function ruleOf(quorum: MeetingQuorum): QuorumRule {
  return quorum.call === 'second' ? (quorum.second ?? quorum.first) : quorum.first
}

const voting = new Set<Attendance['role']>(['chair', 'deputy-chair', 'member'])

/** Who is listed with a body and does its work or watches it: no vote comes with it. */
const withoutVote = new Set<Attendance['role']>(['rapporteur', 'observer', 'guest'])

/**
 * Whether somebody listed with a body has a vote in it. A rapporteur, an observer or a guest has none, but as a member by
 * office or by election, or as a substitute; `full` is what everybody listed starts with and gives him none (domain.md §2.4).
 */
export function hasVote({ role, membership }: Pick<Attendance, 'role' | 'membership'>): boolean {
  return !withoutVote.has(role) || (membership !== undefined && membership !== 'full')
}

/** A row that fills a seat: a voting member of the body, or one entered by hand as chair, deputy chair or member. */
function hasSeat(row: Attendance): boolean {
  if (row.membership === 'substitute') return false
  return row.memberId !== undefined ? hasVote(row) : voting.has(row.role)
}

/** Who sits somewhere: a person or member in the roll twice (two offices, domain.md §2.4) has one seat. */
const whoIs = ({ id, participantId, memberId }: Attendance) => participantId ?? memberId ?? id

const countOf = (rows: readonly Attendance[]) => new Set(rows.map(whoIs)).size

/** The seat that a row is there for in place of its holder (*vekâleten*); found by name, else by an office that only one holds. */
function seatOf({ actingFor }: Attendance, seats: readonly Attendance[]): Attendance[] {
  const whom = nameKey((actingFor?.name ?? '').split(/[,(]/)[0] ?? '')
  if (whom === '') return []
  const named = seats.filter((seat) => nameKey(seat.name ?? seat.agencyName ?? '') === whom)
  if (named.length > 0) return named
  const holding = seats.filter((seat) => nameKey(seat.title ?? '') === whom)
  return holding.length === 1 ? holding : []
}

/** Who sits for the body: the seats in the roll, substitutes, and for every deputy the seats that he may fill. */
export interface Seats {
  seats: Attendance[]
  substitutes: Attendance[]
  deputies: Map<Attendance, Attendance[]>
}

/**
 * The seats of a roll. Whoever stands in for a holder (*vekâleten*) has no seat of his own unless he is a member himself;
 * a holder for whom somebody only signs (*adına*) is filled when that row was entered as a member.
 */
export function seatsOf(attendance: readonly Attendance[]): Seats {
  const rows = attendance.filter(hasSeat)
  const holders = rows.filter((row) => row.memberId !== undefined || !row.actingFor)
  const deputies = new Map<Attendance, Attendance[]>()
  for (const row of attendance) {
    if (row.memberId !== undefined || !row.actingFor) continue
    if (row.actingFor.kind !== 'deputy' && !voting.has(row.role)) continue
    const filled = seatOf(row, holders)
    if (filled.length > 0) deputies.set(row, filled)
  }
  return {
    seats: rows.filter((row) => !deputies.has(row)),
    substitutes: attendance.filter(
      (row) => row.membership === 'substitute' && (row.memberId !== undefined || voting.has(row.role)),
    ),
    deputies,
  }
}

/** How the quorum stands: members in all, how many are needed, how many are there. */
export interface Standing {
  members: number
  needed: number
  present: number
  met: boolean
}

type Items = readonly { id: string }[]
type Roll = Pick<Meeting, 'attendance' | 'quorum'> & { agenda: Items }

/** Whether somebody was there at the item in a place of the agenda; -1 for the roll call itself. */
export function isThere(agenda: Items, row: Attendance, index: number): boolean {
  if (row.state !== 'present') return false
  const placeOf = (item: string) => agenda.findIndex(({ id }) => id === item)
  // An item that is gone is no time: who came or left at it was there.
  const left = row.leftAtItemId === undefined ? -1 : placeOf(row.leftAtItemId)
  const came = row.cameAtItemId === undefined ? -1 : placeOf(row.cameAtItemId)
  // Left at an item and came at a later one: away in between.
  if (left !== -1 && left < came) return index < left || came <= index
  return came <= index && (left === -1 || index < left)
}

function filledSeats(
  { seats, substitutes, deputies }: Seats,
  members: number,
  there: (row: Attendance) => boolean,
) {
  const filled = new Set(seats.filter(there).map(whoIs))
  for (const [deputy, held] of deputies) {
    const empty = there(deputy) && held.find((seat) => !filled.has(whoIs(seat)))
    if (empty) filled.add(whoIs(empty))
  }
  return Math.min(members, filled.size + countOf(substitutes.filter(there)))
}

/**
 * How many have a vote at the item in a place of the agenda. Out: undefined where the roll does not tell: it has neither
 * members nor a rule to count them by.
 */
export function votersAt(roll: Roll, index: number): number | undefined {
  const { attendance, agenda, quorum } = roll
  if (attendance.length === 0) return undefined
  if (quorum) return quorumAt(roll, index)?.present
  if (!attendance.some((row) => row.memberId !== undefined || row.role === 'member')) return undefined
  const sitting = seatsOf(attendance)
  return filledSeats(sitting, countOf(sitting.seats), (row) => isThere(agenda, row, index))
}

/**
 * How the quorum stands while an agenda item is discussed. Guests and the like never count; a substitute counts only for a
 * full member who is not there (domain.md §2.3: asıl, yedek üye); who stands in for a member (*vekâleten*) fills that seat,
 * whatever his role, once and only while its holder is not there.
 * Whoever came at an item is there from that item on; whoever left at an item is not there for it, until he came back.
 * Never more are there than there are members.
 * In: roll, agenda and rule of the meeting; the item's place in the agenda, -1 for the roll call itself.
 * Out: undefined when no rule or no member is known.
 */
export function quorumAt({ attendance, agenda, quorum }: Roll, index: number): Standing | undefined {
  if (!quorum) return undefined
  const sitting = seatsOf(attendance)
  // A board whose members were never entered has none to count by: the roll is all that is known.
  const members = quorum.memberCount || countOf(sitting.seats)
  if (members === 0) return undefined
  const present = filledSeats(sitting, members, (row) => isThere(agenda, row, index))
  const needed = neededFor(ruleOf(quorum), members)
  return { members, needed, present, met: present >= needed }
}

/**
 * What the roll call showed: the one answer for the header, the panel and the paper. `met` heeds the chair's word;
 * `telling` is false where no number is asked for or nobody stands in the roll yet: then nothing is said of it.
 * In: the agenda in its order, without which those who came late would count from the start.
 */
export function rollCallQuorum(roll: Roll): (Standing & { declared: boolean; telling: boolean }) | undefined {
  const standing = quorumAt(roll, -1)
  if (!standing) return undefined
  const declared = roll.quorum?.declared === 'not-met'
  const telling = standing.needed > 0 && roll.attendance.length > 0
  return { ...standing, met: standing.met && !declared, declared, telling }
}

/** The agenda items, in order, during which the quorum is not there though it was at the roll call or the other way round. */
export function quorumChanges(roll: Roll): { itemId: string; standing: Standing }[] {
  let before = quorumAt(roll, -1)?.met
  return roll.agenda.flatMap(({ id }, index) => {
    const standing = quorumAt(roll, index)
    if (!standing || standing.met === before) return []
    before = standing.met
    return [{ itemId: id, standing }]
  })
}

/**
 * Ids of the agenda items during which the quorum is not there, once people came or left during the meeting. Where it is
 * never there, none: that is said of the meeting as a whole.
 */
export function itemsWithoutQuorum(roll: Roll): ReadonlySet<string> {
  const lacking = roll.agenda.filter((_item, index) => quorumAt(roll, index)?.met === false)
  const never = quorumAt(roll, -1)?.met === false && lacking.length === roll.agenda.length
  return new Set(never ? [] : lacking.map(({ id }) => id))
}
