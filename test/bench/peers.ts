import path from 'node:path'
import { docsFromRecord } from '../../electron/services/search/documents'
import { searchFields, type SearchDoc } from '../../electron/services/search/search-port'
import { createAnalyzer } from '../../shared/text/analyzer'
import { type Lexicon, NO_LEXICON } from '../../shared/text/lexicon'
import { generateRecords } from '../support/generate-archive'
import { figuresOf, single, type BenchRow } from './measure'
import { lunrPeer } from './peers/lunr'
import { miniPeer } from './peers/minisearch'
import { ourPeer } from './peers/ours'
import { type Peer, type PeerDoc, type PeerQuery, yearOf } from './peers/peer'
import { sqlitePeer } from './peers/sqlite'

const TOP = 20
const BATCH = 500
/** Above this stock lunr and minisearch need more memory and time than the comparison is worth. */
const MOST_FOR_LUNR = 20_000
const MOST_FOR_MINI = 100_000
/** Rounds before measuring, so that every engine is warm, and measured ones. */
const WARM_UP = 10
const ROUNDS = 20

interface PeerOptions {
  meetings: number
  seed: number
  lexicon?: Lexicon
  lexiconFile: string
  scratch: string
  /** engines that are left out */
  without: ReadonlySet<string>
  tell: (text: string) => void
}

/** Queries by kind, as typed; the generated archive has their words in usual and rare numbers. */
const typed: Record<string, Partial<PeerQuery> & { texts: string[] }> = {
  'seyrek söz': { texts: ['kütüphanesi', 'ağaçlandırma', 'sekreter', 'Ilgaz', 'bağımlılık', 'meteoroloji'] },
  'sık söz': { texts: ['karar', 'toplantı', 'proje', 'müdürlüğü', 'çalışma', 'rapor'] },
  'üç söz': {
    texts: ['il müdürlüğü karar', 'kooperatif eğitim proje', 'mahalle ödenek raporu', 'okul bahçesi plan'],
  },
  'önek 2 harf': { kind: 'prefix', texts: ['ka', 'to', 'mü', 'de'] },
  'önek 3 harf': { kind: 'prefix', texts: ['kar', 'top', 'müd', 'pro'] },
  'önek 4 harf': { kind: 'prefix', texts: ['kara', 'topl', 'müdü', 'proj'] },
  'önek 5 harf': { kind: 'prefix', texts: ['koope', 'topla', 'müdür', 'başvu'] },
  'önek 6 harf': { kind: 'prefix', texts: ['kooper', 'toplan', 'müdürl', 'başvur'] },
  'sözün ardından önek': { kind: 'prefix', texts: ['il mü', 'eğitim pro', 'karar mah'] },
  'söz öbeği': { kind: 'phrase', texts: ['sulama kanalı', 'il müdürlüğü', 'meslek kursu', 'çevre denetimi'] },
  'yazım yanlışı': { kind: 'fuzzy', texts: ['toplanto', 'kooperatf', 'müdürluk', 'denetm'] },
  'yıl süzgeciyle': { year: '2019', texts: ['karar', 'proje', 'il müdürlüğü'] },
  'tek alanda': { field: 'agencies', texts: ['kooperatifi', 'belediye', 'müdürlüğü'] },
}

/** Main keys of a text: what every engine gets, so that all search the same words. */
function peerQueries(lexicon: Lexicon): Map<string, PeerQuery[]> {
  const analyzer = createAnalyzer(lexicon)
  const keys = (text: string) => analyzer.analyze(text).map((token) => token.keys[0] ?? token.folded)
  return new Map(
    Object.entries(typed).map(([name, { texts, ...rest }]) => [
      name,
      texts.map((text): PeerQuery => {
        const tokens = analyzer.analyze(text)
        const words = keys(text)
        // Unfinished and wrong words are asked as typed.
        if (rest.kind === 'prefix' || rest.kind === 'fuzzy') words.splice(-1, 1, tokens.at(-1)?.folded ?? '')
        return { kind: 'words', ...rest, text, words }
      }),
    ]),
  )
}

