import { recordTypeOfId } from '../../../shared/ids'

/** Addresses of the screens, inside the hash. */
export const paths = {
  home: '/',
  meetings: '/toplantilar',
  participants: '/kisiler',
  agencies: '/kurumlar',
  bodies: '/kurullar',
  notes: '/notlar',
  reports: '/raporlar',
  settings: '/ayarlar',
  search: '/ara',
  bin: '/cop-kutusu',
  history: '/gecmis',
} as const

const folders = {
  meeting: paths.meetings,
  participant: paths.participants,
  agency: paths.agencies,
  body: paths.bodies,
  note: paths.notes,
} as const

/** A spot inside a record: a block, and the words that were searched. */
export interface Spot {
  blockId?: string
  query?: string
}

/** The address of a record, at a spot if one is given; the home page for ids without a screen of their own. */
export function recordPath(id: string, spot: Spot = {}): string {
  const type = recordTypeOfId(id)
  if (type === undefined || type === 'followup') return paths.home
  const query = new URLSearchParams()
  if (spot.blockId) query.set('at', spot.blockId)
  if (spot.query) query.set('q', spot.query)
  const suffix = query.size > 0 ? `?${query}` : ''
  return `${folders[type]}/${id}${suffix}`
}

/** The address of a record's earlier versions. */
export function historyPath(id: string): string {
  return `${paths.history}/${id}`
}
