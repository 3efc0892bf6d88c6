import { readFileSync } from 'node:fs'
import path from 'node:path'
import { gunzipSync } from 'node:zlib'
import { SearchIndex } from '../../../electron/services/search/search-index'
import type { SearchDoc } from '../../../electron/services/search/search-port'
import { createAnalyzer } from '../../../shared/text/analyzer'
import { parseLexicon } from '../../../shared/text/lexicon'

const file = path.resolve(import.meta.dirname, '../../../resources/lexicon/roots.txt.gz')
export const analyzer = createAnalyzer(parseLexicon(gunzipSync(readFileSync(file)).toString()))

/** A document with these texts. */
export const doc = (id: string, fields: SearchDoc['fields'], more: Partial<SearchDoc> = {}): SearchDoc => ({
  id,
  owner: id,
  type: 'meeting',
  title: fields.title ?? id,
  fields,
  ...more,
})
/** An index in memory. */
export const emptyIndex = () => SearchIndex.fresh({ analyzer, analyzerName: 'test' })
export async function indexOf(...docs: SearchDoc[]): Promise<SearchIndex> {
  const index = emptyIndex()
  await index.apply({ replace: [], upsert: docs, seq: 1 })
  return index
}
/** Ids of the first thousand hits. */
export const ids = (index: SearchIndex, text: string, prefixLast = false) =>
  index.query({ text, prefixLast, limit: 1000 }).hits.map(({ id }) => id)
