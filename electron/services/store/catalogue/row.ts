import type { CatalogueRow, ListedType } from '../../../../shared/contract/rows'
import type { BareRows } from './entry'
import type { Lookups } from './sort-keys'

/** A row as lists show it: the kept part, completed with today's names of other records and counts. */
export function shownRow(type: ListedType, bare: BareRows[ListedType], look: Lookups): CatalogueRow {
  switch (type) {
    case 'meeting': {
      const row = bare as BareRows['meeting']
      return { ...row, bodyName: row.bodyName ?? look.nameOf(row.bodyId) }
    }
    case 'participant': {
      const row = bare as BareRows['participant']
      return { ...row, agencyName: look.nameOf(row.agencyId), meetings: look.meetingsOf(row.id) }
    }
    case 'agency': {
      const row = bare as BareRows['agency']
      return { ...row, parentName: look.nameOf(row.parentId), meetings: look.meetingsOf(row.id) }
    }
    case 'body': {
      const row = bare as BareRows['body']
      return { ...row, ownerName: look.nameOf(row.ownerAgencyId), meetings: look.meetingsOf(row.id) }
    }
    case 'note':
      return bare as BareRows['note']
  }
}
