import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  requestOf,
  searchAddress,
  toggled,
  withFilter,
  yearFilter,
  yearOf,
} from '../../../renderer/src/features/search/search-address'
import { SearchRequest } from '../../../shared/domain/kept-searches'
import { searchTypes } from '../../../shared/domain/search-types'

const parsed = (address: string) => requestOf(new URLSearchParams(address.split('?')[1] ?? ''))

describe('the address of a search', () => {
  it('holds the whole request', () => {
    const ids = fc.array(fc.stringMatching(/^[a-z]+_[0-9a-f-]{8}$/), { minLength: 1, maxLength: 4 })
    const request = fc.record(
      {
        text: fc.string({ maxLength: 60, unit: 'grapheme' }),
        filters: fc.record(
          {
            types: fc.uniqueArray(fc.constantFrom(...searchTypes), { minLength: 1 }),
            dates: fc.constantFrom(
              { from: '2022-01' },
              { to: '2022-06-30' },
              { from: '2022-01', to: '2022-12' },
            ),
            agencies: ids,
            bodies: ids,
            kinds: fc.uniqueArray(fc.constantFrom('meeting', 'seminar'), { minLength: 1 }),
            statuses: fc.uniqueArray(fc.constantFrom('final', 'annulled'), { minLength: 1 }),
          },
          { requiredKeys: ['types'] },
        ),
        sort: fc.constantFrom('newest' as const, 'oldest' as const),
        fuzzy: fc.constant(true),
      },
      { requiredKeys: ['text'] },
    )
    fc.assert(
      fc.property(request, (wish) => {
        // Filters that are not there at all and filters without a value are the same.
        const { filters, ...rest } = wish
        const whole = filters && Object.keys(filters).length > 0 ? { ...rest, filters } : rest
        expect(parsed(searchAddress(whole))).toEqual(whole)
      }),
    )
  })

  it('passes over what makes no sense in it, whatever it says', () => {
    expect(parsed('/ara?q=x&tur=uzay&sira=ters&yakin=2')).toEqual({ text: 'x' })
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 30 }), (text) => {
        expect(SearchRequest.safeParse(requestOf(new URLSearchParams(text))).success).toBe(true)
      }),
    )
  })

  it('a filter that is emptied is gone', () => {
    const narrowed = withFilter({ text: 'x' }, 'types', ['note'])
    expect(narrowed.filters).toEqual({ types: ['note'] })
    expect(withFilter(narrowed, 'types', toggled(narrowed.filters?.types, 'note' as const))).toEqual({
      text: 'x',
    })
  })

  it('a year is a stretch of twelve months', () => {
    expect(yearOf(yearFilter('2022'))).toBe('2022')
    expect(yearOf({ from: '2022-01', to: '2023-12' })).toBeUndefined()
    expect(yearOf(undefined)).toBeUndefined()
  })
})
