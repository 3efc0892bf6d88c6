import { describe, expect, test, vi } from 'vitest'
import { SpellService } from '../../../electron/services/spell/spelling'
import { MachineSettings } from '../../../shared/contract/app-contract'
import type { FoundName } from '../../../shared/contract/rows'
import { defaultOfficeSettings, type OfficeSettings } from '../../../shared/records/office-settings'
import { fail, ok } from '../../../shared/result'
import { startsWithFolded } from '../../../shared/text/turkish'
import type { ArchiveStore } from '../../../electron/services/store/store-types'

/** A directory and settings in memory; `conflicts` saves fail first, as if somebody else had written. */
function fakeStore({ names = [] as string[], conflicts = 0 } = {}) {
  let settings: OfficeSettings = defaultOfficeSettings()
  const store = {
    find: (_types: unknown, text: string): FoundName[] =>
      names
        .filter((name) => name.split(' ').some((word) => startsWithFolded(word, text)))
        .map((name) => ({ id: 'participant_1', type: 'participant', name })),
    settings: async () => ok({ settings, hash: 'h' }),
    saveSettings: async (next: OfficeSettings) => {
      if (conflicts-- > 0) return fail('conflict')
      settings = next
      return ok({ hash: 'h' })
    },
  } as unknown as ArchiveStore
  return { store, own: () => settings.dictionary }
}

/** A speller that knows nothing: every word is wrong. */
function service({ settings = {}, names = [] as string[], conflicts = 0, open = true } = {}) {
  const wrong = vi.fn(async (words: readonly string[]) => [...words])
  const rest = vi.fn()
  const onChanged = vi.fn()
  const { store, own } = fakeStore({ names, conflicts })
  const spelling = new SpellService({
    client: { wrong, suggest: async (word) => [`${word}?`], rest },
    settings: () => MachineSettings.parse(settings),
    store: () => (open ? store : undefined),
    onChanged,
    logFault: (where, fault) => {
      throw new Error(where, { cause: fault })
    },
  })
  return { spelling, wrong, rest, onChanged, own }
}

describe('what passes', () => {
  test('names of the directory as they are written there, and in capitals; not without their letters', async () => {
    const { spelling } = service({ names: ['Özge Işıklı', 'Akçay Kırtasiye Kooperatifi'] })
    expect(await spelling.check(['Işıklı', 'IŞIKLI', 'ışıklı', 'Isikli', 'Kırtasiye', 'Işık'])).toEqual([
      'ışıklı',
      'Isikli',
      'Işık',
    ])
  })
  test("the office's own words, bent, at the beginning of a sentence and in capitals", async () => {
    const { spelling, own, onChanged } = service()
    expect(await spelling.add('künefeci')).toEqual(ok(undefined))
    await spelling.add('Arsuz')
    expect(own()).toEqual(['Arsuz', 'künefeci'])
    expect(onChanged).toHaveBeenCalledTimes(2)
    expect(
      await spelling.check(['künefeci', 'Künefeci', 'KÜNEFECİ', 'künefecinin', 'arsuz', 'künefeli']),
    ).toEqual(['arsuz', 'künefeli'])
    await spelling.forget('künefeci')
    expect(await spelling.check(['künefeci'])).toEqual(['künefeci'])
  })
  test('a word that was added in capitals stands for the name as well, not for the word in small letters', async () => {
    const { spelling, own } = service()
    await spelling.add('ÇİLEKBAHÇE')
    await spelling.add('ILICAKÖY')
    expect(own()).toEqual(['ÇİLEKBAHÇE', 'ILICAKÖY'])
    const right = ['ÇİLEKBAHÇE', 'Çilekbahçe', 'Çilekbahçenin', 'ÇİLEKBAHÇENİN', 'Ilıcaköy', 'Ilıcaköyde']
    expect(await spelling.check([...right, 'Cilekbahce', 'İlıcaköy', 'çilekbahçe'])).toEqual([
      'Cilekbahce',
      'İlıcaköy',
      'çilekbahçe',
    ])
    spelling.ignore('KIZILYURT')
    expect(await spelling.check(['KIZILYURT', 'Kızılyurt', 'Kizilyurt'])).toEqual(['Kizilyurt'])
    await spelling.forget('ÇİLEKBAHÇE')
    expect(await spelling.check(['Çilekbahçe'])).toEqual(['Çilekbahçe'])
  })
  test('words that are let pass, in this run', async () => {
    const { spelling } = service()
    spelling.ignore('bobo')
    expect(await spelling.check(['bobo', 'Bobo', 'bobolar'])).toEqual(['bobolar'])
  })
})

describe('which dictionaries', () => {
  test('those of the settings; none when it is off, and its process rests', async () => {
    const asked = async (settings: object) => {
      const { spelling, wrong, rest } = service({ settings })
      spelling.settingsChanged()
      const found = await spelling.check(['x'])
      return { languages: wrong.mock.calls.at(0)?.at(1), found, rests: rest.mock.calls.length }
    }
    expect(await asked({})).toEqual({ languages: ['tr'], found: ['x'], rests: 0 })
    expect(await asked({ language: 'en' })).toMatchObject({ languages: ['en'] })
    expect(await asked({ spelling: 'both' })).toMatchObject({ languages: ['tr', 'en'] })
    expect(await asked({ spelling: 'off' })).toEqual({ languages: undefined, found: [], rests: 1 })
  })
})

test('a name without its apostrophe gets it', async () => {
  const { spelling } = service({ names: ['Ziya Polat'] })
  expect(await spelling.suggest('Polatın')).toEqual(["Polat'ın", 'Polatın?'])
})

test('a word is added though somebody else writes the settings; without an archive it is refused', async () => {
  const busy = service({ conflicts: 2 })
  expect(await busy.spelling.add('Payas')).toEqual(ok(undefined))
  expect(busy.own()).toEqual(['Payas'])
  expect(await service({ conflicts: 3 }).spelling.add('Payas')).toEqual(fail('conflict'))
  expect(await service({ open: false }).spelling.add('Payas')).toEqual(fail('no-archive'))
})
