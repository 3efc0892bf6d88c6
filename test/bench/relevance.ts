import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { docsFromRecord } from '../../electron/services/search/documents'
import type { SearchDoc } from '../../electron/services/search/search-port'
import { analyze } from '../../shared/text/analyzer'
import type { Lexicon } from '../../shared/text/lexicon'
import { foldTr, lowerTr } from '../../shared/text/turkish'
import { generateRecords } from '../support/generate-archive'
import { single, type BenchRow } from './measure'
import { lunrPeer } from './peers/lunr'
import { miniPeer } from './peers/minisearch'
import { ourPeer } from './peers/ours'
import { type Peer, type PeerDoc, type PeerQuery, yearOf } from './peers/peer'
import { sqlitePeer } from './peers/sqlite'
import { planted } from './relevance/planted'
import { judgedQueries, type JudgedQuery } from './relevance/queries'

const LIMIT = 10
const FIRST = 3
const MEETINGS = 600

type Ask = (text: string) => Promise<string[]>

/** How well an engine answers: nDCG@10 with graded gains, and queries without an answer among the first three. */
interface Scores {
  ndcg: number
  missed: string[]
  worst: string[]
}

async function score(queries: readonly JudgedQuery[], ask: Ask): Promise<Scores> {
  const gain = (grade: number) => 2 ** grade - 1
  const sum = (grades: readonly number[]) =>
    grades.reduce((total, grade, i) => total + gain(grade) / Math.log2(i + 2), 0)
  let total = 0
  const missed: string[] = []
  const worst: string[] = []
  for (const { text, relevant } of queries) {
    const ids = (await ask(text)).slice(0, LIMIT)
    const best = Object.values(relevant)
      .sort((a, b) => b - a)
      .slice(0, LIMIT)
    const one = sum(ids.map((id) => relevant[id] ?? 0)) / sum(best)
    total += one
    if (one < 0.9) worst.push(`${text} ${one.toFixed(2)}`)
    if (!ids.slice(0, FIRST).some((id) => relevant[id])) missed.push(text)
  }
  return { ndcg: total / queries.length, missed, worst }
}

/** A text as engines without Turkish take it best: folded. */
const folded = (fields: PeerDoc['fields']): PeerDoc['fields'] =>
  Object.fromEntries(Object.entries(fields).map(([field, text]) => [field, foldTr(text)]))
const words = (text: string, write: (word: string) => string): string[] =>
  analyze(text).flatMap(({ token }) =>
    write(token.replace(/['’].*/u, ''))
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean),
  )

async function compare(
  group: string,
  docs: SearchDoc[],
  queries: readonly JudgedQuery[],
  { lexicon, lexiconFile, scratch, tell }: RelevanceOptions,
): Promise<BenchRow[]> {
  const rows: BenchRow[] = []
  const report = async (name: string, ask: Ask) => {
    const { ndcg, missed, worst } = await score(queries, ask)
    rows.push(
      {
        group,
        what: `${name}: nDCG@10`,
        unit: 'n',
        figures: single(ndcg),
        goal: name === 'Tutanak' ? '≥ 0,98' : '',
      },
      {
        group,
        what: `${name}: ilk üçte yok (${queries.length} sorgu)`,
        unit: 'n',
        figures: single(missed.length),
      },
    )
    if (name === 'Tutanak') for (const text of worst) tell(`  ${group}, zayıf: ${text}`)
  }
  const ours = await ourPeer(lexicon, lexiconFile, path.join(scratch, group))
  await ours.add(docs)
  await ours.finish?.()
  await report(ours.name, async (text) => ours.withHits.ask({ text, words: [], kind: 'words' }, LIMIT))
  await ours.close()

  const peers: [string, Peer, (word: string) => string][] = [
    ['minisearch (Türkçe katlama, önek)', miniPeer({ anyWord: true, prefix: true }), foldTr],
    ['', await sqlitePeer({ anyWord: true }), foldTr],
    ['lunr Türkçe (lunr-languages)', lunrPeer({ stemmed: true, required: false }), lowerTr],
  ]
  for (const [name, peer, write] of peers) {
    const plain = write === lowerTr
    await peer.add(
      docs.map((doc) => ({ id: doc.id, year: yearOf(doc), fields: plain ? doc.fields : folded(doc.fields) })),
    )
    await peer.finish?.()
    const asked = (text: string): PeerQuery => ({ text, words: words(text, write), kind: 'words' })
    await report(name || peer.name, async (text) => peer.ask(asked(text), LIMIT))
    await peer.close()
  }
  return rows
}

interface RelevanceOptions {
  lexicon: Lexicon
  lexiconFile: string
  scratch: string
  /** development samples, if they are there */
  samples: string
  tell: (text: string) => void
}

function plantedDocs(): SearchDoc[] {
  return planted.map(({ key, title, text, people, agencies, number, date }) => ({
    id: key,
    owner: key,
    type: 'note',
    title,
    ...(date ? { date } : {}),
    fields: {
      title,
      text,
      ...(people ? { people } : {}),
      ...(agencies ? { agencies } : {}),
      ...(number ? { number } : {}),
    },
  }))
}

/** Texts and queries of the development samples, imported as notes. */
function sampleSet(folder: string): { docs: SearchDoc[]; queries: JudgedQuery[] } {
  const texts = path.join(folder, 'texts')
  const docs = readdirSync(texts).map((name): SearchDoc => {
    const id = path.basename(name, '.txt')
    return {
      id,
      owner: id,
      type: 'note',
      title: '',
      fields: { text: readFileSync(path.join(texts, name), 'utf8') },
    }
  })
  const lines = readFileSync(path.join(folder, 'queries.jsonl'), 'utf8').trim().split('\n')
  const queries = lines.map((line) => {
    const { query, relevant } = JSON.parse(line) as { query: string; relevant: string[] }
    return { text: query, relevant: Object.fromEntries(relevant.map((id) => [id, 1 as const])) }
  })
  return { docs, queries }
}

/** The generated archive gives its decisions numbers too: whatever bears the number asked for is an answer. */
function withNumbers(queries: readonly JudgedQuery[], noise: readonly SearchDoc[]): JudgedQuery[] {
  return queries.map((query) => {
    const number = /\d{4}\/\d+/.exec(query.text)?.[0]
    if (number === undefined) return query
    const bearers = noise.filter(({ type, fields }) => type === 'decision' && fields.number === number)
    return {
      ...query,
      relevant: { ...query.relevant, ...Object.fromEntries(bearers.map(({ id }) => [id, 2 as const])) },
    }
  })
}

/** How well queries are answered beside other engines, over texts whose answers are known. */
export async function benchRelevance(options: RelevanceOptions): Promise<BenchRow[]> {
  const noise = [...generateRecords({ meetings: MEETINGS, seed: 11 })].flatMap(([, record]) =>
    docsFromRecord(record),
  )
  const rows = await compare(
    'isabet',
    [...noise, ...plantedDocs()],
    withNumbers(judgedQueries, noise),
    options,
  )
  if (!existsSync(path.join(options.samples, 'queries.jsonl'))) {
    options.tell('ATLANDI: örnekler yok')
    return rows
  }
  const { docs, queries } = sampleSet(options.samples)
  return [...rows, ...(await compare('örnekler', docs, queries, options))]
}
