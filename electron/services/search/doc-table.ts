import { searchFields, type SearchDoc } from './search-port'

/** A document in the table. Its texts are kept as UTF-8 outside the heap and read only for hits that are shown. */
export interface StoredDoc {
  readonly doc: Omit<SearchDoc, 'fields' | 'spots'>
  readonly texts: Buffer
  readonly postings: Uint32Array
}

/** A document as the table keeps it. */
export function store(doc: SearchDoc, postings: Uint32Array): StoredDoc {
  const { fields, spots, ...rest } = doc
  return { doc: rest, texts: Buffer.from(JSON.stringify({ fields, spots })), postings }
}

/** The searched texts of a document, and the blocks in them. */
export type DocTexts = Pick<SearchDoc, 'fields' | 'spots'>

/** Reads the texts of a stored document. */
export function textsOf(stored: StoredDoc): DocTexts {
  return JSON.parse(stored.texts.toString('utf8')) as DocTexts
}

/**
 * The living documents. Each version of a document gets a reference of its own, a number that segments use;
 * a reference that is no longer in the table is a tombstone: its postings still stand in a segment and are skipped.
 */
export class DocTable {
  private readonly byRef = new Map<number, StoredDoc>()
  private readonly refs = new Map<string, number>()
  private readonly owned = new Map<string, Set<string>>()
  private next = 0

  get size(): number {
    return this.byRef.size
  }

  get(ref: number): StoredDoc | undefined {
    return this.byRef.get(ref)
  }

  /** In order of making. */
  entries(): IterableIterator<[number, StoredDoc]> {
    return this.byRef.entries()
  }

  /** The reference the next document gets. */
  reserve(): number {
    const ref = this.next
    this.next += 1
    return ref
  }

  /** Puts a document in under a reserved reference. */
  put(ref: number, stored: StoredDoc): void {
    const { owner } = stored.doc
    this.byRef.set(ref, stored)
    this.refs.set(stored.doc.id, ref)
    const siblings = this.owned.get(owner)
    if (siblings) siblings.add(stored.doc.id)
    else this.owned.set(owner, new Set([stored.doc.id]))
  }

  /** Takes out the document of this id and all documents this record owns. Out: what was taken out. */
  remove(id: string): StoredDoc[] {
    const ids = [...(this.owned.get(id) ?? []), id]
    this.owned.delete(id)
    const gone: StoredDoc[] = []
    for (const one of ids) {
      const ref = this.refs.get(one)
      const stored = ref === undefined ? undefined : this.byRef.get(ref)
      if (ref === undefined || !stored) continue
      this.refs.delete(one)
      this.byRef.delete(ref)
      gone.push(stored)
    }
    return gone
  }
}

/** Number of a field, as packed postings hold it. */
export const fieldNumber = (field: (typeof searchFields)[number]) => searchFields.indexOf(field)
