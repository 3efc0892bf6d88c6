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

  it('takes no review comments of Word along, neither anchors nor words', () => {
    const html =
      '<p class="MsoNormal">Yol <a style="mso-comment-reference:A_1;mso-comment-date:20260105T1000">bakımı</a>' +
      '<span class="MsoCommentReference"><span style="font-size:8.0pt"><span style="mso-special-character:comment">' +
      '<a class="msocomanchor" id="_anchor_1" href="#_msocom_1" language="JavaScript" name="_msoanchor_1">[A1]</a>' +
      '&nbsp;</span></span></span> yapıldı.</p>' +
      '<div style="mso-element:comment-list"><hr class="msocomoff" align="left" size="1" width="33%">' +
      '<div style="mso-element:comment"><div id="_com_1" class="msocomtxt" language="JavaScript">' +
      '<a name="_msocom_1"></a><p class="MsoCommentText"><span class="MsoCommentReference"> ' +
      '<a href="#_msoanchor_1" class="msocomoff">[A1]</a></span>Emin miyiz?</p></div></div></div>'
    expect(pasted(html)).toBe('Yol bakımı yapıldı.')
    const body = '<p class="MsoCommentText"><a href="#_msoanchor_1" class="msocomoff">[A1]</a>Öyle mi?</p>'
    expect(pasted(`<p>Yol<a class="msocomanchor" href="#_msocom_1">[A1]</a></p>${body}`)).toBe('Yol')
    // The words of a comment alone were meant to be copied.
    expect(pasted('<p class="MsoCommentText">Öyle mi?</p>')).toBe('Öyle mi?')
  })

  it('keeps notes at the foot, with their numbers as plain text', () => {
    const anchor = (to: string, name: string) =>
      `<a style="mso-footnote-id:ftn1" href="#${to}" name="${name}" title=""><span class="MsoFootnoteReference">` +
      '<span style="mso-special-character:footnote">[1]</span></span></a>'
    const html =
      `<p class="MsoNormal">Yol bakımı${anchor('_ftn1', '_ftnref1')} yapıldı.</p>` +
      '<div style="mso-element:footnote-list"><hr align="left" size="1" width="33%"><div style="mso-element:footnote" id="ftn1">' +
      `<p class="MsoFootnoteText">${anchor('_ftnref1', '_ftn1')} 2025 programı</p></div></div>`
    expect(pasted(html)).toBe('Yol bakımı[1] yapıldı.\n\n[1] 2025 programı')
    const end =
      '<p>Su<a style="mso-endnote-id:edn1" href="#_edn1"><span class="MsoEndnoteReference">[i]</span></a> geldi</p>'
    expect(pasted(end)).toBe('Su[i] geldi')
    const writer =
      '<p>Su<a class="sdfootnoteanc" name="sdfootnote1anc" href="#sdfootnote1sym"><sup>1</sup></a> geldi</p>' +
      '<div id="sdfootnote1"><p><a class="sdfootnotesym" name="sdfootnote1sym" href="#sdfootnote1anc">1</a>Kuyudan</p></div>'
    expect(pasted(writer)).toBe('Su[1] geldi\n\n[1] Kuyudan')
  })

  it.each([
    [
      '<p>On <del cite="mailto:A" datetime="2026-01-05T10:00">iki</del><ins cite="mailto:A">üç</ins> kişi</p>',
      'On üç kişi',
    ],
    [
      '<p>On <span class="msoDel">iki</span><span class="msoIns"><ins cite="mailto:A">üç</ins></span> kişi</p>',
      'On üç kişi',
    ],
    ['<p>On <span class="msoDel"><del>iki</del></span><u>üç</u> kişi</p>', 'On üç kişi'],
    ['<p>Bir</p><p class="MsoNormal"><del>Silinen satır</del></p><p>İki</p>', 'Bir\n\nİki'],
  ])('reads tracked changes as Word prints them when they are accepted: %s', (html, expected) => {
    expect(pasted(html)).toBe(expected)
  })

  it('keeps what a page strikes through', () => {
    expect(pasted('<p>On <del>iki</del> üç kişi</p>')).toBe('On ~~iki~~ üç kişi')
  })

  it.each([
    ['<p>Bir</p><p>&nbsp;</p><p><span>\u00a0 </span></p><p>İki</p>', 'Bir\n\nİki'],
    ['<div>Bir</div><div>&nbsp;</div><div>İki</div>', 'Bir\n\nİki'],
    ['<p>Bir <button>Kopyala</button>iki</p><button type="button"><span>Paylaş</span></button>', 'Bir iki'],
    ['<p>On&nbsp;iki</p>', 'On\u00a0iki'],
  ])('drops lines of blanks and words of buttons: %s', (html, expected) => {
    expect(pasted(html)).toBe(expected)
    const clean = new DOMParser().parseFromString(cleanHtml(html), 'text/html')
    expect([...clean.querySelectorAll('p, div')].filter((block) => block.textContent.trim() === '')).toEqual(
      [],
    )
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
