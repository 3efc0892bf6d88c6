import { diffMeetings } from '../../../shared/domain/meeting-diff'
import { newId } from '../../../shared/ids'
import { AgendaItem, type Meeting } from '../../../shared/records/meeting'
import type { AnyRecord } from '../../../shared/records/registry'
import type { Result } from '../../../shared/result'
import type { Random } from '../generator/random'
import type { WorkEvent } from './acknowledged'
import { fieldsOf, settingsId, sign, textOf, withText, type Kind, type Text } from './workload'

/** One call through the window's door, as the interface makes it; rejects when the program is dead. */
export type DoorCall = (name: string, input?: unknown) => Promise<Result<unknown>>

interface Live {
  kind: Kind
  hash: string
  text: Text
}

const kinds = ['note', 'meeting', 'agency'] as const

/** A meeting with a place for its text. */
function withBlock(meeting: Meeting): Meeting {
  const [item = AgendaItem.parse({ id: newId('item'), title: '' }), ...others] = meeting.agenda
  if (item.blocks.length > 0) return meeting
  const block = { id: newId('text'), kind: 'text', markdown: '' } as const
  return { ...meeting, agenda: [{ ...item, blocks: [block] }, ...others] }
}

/** Random work of a secretary through the door of the real program: what it wants and what is acknowledged is told. */
export class DoorWork {
  private readonly live = new Map<string, Live>()
  private readonly bin = new Map<string, Live>()
  private readonly busy = new Set<string>()
  private number = 0

  constructor(
    private readonly door: DoorCall,
    private readonly random: Random,
    private readonly tell: (event: WorkEvent) => void,
  ) {}

  /** What the program refuses is a fault of the program here: nothing is in its way. */
  private async call<T>(name: string, input?: unknown): Promise<T> {
    const answer = await this.door(name, input)
    if (!answer.ok) throw new Error(`${name}: ${answer.error.code}`)
    return answer.value as T
  }

  /** Learns what is there. */
  async begin(): Promise<void> {
    for (const type of kinds) {
      const { rows } = await this.call<{ rows: { id: string }[] }>('records.list', { type })
      for (const { id } of rows) {
        const { record, hash } = await this.call<{ record: AnyRecord; hash: string }>('records.get', { id })
        this.live.set(id, { kind: type, hash, text: textOf(record) })
      }
    }
  }

  /** Works until a call rejects, several things at a time. Errors: what the program refused. */
  async untilDeath(isDead: () => boolean, lanes = 3): Promise<void> {
    const lane = async () => {
      while (!isDead()) {
        try {
          await this.once()
        } catch (error) {
          if (!isDead()) throw error
        }
      }
    }
    await Promise.all(Array.from({ length: lanes }, lane))
  }

  private free(from: ReadonlyMap<string, Live>, most = 1): [string, Live][] {
    const free = [...from].filter(([id]) => !this.busy.has(id))
    const taken = this.random.some(free, most)
    for (const [id] of taken) this.busy.add(id)
    return taken
  }

  private async once(): Promise<void> {
    const dice = this.random.next()
    if (dice < 0.2 || this.live.size < 4) return this.make()
    if (dice < 0.28) return this.attach()
    if (dice < 0.33) return this.set()
    const taken = this.free(dice < 0.43 ? this.bin : this.live, dice < 0.53 ? this.random.int(1, 4) : 1)
    const [first] = taken
    if (!first) return
    if (dice < 0.43) await this.bringBack(taken)
    else if (dice < 0.53) await this.remove(taken)
    else if (dice < 0.6) await this.goBack(...first)
    else await this.change(...first)
    for (const [id] of taken) this.busy.delete(id)
  }

  private async make(): Promise<void> {
    const kind = this.random.pick(kinds)
    const op = ++this.number
    // A meeting begins with its title; its text comes with the next change.
    const text = { title: `Başlık İ${op}`, body: kind === 'note' ? `Öğüş ${op}` : '' }
    this.tell({ kind: 'making', op, signature: sign(text) })
    const made =
      kind === 'meeting'
        ? this.call<{ id: string; hash: string }>('meetings.create', { title: text.title })
        : this.call<{ id: string; hash: string }>('records.create', {
            type: kind,
            fields: fieldsOf(kind, text),
          })
    const { id, hash } = await made
    this.tell({ kind: 'made', op, id, hash })
    this.live.set(id, { kind, hash, text })
  }

