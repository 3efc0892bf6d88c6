import type { Page } from '@playwright/test'
import type { CallName, Input, Output } from '../../shared/contract/contract'
import type { Result } from '../../shared/result'

/** Asks the main process through the door of the window. Throws what it refuses. */
export async function askDoor<K extends CallName>(page: Page, name: K, input: Input<K>): Promise<Output<K>> {
  const answer = await page.evaluate(([call, given]) => window.door.call(call, given) as Promise<unknown>, [
    name,
    input,
  ] as [CallName, unknown])
  const result = answer as Result<Output<K>>
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.error)}`)
  return result.value
}
