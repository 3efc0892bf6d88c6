import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { gunzipSync } from 'node:zlib'
import { nodeArchiveFiles } from '../../electron/services/store/archive-files'
import { openArchive } from '../../electron/services/store/record-store'
import { parseLexicon } from '../../shared/text/lexicon'
import { generateArchive } from '../support/generate-archive'
import { benchBackup } from './backup'
import { benchFaults } from './faults'
import { single, tableOf, timed, type BenchRow } from './measure'
import { benchPaper } from './paper'
import { benchPeers } from './peers'
import { benchRelevance } from './relevance'
import { benchSave } from './save'
import { benchSearch } from './search'
import { benchStore } from './store'
import { probeStore } from './store-probe'
import { benchTyping, largeMeeting } from './typing'
import { benchWindow } from './window'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    /** This process is one that {@link benchStore} started. */
    probe: { type: 'boolean', default: false },
    meetings: { type: 'string', default: '1000' },
    seed: { type: 'string', default: '1' },
    runs: { type: 'string', default: '5' },
    /** An archive made before and kept; made there when it is missing. */
    archive: { type: 'string' },
    /** Settings, catalogue and index of the window, kept likewise. */
    profile: { type: 'string' },
    kills: { type: 'string', default: '1000' },
    traces: { type: 'string', default: '12' },
    /** Engines that `peers` leaves out: minisearch takes ten minutes at 100,000 meetings, lunr as long at 10,000. */
    without: { type: 'string', default: '' },
    only: { type: 'string', default: 'store,search,paper,backup,window,typing' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
})

const help = `npm run bench -- [--meetings N] [--seed N] [--runs N] [--only store,search,paper,backup,window,typing,peers,relevance] [--archive DIR [--profile DIR]] [--without minisearch,lunr] [--json]
npm run bench -- --only faults [--kills N] [--traces N] [--seed N]
  öldürülen programlar, güç kesintileri, hata veren diskler, bozuk dosyalar; ihlaller ayrıca yazılır
Ölçümler üretilmiş bir Türkçe arşiv üzerinde yapılır; aynı tohum aynı arşivi verir.`

/** The proof of the store needs no archive of its own. */
async function runFaults(): Promise<BenchRow[]> {
  const rows = await benchFaults({
    kills: Number(values.kills),
    traces: Number(values.traces),
    errors: 100,
    seed: Number(values.seed),
    tell: (text) => process.stderr.write(`${text}\n`),
  })
  if (rows.some(({ goal, figures }) => goal === '0' && figures.max > 0)) process.exitCode = 1
  return rows
}

/** Everything that is measured, on one generated archive. */
async function run(): Promise<BenchRow[]> {
  const meetings = Number(values.meetings)
  const root = process.cwd()
  const scratch = await mkdtemp(path.join(os.tmpdir(), 'tutanak-bench-'))
  const archive = path.resolve(values.archive ?? path.join(scratch, 'Ölçüm arşivi'))
  const only = new Set(values.only.split(','))
  const tell = (text: string) => process.stderr.write(`${text}\n`)
  const rows: BenchRow[] = []
  const lexiconFile = path.join(root, 'resources/lexicon/roots.txt.gz')
  try {
    const parsed = async () => parseLexicon(gunzipSync(await readFile(lexiconFile)).toString('utf8'))
    if (only.has('relevance')) {
      tell('isabet ölçülüyor')
      const samples = path.resolve(root, '../shared/samples')
      rows.push(...(await benchRelevance({ lexicon: await parsed(), lexiconFile, scratch, samples, tell })))
    }
    if (only.has('peers')) {
      tell('motorlar ölçülüyor')
      const seed = Number(values.seed)
      const lexicon = await parsed()
      rows.push(
        ...(await benchPeers({
          meetings,
          seed,
          lexicon,
          lexiconFile,
          scratch,
          without: new Set(values.without.split(',')),
          tell,
        })),
      )
    }
    if (!['store', 'search', 'paper', 'backup', 'window', 'typing'].some((part) => only.has(part)))
      return rows
    if (!existsSync(archive)) {
      tell(`arşiv üretiliyor: ${meetings} toplantı`)
      rows.push({
        group: 'arşiv',
        what: `üretme (${meetings} toplantı)`,
        unit: 'ms',
        figures: single(
          await timed(() => generateArchive({ path: archive, meetings, seed: Number(values.seed) })),
        ),
      })
    }
    const open = (folder: string) =>
      openArchive({
        path: folder,
        files: nodeArchiveFiles(),
        cacheFolder: path.join(scratch, folder === archive ? 'önbellek' : 'küçük önbellek'),
        clock: () => new Date(),
        machine: { id: 'olcum', name: 'Ölçüm' },
        savedBy: () => 'Ölçüm',
      })
    const opened = async (folder: string) => {
      const result = await open(folder)
      if (!result.ok) throw new Error(result.error.code)
      return result.value
    }
    if (only.has('store')) {
      tell('arşiv ölçülüyor')
      rows.push(...(await benchStore(process.argv[1] ?? '', archive, path.join(scratch, 'önbellek'))))
    }
    const store = await opened(archive)
    await store.checked
    if (only.has('store')) {
      tell('kayıt ölçülüyor')
      const smallArchive = path.join(scratch, 'Küçük arşiv')
      await generateArchive({ path: smallArchive, meetings: 100, seed: Number(values.seed) })
      const small = await opened(smallArchive)
      await small.checked
      rows.push(...(await benchSave(store, small, path.join(scratch, 'yalın'), 300)))
      await small.close()
    }
    if (only.has('search')) {
      tell('arama ölçülüyor')
      rows.push(...(await benchSearch(store, scratch, root)))
    }
    if (only.has('paper')) {
      tell('kâğıt ölçülüyor')
      rows.push(...(await benchPaper(store)))
    }
    if (only.has('backup')) {
      tell('yedek ölçülüyor')
      rows.push(...(await benchBackup(store, scratch)))
    }
    if (only.has('typing')) {
      const made = await store.create('meeting', largeMeeting())
      if (!made.ok) throw new Error(made.error.code)
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
          userData: path.resolve(values.profile ?? path.join(scratch, 'ayarlar')),
          documents: path.join(scratch, 'Belgeler'),
          runs: Number(values.runs),
        })),
      )
    }
    if (only.has('typing') && executable) {
      tell('yazma ölçülüyor')
      const settings = {
        userData: path.join(scratch, 'yazma ayarları'),
        documents: path.join(scratch, 'Belgeler'),
      }
      rows.push(...(await benchTyping({ executable, project: root, archive, ...settings })))
    }
    return rows
  } finally {
    // A program that has just ended may still be letting go of its files.
    await rm(scratch, { recursive: true, force: true, maxRetries: 10, retryDelay: 500 })
  }
}

if (values.probe) {
  const [archive = '', cache = '', verify = ''] = positionals
  process.stdout.write(JSON.stringify(await probeStore(archive, cache, verify === 'verify')))
} else if (values.help) {
  process.stdout.write(`${help}\n`)
} else {
  // Waiting for background work alone would not keep the program alive.
  const alive = setInterval(() => undefined, 1000)
  const rows = await (values.only === 'faults' ? runFaults() : run())
  clearInterval(alive)
  const machine = {
    cores: os.cpus().length,
    cpu: os.cpus()[0]?.model,
    node: process.version,
    platform: process.platform,
  }
  process.stdout.write(values.json ? `${JSON.stringify({ machine, rows }, null, 2)}\n` : `${tableOf(rows)}\n`)
}
