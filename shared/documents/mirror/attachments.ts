import { escapeInline } from '../markdown-writer'
import { MirrorFault } from './fault'
import type { Data, Field } from './fields'
import { linkPattern, attachmentTarget } from './links'
import { markerLine, plainLines, unescapeInline } from './lines'
import { heads } from './words'

const row = new RegExp(String.raw`^- ${linkPattern}(?: \((\d{1,16}) bayt\))?$`)
const stored = /([0-9a-f]{64})(?:\.([a-z0-9]{1,8}))?>?$/

/** Attachments as a list of links to their files. */
export const attachmentsField: Field = {
  key: 'attachments',
  covers: ['attachments'],
  show: (data, { links }) =>
    ((data.attachments ?? []) as Data[])
      .map(({ sha256, ext, name, size }) => {
        const target = attachmentTarget(String(sha256), String(ext), links)
        return `- [${escapeInline(plainLines(String(name)))}](${target}) (${String(size)} bayt)`
      })
      .join('\n'),
  read(text, { line }) {
    const lines = text.split('\n').flatMap((one, index) => (one.trim() ? [{ one: one.trim(), index }] : []))
    return {
      attachments: lines.map(({ one, index }) => {
        const match = row.exec(one)
        const file = stored.exec(match?.[2] ?? '')
        if (!match || !file || match[3] === undefined)
          throw new MirrorFault('unreadable-line', line + index, one)
        return {
          sha256: file[1],
          ext: file[2] ?? '',
          name: unescapeInline(match[1] ?? ''),
          size: Number(match[3]),
        }
      }),
    }
  },
}

/** The list under its heading, with the marker that tells it from an agenda item; '' for none. */
export function attachmentSection(text: string): string {
  return text ? `${markerLine('ekler')}\n## ${heads.attachments}\n\n${text}` : ''
}
