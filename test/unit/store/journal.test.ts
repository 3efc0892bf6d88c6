import fc from 'fast-check'
import { randomBytes } from 'node:crypto'
import { appendFile, readFile, readdir, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { DiskError, nodeArchiveFiles } from '../../../electron/services/store/archive-files'
import { Journal } from '../../../electron/services/store/journal'
import {
  decodeLine,
  encodeEntry,
  isEntry,
  type JournalEntry,
  type NewEntry,
} from '../../../electron/services/store/journal-lines'
import { tempFolder } from '../../support/archive'
import { hookedFiles } from '../../support/faults/hooked-files'
import { faultyFiles } from '../../support/faulty-files'

const files = nodeArchiveFiles()
const entry = (id: string, record: unknown = { a: 1 }): NewEntry => ({
  at: '2024-01-01T00:00:00.000Z',
  by: 'Ayşe',
  kind: 'commit',
  ops: [{ id, op: 'save', before: null, after: 'f'.repeat(64), version: 1, json: JSON.stringify(record) }],
})
const idsOf = (entries: JournalEntry[] | undefined) => entries?.map(({ ops }) => ops[0]?.id)

async function segments(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.startsWith('changes-')).sort()
}

describe('a journal line', () => {
  it('comes back as it was, small or compressed', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.constant('ş'.repeat(20_000))), (text) => {
        const line = encodeEntry({ seq: 7, tid: 'ab', ...entry('x', { text }) }).toString()
        expect(line.endsWith('\n')).toBe(true)
        const { ops, ...head } = entry('x')
        const { json: _json, ...op } = ops[0] ?? { id: '' }
        expect(decodeLine(line.slice(0, -1))).toEqual({
          seq: 7,
          tid: 'ab',
          ...head,
          ops: [{ ...op, record: JSON.parse(JSON.stringify({ text })) }],
        })
      }),
    )
  })

  it('that is torn is no line', () => {
    const line = encodeEntry({ seq: 7, tid: 'ab', ...entry('x', { text: 'ş'.repeat(30_000) }) })
      .toString()
      .trimEnd()
    fc.assert(
      fc.property(fc.integer({ min: 0, max: line.length - 1 }), (length) => {
        expect(decodeLine(line.slice(0, length))).toBeUndefined()
      }),
    )
    expect(decodeLine('\0'.repeat(50))).toBeUndefined()
  })
})

