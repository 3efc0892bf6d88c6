import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { applyImport, type ApplyOptions, type AppliedImport } from '../../electron/services/mirror/apply'
import { exportMirror } from '../../electron/services/mirror/export-mirror'
import { planImport, type MirrorPlan } from '../../electron/services/mirror/plan'
import { nodeArchiveFiles } from '../../electron/services/store/archive-files'
import { digestOf } from '../../electron/services/store/envelope'
import type { ArchiveStore } from '../../electron/services/store/store-types'
import { recordTypes } from '../../shared/ids'
import type { AnyRecord } from '../../shared/records/registry'
import { newId } from '../../shared/ids'
import { tempFolder, testArchive, valueOf } from './archive'
import { sampleMeeting, sampleId } from './sample-meeting'

export const files = nodeArchiveFiles()

/** A mirror in a folder of its own, and ways to work with it as a user does. */
export interface TestMirror {
  folder: string
  export(): Promise<{ records: number; attachments: number; left: number }>
  plan(store?: ArchiveStore): Promise<MirrorPlan>
  apply(options?: ApplyOptions, store?: ArchiveStore): Promise<AppliedImport>
  text(path: string): Promise<string>
  /** Edits a file by hand. */
  edit(path: string, change: (text: string) => string): Promise<void>
}

/** The mirror of an archive, still to be exported. */
export async function testMirror(store: ArchiveStore): Promise<TestMirror> {
  const folder = join(await tempFolder(), 'Ayna klasörü')
  const plan = async (into = store) => valueOf(await planImport(into, files, folder))
  return {
    folder,
    export: async () => valueOf(await exportMirror(store, files, folder, new Date())),
    plan,
    apply: async (options = {}, into = store) =>
      valueOf(await applyImport(into, files, await plan(into), options)),
    text: (path) => readFile(join(folder, path), 'utf8'),
    edit: async (path, change) => {
      const file = join(folder, path)
      await writeFile(file, change(await readFile(file, 'utf8')))
    },
  }
}

/** All records of an archive by id. */
export async function recordsOf(store: ArchiveStore): Promise<Map<string, AnyRecord>> {
  const found = new Map<string, AnyRecord>()
  for (const type of recordTypes)
    for (const id of store.ids(type)) found.set(id, valueOf(await store.get(id)).record)
  return found
}

export const attachmentBytes = Buffer.from('%PDF-1.7 deneme')

export const ids = {
  agency: sampleId('agency', 15),
  person: sampleId('participant', 1),
  body: sampleId('body', 1),
  meeting: sampleId('meeting', 1),
  note: sampleId('note', 1),
  followUp: sampleId('followup', 1),
}
export const paths = {
  meeting: 'toplantilar/2022/2022-11-21 Tanıtım Treni Ön Görüşme Toplantısı.md',
  note: 'notlar/Sosyal kooperatif.md',
  person: 'kisiler/Ömer Işıktepe.md',
}

/** An archive with one record of each type that point at each other, an attachment and settings. */
export async function smallArchive() {
  const archive = await testArchive()
  const store = await archive.open()
  const ref = valueOf(await store.putAttachment({ bytes: attachmentBytes }, 'Katılım listesi.pdf'))
  const { attendance, ...meeting } = sampleMeeting
  const creations: [Parameters<typeof store.create>[0], Record<string, unknown>][] = [
    ['agency', { id: ids.agency, name: 'Yatırım İzleme ve Koordinasyon Başkanlığı', shortNames: ['YİKOB'] }],
    [
      'participant',
      {
        id: ids.person,
        name: 'Ömer Işıktepe',
        offices: [{ agencyId: ids.agency, title: 'Vali Yardımcısı', from: '2019' }],
      },
    ],
    [
      'body',
      {
        id: ids.body,
        name: 'İl İstihdam Kurulu',
        ownerAgencyId: ids.agency,
        members: [{ id: newId('member'), participantId: ids.person }],
      },
    ],
    [
      'meeting',
      {
        ...meeting,
        bodyId: ids.body,
        attachments: [ref],
        attendance: attendance.map((row, index) =>
          index === 0 ? { ...row, participantId: ids.person } : row,
        ),
      },
    ],
    [
      'note',
      {
        id: ids.note,
        title: 'Sosyal kooperatif',
        markdown: `Bakınız [[${ids.meeting}|tren toplantısı]] ve [[${sampleId('decision', 1)}|karar]].`,
        tags: ['tren'],
      },
    ],
    [
      'followup',
      {
        id: ids.followUp,
        meetingId: ids.meeting,
        targetId: sampleId('action', 1),
        entries: [
          {
            id: newId('entry'),
            at: '2022-12-01T08:00:00.000Z',
            by: 'Sıla',
            status: 'under-way',
            note: 'Yazı yazıldı.',
          },
        ],
      },
    ],
  ]
  valueOf(await store.commitMany(creations.map(([type, fields]) => ({ kind: 'create', type, fields }))))
  return { archive, store, ref, digest: digestOf(attachmentBytes) }
}