/** Meetings of a generated archive, some at a time, whole and as main keys. */
function* batches({
  meetings,
  seed,
  lexicon = NO_LEXICON,
}: PeerOptions): Generator<[SearchDoc[], PeerDoc[]]> {
  const analyzer = createAnalyzer(lexicon)
  const keysOf = (text: string) =>
    analyzer
      .analyze(text)
      .map((token) => token.keys[0] ?? token.folded)
      .join(' ')
  let docs: SearchDoc[] = []
  const analysed = () =>
    docs.map((doc): PeerDoc => ({
      id: doc.id,
      year: yearOf(doc),
      fields: Object.fromEntries(
        searchFields.flatMap((field) => (doc.fields[field] ? [[field, keysOf(doc.fields[field])]] : [])),
      ),
    }))
  for (const [type, record] of generateRecords({ meetings, seed })) {
    if (type !== 'meeting') continue
    const [meeting] = docsFromRecord(record)
    if (meeting) docs.push(meeting)
    if (docs.length < BATCH) continue
    yield [docs, analysed()]
    docs = []
  }
  if (docs.length > 0) yield [docs, analysed()]
}

async function measure(
  peer: Pick<Peer, 'name' | 'lacks' | 'ask'>,
  queries: Map<string, PeerQuery[]>,
): Promise<BenchRow[]> {
  const rows: BenchRow[] = []
  for (const [kind, list] of queries) {
    if (list.some((query) => peer.lacks.includes(query.kind))) continue
    const samples: number[] = []
    // The first time of each: what an engine remembers of a question cannot help it yet.
    const firsts: number[] = []
    let hits = 0
    let before = process.cpuUsage()
    for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
      if (round === WARM_UP) before = process.cpuUsage()
      for (const query of list) {
        const begin = performance.now()
        const ids = await peer.ask(query, TOP)
        const cost = performance.now() - begin
        if (round >= WARM_UP) samples.push(cost)
        if (round > 0) continue
        firsts.push(cost)
        hits += ids.length
      }
    }
    // Beside the clock, because a machine that does other things as well makes everything look slow.
    const { user, system } = process.cpuUsage(before)
    const cpu = (user + system) / 1000 / samples.length
    rows.push({
      group: 'motorlar',
      what: `${kind}: ${peer.name}${hits === 0 ? ' (sonuç yok)' : ''}, işlemci ${cpu.toFixed(2)}`,
      unit: 'ms',
      figures: figuresOf(samples),
    })
    rows.push({
      group: 'motorlar',
      what: `${kind}: ${peer.name}, ilk kez`,
      unit: 'ms',
      figures: figuresOf(firsts),
    })
  }
  return rows
}

/**
 * Engine against engine in one process, warm, top 20, over the same words: ours (which answers with finished hits),
 * SQLite FTS5, minisearch and stock lunr.
 */
export async function benchPeers(options: PeerOptions): Promise<BenchRow[]> {
  const { meetings, lexicon = NO_LEXICON, lexiconFile, scratch, without, tell } = options
  const queries = peerQueries(lexicon)
  const ours = await ourPeer(lexicon, lexiconFile, path.join(scratch, 'motor'))
  const peers: Peer[] = [await sqlitePeer()]
  if (without.has('minisearch')) tell('minisearch ölçülmüyor')
  else if (meetings <= MOST_FOR_MINI) peers.push(miniPeer())
  else tell(`minisearch ${MOST_FOR_MINI} toplantının üstünde ölçülmedi: bellek`)
  if (without.has('lunr')) tell('lunr ölçülmüyor')
  else if (meetings <= MOST_FOR_LUNR) peers.push(lunrPeer())
  else
    tell(`lunr ${MOST_FOR_LUNR} toplantının üstünde ölçülmedi: belleğe sığmıyor, kurulması saatler sürüyor`)
  const spent = new Map<string, number>()
  const spend = async (name: string, work: () => unknown) => {
    const begin = performance.now()
    await work()
    spent.set(name, (spent.get(name) ?? 0) + performance.now() - begin)
  }
  for (const [docs, analysed] of batches(options)) {
    await spend(ours.name, () => ours.add(docs))
    for (const peer of peers) await spend(peer.name, () => peer.add(analysed))
  }
  for (const peer of [ours, ...peers]) await spend(peer.name, () => peer.finish?.())
  const rows = [...spent].map(([name, cost]): BenchRow => ({
    group: 'motorlar',
    what: `dizini kurma: ${name}`,
    unit: 'ms',
    figures: single(cost),
  }))
  const measured = []
  for (const peer of [ours, ours.withHits, ...peers]) {
    tell(`motor ölçülüyor: ${peer.name}`)
    measured.push(await measure(peer, queries))
  }
  for (const peer of [ours, ...peers]) await peer.close()
  // Kind by kind, so that engines stand side by side.
  for (const kind of queries.keys())
    rows.push(...measured.flatMap((own) => own.filter(({ what }) => what.startsWith(`${kind}: `))))
  return rows
}
