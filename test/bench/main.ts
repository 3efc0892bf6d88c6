import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { nodeArchiveFiles } from '../../electron/services/store/archive-files'
import { openArchive } from '../../electron/services/store/record-store'
import { parseLexicon } from '../../shared/text/lexicon'
import { generateArchive } from '../support/generate-archive'
import { figuresOf, single, tableOf, timed, type BenchRow } from './measure'
import { benchPaper } from './paper'
import { benchPeers } from './peers'
import { benchRelevance } from './relevance'
import { benchSave } from './save'
import { benchSearch } from './search'
import { benchWindow } from './window'

const { values } = parseArgs({
  options: {
    meetings: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    runs: { type: 'string', default: '5' },
    only: { type: 'string', default: 'store,search,paper,window' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

const help = `npm run bench -- [--meetings N] [--seed N] [--runs N] [--only store,search,paper,window,peers,relevance] [--json]
Ölçümler üretilmiş bir Türkçe arşiv üzerinde yapılır; aynı tohum aynı arşivi verir.`

/** Everything that is measured, on one generated archive. */
async function run(): Promise<BenchRow[]> {
  const meetings = Number(values.meetings)
  const root = process.cwd()
  const scratch = await mkdtemp(path.join(os.tmpdir(), 'tutanak-bench-'))
  const archive = path.join(scratch, 'Ölçüm arşivi')
  const only = new Set(values.only.split(','))
  const tell = (text: string) => process.stderr.write(`${text}\n`)
  const rows: BenchRow[] = []
  const lexiconFile = path.join(root, 'resources/lexicon/roots.txt.gz')
  try {
    if (only.has('relevance')) {
      tell('isabet ölçülüyor')
      const samples = path.resolve(root, '../shared/samples')
      rows.push(...(await benchRelevance({ lexiconFile, scratch, samples, tell })))
    }
    if (only.has('peers')) {
      tell('motorlar ölçülüyor')
      const lexicon = parseLexicon(gunzipSync(await readFile(lexiconFile)).toString('utf8'))
      const seed = Number(values.seed)
      rows.push(...(await benchPeers({ meetings, seed, lexicon, lexiconFile, scratch, tell })))
    }
    if (!['store', 'search', 'paper', 'window'].some((part) => only.has(part))) return rows
    tell(`arşiv üretiliyor: ${meetings} toplantı`)
    rows.push({
      group: 'arşiv',
      what: `üretme (${meetings} toplantı)`,
      unit: 'ms',
      figures: single(
        await timed(() => generateArchive({ path: archive, meetings, seed: Number(values.seed) })),
      ),
    })
    const open = () =>
      openArchive({
        path: archive,
        files: nodeArchiveFiles(),
        cacheFolder: path.join(scratch, 'önbellek'),
        clock: () => new Date(),
        machine: { id: 'olcum', name: 'Ölçüm' },
        savedBy: () => 'Ölçüm',
      })
    const opened = async () => {
      const result = await open()
      if (!result.ok) throw new Error(result.error.code)
      return result.value
    }
    tell('arşiv açılıyor')
    let store = await opened()
    await store.close()
    const opens: number[] = []
    const lists: number[] = []
    for (let round = 0; round < 5; round += 1) {
      opens.push(
        await timed(async () => {
          store = await opened()
        }),
      )
      lists.push(
        await timed(async () =>
          store.list<'meeting'>({ type: 'meeting', sort: 'start', desc: true, limit: 200 }),
        ),
      )
      await store.close()
    }
    rows.push(
      {
        group: 'arşiv',
        what: 'açma, katalog hazırken',
        unit: 'ms',
        figures: figuresOf(opens),
        goal: '≤ 300',
      },
      { group: 'arşiv', what: 'ilk 200 satır', unit: 'ms', figures: figuresOf(lists) },
    )
    store = await opened()
    if (only.has('store')) {
      tell('kayıt ölçülüyor')
      rows.push(...(await benchSave(store, path.join(scratch, 'yalın'), 300)))
    }
    if (only.has('search')) {
      tell('arama ölçülüyor')
      rows.push(...(await benchSearch(store, scratch, root)))
    }
    if (only.has('paper')) {
      tell('kâğıt ölçülüyor')
      rows.push(...(await benchPaper(store)))
    }
    await store.close()
    // The launcher names the runtime it has prepared.
    const executable = process.env['TUTANAK_ELECTRON_PATH']
    if (only.has('window') && executable) {
      tell('pencere ölçülüyor')
      rows.push(
        ...(await benchWindow({
          executable,
          project: root,
          archive,
          userData: path.join(scratch, 'ayarlar'),
          documents: path.join(scratch, 'Belgeler'),
          runs: Number(values.runs),
        })),
      )
    }
    return rows
  } finally {
    await rm(scratch, { recursive: true, force: true })
  }
}

if (values.help) {
  process.stdout.write(`${help}\n`)
} else {
  // Waiting for background work alone would not keep the program alive.
  const alive = setInterval(() => undefined, 1000)
  const rows = await run()
  clearInterval(alive)
  const machine = {
    cores: os.cpus().length,
    cpu: os.cpus()[0]?.model,
    node: process.version,
    platform: process.platform,
  }
  process.stdout.write(values.json ? `${JSON.stringify({ machine, rows }, null, 2)}\n` : `${tableOf(rows)}\n`)
}
