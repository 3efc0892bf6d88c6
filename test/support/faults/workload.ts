import { createHash } from 'node:crypto'
import type { ArchiveStore, Operation } from '../../../electron/services/store/store-types'
import { newId } from '../../../shared/ids'
import type { AnyRecord } from '../../../shared/records/registry'
import { ok, type Result } from '../../../shared/result'
import { idAt, type Random } from '../generator/random'
import type { WorkEvent } from './acknowledged'

export type Kind = 'note' | 'meeting' | 'agency'
export type Text = { title: string; body: string }

const short = (text: string) => createHash('sha256').update(text).digest('hex').slice(0, 12)

export function textOf(record: AnyRecord): Text {
  if ('markdown' in record) return { title: record.title, body: record.markdown }
  if ('agenda' in record) {
    const block = record.agenda[0]?.blocks[0]
    return { title: record.title, body: block?.kind === 'text' ? block.markdown : '' }
  }
  return { title: 'name' in record ? record.name : '', body: '' }
}

export const sign = ({ title, body }: Text) => `${title} #${short(body)}`

/** What a record of this work says, in one line: its title and a digest of its text. */
export function signatureOf(record: AnyRecord): string {
  return sign(textOf(record))
}

export function fieldsOf(kind: Kind, { title, body }: Text): Record<string, unknown> {
  if (kind === 'agency') return { name: title }
  if (kind === 'note') return { title, markdown: body }
  const block = { id: newId('text'), kind: 'text', markdown: body }
  return { title, agenda: [{ id: newId('item'), title: '', blocks: [block] }] }
}

export function withText(record: AnyRecord, text: Text): AnyRecord {
  if ('agenda' in record) {
    const [item] = record.agenda
    const [block] = item?.blocks ?? []
    if (!item || block?.kind !== 'text') throw new Error('not a meeting of this work')
    return {
      ...record,
      title: text.title,
      agenda: [{ ...item, blocks: [{ ...block, markdown: text.body }] }],
    }
  }
  if ('markdown' in record) return { ...record, title: text.title, markdown: text.body }
  return { ...record, name: text.title } as AnyRecord
}

/** The office settings, as if they were a record. */
export const settingsId = 'settings'

interface Live extends Text {
  kind: Kind
  hash: string
}

const sentences = ['İstişare toplantısı yapıldı. ', 'Görüş ığdır’dan geldi; şûra onayladı.\n\n', 'Öğüş. ']

/** Random work of a secretary on an open archive: what it wants and what the store answered is told, event by event. */
export class Workload {
  /** Records as the store acknowledged them last. */
  readonly live = new Map<string, Live>()
  private readonly bin = new Map<string, Live>()
  private readonly busy = new Set<string>()
  /** Whose last save failed: which version there is now is not certain, and nobody deletes it unseen. */
  private readonly doubted = new Set<string>()
  private number = 0

  constructor(
    private readonly random: Random,
    private readonly tell: (event: WorkEvent) => void,
    /** Longest text that is added at once. */
    private readonly longest = 24_000,
  ) {}

  /** Does `count` operations, several at a time. Failures of the store are told and borne. */
  async run(store: ArchiveStore, count: number, lanes = 3): Promise<void> {
    let left = count
    const lane = async () => {
      while (left-- > 0) await this.once(store)
    }
    await Promise.all(Array.from({ length: lanes }, lane))
  }

  /** Takes over what an opening found. */
  adopt(id: string, record: AnyRecord | undefined, hash: string): void {
    const before = this.live.get(id) ?? this.bin.get(id)
    this.live.delete(id)
    this.bin.delete(id)
    this.busy.delete(id)
    if (id === settingsId) return
    const kind = id.slice(0, id.indexOf('_')) as Kind
    if (record) this.live.set(id, { kind, hash, ...textOf(record) })
    else if (before) this.bin.set(id, before)
  }

  private free(from: ReadonlyMap<string, Live>): [string, Live] | undefined {
    const free = [...from].filter(([id]) => !this.busy.has(id))
    return free.length === 0 ? undefined : this.random.pick(free)
  }

  private words(): string {
    const long = this.random.chance(0.08)
    const sentence = this.random.pick(sentences)
    // No two texts are the same: what is found tells which save it came from.
    return `${this.number++} ${sentence.repeat(long ? Math.ceil((this.longest / sentence.length) * this.random.next()) + 1 : 1)}`
  }

  /** One operation on a free record, with what it leads to. */
  private choose(): { operation: Operation; id: string; after: Live | null } {
    const dice = this.random.next()
    const known = dice < 0.8 ? this.free(this.live) : undefined
    const binned = dice >= 0.8 && dice < 0.88 ? this.free(this.bin) : undefined
    if (binned) return { operation: { kind: 'restore', id: binned[0] }, id: binned[0], after: binned[1] }
    const title = `Başlık İ${++this.number}`
    if (!known) {
      const kind = this.random.pick<Kind>(['note', 'note', 'meeting', 'agency'])
      const id = idAt(kind, 1_700_000_000_000 + this.number, this.random)
      const text = { title, body: kind === 'agency' ? '' : this.words() }
      const operation: Operation = { kind: 'create', type: kind, fields: { id, ...fieldsOf(kind, text) } }
      return { operation, id, after: { kind, hash: '', ...text } }
    }
    const [id, now] = known
    if (dice < 0.1 && !this.doubted.has(id)) return { operation: { kind: 'remove', id }, id, after: null }
    const renamed = dice < 0.25 || now.kind === 'agency'
    const text = { title: renamed ? title : now.title, body: renamed ? now.body : now.body + this.words() }
    const change = (record: AnyRecord) => ok(withText(record, text))
    return { operation: { kind: 'change', id, basedOn: now.hash, change }, id, after: { ...now, ...text } }
  }

