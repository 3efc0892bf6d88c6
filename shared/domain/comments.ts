import type { MeetingComment } from '../records/meeting'

/** A block or agenda item of the page, in order, with its first words. */
export interface CommentPlace {
  id: string
  words: string
}

export interface PlacedComment {
  comment: MeetingComment
  /** what it is about; undefined when that is no longer there */
  place: CommentPlace | undefined
}

/**
 * Comments in the order of the places they are about, those of one place as they were written; those whose place is gone
 * come last and stay. In: comments of a meeting, the places of its page.
 */
export function placedComments(
  comments: readonly MeetingComment[],
  places: readonly CommentPlace[],
): PlacedComment[] {
  const order = new Map(places.map(({ id }, index) => [id, index]))
  const rank = ({ place }: PlacedComment) => (place ? (order.get(place.id) ?? 0) : places.length)
  return comments
    .map((comment): PlacedComment => ({
      comment,
      place: places[order.get(comment.targetId) ?? -1],
    }))
    .sort((a, b) => rank(a) - rank(b) || (a.comment.at < b.comment.at ? -1 : 1))
}

/**
 * The open comment that comes after a place, the first one when there is none behind it.
 * In: comments in order, the places of the page, id of the place one is at. Out: undefined without open comments.
 */
export function nextComment(
  placed: readonly PlacedComment[],
  places: readonly CommentPlace[],
  at: string,
): PlacedComment | undefined {
  const open = placed.filter(({ comment, place }) => place && !comment.done)
  const order = new Map(places.map(({ id }, index) => [id, index]))
  const here = order.get(at) ?? -1
  return open.find(({ place }) => place && (order.get(place.id) ?? 0) > here) ?? open[0]
}

/** How many open comments each place has. */
export function openCounts(comments: readonly MeetingComment[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { targetId, done } of comments) if (!done) counts.set(targetId, (counts.get(targetId) ?? 0) + 1)
  return counts
}
