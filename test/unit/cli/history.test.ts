import { join } from 'node:path'
import { writeFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import type { VersionInfo } from '../../../shared/contract/history-contract'
import { openArchive } from '../../../electron/services/store/record-store'
import { nodeArchiveFiles } from '../../../electron/services/store/archive-files'
import { ok } from '../../../shared/result'
import { valueOf } from '../../support/archive'
import { testCli } from '../../support/cli'

it('lists the versions of a record and goes back to one', async () => {
  const cli = await testCli()
  const archive = ['--archive', 'Arşiv'] as const
  await cli.run('init', ...archive)
  await writeFile(join(cli.folder, 'not.txt'), 'İlk hâli\n\nIşık.')
  const imported = await cli.json<{ records: { id: string }[] }>('import', 'not.txt', ...archive)
  const id = imported.records[0]?.id ?? ''
  const store = valueOf(
    await openArchive({
      path: join(cli.folder, 'Arşiv'),
      files: nodeArchiveFiles(),
      cacheFolder: join(cli.folder, 'önbellek'),
      clock: () => new Date(),
      machine: { id: 'test-machine', name: 'deneme' },
      savedBy: () => 'Deneme',
    }),
  )
  const { hash, record } = valueOf(await store.get(id as 'note_x'))
  valueOf(await store.change(id, hash, (now) => ok({ ...now, markdown: 'Üzerine yazıldı.' })))
  await store.close()

  const { versions } = await cli.json<{ versions: VersionInfo[] }>('history', id, ...archive)
  expect(versions.map(({ why, current }) => [why, current])).toEqual([
    ['end', true],
    ['begin', false],
  ])
  const shown = await cli.run('history', id, ...archive)
  expect(shown.out).toContain('Çalışmadan önce')
  expect((await cli.run('restore', id, 'ffffffffff', ...archive)).code).toBe(2)
  const first = versions[1]?.hash ?? ''
  expect(await cli.run('restore', id, first.slice(0, 12), ...archive)).toMatchObject({
    code: 0,
    out: 'Eski sürüme dönüldü.\n',
  })
  const now = await cli.json<{ record: { markdown: string } }>('show', id, ...archive)
  expect(now.record.markdown).toBe(record.markdown)
})
