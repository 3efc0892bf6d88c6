import { minutesDocument } from '../../shared/documents/minutes'
import { summaryDocument } from '../../shared/documents/summary'
import { createTypesetter } from '../../electron/services/typeset/typesetter'
import { meetingsOfPeriod } from '../../electron/services/exports-service'
import type { ArchiveStore } from '../../electron/services/store/store-types'
import { figuresOf, single, timed, type BenchRow } from './measure'

/** PDF of one meeting (first and warm), its preview, and a long summary. */
export async function benchPaper(store: ArchiveStore): Promise<BenchRow[]> {
  const office = await store.settings()
  const [id] = store.ids('meeting') as `meeting_${string}`[]
  if (!office.ok || !id) throw new Error('no settings or no meeting')
  const loaded = await store.get(id)
  if (!loaded.ok) throw new Error(loaded.error.code)
  const meeting = loaded.value.record
  // Ten pages: the same meeting's agenda several times over.
  const long = { ...meeting, agenda: Array.from({ length: 9 }, () => meeting.agenda).flat() }
  const typesetter = createTypesetter()
  const tree = minutesDocument(long, office.value.settings, 'tr')
  const pdf = async () => {
    const made = await typesetter.pdf(tree)
    if (!made.ok) throw new Error(JSON.stringify(made.error))
  }
  const first = await timed(pdf)
  const warm: number[] = []
  const previews: number[] = []
  let pages = 0
  for (let round = 0; round < 5; round += 1) {
    warm.push(await timed(pdf))
    previews.push(
      await timed(async () => {
        const shown = await typesetter.preview(tree)
        if (!shown.ok) throw new Error(shown.error.code)
        pages = shown.value.count
      }),
    )
  }
  const period = { from: '1900-01-01', to: '2100-12-31', bodyIds: [] }
  const meetings = await meetingsOfPeriod(store, period)
  if (!meetings.ok) throw new Error(meetings.error.code)
  const input = { from: period.from, to: period.to, bodies: [], meetings: meetings.value.slice(0, 250) }
  const summary = summaryDocument(input, office.value.settings, 'tr')
  let bytes = 0
  const report = await timed(async () => {
    const made = await typesetter.pdf(summary)
    if (!made.ok) throw new Error(JSON.stringify(made.error))
    bytes = made.value.byteLength
  })
  await typesetter.close()
  return [
    { group: 'kâğıt', what: `ilk PDF (${pages} sayfa)`, unit: 'ms', figures: single(first) },
    {
      group: 'kâğıt',
      what: `PDF, sıcak (${pages} sayfa)`,
      unit: 'ms',
      figures: figuresOf(warm),
      goal: '≤ 500',
    },
    {
      group: 'kâğıt',
      what: `önizleme (${pages} sayfa)`,
      unit: 'ms',
      figures: figuresOf(previews),
      goal: '≤ 200',
    },
    {
      group: 'kâğıt',
      what: `${input.meetings.length} toplantının özeti`,
      unit: 'ms',
      figures: single(report),
      goal: '≤ 15.000',
    },
    { group: 'kâğıt', what: 'özetin boyu', unit: 'MB', figures: single(bytes / 1e6) },
  ]
}
