import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)
const big = { maxBuffer: 64 * 1024 * 1024 }

/** Runs something with the PDF as a file in a folder of its own, which is gone afterwards. */
async function withFile<T>(pdf: Uint8Array, work: (file: string, folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'tutanak pdf '))
  try {
    const file = path.join(folder, 'belge.pdf')
    await writeFile(file, pdf)
    return await work(file, folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Text of each page as another program reads it (poppler), in the order of the file, or laid out as on the page. */
export function pdfPages(pdf: Uint8Array, layout = false): Promise<string[]> {
  return withFile(pdf, async (file) => {
    const { stdout } = await run('pdftotext', [layout ? '-layout' : '-raw', '-enc', 'UTF-8', file, '-'], big)
    return stdout.split('\f').slice(0, -1)
  })
}

/** All text of a PDF with every stretch of white space as one blank. */
export async function pdfText(pdf: Uint8Array): Promise<string> {
  return (await pdfPages(pdf)).join(' ').replace(/\s+/g, ' ')
}

/** Fonts of a PDF: name, embedded, subset, with a way back to Unicode. */
export function pdfFonts(
  pdf: Uint8Array,
): Promise<{ name: string; embedded: boolean; subset: boolean; unicode: boolean }[]> {
  return withFile(pdf, async (file) => {
    const { stdout } = await run('pdffonts', [file], big)
    return stdout
      .split('\n')
      .slice(2)
      .filter(Boolean)
      .map((line) => {
        const cells = line.trim().split(/\s+/)
        const [embedded, subset, unicode] = cells.slice(-5, -2).map((word) => word === 'yes')
        return {
          name: cells[0] ?? '',
          embedded: embedded ?? false,
          subset: subset ?? false,
          unicode: unicode ?? false,
        }
      })
  })
}

/** What pdfinfo says, by label. */
export function pdfInfo(pdf: Uint8Array): Promise<Record<string, string>> {
  return withFile(pdf, async (file) => {
    const { stdout } = await run('pdfinfo', [file], big)
    return Object.fromEntries(
      stdout
        .split('\n')
        .filter((line) => line.includes(':'))
        .map((line) => [line.slice(0, line.indexOf(':')).trim(), line.slice(line.indexOf(':') + 1).trim()]),
    )
  })
}

/** Tag names of the PDF's structure tree, indented as pdfinfo prints them. */
export function pdfStructure(pdf: Uint8Array): Promise<string> {
  return withFile(pdf, async (file) => (await run('pdfinfo', ['-struct', file], big)).stdout)
}

/** The first embedded file, as it comes back. */
export function pdfAttachment(pdf: Uint8Array): Promise<{ list: string; bytes: Uint8Array }> {
  return withFile(pdf, async (file, folder) => {
    const { stdout } = await run('pdfdetach', ['-list', file], big)
    const target = path.join(folder, 'ek')
    await run('pdfdetach', ['-save', '1', '-o', target, file], big)
    return { list: stdout, bytes: new Uint8Array(await readFile(target)) }
  })
}

/** The PDF with all streams open, as Latin-1 text, after qpdf has checked it. Throws when qpdf finds a fault. */
export function pdfSource(pdf: Uint8Array): Promise<string> {
  return withFile(pdf, async (file, folder) => {
    await run('qpdf', ['--check', file], big)
    const open = path.join(folder, 'acik.pdf')
    await run('qpdf', ['--qdf', '--object-streams=disable', file, open], big)
    return (await readFile(open)).toString('latin1')
  })
}