describe('the journal', () => {
  it('numbers changes and tells those after a number, over restarts', async () => {
    const folder = await tempFolder()
    const first = await Journal.open(files, folder)
    expect(first.position).toEqual({ seq: 0, tid: '' })
    const written = await Promise.all(['a', 'b', 'c'].map((id) => first.append(entry(id))))
    expect(written.map(({ seq }) => seq)).toEqual([1, 2, 3])
    await first.close()
    const again = await Journal.open(files, folder)
    expect(again.position).toEqual({ seq: 3, tid: written[2]?.tid })
    await again.append(entry('d'))
    expect(idsOf(await again.since({ seq: 0 }))).toEqual(['a', 'b', 'c', 'd'])
    expect(idsOf(await again.since({ seq: 2, tid: written[1]?.tid ?? '' }))).toEqual(['c', 'd'])
    expect(idsOf(await again.since({ seq: 4 }))).toEqual([])
    // An existing file is appended to; every start making a new one would push old changes out.
    expect(await segments(folder)).toHaveLength(1)
    await again.close()
  })

  it('knows a history that is not its own', async () => {
    const folder = await tempFolder()
    const journal = await Journal.open(files, folder)
    await journal.append(entry('a'))
    await journal.append(entry('b'))
    expect(await journal.since({ seq: 1, tid: 'başka' })).toBeUndefined()
    expect(await journal.since({ seq: 2, tid: 'başka' })).toBeUndefined()
    expect(await journal.since({ seq: 9, tid: 'başka' })).toBeUndefined()
    await journal.close()
  })

  it('skips a torn end, never gives its number twice, and goes on behind it', async () => {
    const folder = await tempFolder()
    const journal = await Journal.open(files, folder)
    await journal.append(entry('a'))
    await journal.append(entry('b'))
    await journal.close()
    const path = join(folder, (await segments(folder))[0] ?? '')
    const { length } = await readFile(path)
    await truncate(path, length - 10)
    const again = await Journal.open(files, folder)
    expect(idsOf(await again.since({ seq: 0 }))).toEqual(['a'])
    await again.append(entry('c'))
    expect(idsOf(await again.since({ seq: 0 }))).toEqual(['a', 'c'])
    await again.close()
    expect(idsOf(await (await Journal.open(files, folder)).since({ seq: 0 }))).toEqual(['a', 'c'])
  })

  it('bears garbage in its middle', async () => {
    const folder = await tempFolder()
    const journal = await Journal.open(files, folder)
    await journal.append(entry('a'))
    await journal.close()
    await appendFile(join(folder, (await segments(folder))[0] ?? ''), '\0\0\0\n{"seq":1\nçöp\n')
    await writeFile(join(folder, 'changes-kopya.jsonl'), 'x')
    const again = await Journal.open(files, folder)
    await again.append(entry('b'))
    expect(idsOf(await again.since({ seq: 0 }))).toEqual(['a', 'b'])
    await again.close()
  })

  it('starts a new file when one is full, and forgets the oldest only after many', async () => {
    const folder = await tempFolder()
    const journal = await Journal.open(files, folder)
    // Does not shrink by compression.
    const noise = () => randomBytes(500_000).toString('base64')
    const count = 80
    for (let n = 0; n < count; n += 1) {
      await journal.append(entry(`n${n}`, { noise: noise() }))
      // What is not yet said to be in the files is never thrown away.
      if (n === 70) expect((await segments(folder)).length).toBeGreaterThan(32)
      if (n >= 70) await journal.mark('applied')
    }
    const names = await segments(folder)
    expect(names.length).toBeLessThanOrEqual(32)
    expect(names.length).toBeGreaterThan(10)
    expect(idsOf(await journal.since({ seq: count - 2 }))).toEqual([`n${count - 2}`, `n${count - 1}`])
    expect(await journal.since({ seq: 0 })).toBeUndefined()
    await journal.close()
  })

  it('tells what is unsettled: everything behind the last remark', async () => {
    const folder = await tempFolder()
    const journal = await Journal.open(files, folder)
    await journal.append(entry('a'))
    expect(await journal.unsettled()).toHaveLength(1)
    await journal.mark('applied')
    expect(await journal.unsettled()).toEqual([])
    await journal.append(entry('b'))
    await journal.mark('void', 2)
    expect((await journal.unsettled()).map((line) => ('mark' in line ? line.mark : 'entry'))).toEqual([
      'entry',
      'void',
    ])
    await journal.mark('closed')
    await journal.close()
    expect(await (await Journal.open(files, folder)).unsettled()).toEqual([])
  })

  it('finds the newest version of a record', async () => {
    const folder = await tempFolder()
    const journal = await Journal.open(files, folder)
    await journal.append(entry('a', { n: 1 }))
    await journal.append(entry('a', { n: 2 }))
    await journal.append(entry('b', { n: 3 }))
    const found = await journal.findLast('"a"', ({ ops }) => ops.some(({ id }) => id === 'a'))
    expect(found?.ops[0]?.record).toEqual({ n: 2 })
    await journal.close()
  })

  it('says so when the disk does not take a line, and the next line stands behind a clean end', async () => {
    for (const at of [0, 1, 2, 3, 4]) {
      const folder = await tempFolder()
      const faults = faultyFiles(files, at, { code: 'disk-full' })
      const journal = await Journal.open(faults.files, join(folder, 'journal'))
      faults.arm()
      const results = await Promise.allSettled([journal.append(entry('a')), journal.append(entry('b'))])
      faults.heal()
      await journal.append(entry('c'))
      await journal.close()
      const kept = results.flatMap((result, index) =>
        result.status === 'fulfilled' ? ['a', 'b'][index] : [],
      )
      const again = await Journal.open(files, join(folder, 'journal'))
      expect(idsOf((await again.unsettled()).filter(isEntry)), `at ${at}`).toEqual([...kept, 'c'])
    }
  })

  it('says of a commit that was called failed and may be on the disk that it is void, before anything else', async () => {
    const folder = await tempFolder()
    const faults = hookedFiles(files, async (step, act) => {
      // The bytes are there; the disk does not say so, and does not let them be cut off again.
      if (failing && step.kind !== 'write') throw new DiskError('disk-error', 'EIO', step.kind)
      await act()
    })
    let failing = false
    const journal = await Journal.open(faults, folder)
    await journal.append(entry('a'))
    failing = true
    await expect(journal.append(entry('b'))).rejects.toMatchObject({ code: 'disk-error' })
    failing = false
    await journal.append(entry('c'))
    await journal.close()
    const lines = await (await Journal.open(files, folder)).unsettled()
    expect(lines.map((line) => (isEntry(line) ? line.ops[0]?.id : `${line.mark} ${line.of}`))).toEqual([
      'a',
      'b',
      'void 2',
      'c',
    ])
  })

  it('whose end is cut off takes nothing for unsettled that was settled, and gives no number twice', async () => {
    const folder = await tempFolder()
    const journal = await Journal.open(files, folder)
    await journal.append(entry('a'))
    await journal.append(entry('b'))
    await journal.mark('closed')
    await journal.close()
    const path = join(folder, (await segments(folder))[0] ?? '')
    await truncate(path, (await readFile(path)).indexOf('\n') + 1)
    const again = await Journal.open(files, folder)
    expect(await again.unsettled()).toEqual([])
    expect((await again.append(entry('c'))).seq).toBe(3)
    expect(idsOf((await again.unsettled()).filter(isEntry))).toEqual(['c'])
    await again.close()
  })
})
