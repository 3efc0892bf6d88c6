import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plainText } from '../../../shared/documents/document'
import { markdownBlocks, markdownInline } from '../../../shared/text/markdown'
import { isSafeLink, markdownHtml } from '../../../shared/text/markdown-tokens'
import { plainTextOf } from '../../../shared/text/plain-text'
import { oddWords } from '../../support/odd-words'

const id = 'meeting_01900000-0000-7000-8000-000000000001'

describe('Markdown as blocks', () => {
  test('headings, lists, tables, quotes, code and rules', () => {
    expect(markdownBlocks('# Başlık\n\nmetin\n\n3. üç\n4. dört\n\n> söz\n\n---\n\n```\nkod\n```')).toEqual([
      { kind: 'heading', level: 1, inline: [{ kind: 'text', text: 'Başlık' }] },
      { kind: 'paragraph', style: 'running', inline: [{ kind: 'text', text: 'metin' }] },
      {
        kind: 'list',
        ordered: true,
        start: 3,
        items: ['üç', 'dört'].map((text) => [
          { kind: 'paragraph', style: 'plain', inline: [{ kind: 'text', text }] },
        ]),
      },
      {
        kind: 'quote',
        children: [{ kind: 'paragraph', style: 'plain', inline: [{ kind: 'text', text: 'söz' }] }],
      },
      { kind: 'rule' },
      { kind: 'codeBlock', text: 'kod' },
    ])
    const [table] = markdownBlocks('| a | b |\n|---|--:|\n| x \\| y | z |')
    expect(table).toMatchObject({
      kind: 'table',
      columns: [{ align: 'left' }, { align: 'right' }],
      rows: [[[{ text: 'x | y' }], [{ text: 'z' }]]],
    })
  })

  test('bold, italic, struck, underlined, code, line breaks, task boxes', () => {
    expect(markdownInline('**a** *b* ~~c~~ <u>d</u> `e`\\\nf')).toEqual([
      { kind: 'strong', children: [{ kind: 'text', text: 'a' }] },
      { kind: 'text', text: ' ' },
      { kind: 'emph', children: [{ kind: 'text', text: 'b' }] },
      { kind: 'text', text: ' ' },
      { kind: 'strike', children: [{ kind: 'text', text: 'c' }] },
      { kind: 'text', text: ' ' },
      { kind: 'underline', children: [{ kind: 'text', text: 'd' }] },
      { kind: 'text', text: ' ' },
      { kind: 'code', text: 'e' },
      { kind: 'lineBreak' },
      { kind: 'text', text: 'f' },
    ])
    expect(plainText(markdownInline('- [x] oldu'))).toBe('– ☑ oldu')
  })

  test('`<br>` is a line break everywhere, other tags are not', () => {
    const lines = (words: string[]) =>
      words.flatMap((text, index) => [...(index > 0 ? [{ kind: 'lineBreak' }] : []), { kind: 'text', text }])
    const [table] = markdownBlocks('| a<br/>b |\n|---|\n| satır bir<br>satır iki<BR />üç<b>x |')
    expect(table).toMatchObject({
      columns: [{ head: lines(['a', 'b']) }],
      rows: [[lines(['satır bir', 'satır iki', 'üç<b>x'])]],
    })
    expect(markdownInline('bir<br>iki')).toEqual(lines(['bir', 'iki']))
    expect(markdownInline('\\<br> `<br>` &lt;br> <brx>')).toEqual([
      { kind: 'text', text: '<br> ' },
      { kind: 'code', text: '<br>' },
      { kind: 'text', text: ' <br> <brx>' },
    ])
    expect(markdownHtml('bir<br>iki')).toBe('<p>bir<br>iki</p>\n')
    expect(plainTextOf('| ad |\n|---|\n| bir<br>iki |')).toBe('ad\nbir iki')
  })

  test('HTML, pictures and link definitions are words', () => {
    const words = (markdown: string) => plainText(markdownInline(markdown))
    expect(words('<script>alert(1)</script> <etiket> a<b>c</b>')).toBe(
      '<script>alert(1)</script> <etiket> a<b>c</b>',
    )
    expect(words('<div onclick="x">\niç\n</div>')).toBe('<div onclick="x"> iç </div>')
    expect(words('![harita](http://ornek.invalid/x.png)')).toBe('harita')
    expect(words('[1]: bakınız')).toBe('[1]: bakınız')
    expect(words('&amp; &lt; &ccedil; &#287; \\*')).toBe('& < ç ğ *')
    expect(words('a&copy b &lt **&amp**; &notin')).toBe('a&copy b &lt &amp; &notin')
  })

  test('only web, mail and telephone links are links', () => {
    for (const href of ['https://ornek.invalid/a?b=1', 'http://x', 'mailto:a@b.tr', 'tel:+90 326 000 00 00'])
      expect(isSafeLink(href)).toBe(true)
    for (const href of [
      'javascript:alert(1)',
      'JaVaScRiPt:x',
      'data:text/html,x',
      'file:///etc',
      'x.html',
      '//x',
      ' javascript:x',
      'vbscript:x',
    ])
      expect(isSafeLink(href)).toBe(false)
    expect(markdownInline('[tıkla](javascript:alert(1))')).toEqual([{ kind: 'text', text: 'tıkla' }])
    expect(markdownInline('[**tıkla**](data:text/html,x)')).toEqual([
      { kind: 'strong', children: [{ kind: 'text', text: 'tıkla' }] },
    ])
  })

  test('links to records keep id and words', () => {
    expect(markdownInline(`bkz. [[${id}|geçen toplantı]]`)).toEqual([
      { kind: 'text', text: 'bkz. ' },
      { kind: 'recordLink', id, text: 'geçen toplantı' },
    ])
  })

  test('HTML for reading holds no tag, picture or address that was typed as such', () => {
    expect(markdownHtml('<img src=x onerror=alert(1)> [a](javascript:x) ![b](http://x/y.png)')).toBe(
      '<p>&lt;img src=x onerror=alert(1)&gt; a b</p>\n',
    )
    fc.assert(
      fc.property(oddWords, (words) => {
        const tags = markdownHtml(words).match(/<[a-z][a-z0-9]*/gi) ?? []
        const known =
          /^<(?:p|h[1-6]|ul|ol|li|input|blockquote|hr|pre|code|table|thead|tbody|tr|th|td|em|strong|del|u|a|br)$/i
        for (const tag of tags) expect(tag).toMatch(known)
        expect(markdownHtml(words)).not.toMatch(/href="(?!https?:|mailto:|tel:)/)
      }),
      { numRuns: 500 },
    )
  })

  test('nesting without bottom is read all the same', () => {
    const deep = `${'> '.repeat(60)}dip`
    expect(JSON.stringify(markdownBlocks(deep))).toContain('dip')
    expect(JSON.stringify(markdownBlocks(`${'- '.repeat(60)}dip`))).toContain('dip')
  })
})
