import startCompiler, { TypstCompilerBuilder, type TypstCompiler } from '@myriaddreamin/typst-ts-web-compiler'
import startRenderer, { TypstRendererBuilder, type TypstRenderer } from '@myriaddreamin/typst-ts-renderer'
import blocksTemplate from '../../../resources/templates/blocks.typ?raw'
import documentTemplate from '../../../resources/templates/document.typ?raw'
import inlineTemplate from '../../../resources/templates/inline.typ?raw'
import type { DocumentTree } from '../../../shared/documents/document'
import { fontAssets, type TypesetAssets } from './assets'

/** A file that travels inside a PDF. */
export interface Attachment {
  name: string
  bytes: Uint8Array
}

/** Typst, warm: compiler with fonts and templates loaded, renderer for the preview. */
export interface TypstEngine {
  /** Sets a document as PDF. Throws a {@link TypstError}. */
  pdf(tree: DocumentTree, attachment?: Attachment): Uint8Array
  /** Sets a document as one SVG with all pages (class `typst-page` each). Throws a {@link TypstError}. */
  svg(tree: DocumentTree): string
}

/** Typst refused a document: a fault of ours in template or builder, never of the text. */
export class TypstError extends Error {}

const main = '/document.typ'
const diagnosticsAsText = 2
/** Parts of the renderer's SVG: body (1) and glyph outlines (2); its style sheet (4) and script (8) stay out. */
const bodyAndGlyphs = 3

/** Year … second of a UTC stamp, as the template wants it. */
function stampOf(date: string | undefined): number[] | undefined {
  const match = date === undefined ? null : /^(\d{4})-(\d\d)-(\d\d)T(\d\d):(\d\d):(\d\d)/.exec(date)
  return match ? match.slice(1).map(Number) : undefined
}

function treeData(tree: DocumentTree, attachment?: Attachment): Uint8Array {
  const stamp = stampOf(tree.meta.date)
  return new TextEncoder().encode(
    JSON.stringify({
      meta: { ...tree.meta, ...(stamp ? { stamp } : {}) },
      blocks: tree.blocks,
      ...(attachment
        ? {
            attachment: {
              path: `/${attachment.name}`,
              mime: attachment.name.endsWith('.json') ? 'application/json' : 'application/octet-stream',
              description: tree.meta.title,
            },
          }
        : {}),
    }),
  )
}

function compile(
  compiler: TypstCompiler,
  tree: DocumentTree,
  format: 'pdf' | 'vector',
  attachment?: Attachment,
) {
  compiler.reset_shadow()
  compiler.add_source('/inline.typ', inlineTemplate)
  compiler.add_source('/blocks.typ', blocksTemplate)
  compiler.add_source(main, documentTemplate)
  if (attachment) compiler.map_shadow(`/${attachment.name}`, attachment.bytes)
  compiler.map_shadow('/tree.json', treeData(tree, attachment))
  const { result, diagnostics } = compiler.compile(main, undefined, format, diagnosticsAsText) as {
    result?: Uint8Array
    diagnostics?: unknown[]
  }
  if (!result) throw new TypstError((diagnostics ?? []).map(String).join('\n') || 'no result')
  return result
}

function renderSvg(renderer: TypstRenderer, artifact: Uint8Array): string {
  const session = renderer.session_from_artifact(artifact, 'vector')
  try {
    return renderer.svg_data(session, bodyAndGlyphs)
  } finally {
    session.free()
  }
}

/** Loads Typst and its fonts (about 0.2 s, once a process). */
export async function startEngine(assets: TypesetAssets): Promise<TypstEngine> {
  await startCompiler({ module_or_path: assets('typst-compiler.wasm') })
  const builder = new TypstCompilerBuilder()
  builder.set_dummy_access_model()
  for (const font of fontAssets) await builder.add_raw_font(assets(font))
  const compiler = await builder.build()
  await startRenderer({ module_or_path: assets('typst-renderer.wasm') })
  const renderer = await new TypstRendererBuilder().build()
  return {
    pdf: (tree, attachment) => compile(compiler, tree, 'pdf', attachment),
    svg: (tree) => renderSvg(renderer, compile(compiler, tree, 'vector')),
  }
}
