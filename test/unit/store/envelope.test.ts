import canonicalize from 'canonicalize'
import fc from 'fast-check'
import { readFile, readdir } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import {
  canonical,
  hashOf,
  openEnvelope,
  seal,
  wellFormed,
  type Definition,
} from '../../../electron/services/store/envelope'
import { headDefinition } from '../../../electron/services/store/archive-head'
import { recordTypes } from '../../../shared/ids'
import { officeSettingsDefinition } from '../../../shared/records/office-settings'
import { definitionOf } from '../../../shared/records/registry'

const golden = fileURLToPath(new URL('../../golden', import.meta.url))
const definitions: Definition[] = [...recordTypes.map(definitionOf), officeSettingsDefinition, headDefinition]
const find = (type: string) => definitions.find((definition) => definition.type === type)
const stamp = { savedAt: '2024-05-06T07:08:09.000Z', savedBy: 'Ayşe' }

describe('canonical form', () => {
  it('is that of RFC 8785, as its reference library writes it', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json = wellFormed(JSON.parse(JSON.stringify(value)))
        expect(canonical(json)).toBe(canonicalize(json))
      }),
    )
  })

  it('does not hang on the order of keys, nor on keys that objects treat specially', () => {
    expect(canonical({ b: 1, a: { '10': 1, '9': 2 } })).toBe('{"a":{"10":1,"9":2},"b":1}')
    const odd = JSON.parse('{"__proto__": {"x": 1}, "a": 1}') as object
    expect(canonical(odd)).toBe('{"__proto__":{"x":1},"a":1}')
    expect(canonical({ a: undefined, b: [1] })).toBe('{"b":[1]}')
  })

  it('takes halves of characters as the replacement sign', () => {
    expect(hashOf({ a: 'x\uD800y' })).toBe(hashOf({ a: 'x\uFFFDy' }))
    expect(hashOf({ a: '\\ud800' })).not.toBe(hashOf({ a: '\uFFFD' }))
  })
})

describe('envelope', () => {
  const note = {
    id: 'note_01890a5d-ac96-774b-bcce-b302099a8057',
    revision: 1,
    createdAt: stamp.savedAt,
    updatedAt: stamp.savedAt,
    savedBy: 'Ayşe',
    originArchive: 'archive_x',
    title: 'Işık ve ığdır',
    markdown: 'satır\nsatır',
    tags: [],
    attachments: [],
  }
  const { bytes, hash } = seal(definitionOf('note'), note, stamp)
  const text = Buffer.from(bytes).toString()
  const stateOf = (content: string | Uint8Array) =>
    openEnvelope(typeof content === 'string' ? Buffer.from(content) : content, find)

  it('is read back as it was written', () => {
    expect(stateOf(bytes)).toEqual({ state: 'ok', type: 'note', version: 1, hash, record: note })
  })

  it('bears a byte order mark, Windows line ends and other spacing', () => {
    for (const other of [`\uFEFF${text}`, text.replaceAll('\n', '\r\n'), JSON.stringify(JSON.parse(text))]) {
      expect(stateOf(other)).toMatchObject({ state: 'ok', hash })
    }
  })

  it.each([
    ['', { state: 'damaged', reason: 'empty' }],
    ['{', { state: 'damaged', reason: 'unparsable' }],
    [text.slice(0, -20), { state: 'damaged', reason: 'unparsable' }],
    ['\0'.repeat(500), { state: 'damaged', reason: 'unparsable' }],
    ['[]', { state: 'foreign' }],
    ['{"a":1}', { state: 'foreign' }],
    ['null', { state: 'foreign' }],
    ['{"format":"tutanak"}', { state: 'damaged', reason: 'envelope' }],
    [text.replace('"record"', '"kayıt"'), { state: 'damaged', reason: 'envelope' }],
    [text.replace('"tags"', '"etiketler"').replace('[]', '7'), { state: 'changed-outside' }],
    [text.replace('"title": "Işık ve ığdır"', '"title": 7'), { state: 'damaged', reason: 'schema' }],
    [text.replace('Işık', 'Isık'), { state: 'changed-outside' }],
    [text.replace('"version": 1', '"version": 2'), { state: 'too-new', type: 'note', version: 2 }],
    [text.replace('"type": "note"', '"type": "ledger"'), { state: 'too-new', type: 'ledger', version: 1 }],
  ])('tells what %j is', (content, state) => {
    expect(stateOf(content)).toMatchObject(state)
  })

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat({ max: bytes.length }), (noise, at) => {
        stateOf(noise)
        const spoilt = Buffer.from(bytes)
        spoilt.set(
          noise.subarray(0, Math.max(0, bytes.length - at)),
          Math.min(at, bytes.length - noise.length),
        )
        const { state } = stateOf(spoilt)
        if (!spoilt.equals(bytes))
          expect(['ok', 'changed-outside', 'damaged', 'foreign', 'too-new']).toContain(state)
      }),
    )
  })
})

describe('older shapes', () => {
  const definition: Definition = {
    type: 'sample',
    version: 3,
    schema: z.object({ name: z.string(), words: z.array(z.string()) }),
    migrations: [
      { from: 1, name: 'title-to-name', up: ({ title, ...rest }) => ({ ...rest, name: title }) },
      { from: 2, name: 'words', up: (old) => ({ ...old, words: String(old.name).split(' ') }) },
    ],
  }
  const open = (bytes: Uint8Array, used = definition) =>
    openEnvelope(bytes, (type) => (type === 'sample' ? used : undefined))

  it('are turned into the current one in memory, step by step; the hash stays that of the file', () => {
    const { bytes, hash } = seal({ type: 'sample', version: 1 }, { title: 'iki söz' }, stamp)
    expect(open(bytes)).toMatchObject({
      state: 'ok',
      hash,
      record: { name: 'iki söz', words: ['iki', 'söz'] },
    })
    const later = seal({ type: 'sample', version: 2 }, { name: 'iki söz' }, stamp)
    expect(open(later.bytes)).toMatchObject({ state: 'ok', record: { words: ['iki', 'söz'] } })
  })

  it('must not be changed by a step', () => {
    const spoiling: Definition = {
      ...definition,
      version: 2,
      migrations: [
        {
          from: 1,
          name: 'spoils',
          up: (old) => {
            old.name = old.title
            return old
          },
        },
      ],
    }
    const { bytes } = seal({ type: 'sample', version: 1 }, { title: 'x' }, stamp)
    expect(() => open(bytes, spoiling)).toThrow(TypeError)
  })
})

describe('golden samples', () => {
  it.each(definitions.map((definition) => [definition.type, definition] as const))(
    'of every version of %s still open, unchanged',
    async (type, definition) => {
      const names = await readdir(join(golden, type))
      const expected = Array.from({ length: definition.version }, (_unused, index) => `v${index + 1}.json`)
      expect(names.sort()).toEqual(expected)
      for (const [index, name] of expected.entries()) {
        const bytes = await readFile(join(golden, type, name))
        const state = openEnvelope(bytes, find)
        expect(state).toMatchObject({ state: 'ok', version: index + 1 })
        const raw = JSON.parse(bytes.toString('utf8')) as { sha256: string; record: unknown }
        expect(state).toMatchObject({ hash: raw.sha256 })
        // The newest sample uses every field: none may be lost or gain a default.
        if (index + 1 === definition.version && 'record' in state) expect(state.record).toEqual(raw.record)
      }
    },
  )
})
