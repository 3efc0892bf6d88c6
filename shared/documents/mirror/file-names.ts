import type { RecordType } from '../../ids'
import { foldTr, lowerTr } from '../../text/turkish'

/** Folder of each type in the mirror. */
export const mirrorFolders = {
  meeting: 'toplantilar',
  participant: 'kisiler',
  agency: 'kurumlar',
  body: 'kurullar',
  note: 'notlar',
  followup: 'takip',
} as const satisfies Record<RecordType, string>

/** Where attachments lie in the mirror, and the file of the office's settings. */
export const attachmentFolder = 'ekler'
export const settingsName = 'ayarlar.md'

/** Characters that Windows forbids in names, control characters, and signs that turn reading around or show nothing. */
const forbidden = /[<>:"/\\|?*\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/gu
/** Names of devices on Windows, with whatever ending. */
const reserved = /^(?:con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?=\.|$)/

/** Cut to a number of UTF-8 bytes, between characters. */
function cut(words: string, bytes: number): string {
  let size = 0
  let kept = ''
  for (const character of words) {
    const code = character.codePointAt(0) ?? 0
    size += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4
    if (size > bytes) break
    kept += character
  }
  return kept
}

/**
 * A name that any system takes for a file or folder, Turkish letters kept: forbidden characters become blanks, no dots
 * or blanks at the ends, no device names. In: the wished name without ending, how many characters at most. Out: may be empty.
 */
export function safeFileName(wished: string, length: number): string {
  const clean = cut(
    [
      ...wished
        .normalize('NFC')
        .replace(forbidden, ' ')
        .replace(/\s+/gu, ' ')
        .trim()
        .replace(/^[. ~]+/, ''),
    ]
      .slice(0, length)
      .join(''),
    180,
  ).replace(/[. ]+$/, '')
  return reserved.test(lowerTr(clean).replaceAll('ı', 'i')) ? `_${clean}` : clean
}

/** A record as its place in the mirror needs it. */
export interface Placed {
  id: string
  type: RecordType
  /** Title of a meeting or note, name of the others. */
  name: string
  /** Start of a meeting. */
  start?: string
}

const nameLength = 80

function wishedPlace({ type, name, start }: Placed): { folder: string; base: string } {
  const top = mirrorFolders[type]
  if (type !== 'meeting') return { folder: top, base: safeFileName(name, nameLength) || 'adsız' }
  const day = start?.split('T')[0] ?? ''
  const year = /^\d{4}/.exec(day)?.[0]
  const base = safeFileName([day.replace(/^-+/, ''), name].filter(Boolean).join(' '), nameLength)
  return { folder: `${top}/${year ?? 'tarihsiz'}`, base: base || 'adsız' }
}

/**
 * Gives records their paths: `toplantilar/2022/2022-11-21 Başlık.md`. Names that some system could take for the same
 * (case, Turkish letters) get the end of their id behind them. The same records in the same order give the same paths.
 */
export class MirrorPaths {
  private readonly paths = new Map<string, string>()
  private readonly taken = new Set<string>([foldTr(settingsName)])

  add(placed: Placed): string {
    const { folder, base } = wishedPlace(placed)
    const short = placed.id.slice(-6)
    let path = `${folder}/${base}.md`
    for (let n = 1; this.taken.has(foldTr(path)); n += 1) {
      path = `${folder}/${base} (${n === 1 ? short : `${short}-${n}`}).md`
    }
    this.taken.add(foldTr(path))
    this.paths.set(placed.id, path)
    return path
  }

  get(id: string): string | undefined {
    return this.paths.get(id)
  }

  entries(): IterableIterator<[string, string]> {
    return this.paths.entries()
  }
}
