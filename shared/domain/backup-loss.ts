/** A record's file as two backups are compared by: its size, and whether it could be read as a record. */
export interface SeenRecord {
  size: number
  readable: boolean
}

export interface Loss {
  gone: number
  emptied: number
  /** Records of the earlier backup. */
  total: number
  /** More than a fifth is gone or emptied: nothing may be rotated away before somebody has looked. */
  sudden: boolean
}

/** Share of records that may go between two backups, and the fewest records of which a share says anything. */
const mostLost = 0.2
const fewest = 5
/** A record is emptied when its file shrank to this share, or cannot be read any more. */
const emptiedShare = 0.4
/** The smallest file (bytes) that had a text to lose; below it envelope and stamps are most of it. */
const withText = 1_200

/** Compares the records of an earlier backup with those of now, by id. */
export function lossBetween(
  before: ReadonlyMap<string, SeenRecord>,
  now: ReadonlyMap<string, SeenRecord>,
): Loss {
  let gone = 0
  let emptied = 0
  for (const [id, was] of before) {
    const is = now.get(id)
    if (!is) gone += 1
    else if (was.readable && !is.readable) emptied += 1
    else if (was.size >= withText && is.size < was.size * emptiedShare) emptied += 1
  }
  const total = before.size
  return { gone, emptied, total, sudden: total >= fewest && (gone + emptied) / total > mostLost }
}
