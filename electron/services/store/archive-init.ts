import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { EventDate, EventTime } from '../../../shared/dates'
import { recordTypes } from '../../../shared/ids'
import { definitionOf } from '../../../shared/records/registry'
import { officeSettingsDefinition } from '../../../shared/records/office-settings'
import { fail, ok, type Result } from '../../../shared/result'
import { attempt, isMissing, type ArchiveFiles } from './archive-files'
import { headDefinition, writeHead } from './archive-head'
import { readmeText } from './archive-readme'
import { DurableAdapter, ensureFolder } from './durable-adapter'
import type { Definition } from './envelope'
import { archiveNames, isSystemName } from './layout'
import { described } from './schema-words'

/** JSON Schema of a file: envelope and record, for readers that come without Tutanak. */
function fileSchema(definition: Definition): string {
  const { $schema: _same, ...record } = z.toJSONSchema(definition.schema, {
    io: 'output',
    unrepresentable: 'any',
    override({ zodSchema, jsonSchema }) {
      // Rules that a schema file cannot tell by itself.
      const words = eventForms.get(zodSchema)
      if (words) Object.assign(jsonSchema, words)
    },
  })
  const schema = {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `tutanak ${definition.type} ${definition.version}`,
    type: 'object',
    properties: {
      format: { const: 'tutanak' },
      type: { const: definition.type },
      version: { const: definition.version },
      savedAt: { type: 'string', format: 'date-time' },
      savedBy: { type: 'string' },
      sha256: { type: 'string' },
      record,
    },
    required: ['format', 'type', 'version', 'sha256', 'record'],
  }
  return `${JSON.stringify(described(schema), null, 2)}\n`
}

const eventForms = new Map<unknown, object>([
  [
    EventDate,
    {
      pattern: '^(\\d{4}|(\\d{4}|-)-\\d{2}(-\\d{2})?)$',
      examples: ['2022', '2022-11', '2022-11-21', '--04-17'],
    },
  ],
  [
    EventTime,
    {
      pattern: '^(\\d{4}|(\\d{4}|-)-\\d{2}(-\\d{2})?|\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2})$',
      examples: ['2022-11-21T14:00', '2022-11-21', '2022-11', '--04'],
    },
  ],
])

let schemas: [string, string][] | undefined

/** The files that explain an archive to somebody without Tutanak, by their place in it. */
export function explainingFiles(name: string): Map<string, string> {
  // They are the same for every archive, and making them costs as much as opening one.
  schemas ??= [...recordTypes.map(definitionOf), officeSettingsDefinition, headDefinition].map(
    (definition) => [
      join(archiveNames.schema, `${definition.type}-v${definition.version}.json`),
      fileSchema(definition),
    ],
  )
  return new Map([[archiveNames.readme, readmeText(name)], ...schemas])
}

/** Writes the explaining files that are missing or of an older program. Errors: `DiskError`. */
export async function writeExplainingFiles(files: ArchiveFiles, root: string, name: string): Promise<void> {
  const form = {
    parse: (bytes: Uint8Array) => Buffer.from(bytes).toString(),
    stringify: (text: string) => Buffer.from(text),
  }
  for (const [place, text] of explainingFiles(name)) {
    const path = join(root, place)
    const adapter = new DurableAdapter(files, path, form)
    if ((await adapter.read()) !== text) await adapter.write(text)
  }
}

/**
 * Makes an empty archive in a folder that is missing or empty.
 * Errors: `already-exists` (there is an archive), `not-empty` (other things are there), `invalid-input` (name), disk codes.
 */
export async function initArchive(options: {
  path: string
  files: ArchiveFiles
  name: string
  clock: () => Date
  savedBy: string
}): Promise<Result<{ id: string }>> {
  const { path, files, clock, savedBy } = options
  const name = options.name.trim()
  if (name === '' || name.length > 200) return fail('invalid-input', { field: 'name' })
  return attempt(async () => {
    const found = await files.readdir(path).catch((error: unknown) => {
      if (isMissing(error)) return []
      throw error
    })
    if (found.some((entry) => entry.name === archiveNames.head)) return fail('already-exists')
    // What an earlier attempt that was cut short may have left is no foreign content.
    const own: string[] = [archiveNames.readme, archiveNames.schema, archiveNames.journal]
    if (found.some(({ name: entry }) => !isSystemName(entry) && !own.includes(entry)))
      return fail('not-empty')
    await ensureFolder(files, path)
    const head = { id: `archive_${randomUUID()}`, name, createdAt: clock().toISOString() }
    await writeExplainingFiles(files, path, name)
    // The head comes last: a folder without it is no archive yet, and can be made one again.
    await writeHead(files, path, head, savedBy)
    return ok({ id: head.id })
  })
}
