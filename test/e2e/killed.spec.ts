import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { nodeArchiveFiles } from '../../electron/services/store/archive-files'
import type { Result } from '../../shared/result'
import { expect, test } from '../support/app'
import { Acknowledged, type WorkEvent } from '../support/faults/acknowledged'
import { checkArchive, optionsFor } from '../support/faults/check-archive'
import { DoorWork } from '../support/faults/door-work'
import { startArchive } from '../support/faults/kill-run'
import { randomOf } from '../support/generator/random'
import { Frame } from '../support/pages/frame'

/** What the test asks of the window: the door that the interface itself uses. */
type Door = { door: { call(name: string, input: unknown): Promise<Result<unknown>> } }

for (const seed of [1, 2, 3, 4, 5, 6])
  test(`the real program is killed at random work (${seed}), and nothing acknowledged is missing`, async ({
    desk,
  }) => {
    const random = randomOf(seed * 7_919)
    const first = await startArchive(desk.folder, random)
    const root = path.join(desk.folder, 'Arşiv İl')
    const attached = path.join(desk.folder, 'ekler')
    await mkdir(attached)
    const files = Array.from({ length: 5 }, (_, n) => path.join(attached, `Ek Belge ${n}.TXT`))
    for (const [n, file] of files.entries()) await writeFile(file, `ek ${n} `.repeat(random.int(1, 4_000)))

    const running = await desk.start()
    await running.app.evaluate(
      ({ dialog }, { folder, files }) => {
        const left = [[folder], ...files.map((file) => [file])]
        dialog.showOpenDialog = () =>
          Promise.resolve({ canceled: false, filePaths: left.length > 1 ? left.shift()! : left[0]! })
      },
      { folder: root, files },
    )
    await running.page.getByRole('button', { name: /^Var olan arşivi aç/ }).click()
    await new Frame(running.page).showsArchive('Deneme')

    const events: WorkEvent[] = [first]
    let dead: Promise<void> | undefined
    const kill = () => void (dead ??= running.kill())
    // Half of the programs die while a change is on its way, half at any moment.
    const begun = seed % 2 === 0 ? random.int(3, 60) : Infinity
    const later = random.int(50, 1_500)
    let timer: ReturnType<typeof setTimeout> | undefined
    const work = new DoorWork(
      (name, input) => {
        const answer = running.page.evaluate(
          ([name, input]) => (window as unknown as Door).door.call(name as string, input),
          [name, input] as const,
        )
        if (events.filter(({ kind }) => kind === 'begin' || kind === 'making').length >= begun) kill()
        return answer
      },
      random,
      (event) => {
        events.push(event)
        // On a slow machine nothing might have been answered yet.
        if (begun === Infinity && (event.kind === 'done' || event.kind === 'made'))
          timer ??= setTimeout(kill, later)
      },
    )
    await work.begin()
    await work.untilDeath(() => dead !== undefined)
    await dead

    expect(events.some(({ kind }) => kind === 'done' || kind === 'made')).toBe(true)
    const options = optionsFor(nodeArchiveFiles(), root, path.join(desk.folder, 'önbellek'))
    expect(await checkArchive(options, new Acknowledged(events), true)).toEqual([])
  })
