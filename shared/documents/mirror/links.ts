import { escapeInline } from '../markdown-writer'
import { attachmentFolder } from './file-names'
import { MirrorFault } from './fault'
import { unescapeInline } from './lines'

/** What a file of the mirror must know of the others, so that links between records become links between files. */
export interface MirrorLinks {
  /** Where this file lies below the mirror's folder (as it was exported). */
  path: string
  /** Where it lies now, if it was moved by hand. */
  movedTo?: string
  pathOf(id: string): string | undefined
  /** The name of a record, for words that are no data of this file. */
  nameOf(id: string): string | undefined
  /** The record that a path below the mirror's folder holds. */
  idAt(path: string): string | undefined
}

function relative(from: string, to: string): string {
  const source = from.split('/').slice(0, -1)
  const target = to.split('/')
  let same = 0
  while (same < source.length && same < target.length - 1 && source[same] === target[same]) same += 1
  const up = source.slice(same).map(() => '..')
  return [...up, ...target.slice(same)].join('/').replaceAll('%', '%25').replaceAll('#', '%23')
}

function resolved(from: string, to: string): string | undefined {
  const parts = from.split('/').slice(0, -1)
  for (const part of to.split('/')) {
    if (part === '' || part === '.') continue
    if (part !== '..') parts.push(part)
    else if (parts.pop() === undefined) return undefined
  }
  return parts.join('/').normalize('NFC')
}

function decoded(target: string): string {
  try {
    return decodeURIComponent(target)
  } catch {
    return target
  }
}

/** The id behind a link's target, or undefined when it leads to no record of the mirror. */
export function idBehind(target: string, links: MirrorLinks): string | undefined {
  const bare = target.replace(/^<|>$/g, '')
  if (/^[a-z][a-z0-9+.-]*:/i.test(bare) || bare.startsWith('/')) return undefined
  const [file = '', fragment] = bare.split('#')
  for (const from of [links.movedTo, links.path]) {
    const path = from === undefined ? undefined : resolved(from, decoded(file))
    const id = path === undefined ? undefined : links.idAt(path)
    if (id !== undefined) return fragment && /^decision_[0-9a-f-]{36}$/.test(fragment) ? fragment : id
  }
  return undefined
}

/** The target of a link to a record's file, or undefined when the mirror does not hold it. */
export function targetOf(id: string, links: MirrorLinks): string | undefined {
  const path = links.pathOf(id)
  if (path === undefined) return undefined
  return `<${relative(links.path, path)}${id.startsWith('decision_') ? `#${id}` : ''}>`
}

/** A link to an attachment in the mirror: its target. */
export function attachmentTarget(sha256: string, ext: string, links: MirrorLinks): string {
  const name = ext ? `${sha256}.${ext}` : sha256
  return `<${relative(links.path, `${attachmentFolder}/${sha256.slice(0, 2)}/${name}`)}>`
}

export const linkPattern = String.raw`\[((?:[^\]\\]|\\.)*)\]\((<[^>\n]*>|[^)\s]*)\)`
const wholeLink = new RegExp(`^${linkPattern}$`)

/** A name that may point at a record: a link where the mirror holds the record, else plain words. */
export function showReference(id: string | undefined, name: string, links: MirrorLinks): string {
  const words = escapeInline(name)
  const target = id && words ? targetOf(id, links) : undefined
  return target ? `[${words}](${target})` : words
}

/** Reads what {@link showReference} wrote. Error: `unknown-link` for a link that leads nowhere. */
export function readReference(text: string, links: MirrorLinks, line: number): { id?: string; name: string } {
  const match = wholeLink.exec(text)
  if (!match) return { name: unescapeInline(text) }
  const id = idBehind(match[2] ?? '', links)
  if (id === undefined) throw new MirrorFault('unknown-link', line, text)
  return { id, name: unescapeInline(match[1] ?? '') }
}

const recordLink =
  /\[\[((?:meeting|participant|agency|body|note|decision)_[0-9a-f-]{36})\|([^[\]\\\n`*_<>|&]+)\]\]/g
const fileLink = new RegExp(String.raw`(?<![!\\])\[([^[\]\\\n\x60*_<>|&]+)\]\((<[^>\n]*>|[^)\s]+)\)`, 'g')

/** `[[id|words]]` of a text as links to files, where the mirror holds the record. */
export function linksToFiles(text: string, links: MirrorLinks): string {
  return text.replace(recordLink, (whole, id: string, words: string) => {
    const target = targetOf(id, links)
    return target ? `[${words}](${target})` : whole
  })
}

/** Links to files of the mirror as `[[id|words]]`; other links stay. */
export function linksToRecords(text: string, links: MirrorLinks): string {
  return text.replace(fileLink, (whole, words: string, target: string) => {
    const id = idBehind(target, links)
    return id === undefined || id.startsWith('followup_') ? whole : `[[${id}|${words}]]`
  })
}
