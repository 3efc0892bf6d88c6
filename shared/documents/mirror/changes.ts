import type { Collision } from '../../domain/meeting-merge'
import type { FieldCollision } from '../../domain/record-merge'
import { sameValue } from '../../domain/same-value'
import { storeOwnedKeys } from '../../records/define-record'
import type { AnyRecord } from '../../records/registry'
import { showBlock } from './blocks'
import type { Data } from './fields'
import type { MirrorLinks } from './links'
import { roles, states } from './words'

/** Something that a record will say differently. A missing side has no such part. */
export interface MirrorChange {
  part: 'field' | 'attendance' | 'item' | 'text' | 'decision' | 'action' | 'order'
  /** The field's name, for fields of the record itself. */
  field?: string
  before?: string
  after?: string
}

const noLinks: MirrorLinks = {
  path: '',
  pathOf: () => undefined,
  nameOf: () => undefined,
  idAt: () => undefined,
}

/** Most characters of a text that a preview carries. */
const shown = 2_000

function cut(words: string): string {
  return words.length > shown ? `${words.slice(0, shown)}…` : words
}

/** A value in words for people: names of things instead of their ids where there are any. */
export function valueWords(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined
  if (typeof value === 'string') return cut(value)
  if (typeof value !== 'object') return String(value)
  if (Array.isArray(value)) return cut((value as unknown[]).map((one) => valueWords(one) ?? '').join('; '))
  const entries = Object.entries(value).filter(([key]) => !/^(?:id|sha256|.*Ids?)$/.test(key))
  return cut(
    entries
      .map(([, one]) => valueWords(one) ?? '')
      .filter(Boolean)
      .join(' · '),
  )
}

function rowWords(row: Data): string {
  const { prefix, name, title, agencyName, role, state, note } = row
  return [
    [prefix, name].filter(Boolean).join(' '),
    title,
    agencyName,
    roles.wordOf(role as 'member'),
    states.wordOf(state as 'present'),
    note,
  ]
    .filter(Boolean)
    .join(' · ')
}

function blockWords(block: Data): string {
  const [, ...lines] = showBlock(block, noLinks, new Map()).split('\n')
  return cut(lines.map((line) => line.replace(/^> ?/, '').replace(/ ?<!-- [^>]* -->/g, '')).join('\n'))
}

function itemWords({ number, title }: Data): string {
  return [number, title].filter(Boolean).join('. ')
}

type Kind = Exclude<MirrorChange['part'], 'field' | 'order'>

/** The words of a part of a meeting, by its kind. */
function partWords(part: Kind, data: Data | undefined): string | undefined {
  if (!data) return undefined
  if (part === 'attendance') return rowWords(data)
  return part === 'item' ? itemWords(data) : blockWords(data)
}

function change(part: Kind, before: Data | undefined, after: Data | undefined): MirrorChange {
  const words = [partWords(part, before), partWords(part, after)]
  return {
    part,
    ...(words[0] === undefined ? {} : { before: words[0] }),
    ...(words[1] === undefined ? {} : { after: words[1] }),
  }
}

function rowChanges(
  kindOf: (row: Data) => Kind,
  before: readonly Data[],
  after: readonly Data[],
): MirrorChange[] {
  const old = new Map(before.map((row) => [row.id, row]))
  const now = new Map(after.map((row) => [row.id, row]))
  const changed = after.flatMap((row) =>
    sameValue(old.get(row.id), row) ? [] : [change(kindOf(row), old.get(row.id), row)],
  )
  const gone = before.flatMap((row) => (now.has(row.id) ? [] : [change(kindOf(row), row, undefined)]))
  return [...changed, ...gone]
}

const owned = new Set<string>([...storeOwnedKeys, 'attendance', 'agenda'])

const rowsIn = (record: Data, key: string) => (record[key] ?? []) as Data[]
const blocksIn = (record: Data) => rowsIn(record, 'agenda').flatMap((item) => item.blocks as Data[])
const headsIn = (record: Data) => rowsIn(record, 'agenda').map(({ blocks: _blocks, ...head }) => head)
const orderIn = (record: Data) => [
  rowsIn(record, 'attendance').map(({ id }) => id),
  rowsIn(record, 'agenda').map((item) => [item.id, ...(item.blocks as Data[]).map(({ id }) => id)]),
]

/** What differs between two versions of a record, in words, part by part. Empty when they say the same. */
export function changesBetween(before: AnyRecord, after: AnyRecord): MirrorChange[] {
  const [old, now] = [before, after] as unknown as [Data, Data]
  const keys = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter((key) => !owned.has(key))
  const fields = keys.flatMap((field): MirrorChange[] => {
    if (sameValue(old[field], now[field])) return []
    const words = [valueWords(old[field]), valueWords(now[field])]
    return [
      {
        part: 'field',
        field,
        ...(words[0] === undefined ? {} : { before: words[0] }),
        ...(words[1] === undefined ? {} : { after: words[1] }),
      },
    ]
  })
  const parts = [
    ...fields,
    ...rowChanges(() => 'attendance', rowsIn(old, 'attendance'), rowsIn(now, 'attendance')),
    ...rowChanges(() => 'item', headsIn(old), headsIn(now)),
    ...rowChanges((block) => block.kind as Kind, blocksIn(old), blocksIn(now)),
  ]
  if (parts.length === 0 && !sameValue(orderIn(old), orderIn(now))) return [{ part: 'order' }]
  return parts
}

/** What collided, in words: `before` is what the archive says, `after` what the file says. */
export function collisionWords(collision: Collision | FieldCollision): MirrorChange {
  if (collision.kind === 'head' || collision.kind === 'field') {
    const words = [valueWords(collision.theirs), valueWords(collision.mine)]
    return {
      part: 'field',
      field: collision.field,
      ...(words[0] === undefined ? {} : { before: words[0] }),
      ...(words[1] === undefined ? {} : { after: words[1] }),
    }
  }
  const { kind, mine, theirs } = collision
  const part = kind === 'block' ? ((mine ?? theirs) as unknown as { kind: Kind }).kind : kind
  return change(part, theirs as Data | undefined, mine as Data | undefined)
}
