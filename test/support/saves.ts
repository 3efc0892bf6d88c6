import type { Page } from '@playwright/test'
import type { Meeting } from '../../shared/records/meeting'

/** A save as the page announced it: the hash that the main process acknowledged and how the page stood then. */
export interface Announced {
  hash: string
  state: string
  /** The minutes as they stood in the window at that moment. */
  text: string
}

/**
 * Listens to the saves of the open meeting page. In: called for each change of state or hash, from inside the page at
 * that very moment. Out: all of them so far, oldest first.
 */
export async function watchSaves(page: Page, listener?: (save: Announced) => void): Promise<Announced[]> {
  const seen: Announced[] = []
  await page.exposeFunction('saveAnnounced', (save: Announced) => {
    seen.push(save)
    listener?.(save)
  })
  await page.getByTestId('meeting-page').evaluate((root) => {
    const tell = () => {
      const { saveState = '', savedHash = '' } = root.dataset
      const text = root.querySelector('[contenteditable]')?.textContent ?? ''
      const { saveAnnounced } = window as unknown as { saveAnnounced(save: object): Promise<void> }
      void saveAnnounced({ state: saveState, hash: savedHash, text })
    }
    const attributeFilter = ['data-save-state', 'data-saved-hash']
    new MutationObserver(tell).observe(root, { attributes: true, attributeFilter })
  })
  return seen
}

/** The running text of a stored meeting, without headings and parts. */
export function runningText(meeting: Meeting): string {
  return meeting.agenda
    .flatMap(({ blocks }) => blocks)
    .flatMap((block) => (block.kind === 'text' ? [block.markdown] : []))
    .join('\n')
}
