import { spawn } from 'node:child_process'
import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { restoreToFolder } from '../../../electron/services/backup/restoring'
import { openArchive } from '../../../electron/services/store/record-store'
import { tempFolder, valueOf } from '../../support/archive'
import { backupDesk, type BackupDesk } from '../../support/backups'
import { bundleProgram } from '../../support/bundle-program'
import { storedRecords } from '../../support/stored'

type NoteId = `note_${string}`

async function addNote({ store }: BackupDesk, title: string): Promise<NoteId> {
  return valueOf(await store.create('note', { title, markdown: `${title} metni. `.repeat(150) })).record
    .id as NoteId
}

async function retitle({ store }: BackupDesk, id: NoteId, title: string): Promise<void> {
  const { hash } = valueOf(await store.get(id))
  valueOf(await store.change(id, hash, (note) => ({ ok: true, value: { ...note, title } })))
}

let program = ''
beforeAll(async () => {
  program = await bundleProgram('test/support/backup-program.ts', 'backup-program')
})

describe('a program killed', () => {
  /** Runs the backup program and kills it when it has printed `lines` lines of progress. */
  async function killed(args: string[], lines: number): Promise<boolean> {
    const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
    let text = ''
    await new Promise<void>((done, failed) => {
      child.on('error', failed)
      child.on('close', () => done())
      child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk
        if (text.split('\n').length > lines) child.kill('SIGKILL')
      })
    })
    return child.signalCode === 'SIGKILL'
  }

  it('while it makes a backup leaves no zip that is not whole', async () => {
    const desk = await backupDesk()
    for (let n = 0; n < 120; n += 1) await addNote(desk, `Not ${n}`)
    await desk.store.close()
    for (const lines of [0, 1, 3]) {
      await killed(['backup', desk.archive.root, desk.archive.cache, desk.target], lines)
      for (const name of (await readdir(desk.target)).filter((each) => each.endsWith('.zip'))) {
        const as = { name: 'Deneme', newId: true }
        const folder = join(await tempFolder(), 'bakılan')
        const file = join(desk.target, name)
        expect((await restoreToFolder(desk.backups, desk.maker, { file }, folder, as)).ok).toBe(true)
      }
    }
  })

  it('while it restores into place leaves the archive as before or as the backup', async () => {
    const desk = await backupDesk()
    const ids: NoteId[] = []
    for (let n = 0; n < 60; n += 1) ids.push(await addNote(desk, `Not ${n}`))
    const { name } = valueOf(await desk.backups.now())
    for (const [n, id] of ids.entries()) await retitle(desk, id, `Sonra ${n}`)
    await desk.store.close()
    const outcomes = new Set<string>()
    for (const lines of [0, 2, 4, 5, 6]) {
      await mkdir(desk.archive.cache, { recursive: true })
      await killed(['restore', desk.archive.root, desk.archive.cache, join(desk.target, name)], lines)
      const store = valueOf(await openArchive(desk.archive.options))
      await store.close()
      const titles = (await storedRecords(desk.archive.root, 'note')).map(({ record }) => record.title)
      expect(titles).toHaveLength(60)
      const kinds = new Set(titles.map((title) => title.split(' ')[0] as string))
      expect(kinds.size).toBe(1)
      outcomes.add([...kinds].join())
    }
    expect(outcomes).toContain('Sonra')
  })
})
