// @vitest-environment jsdom
import { readFileSync, readdirSync } from 'node:fs'
import path from 'node:path'
import type { JSONContent } from '@tiptap/core'
import { describe, expect, it } from 'vitest'
import {
  markdownOfNodes,
  nodesOfMarkdown,
} from '../../../renderer/src/features/meeting/editor/markdown/text-markdown'
import { schema } from './minutes-state'
import { blocksOf, pastedInto } from './pasting'

const folder = path.resolve(import.meta.dirname, '../../golden/paste')
const names = readdirSync(folder).filter((name) => !name.endsWith('.md'))

function pasted(name: string): JSONContent[] {
  const source = readFileSync(path.join(folder, name), 'utf8')
  return pastedInto(['|'], name.endsWith('.html') ? { html: source } : { text: source })
}

/** What can be seen of a node: lines of a cell are lines however they are parted, blanks carry no marks. */
function seen(json: JSONContent): unknown {
  if (json.type === 'text') {
    const marks = (json.marks ?? []).map(({ type, attrs }) => `${type}${String(attrs?.href ?? '')}`).sort()
    return [...(json.text ?? '')].filter((sign) => sign.trim() !== '').map((sign) => `${sign}${marks.join()}`)
  }
  const inner = json.content ?? []
  if (json.type === 'tableCell' || json.type === 'tableHeader') {
    const words = schema.nodeFromJSON(json)
    return words.textBetween(0, words.content.size, '\n', '\n').replace(/^• /gm, '')
  }
  return [json.type, json.attrs?.start ?? json.attrs?.level, inner.flatMap(seen)]
}

describe('pasted from other programs', () => {
  it.each(names)('%s', (name) => {
    const file = path.join(folder, `${name}.md`)
    const blocks = `${blocksOf(pasted(name)).join('\n\n')}\n`
    expect(blocks).toBe(readFileSync(file, 'utf8'))
  })

  it.each(names)('%s is the same when opened again', (name) => {
    for (const node of pasted(name)) {
      const read = nodesOfMarkdown(markdownOfNodes([node])).map((json) => schema.nodeFromJSON(json).toJSON())
      expect(read.map(seen)).toEqual([seen(node)])
    }
  })
})

describe('pasted where something stands already', () => {
  const list = '<ol start="2"><li>bir</li><li>iki</li></ol>'
  const into = (place: string, html: string) =>
    pastedInto([place], { html }).map((node) =>
      ['decision', 'action', 'agendaHeading'].includes(node.type ?? '')
        ? `${node.type ?? ''}: ${markdownOfNodes([{ type: 'paragraph', content: node.content ?? [] }])}`
        : markdownOfNodes([node]),
    )

  it.each([
    ['önce|', list, ['önce', '2. bir\n3. iki']],
    ['önce |sonra', list, ['önce', '2. bir\n3. iki', 'sonra']],
    ['önce |sonra', '<p>ara</p>', ['önce arasonra']],
    ['önce |sonra', '<ul><li>tek</li></ul>', ['önce teksonra']],
    ['- madde: |', list, ['- madde: bir\n- iki']],
    ['# Başlık|', list, ['agendaHeading: Başlık', '2. bir\n3. iki']],
    ['◆ Karar:|', list, ['decision: Karar:  \n2\\) bir  \n3\\) iki']],
    [
      '◆ |',
      '<p>Yolun <b>onarılmasına</b></p><p>ve bakımına</p>',
      ['decision: Yolun **onarılmasına**  \nve bakımına'],
    ],
    ['◇ |', '<p>Keşif</p>', ['action: Keşif']],
    ['◇ |', '<ul><li>Keşif</li></ul>', ['action: Keşif']],
  ])('%s + %s', (place, html, expected) => {
    expect(into(place, html)).toEqual(expected)
  })

  it.each([
    ['önce|sonra', ' ara\t', ['önce ara sonra']],
    ['önce|', '2) bir\r\n3) iki', ['önce', '2. bir\n3. iki']],
    ['|', '- tek', ['\\- tek']],
  ])('%s + plain %j', (place, text, expected) => {
    expect(blocksOf(pastedInto([place], { text }))).toEqual(expected)
  })
})