  private async once(store: ArchiveStore): Promise<void> {
    const dice = this.random.next()
    if (dice < 0.06) return this.attach(store)
    if (dice < 0.1 && !this.busy.has(settingsId)) return this.set(store)
    if (dice < 0.15) return this.goBack(store)
    const many = this.random.chance(0.2) ? this.random.int(2, 4) : 1
    const chosen: ReturnType<Workload['choose']>[] = []
    for (let n = 0; n < many; n += 1) {
      const one = this.choose()
      this.busy.add(one.id)
      chosen.push(one)
    }
    const op = ++this.number
    const want = Object.fromEntries(chosen.map(({ id, after }) => [id, after && sign(after)]))
    this.tell({ kind: 'begin', op, want })
    const done = await perform(
      store,
      chosen.map(({ operation }) => operation),
      this.live.get(chosen[0]?.id ?? '')?.hash ?? '',
    )
    if (done.ok) {
      this.tell({
        kind: 'done',
        op,
        hashes: Object.fromEntries(done.value.map(({ id, hash }) => [id, hash])),
      })
      for (const { id, after } of chosen) {
        const before = this.live.get(id)
        this.doubted.delete(id)
        const hash = done.value.find((saved) => saved.id === id)?.hash ?? ''
        if (after) this.live.set(id, { ...after, hash })
        else this.live.delete(id)
        if (!after && before) this.bin.set(id, before)
        else this.bin.delete(id)
      }
    } else {
      this.tell({ kind: 'failed', op, code: done.error.code })
      for (const { id } of chosen) this.doubted.add(id)
    }
    for (const { id } of chosen) {
      this.busy.delete(id)
      // The page is closed: a version of its own.
      if (this.random.chance(0.2)) store.past.leave(id)
    }
  }

  /** Brings an earlier version of a record back. */
  private async goBack(store: ArchiveStore): Promise<void> {
    const [id, now] = this.free(this.live) ?? []
    if (id === undefined || !now || this.doubted.has(id)) return
    this.busy.add(id)
    await this.bringBack(store, id, now)
    this.busy.delete(id)
  }

  private async bringBack(store: ArchiveStore, id: string, now: Live): Promise<void> {
    const op = ++this.number
    const versions = await store.past.versions(id)
    if (!versions.ok) return this.tell({ kind: 'failed', op, code: versions.error.code })
    if (versions.value.length === 0) return
    const { hash } = this.random.pick(versions.value)
    const version = await store.past.version(id, hash)
    if (!version.ok) return this.tell({ kind: 'failed', op, code: version.error.code })
    const after = { kind: now.kind, ...textOf(version.value.record) }
    this.tell({ kind: 'begin', op, want: { [id]: sign(after) } })
    const done = await store.past.restoreVersion(id, hash)
    if (done.ok) {
      this.tell({ kind: 'done', op, hashes: { [id]: done.value.hash } })
      this.live.set(id, { ...after, hash: done.value.hash })
    } else {
      this.tell({ kind: 'failed', op, code: done.error.code })
      this.doubted.add(id)
    }
  }

  private async set(store: ArchiveStore): Promise<void> {
    this.busy.add(settingsId)
    const op = ++this.number
    const unit = `Birim ${op}`
    this.tell({ kind: 'begin', op, want: { [settingsId]: unit } })
    const now = await store.settings()
    const letterhead = { republic: true, administration: '', province: '', unit }
    const done = now.ok
      ? await store.saveSettings({ ...now.value.settings, letterhead }, now.value.hash)
      : now
    if (done.ok) this.tell({ kind: 'done', op, hashes: { [settingsId]: done.value.hash } })
    else this.tell({ kind: 'failed', op, code: done.error.code })
    this.busy.delete(settingsId)
  }

  private async attach(store: ArchiveStore): Promise<void> {
    const bytes = Buffer.from(`ek ${this.random.int(1, 12)} `.repeat(this.random.pick([1, 100, 2_000])))
    const done = await store.putAttachment({ bytes }, 'Ek Belge.TXT')
    if (done.ok) this.tell({ kind: 'attached', sha256: done.value.sha256, ext: done.value.ext })
    else this.tell({ kind: 'failed', op: 0, code: done.error.code })
  }
}

async function perform(
  store: ArchiveStore,
  operations: Operation[],
  hash: string,
): Promise<Result<{ id: string; hash: string }[]>> {
  const [first] = operations
  if (operations.length > 1 || !first) return store.commitMany(operations)
  switch (first.kind) {
    case 'create': {
      const made = await store.create(first.type, first.fields)
      return made.ok ? ok([made.value]) : made
    }
    case 'change': {
      const saved = await store.change(first.id, first.basedOn, first.change)
      return saved.ok ? ok([saved.value]) : saved
    }
    case 'remove': {
      // The store answers no hash for a deletion.
      const gone = await store.remove(first.id)
      return gone.ok ? ok([{ id: first.id, hash }]) : gone
    }
    case 'restore': {
      const back = await store.restore(first.id)
      return back.ok ? ok([back.value]) : back
    }
  }
}
