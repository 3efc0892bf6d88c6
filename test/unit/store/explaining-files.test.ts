import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { explainingFiles } from '../../../electron/services/store/archive-init'
import { testArchive } from '../../support/archive'

interface Node {
  properties?: Record<string, Node>
  description?: string
}

function fieldsWithoutMeaning(node: unknown, place: string): string[] {
  if (Array.isArray(node)) return node.flatMap((inner) => fieldsWithoutMeaning(inner, place))
  if (node === null || typeof node !== 'object') return []
  const { properties = {} } = node as Node
  const missing = Object.entries(properties).flatMap(([name, field]) =>
    field.description ? [] : [`${place}.${name}`],
  )
  return [
    ...missing,
    ...Object.entries(node).flatMap(([key, inner]) => fieldsWithoutMeaning(inner, `${place}.${key}`)),
  ]
}

test('every field of every file is explained in the schemas beside the data', () => {
  const files = [...explainingFiles('Deneme')].filter(([place]) => place.endsWith('.json'))
  expect(files.length).toBeGreaterThanOrEqual(8)
  for (const [place, text] of files) expect(fieldsWithoutMeaning(JSON.parse(text), place)).toEqual([])
  const meeting = files.find(([place]) => place.includes('meeting'))?.[1] ?? ''
  for (const words of ['chair = Başkan', 'Gerekçe · grounds', '2022-11-21T14:00'])
    expect(meeting).toContain(words)
})

test('the readme names every folder and speaks English too; an old one is brought up to date', async () => {
  const archive = await testArchive()
  const file = join(archive.root, 'OKUBENİ.txt')
  const text = await readFile(file, 'utf8')
  for (const name of ['meetings', 'participants', 'agencies', 'bodies', 'notes', 'follow-ups', 'attachments'])
    expect(text).toMatch(new RegExp(`^ {2}${name} `, 'm'))
  expect(text).toContain('IN ENGLISH')
  expect(text.split('\r\n').filter((line) => line.length > 125)).toEqual([])
  await writeFile(file, 'eski sürümün metni')
  const store = await archive.open()
  await store.checked
  expect(await readFile(file, 'utf8')).toBe(text)
})
