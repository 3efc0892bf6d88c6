import { isAccessible } from '../../../shared/documents/accessibility'
import type { DocumentTree } from '../../../shared/documents/document'
import { fail, ok, type Result } from '../../../shared/result'
import { bundledAssets, type TypesetAssets } from './assets'
import { TypstError, startEngine, type Attachment, type TypstEngine } from './engine'
import { fontCoverage, missingGlyphs, printableTree, forPreview, type MissingGlyph } from './glyph-check'
import { withBreaks } from './long-words'
import { markPdf } from './pdf-marks'
import { svgPages } from './svg-pages'

export type { Attachment } from './engine'

/** Steps of a PDF, in order: set by Typst, marked as PDF/A. */
export type PdfStep = 'typesetting' | 'marking' | 'done'

export interface PdfOptions {
  /** A file inside the PDF: the record itself. */
  attach?: Attachment
  signal?: AbortSignal
  onProgress?: (step: PdfStep) => void
}

export interface Preview {
  /** One SVG text a page, each standing by itself, for `<img>`. */
  pages: string[]
  count: number
  /** Characters that no font has; in the preview a sign stands for them, a PDF is refused. */
  missing: string[]
}

/** Turns documents into paper. */
export interface Typesetter {
  /**
   * A document as PDF/A-3a (and PDF/UA-1). The same document gives the same bytes.
   * Errors: `missing-glyph` {character, place: the first; characters, where: all}, `typeset-failed` {reason}, `cancelled`.
   */
  pdf(tree: DocumentTree, options?: PdfOptions): Promise<Result<Uint8Array>>
  /** A document as pictures of its pages. Errors: `typeset-failed` {reason}, `cancelled`. */
  preview(tree: DocumentTree, options?: { signal?: AbortSignal }): Promise<Result<Preview>>
  close(): Promise<void>
}

function glyphError(missing: readonly MissingGlyph[]): Result<never> {
  return fail('missing-glyph', {
    character: missing[0]?.character ?? '',
    place: missing[0]?.where ?? '',
    characters: missing.map(({ character }) => character),
    where: missing.map(({ where }) => where),
  })
}

/** Typst's own words without paths of ours; anything but its refusal is a bug and rises. */
function typstError(fault: unknown): Result<never> {
  if (!(fault instanceof TypstError)) throw fault
  return fail('typeset-failed', { reason: fault.message.slice(0, 500) })
}

/** Lets messages in, so that a cancellation is heard between two steps. */
const breathe = () => new Promise<void>((resolve) => void setImmediate(resolve))

/**
 * A typesetter in this process: command line, tests, and inside the typesetting process. Typst is loaded at first use
 * and stays warm; one document is set at a time.
 */
export function createTypesetter(options: { assets?: TypesetAssets } = {}): Typesetter {
  const assets = options.assets ?? bundledAssets()
  const coverage = fontCoverage(assets)
  let engine: Promise<TypstEngine> | undefined
  const warm = () => (engine ??= startEngine(assets))

  return {
    async pdf(tree, { attach, signal, onProgress } = {}) {
      const clean = printableTree(tree)
      const missing = missingGlyphs(clean, coverage)
      if (missing.length > 0) return glyphError(missing)
      const typst = await warm()
      onProgress?.('typesetting')
      await breathe()
      if (signal?.aborted) return fail('cancelled')
      try {
        const raw = typst.pdf(withBreaks(clean), attach)
        onProgress?.('marking')
        await breathe()
        if (signal?.aborted) return fail('cancelled')
        const marked = await markPdf(raw, { accessible: isAccessible(clean) })
        onProgress?.('done')
        return ok(marked)
      } catch (fault) {
        return typstError(fault)
      }
    },

    async preview(tree, { signal } = {}) {
      const clean = printableTree(tree)
      const missing = missingGlyphs(clean, coverage)
      const typst = await warm()
      await breathe()
      if (signal?.aborted) return fail('cancelled')
      try {
        const pages = svgPages(typst.svg(withBreaks(forPreview(clean, missing))))
        return ok({ pages, count: pages.length, missing: missing.map(({ character }) => character) })
      } catch (fault) {
        return typstError(fault)
      }
    },

    async close() {
      engine = undefined
    },
  }
}
