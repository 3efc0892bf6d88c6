/** What a program that changes an archive tells about its work, in order; `null` = the record is deleted. */
export type WorkEvent =
  /** A record is to be made whose id its maker chooses; it is told when it is there. */
  | { kind: 'making'; op: number; signature: string }
  | { kind: 'made'; op: number; id: string; hash: string }
  | { kind: 'begin'; op: number; want: Record<string, string | null> }
  /** Acknowledged by the store: the hashes it answered. */
  | { kind: 'done'; op: number; hashes: Record<string, string> }
  | { kind: 'failed'; op: number; code: string }
  | { kind: 'attached'; sha256: string; ext: string }
  /** What an opening showed: from now on this must last, acknowledged or not. */
  | { kind: 'seen'; state: Record<string, Found | null> }

/** A record as found: what it says ({@link signatureOf}) and the hash of all of it. */
export interface Found {
  signature: string
  hash: string
}

/** The last acknowledged state of a record, and what was begun since and may have arrived or not. */
interface Known {
  signature: string | null
  /** Of the version in the archive or in the bin; '' = not known, undefined = there never was one. */
  hash: string | undefined
  open: { op: number; signature: string | null }[]
}

/** What an archive must hold after a fault, worked out from the events before it. */
export class Acknowledged {
  readonly records = new Map<string, Known>()
  readonly attachments: { sha256: string; ext: string }[] = []
  /** What records that are not acknowledged yet would say, by operation. */
  private readonly making = new Map<number, string>()
  /** Records of each operation that is not acknowledged. */
  private readonly groups = new Map<number, string[]>()
  /** Operations that failed, with a record of theirs that was acknowledged in a later state. */
  private readonly overtaken = new Map<number, Set<string>>()

  constructor(events: Iterable<WorkEvent> = []) {
    for (const event of events) this.take(event)
  }

  take(event: WorkEvent): void {
    if (event.kind === 'making') this.making.set(event.op, event.signature)
    else if (event.kind === 'made') {
      const signature = this.making.get(event.op)
      if (signature === undefined) throw new Error('made without making')
      this.making.delete(event.op)
      this.records.set(event.id, { signature, hash: event.hash, open: [] })
    } else if (event.kind === 'begin') {
      this.groups.set(event.op, Object.keys(event.want))
      for (const [id, signature] of Object.entries(event.want)) {
        const known = this.records.get(id) ?? { signature: null, hash: undefined, open: [] }
        known.open.push({ op: event.op, signature })
        this.records.set(id, known)
      }
    } else if (event.kind === 'done') {
      for (const [id, hash] of Object.entries(event.hashes)) {
        const known = this.records.get(id)
        const mine = known?.open.find(({ op }) => op === event.op)
        if (!known || !mine) throw new Error('done without begin')
        for (const { op } of known.open)
          if (op !== event.op) this.overtaken.set(op, (this.overtaken.get(op) ?? new Set()).add(id))
        // After a failed save it is not known which version was deleted.
        const sure = mine.signature !== null || known.open.length === 1
        this.records.set(id, { signature: mine.signature, hash: sure ? hash : '', open: [] })
      }
      this.groups.delete(event.op)
    } else if (event.kind === 'attached') this.attachments.push({ sha256: event.sha256, ext: event.ext })
    else if (event.kind === 'seen') {
      for (const [id, found] of Object.entries(event.state)) {
        const before = this.records.get(id)
        const hash = found?.hash ?? (before?.signature === null ? before.hash : '')
        this.records.set(id, { signature: found?.signature ?? null, hash, open: [] })
      }
      this.groups.clear()
      this.overtaken.clear()
    }
  }

  /** What is wrong with the records found: sentences, none when all is well. */
  violations(found: ReadonlyMap<string, Found>): string[] {
    const wrong: string[] = []
    const made = [...this.making.values()]
    for (const [id, { signature }] of found) {
      if (this.records.has(id)) continue
      const at = made.indexOf(signature)
      if (at < 0) wrong.push(`${id}: nobody made it`)
      else made.splice(at, 1)
    }
    /** Which operations each record may have got its state from. */
    const arrived = new Map<string, Set<number>>()
    for (const [id, known] of this.records) {
      const now = found.get(id)
      const same = known.signature === null ? !now : now && (known.hash || now.hash) === now.hash
      if (same && (now?.signature ?? null) === known.signature) continue
      const from = known.open.filter(({ signature }) => signature === (now?.signature ?? null))
      if (from.length > 0) arrived.set(id, new Set(from.map(({ op }) => op)))
      else
        wrong.push(
          `${id}: ${now?.signature ?? 'missing'} instead of ${known.signature ?? 'nothing'}` +
            (known.open.length > 0 ? ` or ${known.open.map((open) => open.signature).join(' or ')}` : ''),
        )
    }
    for (const [op, ids] of this.groups) {
      const there = ids.filter((id) => arrived.get(id)?.has(op))
      // A state that several operations lead to proves none of them.
      const surely = there.some((id) => arrived.get(id)?.size === 1)
      const overtaken = this.overtaken.get(op)?.size ?? 0
      if (surely && (there.length < ids.length || overtaken > 0))
        wrong.push(`operation ${op}: ${there.length} of ${ids.length} records arrived`)
    }
    return wrong
  }
}
