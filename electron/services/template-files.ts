import path from 'node:path'
import { readTemplate } from '../../shared/domain/templates'
import { maxTemplateBytes, type MeetingTemplate } from '../../shared/records/template'
import { fail, type Result } from '../../shared/result'
import { decodeText } from './import-text'
import { namesIn, openRandom } from './local-files'
import { DiskError } from './store/archive-files'

/**
 * Reads the templates that come with the program, in the order of their file names.
 * In: the folder, and who is told of a file that is none (it is left out; the others are still there).
 * Out: none when the folder cannot be read.
 */
export async function readShippedTemplates(
  folder: string,
  onFault: (file: string, fault: unknown) => void,
): Promise<MeetingTemplate[]> {
  try {
    const names = (await namesIn(folder)).filter((name) => name.endsWith('.json'))
    const read = await Promise.all(
      names.map(async (name) => {
        const template = await readTemplateFile(path.join(folder, name))
        if (template.ok) return [template.value]
        onFault(name, template.error)
        return []
      }),
    )
    return read.flat()
  } catch (fault) {
    onFault(folder, fault)
    return []
  }
}

/**
 * Reads a template's file. Errors: `file-unreadable`, `file-too-large`, `unknown-encoding`, `template-invalid`,
 * `too-new`.
 */
export async function readTemplateFile(file: string): Promise<Result<MeetingTemplate>> {
  try {
    const opened = await openRandom(file)
    try {
      if (opened.size > maxTemplateBytes) return fail('file-too-large')
      const bytes = new Uint8Array(opened.size)
      await opened.readAt(bytes, 0)
      const decoded = decodeText(bytes)
      return decoded.ok ? readTemplate(decoded.value.text) : decoded
    } finally {
      await opened.close()
    }
  } catch (fault) {
    if (fault instanceof DiskError) return fail('file-unreadable')
    throw fault
  }
}
