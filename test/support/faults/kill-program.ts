import { writeSync } from 'node:fs'
import { nodeArchiveFiles } from '../../../electron/services/store/archive-files'
import { openArchive } from '../../../electron/services/store/record-store'
import { randomOf } from '../generator/random'
import { optionsFor } from './check-archive'
import { hookedFiles } from './hooked-files'
import { Workload } from './workload'

/**
 * Does random work on an archive and tells every event as a line of JSON, until it kills itself or is killed.
 * Arguments: the archive's folder, the folder for caches, the seed, the number of the step at which it dies (0: never),
 * and how: before the step, behind it, or in the middle of a write.
 */
const [root = '', cache = '', seed = '1', at = '0', how = 'before'] = process.argv.slice(2)

/** Out at once: what has been told is told, whatever happens next. */
const say = (line: unknown) => writeSync(1, `${JSON.stringify(line)}\n`)
const die = () => {
  process.kill(process.pid, 'SIGKILL')
  // The signal comes in its own time; until then nothing more happens.
  for (;;);
}

let steps = 0
const files = hookedFiles(nodeArchiveFiles(), async (step, act) => {
  const here = ++steps === Number(at)
  if (here && how === 'before') die()
  if (here && how === 'middle' && step.bytes) {
    await act(step.bytes.subarray(0, Math.floor(step.bytes.length / 2)))
    die()
  }
  await act()
  if (here) die()
})

const opened = await openArchive(optionsFor(files, root, cache))
if (!opened.ok || opened.value.readOnly) throw new Error('cannot write')
say('open')
const work = new Workload(randomOf(Number(seed)), say, 20_000)
await work.run(opened.value, at === '0' ? 100_000 : 60)
await opened.value.close()
say({ steps })
