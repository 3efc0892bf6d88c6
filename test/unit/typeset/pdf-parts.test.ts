import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { bundledAssets, fontAssets } from '../../../electron/services/typeset/assets'
import { codePointsOf } from '../../../electron/services/typeset/font-coverage'
import { markXmp } from '../../../electron/services/typeset/pdf-marks'
import { srgbProfile } from '../../../electron/services/typeset/srgb-profile'

const assets = bundledAssets()

describe('the bundled fonts', () => {
  test('have every letter and sign of Turkish papers, in every face', () => {
    const needed =
      'abcçdefgğhıijklmnoöprsştuüvyzqwxABCÇDEFGĞHIİJKLMNOÖPRSŞTUÜVYZQWXâîûÂÎÛ0123456789₺€“”‘’–—…•§°½'
    for (const font of fontAssets) {
      const covered = codePointsOf(assets(font))
      const missing = [...needed].filter((sign) => !covered.has(sign.codePointAt(0) ?? 0))
      expect(missing, font).toEqual([])
    }
    expect(codePointsOf(assets('DejaVuSans.ttf')).has('☑'.codePointAt(0) ?? 0)).toBe(true)
  })

  test('bold and italic faces have what the regular face has, so one check is enough', () => {
    for (const family of ['Tinos', 'Arimo'] as const) {
      const regular = codePointsOf(assets(`${family}-Regular.ttf`))
      for (const face of ['Bold', 'Italic', 'BoldItalic'] as const) {
        const other = codePointsOf(assets(`${family}-${face}.ttf`))
        expect(
          [...regular].filter((code) => !other.has(code)),
          `${family}-${face}`,
        ).toEqual([])
      }
    }
  })
})

describe('the colour profile', () => {
  test('is a well-formed sRGB profile, always the same', () => {
    const profile = srgbProfile()
    const view = new DataView(profile.buffer)
    expect(view.getUint32(0)).toBe(profile.length)
    expect(new TextDecoder().decode(profile.slice(12, 24))).toBe('mntrRGB XYZ ')
    expect(new TextDecoder().decode(profile.slice(36, 40))).toBe('acsp')
    const tags = Array.from({ length: view.getUint32(128) }, (_, n) => {
      const at = 132 + n * 12
      return {
        name: new TextDecoder().decode(profile.slice(at, at + 4)),
        offset: view.getUint32(at + 4),
        size: view.getUint32(at + 8),
      }
    })
    expect(tags.map(({ name }) => name)).toEqual([
      ...['desc', 'cprt', 'wtpt', 'rXYZ', 'gXYZ', 'bXYZ', 'rTRC', 'gTRC', 'bTRC'],
    ])
    for (const { offset, size } of tags) {
      expect(offset % 4).toBe(0)
      expect(offset + size).toBeLessThanOrEqual(profile.length)
    }
    // The three primaries add up to the white point of the profile's space, D50.
    const xyz = (name: string) => {
      const at = (tags.find((tag) => tag.name === name)?.offset ?? 0) + 8
      return [0, 4, 8].map((step) => view.getInt32(at + step) / 65536)
    }
    const white = xyz('wtpt')
    const sum = [0, 1, 2].map((n) =>
      ['rXYZ', 'gXYZ', 'bXYZ'].reduce((all, name) => all + (xyz(name)[n] ?? 0), 0),
    )
    sum.forEach((value, n) => expect(value).toBeCloseTo(white[n] ?? 0, 3))
    const hash = () => createHash('sha256').update(srgbProfile()).digest('hex')
    expect(hash()).toBe(hash())
  })
})

describe('the marks in the metadata', () => {
  const xmp = (inner = '') =>
    `<x:xmpmeta><rdf:RDF><rdf:Description rdf:about="" xmlns:dc="d">${inner}</rdf:Description></rdf:RDF></x:xmpmeta>`

  test('stand in the first description, which declares their namespaces', () => {
    const marked = markXmp(xmp('<dc:title/>'), { accessible: true })
    expect(marked).toMatch(/<rdf:Description rdf:about="" xmlns:dc="d"(?: xmlns:\w+="[^"]+"){5}>/)
    expect(marked).toContain('<dc:title/><pdfaid:part>3</pdfaid:part>')
    expect(marked.match(/<rdf:Description/g)).toHaveLength(1)
  })

  test('a document that breaks the rules of UA is not called accessible', () => {
    const marked = markXmp(xmp(), { accessible: false })
    expect(marked).toContain('<pdfaid:conformance>A</pdfaid:conformance>')
    expect(marked).not.toMatch(/pdfuaid:part|pdfaExtension:schemas/)
  })

  test('an existing bag of schemas takes ours in', () => {
    const bag = '<pdfaExtension:schemas><rdf:Bag><rdf:li>x</rdf:li></rdf:Bag></pdfaExtension:schemas>'
    const marked = markXmp(xmp(bag), { accessible: true })
    expect(marked.match(/<pdfaExtension:schemas>/g)).toHaveLength(1)
    expect(marked).toMatch(/<rdf:Bag><rdf:li rdf:parseType="Resource">.*<rdf:li>x<\/rdf:li><\/rdf:Bag>/)
  })

  test('metadata without a description is a fault of the setter, told as such', () => {
    expect(() => markXmp('<x/>', { accessible: true })).toThrow('metadata without description')
  })
})
