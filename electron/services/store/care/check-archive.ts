import { join } from 'node:path'
import { recordTypes, type RecordType } from '../../../../shared/ids'
import { officeSettingsDefinition } from '../../../../shared/records/office-settings'
import { definitionOf } from '../../../../shared/records/registry'
import { headDefinition } from '../archive-head'
import { openEnvelope, type Definition } from '../envelope'
import { archiveNames, parseRecordName } from '../layout'
import { readRecordBytes } from '../record-files'
import type { CheckRun } from './check-run'

const only = (definition: Definition) => (type: string) => (type === definition.type ? definition : undefined)

/** Checks who the archive is, and the office's settings. */
export async function checkOwnFiles(run: CheckRun): Promise<void> {
  const { state, findings } = run
  const stateOf = async (name: string, definition: Definition) => {
    await run.step()
    const bytes = await run.bytes(join(state.root, name))
    return bytes && openEnvelope(bytes, only(definition), { freeze: false }).state
  }
  const whole = (found: string | undefined) => found === 'ok' || found === 'changed-outside'
  if (!whole(await stateOf(archiveNames.head, headDefinition))) {
    findings.add({ code: 'head-damaged', where: archiveNames.head })
  }
  if (!whole(await stateOf(archiveNames.headCopy, headDefinition))) {
    findings.add({ code: 'head-copy-damaged', where: archiveNames.headCopy.replaceAll('\\', '/') })
  }
  const where = archiveNames.settings
  const settings = await stateOf(where, officeSettingsDefinition)
  if (settings === 'damaged' || settings === 'foreign') findings.add({ code: 'settings-damaged', where })
  else if (settings === 'changed-outside') findings.add({ code: 'settings-changed', where })
  else if (settings === 'too-new') findings.add({ code: 'settings-too-new', where })
}

/** Checks the records in the bin: they must be readable when somebody wants them back. */
export async function checkBin(run: CheckRun): Promise<void> {
  const folder = join(run.state.root, archiveNames.trash)
  for (const { name, kind } of await run.entries(folder)) {
    const parsed = kind === 'file' ? parseRecordName(name) : undefined
    if (!parsed) continue
    await run.step()
    const bytes = await run.bytes(join(folder, name))
    const found = bytes && readRecordBytes(parsed.id, bytes, false).state
    if (found === undefined || found === 'ok' || found === 'changed-outside' || found === 'too-new') continue
    run.findings.add({
      code: 'bin-damaged',
      where: `${archiveNames.trash}/${name}`,
      params: { id: parsed.id },
    })
  }
}

function find(type: string): Definition | undefined {
  const known = recordTypes.find((name): name is RecordType => name === type)
  return known && definitionOf(known)
}

/** Checks the frozen versions of finalised minutes: written once, so that any difference is damage. */
export async function checkFinal(run: CheckRun): Promise<void> {
  const folder = join(run.state.root, 'final')
  for (const meeting of await run.entries(folder)) {
    if (meeting.kind !== 'folder') continue
    for (const { name, kind } of await run.entries(join(folder, meeting.name))) {
      if (kind !== 'file' || !/^\d+\.json$/.test(name)) continue
      await run.step()
      const bytes = await run.bytes(join(folder, meeting.name, name))
      const found = bytes && openEnvelope(bytes, find, { freeze: false }).state
      if (found === undefined || found === 'ok' || found === 'too-new') continue
      run.findings.add({ code: 'final-damaged', where: `final/${meeting.name}/${name}` })
    }
  }
}
