// @vitest-environment jsdom
import { DOMParser as ModelParser } from '@tiptap/pm/model'
import { describe, expect, it } from 'vitest'
import { markdownOfNodes } from '../../../renderer/src/features/meeting/editor/markdown/text-markdown'
import { cleanHtml } from '../../../renderer/src/features/meeting/editor/plugins/clean-html'
import { schema } from './minutes-state'

/** What stands in the minutes after pasting. */
function pasted(html: string): string {
  const box = document.createElement('div')
  box.innerHTML = cleanHtml(html)
  const doc = ModelParser.fromSchema(schema).parse(box)
  return markdownOfNodes(doc.children.map((node) => node.toJSON() as object))
}

/** A table of two columns as Markdown. */
function tableOf(...cells: [string, string, string, string]): string {
  const widths = [0, 1].map((column) =>
    Math.max(3, cells[column]?.length ?? 0, cells[column + 2]?.length ?? 0),
  )
  const row = (from: 0 | 2) =>
    `| ${widths.map((width, n) => (cells[from + n] ?? '').padEnd(width)).join(' | ')} |`
  return [row(0), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, row(2)].join('\n')
}

describe('pasted HTML', () => {
  it.each([
    ['<p onclick="x()">Metin<script>alert(1)</script></p>', 'Metin'],
    ['<p><a href="javascript:alert(1)">tuzak</a> <a href=" jAvaScript:x">iki</a></p>', 'tuzak iki'],
    ['<p><a href="https://ornek.gen.tr/a">bağ</a></p>', '[bağ](https://ornek.gen.tr/a)'],
    ['<p>İz<img src="https://ornek.gen.tr/iz.png" onerror="x()"></p>', 'İz'],
    ['<style>p{color:red}</style><p style="background:url(https://ornek.gen.tr/x)">Renkli</p>', 'Renkli'],
    ['<iframe src="https://ornek.gen.tr"></iframe><form><input value="x"></form><p>Kalan</p>', 'Kalan'],
    ['<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg><p>Son</p>', 'Son'],
    [
      '<p><b>kalın</b> <i>eğik</i> <span style="font-weight:700">ağır</span></p>',
      '**kalın** *eğik* **ağır**',
    ],
    ['<ul><li>bir</li><li>iki<ol><li>üç</li></ol></li></ul>', '- bir\n- iki\n  1. üç'],
    ['<blockquote><p>söz</p></blockquote>', '> söz'],
    ['<h1>Başlık</h1><p>metin</p>', '# Başlık\n\nmetin'],
    ['<p>açık<span style="color:red;display: none">gizli</span></p><p hidden>gizli</p>', 'açık'],
    ['<p>açık<span style="mso-hide:all">gizli</span></p>', 'açık'],
    [
      '<p><span data-record="agency_01a22908-acf1-7085-9e0f-bdf4b01094ca">Özge</span> söyledi.</p>',
      '[[agency_01a22908-acf1-7085-9e0f-bdf4b01094ca|Özge]] söyledi.',
    ],
    [
      '<table><tr><td>İlçe</td><td>Sayı</td></tr><tr><td>Merkez</td><td>12</td></tr></table>',
      tableOf('İlçe', 'Sayı', 'Merkez', '12'),
    ],
    [
      '<table><tr><th>a</th><th>b</th></tr><tr><td colspan="2">c</td></tr></table>',
      tableOf('a', 'b', 'c', ''),
    ],
    [
      '<table><tr><td rowspan="2">a</td><td>b</td></tr><tr><td>c</td></tr></table>',
      tableOf('a', 'b', '', 'c'),
    ],
  ])('%s', (html, expected) => {
    expect(pasted(html)).toBe(expected)
  })

  it('leaves nothing that could run or fetch', () => {
    const clean = cleanHtml(
      '<div data-x="1" aria-label="x" id="a" class="b" style="c" onmouseover="d()"><math><mi>m</mi></math>' +
        '<object data="x"></object><link href="https://ornek.gen.tr/x.css"><meta http-equiv="refresh"><p>ok</p></div>',
    )
    expect(clean).not.toMatch(/on\w+=|style=|class=|id=|data-x|<(object|link|meta|math|script|img)/i)
    expect(clean).toContain('ok')
  })

  it('reads lists that Word writes as paragraphs', () => {
    const marker = (sign: string) => `<span style="mso-list:Ignore">${sign}<span>   </span></span>`
    const html = [
      '<p class="MsoNormal">Giriş</p>',
      `<p class="MsoListParagraphCxSpFirst">${marker('·')}bir</p>`,
      `<p class="MsoListParagraphCxSpLast">${marker('·')}iki</p>`,
      `<p class="MsoListParagraph">${marker('1.')}ilk</p>`,
      '<p class="MsoNormal">Son<o:p></o:p></p>',
    ].join('')
    expect(pasted(html)).toBe('Giriş\n\n- bir\n- iki\n\n1. ilk\n\nSon')
  })

  it('reads how deep the lists of Word stand', () => {
    const item = (level: number, sign: string, words: string) =>
      `<p class="MsoListParagraph" style="mso-list:l0 level${level} lfo1"><span style="mso-list:Ignore">${sign}</span>${words}</p>`
    const html = [
      item(1, '1.', 'bir'),
      item(2, 'a.', 'alt'),
      item(2, 'b.', 'alt iki'),
      item(3, '·', 'derin'),
      item(1, '2.', 'iki'),
    ]
    expect(pasted(html.join(''))).toBe('1. bir\n   1. alt\n   2. alt iki\n      - derin\n2. iki')
  })

  it('keeps agenda items what they are', () => {
    const box = document.createElement('div')
    box.innerHTML = cleanHtml('<h2 data-part="heading" data-part-id="item_x">Yol</h2><h2>Başlık</h2>')
    const names = ModelParser.fromSchema(schema)
      .parse(box)
      .children.map((node) => node.type.name)
    expect(names).toEqual(['agendaHeading', 'heading'])
  })

  it('keeps our own decisions with their fields, and does not trust fields it does not know', () => {
    const fields = JSON.stringify({
      outcome: 'rejected',
      number: '7',
      dissents: [],
      relations: [],
      state: 'in-force',
    })
    const parse = (json: string) => {
      const box = document.createElement('div')
      const div = document.createElement('div')
      div.setAttribute('data-part', 'decision')
      div.setAttribute('data-fields', json)
      div.textContent = 'Karar'
      box.append(div)
      box.innerHTML = cleanHtml(box.innerHTML)
      return ModelParser.fromSchema(schema).parse(box).firstChild
    }
    expect(parse(fields)?.attrs.fields).toMatchObject({ outcome: 'rejected', number: '7' })
    expect(parse('{"outcome":"<b>"}')?.attrs.fields).toMatchObject({ outcome: 'adopted' })
    expect(parse('{')?.type.name).toBe('decision')
  })
})
