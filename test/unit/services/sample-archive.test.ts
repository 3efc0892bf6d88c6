import { readFile, readdir } from 'node:fs/promises'
import path from 'node:path'
import { expect, it } from 'vitest'
import { sampleRecords } from '../../../electron/services/sample-archive'
import { definitionOf, referencesIn, type AnyRecord } from '../../../shared/records/registry'

const folder = path.resolve(import.meta.dirname, '../../../resources/sample')

async function sample() {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort()
  return sampleRecords(
    await Promise.all(
      names.map(async (name) => JSON.parse(await readFile(path.join(folder, name), 'utf8')) as unknown),
    ),
  )
}

const stamps = {
  revision: 1,
  createdAt: '2026-01-01T00:00:00.000Z',
  updatedAt: '2026-01-01T00:00:00.000Z',
  savedBy: '',
  originArchive: 'a',
}

it('every record of the sample archive is valid and points only at records of the sample', async () => {
  const records = await sample()
  const ids = new Set(records.map(({ id }) => id))
  expect(ids.size).toBe(records.length)
  for (const { type, id, fields } of records) {
    const parsed = definitionOf(type).schema.safeParse({ ...fields, ...stamps, id })
    expect(parsed.error?.issues, `${type} ${JSON.stringify(fields).slice(0, 80)}`).toBeUndefined()
    const dangling = referencesIn(type, parsed.data as AnyRecord).filter(
      (reference) => !ids.has(reference.id),
    )
    expect(dangling).toEqual([])
  }
})

it('nicknames become the same id wherever they stand', async () => {
  const records = await sample()
  expect(JSON.stringify(records)).not.toMatch(/"(agency|participant|body|meeting|item|decision):/)
  const note = records.find(({ fields }) => String(fields['markdown'] ?? '').includes('[['))
  const linked = /\[\[(agency_[^|]+)\|/.exec(String(note?.fields['markdown']))?.[1]
  expect(records.some(({ id }) => id === linked)).toBe(true)
})
