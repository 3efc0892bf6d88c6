// @vitest-environment jsdom
import { QueryClientProvider } from '@tanstack/react-query'
import { createRoot } from 'react-dom/client'
import { expect, test, vi } from 'vitest'
import { defaultOfficeSettings, type OfficeSettings } from '../../../shared/records/office-settings'

let stored = { settings: defaultOfficeSettings(), hash: 'hash-0' }
/** Answers of reading that are on their way; they say what stood there when they were asked for. */
const late: (() => void)[] = []
let isSlow = false

async function call(name: string, input: unknown): Promise<unknown> {
  const then = stored
  if (name === 'office.get' && isSlow) await new Promise<void>((arrive) => late.push(arrive))
  if (name === 'office.get') return { ok: true, value: then }
  const { settings } = input as { settings: OfficeSettings }
  stored = { settings, hash: `${stored.hash}+` }
  return { ok: true, value: { hash: stored.hash } }
}
window.door = { call, on: () => () => {} } as unknown as typeof window.door
const { queryClient } = await import('../../../renderer/src/api/query-client')
const { useOffice } = await import('../../../renderer/src/features/settings/use-office')

test('an answer from before a save that arrives after it is not shown', async () => {
  let office: ReturnType<typeof useOffice> | undefined
  const shown: (string | undefined)[] = []
  function Probe() {
    office = useOffice()
    shown.push(office.settings?.letterhead.unit)
    return null
  }
  createRoot(document.createElement('div')).render(
    <QueryClientProvider client={queryClient}>
      <Probe />
    </QueryClientProvider>,
  )
  await vi.waitFor(() => expect(shown.at(-1)).toBe(''))

  isSlow = true
  void queryClient.invalidateQueries({ queryKey: ['office.get'] })
  await vi.waitFor(() => expect(late).toHaveLength(1))
  isSlow = false
  office?.set({ letterhead: { ...defaultOfficeSettings().letterhead, unit: 'Yazı İşleri' } })
  await vi.waitFor(() => expect(stored.hash).toBe('hash-0+'))
  for (const arrive of late) arrive()
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(shown.at(-1)).toBe('Yazı İşleri')
  expect(shown.slice(shown.indexOf('Yazı İşleri'))).not.toContain('')
})
