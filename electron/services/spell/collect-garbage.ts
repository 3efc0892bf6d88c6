import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'

/**
 * Gives back what reading a dictionary left behind (its files as bytes, some 20 MB). V8 by itself would wait for more garbage,
 * which never comes in a process that only looks words up.
 */
export function collectGarbage(): void {
  setFlagsFromString('--expose-gc')
  const collect = runInNewContext('gc') as () => void
  collect()
}
