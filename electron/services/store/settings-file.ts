import { join } from 'node:path'
import {
  OfficeSettings,
  defaultOfficeSettings,
  officeSettingsDefinition,
} from '../../../shared/records/office-settings'
import { fail, ok, type Result } from '../../../shared/result'
import { attempt } from './archive-files'
import type { ArchiveState } from './archive-state'
import { archiveIsThere } from './durable-adapter'
import { hashOf, openEnvelope, seal } from './envelope'
import { archiveNames } from './layout'
import { setAside } from './recovery'

interface SettingsFile {
  settings: OfficeSettings
  hash: string
  /** Bytes that could not be read as settings. */
  damaged?: Uint8Array
}

async function load(state: ArchiveState): Promise<Result<SettingsFile>> {
  const { low } = state.records.low(join(state.root, archiveNames.settings))
  const bytes = await low.adapter.read()
  const fallback = { settings: defaultOfficeSettings(), hash: hashOf(defaultOfficeSettings()) }
  if (bytes === null && !(await archiveIsThere(state.files, state.root))) return fail('disk-gone')
  if (bytes === null) return ok(fallback)
  const found = openEnvelope<OfficeSettings>(bytes, (type) =>
    type === officeSettingsDefinition.type ? officeSettingsDefinition : undefined,
  )
  if (found.state === 'ok' || found.state === 'changed-outside') {
    const outside = found.state === 'changed-outside'
    state.setProblem(archiveNames.settings, outside ? { kind: 'changed-outside' } : undefined)
    return ok({ settings: found.record, hash: found.hash })
  }
  // Another file's content in its place is no newer program's settings.
  if (found.state === 'too-new' && found.type === officeSettingsDefinition.type) return fail('too-new')
  state.setProblem(archiveNames.settings, { kind: found.state === 'damaged' ? 'damaged' : 'foreign' })
  // The rest of the archive must work without them: a paper without letterhead is better than none.
  return ok({ ...fallback, damaged: bytes })
}

/** The office settings; those of a new archive when the file is missing or damaged. Errors: `too-new`, disk codes. */
export function readSettings(state: ArchiveState): Promise<Result<SettingsFile>> {
  return attempt(() => load(state))
}

/** Writes the office settings, durable. In: the hash they were read under. Errors: `conflict`, `invalid-input`, disk codes. */
export function writeSettings(
  state: ArchiveState,
  settings: OfficeSettings,
  basedOn: string,
): Promise<Result<{ hash: string }>> {
  return attempt(async () => {
    const found = await load(state)
    if (!found.ok) return found
    if (found.value.hash !== basedOn) return fail('conflict')
    const checked = OfficeSettings.safeParse(settings)
    if (!checked.success)
      return fail('invalid-input', { field: checked.error.issues[0]?.path.join('.') ?? '' })
    if (found.value.damaged) await setAside(state, 'settings', found.value.damaged)
    const stamp = { savedAt: state.now(), savedBy: state.options.savedBy() }
    const { bytes, hash } = seal(officeSettingsDefinition, checked.data, stamp)
    await state.records.low(join(state.root, archiveNames.settings), bytes).low.write()
    state.setProblem(archiveNames.settings, undefined)
    return ok({ hash })
  })
}
