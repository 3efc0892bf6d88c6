import type { Node } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import { spellWords, type SpellWord } from '../../../../../../shared/text/spelling'
import { wordsAtOnce, type SpellPorts } from '../../../../ui/spelling/spell-ports'
import { readCursor } from '../read-cursor'
import { misspellings, spellKey, type Misspelling, type SpellMeta } from './spell-state'

/** Quiet (ms) after typing before the changed blocks are looked at. */
const pause = 600
/** Quiet (ms) after the cursor has left a word that was being typed. */
const leaving = 120
/** Longest stretch (ms) in which words are looked for; in between the editor answers keys. */
const slice = 6

/** The text of a block, a sign for each position; code is none. */
function textOf(block: Node): string {
  let text = ''
  block.forEach((child) => {
    const code = !child.isText || child.marks.some((mark) => mark.type.name === 'code')
    text += code ? ' '.repeat(child.nodeSize) : (child.text ?? '')
  })
  return text
}

const breath = () => new Promise((resolve) => setTimeout(resolve))

/**
 * Looks for misspelt words behind the typing: after a pause, only in blocks whose node is new, and asks only for words that have
 * not been asked before. What it finds becomes marks of the editor.
 */
export class SpellChecker {
  private readonly words = new WeakMap<Node, SpellWord[]>()
  private readonly verdicts = new Map<string, boolean>()
  private timer: ReturnType<typeof setTimeout> | undefined
  private running: Promise<void> | undefined
  private again = false
  /** Place of the cursor while a word is being typed there. */
  private typingAt: number | undefined
  private held = false
  private gone = false
  private readonly stop: () => void

  constructor(
    private readonly view: EditorView,
    private readonly ports: SpellPorts,
  ) {
    this.stop = ports.onChanged(() => {
      this.verdicts.clear()
      this.soon(0)
    })
    this.soon(pause)
  }

  /** After every transaction. */
  changed(docChanged: boolean): void {
    const { head } = this.view.state.selection
    if (docChanged) {
      this.typingAt = head
      this.soon(pause)
    } else if (this.typingAt !== undefined && this.typingAt !== head) {
      this.typingAt = undefined
      if (this.held) this.soon(leaving)
    }
  }

  /** Looks at once; resolves when the marks are those of the text, the word being typed too. */
  async now(): Promise<void> {
    this.typingAt = undefined
    await this.running
    await this.run()
  }

  destroy(): void {
    this.gone = true
    clearTimeout(this.timer)
    this.stop()
  }

  private soon(after: number): void {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.run(), after)
  }

  private run(): Promise<void> {
    this.again = this.running !== undefined
    this.running ??= this.look().finally(() => {
      this.running = undefined
      if (this.again && !this.gone) this.soon(0)
    })
    return this.running
  }

  private async look(): Promise<void> {
    if (!this.ports.isOn() || !this.view.editable) return this.show(() => [])
    const unknown = await this.unknownWords()
    for (let at = 0; at < unknown.length; at += wordsAtOnce) {
      const asked = unknown.slice(at, at + wordsAtOnce)
      const wrong = new Set(await this.ports.check(asked))
      if (this.gone) return
      for (const word of asked) this.verdicts.set(word, wrong.has(word))
    }
    if (!this.gone) this.show(() => this.found())
  }

  /** Words of the document that have no verdict yet. */
  private async unknownWords(): Promise<string[]> {
    const unknown = new Set<string>()
    let since = performance.now()
    for (const { block } of blocksOf(this.view.state.doc)) {
      for (const { word } of this.wordsOf(block)) if (!this.verdicts.has(word)) unknown.add(word)
      if (performance.now() - since < slice) continue
      await breath()
      if (this.gone) return []
      since = performance.now()
    }
    return [...unknown]
  }

  private wordsOf(block: Node): SpellWord[] {
    const known = this.words.get(block)
    if (known) return known
    const words = spellWords(textOf(block))
    this.words.set(block, words)
    return words
  }

  /** Misspelt words where they stand now; the one being typed is not one yet. */
  private found(): Misspelling[] {
    const found: Misspelling[] = []
    this.held = false
    for (const { block, pos } of blocksOf(this.view.state.doc)) {
      // A block that came while words were asked for has its turn after the next pause.
      for (const { word, from, to } of this.words.get(block) ?? []) {
        if (this.verdicts.get(word) !== true) continue
        const place = { from: pos + 1 + from, to: pos + 1 + to, word }
        if (place.to === this.typingAt) this.held = true
        else found.push(place)
      }
    }
    return found
  }

  private show(find: () => Misspelling[]): void {
    readCursor(this.view)
    const found = find()
    const shown = misspellings(this.view.state)
    const same =
      shown.length === found.length &&
      shown.every(({ from, to }, index) => from === found[index]?.from && to === found[index].to)
    if (same) return
    const meta: SpellMeta = { kind: 'marks', found }
    this.view.dispatch(this.view.state.tr.setMeta(spellKey, meta).setMeta('addToHistory', false))
  }
}

/** The blocks of text of a document, with the place before each. */
function blocksOf(doc: Node): { block: Node; pos: number }[] {
  const blocks: { block: Node; pos: number }[] = []
  doc.descendants((block, pos) => {
    if (!block.isTextblock) return true
    if (!block.type.spec.code) blocks.push({ block, pos })
    return false
  })
  return blocks
}