  private async change(id: string, now: Live): Promise<void> {
    const op = ++this.number
    const text =
      now.kind === 'agency' || this.random.chance(0.2)
        ? { ...now.text, title: `Başlık İ${op}` }
        : { ...now.text, body: `${now.text.body}${op} İstişare, ığdır şûrası. `.trimStart() }
    this.tell({ kind: 'begin', op, want: { [id]: sign(text) } })
    const { hash } = await (now.kind === 'meeting' ? this.save(id, now, text) : this.update(id, now, text))
    this.tell({ kind: 'done', op, hashes: { [id]: hash } })
    this.live.set(id, { ...now, hash, text })
    if (this.random.chance(0.2)) await this.call('history.leave', { id })
  }

  private update(id: string, { kind, hash }: Live, text: Text): Promise<{ hash: string }> {
    return this.call('records.update', { id, set: fieldsOf(kind, text), basedOn: hash })
  }

  private async save(id: string, { hash }: Live, text: Text): Promise<{ hash: string }> {
    const { meeting } = await this.call<{ meeting: Meeting }>('meetings.get', { id })
    const changes = diffMeetings(meeting, withText(withBlock(meeting), text) as Meeting)
    return this.call('meetings.save', { id, changes, basedOn: hash })
  }

  private async remove(taken: [string, Live][]): Promise<void> {
    const op = ++this.number
    const ids = taken.map(([id]) => id)
    this.tell({ kind: 'begin', op, want: Object.fromEntries(ids.map((id) => [id, null])) })
    await (ids.length === 1
      ? this.call('records.remove', { id: ids[0] })
      : this.call('records.removeMany', { ids }))
    this.tell({ kind: 'done', op, hashes: Object.fromEntries(taken.map(([id, { hash }]) => [id, hash])) })
    for (const [id, was] of taken) {
      this.live.delete(id)
      this.bin.set(id, was)
    }
  }

  private async bringBack(taken: [string, Live][]): Promise<void> {
    const op = ++this.number
    this.tell({
      kind: 'begin',
      op,
      want: Object.fromEntries(taken.map(([id, { text }]) => [id, sign(text)])),
    })
    await this.call('bin.restore', { ids: taken.map(([id]) => id) })
    this.tell({ kind: 'done', op, hashes: Object.fromEntries(taken.map(([id, { hash }]) => [id, hash])) })
    for (const [id, was] of taken) {
      this.bin.delete(id)
      this.live.set(id, was)
    }
  }

  private async goBack(id: string, now: Live): Promise<void> {
    const op = ++this.number
    const versions = await this.call<{ hash: string }[]>('history.versions', { id })
    if (versions.length === 0) return
    const { hash: version } = this.random.pick(versions)
    const { record } = await this.call<{ record: AnyRecord }>('history.version', { id, hash: version })
    const text = textOf(record)
    this.tell({ kind: 'begin', op, want: { [id]: sign(text) } })
    const { hash } = await this.call<{ hash: string }>('history.restore', { id, hash: version })
    this.tell({ kind: 'done', op, hashes: { [id]: hash } })
    this.live.set(id, { ...now, hash, text })
  }

  private async set(): Promise<void> {
    if (this.busy.has(settingsId)) return
    this.busy.add(settingsId)
    const op = ++this.number
    const unit = `Birim ${op}`
    const now = await this.call<{ settings: object; hash: string }>('office.get')
    const letterhead = { republic: true, administration: '', province: '', unit }
    this.tell({ kind: 'begin', op, want: { [settingsId]: unit } })
    const settings = { ...now.settings, letterhead }
    const { hash } = await this.call<{ hash: string }>('office.save', { settings, basedOn: now.hash })
    this.tell({ kind: 'done', op, hashes: { [settingsId]: hash } })
    this.busy.delete(settingsId)
  }

  /** The test answers the file dialog. */
  private async attach(): Promise<void> {
    for (const { sha256, ext } of await this.call<{ sha256: string; ext: string }[]>('attachments.add'))
      this.tell({ kind: 'attached', sha256, ext })
  }
}
