import { MirrorPaths, type Placed } from '../../../shared/documents/mirror/file-names'
import type { MirrorLinks } from '../../../shared/documents/mirror/links'
import { maxRows, type ListedType } from '../../../shared/contract/rows'
import { recordTypes } from '../../../shared/ids'
import type { ArchiveReader } from '../store/store-types'

type Row = { id: string; name?: string; title?: string; start?: string | undefined }

/** Names of all records of a type, from the lists: no file is read. */
function namesOf(store: ArchiveReader, type: ListedType): Map<string, { name: string; start?: string }> {
  const found = new Map<string, { name: string; start?: string }>()
  for (let offset = 0; ; offset += maxRows) {
    const { rows, total } = store.list({ type, offset, limit: maxRows })
    for (const { id, name, title, start } of rows as Row[]) {
      found.set(id, { name: name ?? title ?? '', ...(start ? { start } : {}) })
    }
    if (rows.length === 0 || offset + rows.length >= total) return found
  }
}

/** Where every record of an archive lies in its mirror, and under which name others show it. */
export interface Places {
  paths: MirrorPaths
  names: Map<string, string>
}

/** Gives all records their places. Follow-ups are named after their meeting and read for it. */
export async function placesOf(store: ArchiveReader): Promise<Places> {
  const paths = new MirrorPaths()
  const names = new Map<string, string>()
  for (const type of recordTypes) {
    const known = type === 'followup' ? undefined : namesOf(store, type)
    for (const id of store.ids(type)) {
      let placed: Placed = { id, type, ...(known?.get(id) ?? { name: '' }) }
      if (type === 'followup') {
        const found = await store.get(id as `followup_${string}`)
        if (!found.ok) continue
        const { meetingId, targetId } = found.value.record
        const meeting = paths.get(meetingId)?.split('/').at(-1)?.replace(/\.md$/, '') ?? ''
        const word = targetId.startsWith('decision_') ? 'karar' : 'görev'
        placed = { id, type, name: [meeting, word].filter(Boolean).join(' – ') }
      } else if (type !== 'note') names.set(id, placed.name)
      paths.add(placed)
    }
  }
  return { paths, names }
}

/** What the file at a path knows of the others. In: ids by path, the record that holds a part. */
export function linksAt(
  path: string,
  {
    pathOf,
    nameOf,
    idAt,
    ownerOf,
    movedTo,
  }: {
    pathOf: (id: string) => string | undefined
    nameOf: (id: string) => string | undefined
    idAt: (path: string) => string | undefined
    ownerOf: (id: string) => string | undefined
    movedTo?: string
  },
): MirrorLinks {
  return {
    path,
    ...(movedTo === undefined ? {} : { movedTo }),
    pathOf: (id) => pathOf(id.startsWith('decision_') ? (ownerOf(id) ?? '') : id),
    nameOf,
    idAt,
  }
}
