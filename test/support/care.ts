import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { verifyArchive, type VerifyOptions } from '../../electron/services/store/care/verify'
import { attachmentFile, recordFile } from '../../electron/services/store/layout'
import { newId } from '../../shared/ids'
import { testArchive, valueOf, type TestArchive } from './archive'

export const id = (type: Parameters<typeof newId>[0]) => newId(type)

export interface Filled {
  archive: TestArchive
  note: string
  agency: string
  person: string
  meeting: string
  attachment: string
}

/** An archive with one of each, closed. */
export async function filled(): Promise<Filled> {
  const archive = await testArchive()
  const store = await archive.open()
  const agency = valueOf(await store.create('agency', { name: 'Ticaret İl Müdürlüğü' }))
  const person = valueOf(
    await store.create('participant', { name: 'Özge Işıklı', offices: [{ agencyId: agency.id }] }),
  )
  const file = valueOf(await store.putAttachment({ bytes: Buffer.from('ek') }, 'çizelge.txt'))
  const note = valueOf(
    await store.create('note', { title: 'Kooperatifler', markdown: '', attachments: [file] }),
  )
  const meeting = valueOf(
    await store.create('meeting', {
      title: 'Kurul',
      attendance: [{ id: id('attendance'), participantId: person.id, name: 'Özge Işıklı' }],
    }),
  )
  await store.close()
  return {
    archive,
    note: note.id,
    agency: agency.id,
    person: person.id,
    meeting: meeting.id,
    attachment: join(archive.root, attachmentFile(file.sha256, file.ext)),
  }
}

export const pathOf = ({ archive }: Filled, record: string) => join(archive.root, recordFile(record))
export const text = (path: string) => readFile(path, 'utf8')
export const verify = async ({ archive }: Filled, given: VerifyOptions = {}) =>
  valueOf(await verifyArchive(archive.options, given))
export const codes = async (given: Filled) => (await verify(given)).findings.map(({ code }) => code).sort()

export async function put(path: string, content: string | Uint8Array): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, content)
}

export const edit = (path: string, from: string | RegExp, to: string) =>
  text(path).then((content) => writeFile(path, content.replace(from, to)))
