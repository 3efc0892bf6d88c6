import { expect, type Locator, type Page } from '@playwright/test'

/** More steps than anything that a test types can have become. */
const most = 50

/**
 * The words that stand in a text now, as letters alone: marks and colours do not count, nor fields and names of parts, which are
 * drawn a moment after the words.
 */
export async function wordsIn(text: Locator): Promise<string> {
  return text.evaluate((root) => {
    const wordsOf = (node: Node): string => {
      if (node instanceof HTMLElement && node.contentEditable === 'false') return ''
      if (node.nodeType === Node.TEXT_NODE) return node.textContent ?? ''
      return [...node.childNodes].map(wordsOf).join('')
    }
    return wordsOf(root)
  })
}

async function pressUntil(page: Page, key: string, text: Locator, words: string): Promise<void> {
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press(key)
    // What a press does is looked at as drawn; a second one too early would go beyond.
    await page.evaluate(
      () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn(true)))),
    )
    if ((await wordsIn(text)) === words) return
  }
  expect(await wordsIn(text), `after ${most} times ${key}`).toBe(words)
}

/**
 * Takes back by Ctrl+Z until the text says exactly these words again: those of {@link wordsIn} before what is taken back
 * was typed. Typing is one step only as long as nobody pauses for half a second, and a busy machine does pause. What is
 * one step by itself, however slow the machine, is taken back by one press and not by this.
 */
export async function takeBackUntil(page: Page, text: Locator, words: string): Promise<void> {
  await pressUntil(page, 'Control+z', text, words)
}

/** Brings back by Ctrl+Y until the text says exactly these words again; see {@link takeBackUntil}. */
export async function bringBackUntil(page: Page, text: Locator, words: string): Promise<void> {
  await pressUntil(page, 'Control+y', text, words)
}
