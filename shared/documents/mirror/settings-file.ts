import { OfficeSettings } from '../../records/office-settings'
import { MirrorFault, type MirrorProblem } from './fault'
import { readFront, writeFront } from './front'
import { mirrorForm } from './mirror-file'
import { heads } from './words'

/** The office's settings as a file of the mirror: all in its front matter. */
export function writeSettingsFile(settings: OfficeSettings): string {
  return `${writeFront({ mirror: mirrorForm, type: 'office-settings', ...settings })}\n# ${heads.settings}\n`
}

/** Reads what {@link writeSettingsFile} wrote; any text is answered. */
export function readSettingsFile(
  text: string,
):
  | { ok: true; settings: OfficeSettings }
  | { ok: false; problem: MirrorProblem; line: number; words: string } {
  try {
    const { front } = readFront(text)
    const { mirror, type, ...given } = front
    if (type !== 'office-settings') throw new MirrorFault('wrong-type', 2, String(type))
    if (mirror !== mirrorForm) throw new MirrorFault('too-new', 2, String(mirror))
    const parsed = OfficeSettings.safeParse(given)
    if (!parsed.success)
      throw new MirrorFault('invalid-field', 2, parsed.error.issues[0]?.path.join('.') ?? '')
    return { ok: true, settings: parsed.data }
  } catch (fault) {
    if (!(fault instanceof MirrorFault)) throw fault
    return { ok: false, problem: fault.problem, line: fault.line, words: fault.words.slice(0, 200) }
  }
}
