import { mkdir, open, rename } from 'node:fs/promises'
import path from 'node:path'
import type { ArchiveStore } from '../../electron/services/store/store-types'
import { saveMeeting } from '../../electron/services/records-service'
import { figuresOf, ratioOf, single, timed, type BenchRow } from './measure'

/** What no durable save can be faster than: write, fsync, rename, fsync of the folder. */
async function bareSave(folder: string, bytes: Uint8Array): Promise<void> {
  const temp = path.join(folder, 'yalin.tmp')
  const file = await open(temp, 'w')
  await file.writeFile(bytes)
  await file.sync()
  await file.close()
  await rename(temp, path.join(folder, 'yalin.json'))
  const handle = await open(folder, 'r')
  await handle.sync()
  await handle.close()
}

/** Rounds that are not counted. */
const warmUp = 10

/** Saves one more block in a meeting, chosen evenly over the archive. Out: the cost and the record's bytes. */
async function saveOne(
  store: ArchiveStore,
  round: number,
): Promise<{ cost: number; bytes: Uint8Array } | undefined> {
  const ids = idsOf(store)
  const id = ids[(round * 7919) % ids.length]
  if (!id) throw new Error('the archive has no meetings')
  const found = await store.get(id)
  if (!found.ok) throw new Error(found.error.code)
  const { record, hash } = found.value
  const block = record.agenda.flatMap((item) => item.blocks).find((candidate) => candidate.kind === 'text')
  if (!block || block.kind !== 'text') return undefined
  const changes = { blocks: { upsert: [{ ...block, markdown: `${block.markdown} ${round}` }] } }
  const cost = await timed(async () => {
    const saved = await saveMeeting(store, id, changes, hash)
    if (!saved.ok) throw new Error(saved.error.code)
  })
  return { cost, bytes: new TextEncoder().encode(JSON.stringify(record)) }
}

const known = new WeakMap<ArchiveStore, `meeting_${string}`[]>()
function idsOf(store: ArchiveStore): `meeting_${string}`[] {
  const ids = known.get(store) ?? (store.ids('meeting') as `meeting_${string}`[])
  known.set(store, ids)
  return ids
}

/**
 * Saves of one block in an archive, in one of 100 meetings, and bare saves of the same size, in turn: ratios of one run
 * do not hang on the machine's mood.
 */
export async function benchSave(
  store: ArchiveStore,
  small: ArchiveStore,
  scratch: string,
  rounds: number,
): Promise<BenchRow[]> {
  await mkdir(scratch, { recursive: true })
  const ours: number[] = []
  const others: number[] = []
  const bare: number[] = []
  for (let round = 0; round < rounds + warmUp; round += 1) {
    const one = await saveOne(store, round)
    const other = await saveOne(small, round)
    if (!one || !other) continue
    // Versions for the history are written between the saves, which come seconds apart when people type.
    await store.past.idle()
    await small.past.idle()
    const bareCost = await timed(() => bareSave(scratch, one.bytes))
    if (round < warmUp) continue
    ours.push(one.cost)
    others.push(other.cost)
    bare.push(bareCost)
  }
  return [
    { group: 'kayıt', what: 'yalın: yaz, fsync, taşı, klasöre fsync', unit: 'ms', figures: figuresOf(bare) },
    { group: 'kayıt', what: 'bir toplantının kalıcı kaydı', unit: 'ms', figures: figuresOf(ours) },
    { group: 'kayıt', what: '100 toplantılık arşivde aynı kayıt', unit: 'ms', figures: figuresOf(others) },
    {
      group: 'kayıt',
      what: 'yalın kayda oran',
      unit: '×',
      figures: single(ratioOf(ours, bare)),
      goal: '≤ 3',
    },
    {
      group: 'kayıt',
      what: '100 toplantılık arşive oran',
      unit: '×',
      figures: single(ratioOf(ours, others)),
      goal: '≤ 1,3',
    },
  ]
}
