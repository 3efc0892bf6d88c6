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

/** Saves of one block in meetings chosen evenly over the archive, beside bare saves of the same size, in turn. */
export async function benchSave(store: ArchiveStore, scratch: string, rounds: number): Promise<BenchRow[]> {
  await mkdir(scratch, { recursive: true })
  const ids = store.ids('meeting') as `meeting_${string}`[]
  const ours: number[] = []
  const bare: number[] = []
  for (let round = 0; round < rounds + 10; round += 1) {
    const id = ids[(round * 7919) % ids.length]
    if (!id) throw new Error('the archive has no meetings')
    const found = await store.get(id)
    if (!found.ok) throw new Error(found.error.code)
    const { record, hash } = found.value
    const block = record.agenda.flatMap((item) => item.blocks).find((candidate) => candidate.kind === 'text')
    if (!block || block.kind !== 'text') continue
    const bytes = new TextEncoder().encode(JSON.stringify(record))
    const changes = { blocks: { upsert: [{ ...block, markdown: `${block.markdown} ${round}` }] } }
    const cost = await timed(async () => {
      const saved = await saveMeeting(store, id, changes, hash)
      if (!saved.ok) throw new Error(saved.error.code)
    })
    const bareCost = await timed(() => bareSave(scratch, bytes))
    if (round >= 10) {
      ours.push(cost)
      bare.push(bareCost)
    }
  }
  return [
    { group: 'kayıt', what: 'yalın: yaz, fsync, taşı, klasöre fsync', unit: 'ms', figures: figuresOf(bare) },
    { group: 'kayıt', what: 'bir toplantının kalıcı kaydı', unit: 'ms', figures: figuresOf(ours) },
    { group: 'kayıt', what: 'oran', unit: '×', figures: single(ratioOf(ours, bare)), goal: '≤ 3' },
  ]
}
