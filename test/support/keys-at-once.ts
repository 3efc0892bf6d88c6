import type { CDPSession, Page } from '@playwright/test'
import { upperTr } from '../../shared/text/turkish'

export const control = 2
export const shift = 8
/** How Windows tells of AltGr. */
export const controlAlt = 3

const commands: Record<string, number> = {
  Enter: 13,
  Backspace: 8,
  ArrowLeft: 37,
  ArrowUp: 38,
  ArrowDown: 40,
  Home: 36,
  End: 35,
  Tab: 9,
  Escape: 27,
  F2: 113,
  F1: 112,
  F4: 115,
  F7: 118,
}

/** One press: a letter by itself, a command by its name, either with keys held down. */
export type Press = string | { key: string; held: number; text?: string }

/** Keeps the window busy for a moment, so that what is pressed meanwhile arrives in one go. */
export async function pause(page: Page): Promise<void> {
  await page.evaluate(() => {
    setTimeout(() => {
      const end = performance.now() + 600
      while (performance.now() < end);
    })
  })
}

/** Sends one press without waiting for what it does; several sent together arrive in this order, all at once. */
export async function send(keys: CDPSession, press: Press): Promise<void> {
  const { key, held, text } = typeof press === 'string' ? { key: press, held: 0, text: undefined } : press
  const writes = text ?? (key === 'Enter' ? '\r' : held === 0 && !(key in commands) ? key : undefined)
  const event = {
    key,
    modifiers: held,
    code: key in commands ? key : `Key${upperTr(key)}`,
    // The numbers of other signs are those of other keys: a full stop would delete.
    windowsVirtualKeyCode: commands[key] ?? (/[\p{L}\p{N} ]/u.test(key) ? upperTr(key).charCodeAt(0) : 0),
  }
  const down =
    writes === undefined ? { type: 'rawKeyDown' as const } : { type: 'keyDown' as const, text: writes }
  await Promise.all([
    keys.send('Input.dispatchKeyEvent', { ...down, ...event }),
    keys.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event }),
  ])
}
