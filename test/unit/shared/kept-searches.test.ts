import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { changeKept, KeptSearches, sameSearch, type KeptChange } from '../../../shared/domain/kept-searches'

const none: KeptSearches = { recent: [], saved: [] }
const after = (...changes: KeptChange[]) => changes.reduce(changeKept, none)
const remember = (text: string): KeptChange => ({ kind: 'remember', request: { text } })
const texts = ({ recent }: KeptSearches) => recent.map(({ text }) => text)

describe('recent searches', () => {
  it('come newest first, each once, however it was typed', () => {
    expect(texts(after(remember('bütçe'), remember('kurul'), remember('BUTCE')))).toEqual(['BUTCE', 'kurul'])
  })

  it('a search that was typed on takes the place of its beginning', () => {
    expect(texts(after(remember('koop'), remember('kooperatif'), remember('kooperatif denetimi')))).toEqual([
      'kooperatif denetimi',
    ])
    expect(texts(after(remember('koop'), remember('bütçe'), remember('kooperatif')))).toEqual([
      'kooperatif',
      'bütçe',
      'koop',
    ])
  })

  it('other filters make another search', () => {
    const narrowed: KeptChange = {
      kind: 'remember',
      request: { text: 'bütçe', filters: { types: ['note'] } },
    }
    expect(after(remember('bütçe'), narrowed).recent).toHaveLength(2)
  })

  it('empty ones are none, and forgotten ones are gone', () => {
    expect(texts(after(remember('  ')))).toEqual([])
    expect(texts(after(remember('a1'), remember('b2'), { kind: 'forget', request: { text: 'A1' } }))).toEqual(
      ['b2'],
    )
    expect(texts(after(remember('a1'), remember('b2'), { kind: 'forget' }))).toEqual([])
  })

  it('any changes keep the lists short, without doubles, and fit for storing', () => {
    const request = fc.record({
      text: fc.constantFrom('a', 'b', 'ab', 'Ş', 's', '', ...'cdefghijklmnopqrstuvwxyz'),
    })
    const id = fc.constantFrom('1', '2', '3')
    const name = fc.string({ minLength: 1 }).filter((text) => text.trim() !== '')
    const change: fc.Arbitrary<KeptChange> = fc.oneof(
      fc.record({ kind: fc.constant('remember' as const), request }),
      fc.record({ kind: fc.constant('forget' as const), request }),
      fc.record({ kind: fc.constant('save' as const), id, name, request }),
      fc.record({ kind: fc.constant('rename' as const), id, name }),
      fc.record({ kind: fc.constant('remove' as const), id }),
    )
    fc.assert(
      fc.property(fc.array(change, { maxLength: 40 }), (changes) => {
        const { recent, saved } = after(...changes)
        expect(KeptSearches.safeParse({ recent, saved }).success).toBe(true)
        expect(recent.length).toBeLessThanOrEqual(12)
        expect(new Set(saved.map((search) => search.id)).size).toBe(saved.length)
        for (const [index, one] of recent.entries())
          expect(recent.findIndex((other) => sameSearch(one, other))).toBe(index)
      }),
    )
  })
})

describe('saved searches', () => {
  const save = (id: string, name: string): KeptChange => ({ kind: 'save', id, name, request: { text: name } })
  const names = ({ saved }: KeptSearches) => saved.map(({ name }) => name)

  it('can be renamed, deleted and put back', () => {
    const kept = after(save('1', 'Bütçe'), save('2', 'Kurul'))
    expect(names(kept)).toEqual(['Kurul', 'Bütçe'])
    expect(names(changeKept(kept, { kind: 'rename', id: '1', name: 'Bütçe işleri' }))).toEqual([
      'Kurul',
      'Bütçe işleri',
    ])
    const without = changeKept(kept, { kind: 'remove', id: '2' })
    expect(names(without)).toEqual(['Bütçe'])
    expect(names(changeKept(without, save('2', 'Kurul')))).toEqual(['Kurul', 'Bütçe'])
  })

  it('what is not there is left alone', () => {
    const kept = after(save('1', 'Bütçe'))
    expect(changeKept(kept, { kind: 'rename', id: 'yok', name: 'x' })).toEqual(kept)
    expect(changeKept(kept, { kind: 'remove', id: 'yok' })).toEqual(kept)
  })
})
