import { describe, expect, test } from 'vitest'
import { spellAssets } from '../../../electron/services/spell/assets'
import { compactDictionary } from '../../../electron/services/spell/compact-dictionary'
import { createSpeller } from '../../../electron/services/spell/speller'

const speller = createSpeller(spellAssets())
const wrong = async (text: string, ...languages: ('tr' | 'en')[]) =>
  (await speller).wrong(text.split(' '), languages)

describe('Turkish', () => {
  test('words of minutes, bent as they are', async () => {
    expect(
      await wrong(
        'toplantısında Müdürlüğünce kararlaştırılmıştır değerlendirilmesine İstanbul IŞIK ışık İl kooperatiflerin Millî vekâleten moderatörün Doç KARARLAŞTIRILMASINA',
        'tr',
      ),
    ).toEqual([])
  })
  test('mistakes, and i without its dot', async () => {
    const mistakes = ['toplantisinda', 'koordinsyon', 'istanbul', 'Istanbul', 'kararlaştırldı', 'Miilî']
    expect(await wrong(mistakes.join(' '), 'tr')).toEqual(mistakes)
  })
  test('what was typed without Turkish letters comes first among the suggestions', async () => {
    const suggest = async (word: string) => (await speller).suggest(word, ['tr'])
    expect((await suggest('degerlendirilmesine'))[0]).toBe('değerlendirilmesine')
    expect((await suggest('toplantisinda'))[0]).toBe('toplantısında')
    expect(await suggest('koordinsyon')).toContain('koordinasyon')
    expect((await suggest('koordinsyon')).length).toBeLessThanOrEqual(6)
  })
  test.each([
    ['onarılmasinaa', 'onarılmasına'],
    ['toplantisindaa', 'toplantısında'],
    ['degerlendirlmesine', 'değerlendirilmesine'],
    ['kooperatflerinn', 'kooperatiflerin'],
    ['görüsülmüştürr', 'görüşülmüştür'],
  ])('a word with two faults is known by what is near it: %s', async (word, meant) => {
    expect((await (await speller).suggest(word, ['tr']))[0]).toBe(meant)
  })
})

describe('English and both', () => {
  test('each word needs one dictionary only', async () => {
    expect(await wrong('meeting decisions toplantı', 'en')).toEqual(['toplantı'])
    expect(await wrong('meeting decisions toplantı wrongg', 'tr', 'en')).toEqual(['wrongg'])
    expect((await speller).suggest('decison', ['en'])).toContain('decision')
  })
})

describe('a dictionary in less memory', () => {
  test('says each set of flags once and accepts the same', async () => {
    const aff = 'SET UTF-8\nFLAG num\n\nSFX 1 N 1\nSFX 1 0 lar .\n\nSFX 2 N 1\nSFX 2 0 da .\n'
    const dic = '4\nkurul/1,2\nokul/1,2\nmasa/2\nve\n'
    const compact = compactDictionary({ aff, dic })
    expect(compact.aff).toContain('FLAG num\n\nAF 2\nAF 1,2\nAF 2\nSFX 1')
    expect(compact.dic).toBe('4\nkurul/1\nokul/1\nmasa/2\nve\n')
    const bytes = (text: string) => new Uint8Array(Buffer.from(text))
    const { wasm } = spellAssets()
    const judged = async (made: { aff: string; dic: string }) =>
      (
        await createSpeller({ wasm, dictionary: () => ({ aff: bytes(made.aff), dic: bytes(made.dic) }) })
      ).wrong(['kurullar', 'okulda', 'masada', 'masalar', 've', 'velar'], ['en'])
    expect(await judged(compact)).toEqual(['masalar', 'velar'])
    expect(await judged({ aff, dic })).toEqual(['masalar', 'velar'])
  })
  test('leaves one with a table alone', () => {
    const text = { aff: 'AF 1\nAF ab\n', dic: '1\nword/1\n' }
    expect(compactDictionary(text)).toEqual(text)
  })
})
