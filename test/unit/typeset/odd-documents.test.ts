import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createTypesetter, type Typesetter } from '../../../electron/services/typeset/typesetter'
import { minutesDocument } from '../../../shared/documents/minutes'
import { text, type DocumentBlock, type DocumentTree } from '../../../shared/documents/document'
import { markdownBlocks } from '../../../shared/text/markdown'
import { oddMeeting } from '../../support/odd-words'
import { pdfPages, pdfText } from '../../support/pdf-tools'
import { sampleMeeting, sampleOffice } from '../../support/sample-meeting'

// The first page waits for Typst to be compiled, which is slow where many tests share a core.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 })

let typesetter: Typesetter
beforeAll(() => {
  typesetter = createTypesetter()
})
afterAll(() => typesetter.close())

const documentOf = (blocks: DocumentBlock[]): DocumentTree => ({
  meta: { title: 'Deneme', language: 'tr', font: 'tinos' },
  blocks,
})

async function pdfOf(tree: DocumentTree): Promise<Uint8Array> {
  const result = await typesetter.pdf(tree)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

describe('odd documents', () => {
  test('odd words in every field never stop the setter', async () => {
    await fc.assert(
      fc.asyncProperty(oddMeeting, async (meeting) => {
        const tree = minutesDocument(meeting, sampleOffice, 'tr')
        expect(await typesetter.pdf(tree)).toMatchObject({ ok: true })
      }),
      { numRuns: 6 },
    )
  })

  test('lists, quotes and marks nested without end', async () => {
    const deep = [
      `${'- '.repeat(40)}dip`,
      `${'> '.repeat(40)}dip`,
      `${'*a **b '.repeat(40)}`,
      '1. a\n'.repeat(300),
    ]
    const words = await pdfText(await pdfOf(documentOf(markdownBlocks(deep.join('\n\n---\n\n')))))
    expect(words.match(/dip/g)).toHaveLength(2)
    expect(words).toContain('300.')
  })

  test('a cell longer than a page goes on over the page', async () => {
    const long = 'uzun bir hücre '.repeat(900)
    const table: DocumentBlock = {
      kind: 'table',
      columns: [
        { head: text('Bir'), width: 1 },
        { head: text('İki'), width: 1 },
      ],
      rows: [[text(long), text('kısa')]],
    }
    const pages = await pdfPages(await pdfOf(documentOf([table])))
    expect(pages.length).toBeGreaterThan(1)
    expect(pages.join(' ').match(/hücre/g)).toHaveLength(900)
  })

  test('words without blanks break before the margin, and lose no letter', async () => {
    const word = 'ığüşöç'.repeat(60)
    const table: DocumentBlock = {
      kind: 'table',
      columns: Array.from({ length: 6 }, (_, n) => ({ head: text(`Sütun ${n}`), width: 1 })),
      rows: [Array.from({ length: 6 }, () => text(word))],
    }
    const address = `https://ornek.invalid/${'cok-uzun-bir-yol/'.repeat(20)}`
    const paragraph: DocumentBlock = {
      kind: 'paragraph',
      style: 'running',
      inline: text(`${word} ${address}`),
    }
    const pdf = await pdfOf(documentOf([table, paragraph]))
    const words = (await pdfText(pdf)).replace(/[\s\u200b]/g, '')
    expect(words.split(word)).toHaveLength(8)
    expect(words).toContain(address)
  })

  test('long roll and long action list keep rows whole', async () => {
    const rows = Array.from({ length: 80 }, (_, n) => [
      text(`başla${n} ${'orta '.repeat(40)} bitir${n}`),
      text('x'),
    ])
    const table: DocumentBlock = {
      kind: 'table',
      columns: [
        { head: text('İş'), width: 3 },
        { head: text('Kim'), width: 1 },
      ],
      rows,
    }
    for (const page of await pdfPages(await pdfOf(documentOf([table])))) {
      const begun = page.match(/başla\d+/g)?.length
      expect(page.match(/bitir\d+/g)?.length).toBe(begun)
    }
  })
})

describe('the preview', () => {
  test('one picture a page, standing by itself, without script, style, foreign parts or addresses', async () => {
    const tree = minutesDocument(sampleMeeting, sampleOffice, 'tr')
    const preview = await typesetter.preview(tree)
    const pages = await pdfPages(await pdfOf(tree))
    if (!preview.ok) throw new Error(preview.error.code)
    expect(preview.value.count).toBe(pages.length)
    for (const page of preview.value.pages) {
      expect(page).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" width="596pt" height="842pt"/)
      expect(page).not.toMatch(/<(?:script|style|foreignObject|a|image|iframe|h5:)/)
      expect(page).not.toMatch(/ on\w+=|javascript:|style=|url\(/)
      // Nothing but its own glyphs is pointed at, and every one of them is there.
      const used = [...page.matchAll(/href="([^"]*)"/g)].map(([, href]) => href ?? '')
      expect(used.length).toBeGreaterThan(100)
      for (const href of new Set(used)) expect(page).toContain(`<path id="${href.slice(1)}"`)
      expect(page.match(/<g[ >]/g)?.length).toBe(page.match(/<\/g>/g)?.length)
    }
  })

  test('hostile words and links reach no attribute of it', async () => {
    const hostile = '"><script>alert(1)</script><a href="javascript:x"> ]]> & \' </foreignObject></svg>'
    const tree = documentOf([
      { kind: 'paragraph', style: 'plain', inline: text(hostile) },
      {
        kind: 'paragraph',
        style: 'plain',
        inline: [{ kind: 'link', href: 'https://ornek.invalid/"><script>', children: text('bağ') }],
      },
    ])
    const preview = await typesetter.preview(tree)
    const page = preview.ok ? (preview.value.pages[0] ?? '') : ''
    expect(page).not.toMatch(/script|alert|ornek|javascript/)
    expect(page.match(/<\/svg>/g)).toHaveLength(1)
    expect(page.match(/<g[ >]/g)?.length).toBe(page.match(/<\/g>/g)?.length)
  })

  test('an aborted preview is not made', async () => {
    const stop = AbortSignal.abort()
    const tree = minutesDocument(sampleMeeting, sampleOffice, 'tr')
    expect(await typesetter.preview(tree, { signal: stop })).toMatchObject({
      ok: false,
      error: { code: 'cancelled' },
    })
    expect(await typesetter.pdf(tree, { signal: stop })).toMatchObject({
      ok: false,
      error: { code: 'cancelled' },
    })
  })
})
