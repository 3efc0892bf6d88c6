import { LineCounter, parseDocument } from 'yaml'
import { frontMatter } from '../markdown-writer'
import { MirrorFault } from './fault'
import type { Data } from './fields'

/** Front matter of a file of the mirror. */
export function writeFront(data: Data): string {
  return frontMatter(data)
}

/** Most bytes of front matter that are read: nobody writes more by hand, and YAML grows. */
const longest = 16 * 1024 * 1024

/**
 * Cuts a file into front matter and body. A file without front matter has an empty one.
 * Out: the body's first line too (1 = first of the file). Errors: `front-matter` (no end, no YAML, no map).
 */
export function readFront(file: string): { front: Data; body: string; bodyLine: number } {
  const text = file.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  if (!/^---[ \t]*\n/.test(text)) return { front: {}, body: text, bodyLine: 1 }
  const lines = text.split('\n')
  const end = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)[ \t]*$/.test(line))
  if (end < 0) throw new MirrorFault('front-matter', 1)
  const source = lines.slice(1, end).join('\n')
  if (source.length > longest) throw new MirrorFault('front-matter', 1)
  const counter = new LineCounter()
  const document = parseDocument(source, { lineCounter: counter, merge: false, prettyErrors: false })
  const [error] = document.errors
  if (error) throw new MirrorFault('front-matter', counter.linePos(error.pos[0]).line + 1, error.message)
  let front: unknown
  try {
    front = document.toJS({ maxAliasCount: 20 })
  } catch {
    throw new MirrorFault('front-matter', 2)
  }
  if (front === null) front = {}
  if (typeof front !== 'object' || Array.isArray(front)) throw new MirrorFault('front-matter', 2)
  return { front: front as Data, body: lines.slice(end + 1).join('\n'), bodyLine: end + 2 }
}
