import { searchTypes, type SearchFilters } from '../../../shared/domain/search-types'
import { terms as english } from '../../../shared/i18n/en/terms'
import { terms as turkish } from '../../../shared/i18n/tr/terms'
import { foldTr } from '../../../shared/text/turkish'
import { searchFields, type SearchField } from './search-port'

/** Names of the fields a word may be looked for in, folded. */
export const fieldNames: Readonly<Record<string, SearchField>> = {
  baslik: 'title',
  kurum: 'agencies',
  agency: 'agencies',
  kisi: 'people',
  person: 'people',
  gundem: 'agenda',
  karar: 'decisions',
  decision: 'decisions',
  metin: 'text',
  no: 'number',
  sayi: 'number',
  ...Object.fromEntries(searchFields.map((field) => [field, field])),
}

type FilterName = 'dates' | 'kind' | 'body' | 'status'
const filterNames: Readonly<Record<string, FilterName>> = {
  tarih: 'dates',
  date: 'dates',
  tur: 'kind',
  kind: 'kind',
  type: 'kind',
  kurul: 'body',
  body: 'body',
  durum: 'status',
  status: 'status',
}

/** Values of kind and status by what they are called, folded, without spaces. */
type Values = ReadonlyMap<string, string>
const plainName = (name: string) => foldTr(name).replace(/[\s-]+/g, '')
function valuesOf(...groups: Readonly<Record<string, string>>[]): Values {
  const values = new Map<string, string>()
  for (const group of groups)
    for (const [value, name] of Object.entries(group)) {
      values.set(plainName(name), value)
      values.set(plainName(value), value)
    }
  return values
}
const kinds = valuesOf(turkish.meetingKind, english.meetingKind)
const types = new Map(
  [...valuesOf(turkish.recordType, english.recordType), ['not', 'note']].filter(([, value]) =>
    (searchTypes as readonly string[]).includes(value ?? ''),
  ) as [string, (typeof searchTypes)[number]][],
)
const statuses = valuesOf(turkish.meetingStatus, english.meetingStatus, {
  'in-force': 'yürürlükte',
  amended: 'değiştirildi',
  annulled: 'iptal',
  superseded: 'yürürlükten kalktı',
  'carried-out': 'yerine getirildi',
})

const DAY = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/

/** Filters typed as words, and the rest of the text. */
export interface Scoped {
  rest: string
  filters: SearchFilters
  /** names of boards, still to be looked up */
  bodies: string[]
}

const SCOPE = /(^|\s)(\p{L}+):("[^"]*"|[^\s"]+)/gu

/** Takes `tarih:2022-01..2022-06`, `tür:seminer`, `kurul:mera`, `durum:taslak` out of a text; what is not understood stays. */
export function takeScopes(text: string): Scoped {
  const filters: SearchFilters = {}
  const bodies: string[] = []
  const rest = text.replace(SCOPE, (whole, _before: string, name: string, quoted: string) => {
    const filter = filterNames[foldTr(name)]
    const value = quoted.replace(/^"|"$/g, '').trim()
    if (!filter || value === '') return whole
    if (filter === 'body') bodies.push(value)
    else if (!takeValue(filter, value, filters)) return whole
    return ' '
  })
  return { rest, filters, bodies }
}

function takeValue(filter: 'dates' | 'kind' | 'status', value: string, filters: SearchFilters): boolean {
  if (filter === 'dates') {
    const [from = '', to = from] = value.split('..')
    if ((from !== '' && !DAY.test(from)) || (to !== '' && !DAY.test(to)) || from + to === '') return false
    filters.dates = { ...(from ? { from } : {}), ...(to ? { to } : {}) }
    return true
  }
  const name = plainName(value)
  if (filter === 'status') {
    const status = statuses.get(name)
    if (status !== undefined) filters.statuses = [...(filters.statuses ?? []), status]
    return status !== undefined
  }
  // A seminar is a kind of meeting; `tür:toplantı` means meetings of any kind.
  const type = types.get(name)
  const kind = kinds.get(name)
  if (type) filters.types = [...(filters.types ?? []), type]
  else if (kind) filters.kinds = [...(filters.kinds ?? []), kind]
  return type !== undefined || kind !== undefined
}

/** Both filters at once; of a filter that both have, what both allow. */
export function bothFilters(a: SearchFilters, b: SearchFilters): SearchFilters {
  const both: SearchFilters = { ...a, ...b }
  for (const name of ['types', 'agencies', 'bodies', 'kinds', 'statuses'] as const) {
    const [x, y] = [a[name], b[name]]
    if (x && y)
      Object.assign(both, { [name]: (x as string[]).filter((value) => (y as string[]).includes(value)) })
  }
  if (a.dates && b.dates) {
    const from =
      [a.dates.from, b.dates.from].filter((day) => day !== undefined).sort()[1] ??
      a.dates.from ??
      b.dates.from
    const to = [a.dates.to, b.dates.to].filter((day) => day !== undefined).sort()[0]
    both.dates = { ...(from ? { from } : {}), ...(to ? { to } : {}) }
  }
  return both
}
