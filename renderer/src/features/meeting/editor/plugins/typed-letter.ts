import { Plugin } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { readCursor } from '../read-cursor'

/** What may look at the minutes, leave them or move the cursor: letters that were pressed before come first. */
const signs =
  'pointerdown mousedown click compositionstart copy cut paste dragstart drop focusin blur pagehide'.split(
    ' ',
  )

/** A key that waited longer (ms) before it was handled has others behind it. */
const lag = 32

/** Puts a letter where the cursor is, in the marks that apply there, unless an input rule takes it. */
function write(view: EditorView, letter: string): void {
  const { from, to } = view.state.selection
  const insert = () => view.state.tr.insertText(letter).scrollIntoView()
  const taken = view.someProp('handleTextInput', (take) => take(view, from, to, letter, insert))
  if (taken !== true) view.dispatch(insert())
}

/** Letters of the keyboard on their way into the minutes: a moment at most, and never behind anything that came later. */
class Letters {
  private waiting: string[] = []
  private readonly channel = new MessageChannel()

  constructor(private readonly view: EditorView) {
    this.channel.port1.onmessage = this.flush
    window.addEventListener('keydown', this.readKey, true)
    window.addEventListener('beforeinput', this.takeInput, true)
    for (const sign of signs) window.addEventListener(sign, this.flush, true)
  }

  /** `age`: milliseconds since the key was pressed. */
  add(letter: string, age: number): void {
    this.waiting.push(letter)
    // What comes next stands in line already where the window lags.
    if (age > lag) return this.flush()
    this.channel.port2.postMessage(null)
    // The next frame shows the letter, also where it comes before the message.
    requestAnimationFrame(this.flush)
  }

  /** The browser tells of a moved cursor only a moment later, and a key may come in between. */
  private readonly readKey = () => {
    this.flush()
    readCursor(this.view)
  }

  /**
   * Words that come through the page right behind a letter. The browser knows by now where its cursor shall stand after them,
   * and would not count the letter: so they are written like letters.
   */
  private readonly takeInput = (event: InputEvent) => {
    if (this.waiting.length === 0) return
    this.flush()
    if (event.inputType !== 'insertText' || event.data === null || !this.view.hasFocus()) return
    event.preventDefault()
    write(this.view, event.data)
  }

  private readonly flush = () => {
    if (this.waiting.length === 0) return
    const letters = this.waiting
    this.waiting = []
    readCursor(this.view)
    for (const letter of letters) write(this.view, letter)
  }

  destroy(): void {
    this.channel.port1.close()
    window.removeEventListener('keydown', this.readKey, true)
    window.removeEventListener('beforeinput', this.takeInput, true)
    for (const sign of signs) window.removeEventListener(sign, this.flush, true)
  }
}

/** The letter that a press of a key writes; undefined for keys of commands and for what is no single letter. */
function letterOf({ charCode, ctrlKey, altKey, metaKey }: KeyboardEvent): string | undefined {
  // Ctrl together with Alt is how Windows tells of AltGr, which writes letters.
  if (charCode < 32 || (ctrlKey && !altKey) || metaKey) return undefined
  const halfOfPair = charCode >= 0xd800 && charCode <= 0xdfff
  return halfOfPair ? undefined : String.fromCharCode(charCode)
}

/**
 * Writes letters of the keyboard into the minutes by the program and not by the browser. The browser would write them into
 * the page, from where they are read back, so that the cursor has two masters for a moment; and wherever the cursor moves
 * while a key is being handled, it reads the whole text up to there for the input methods of the system, the longer the
 * minutes the longer. So a letter is written right after its key was handled. What is composed (dead keys, input methods,
 * dictation, the emoji panel) comes through the page as before.
 */
export function typedLetterPlugin(): Plugin {
  let letters: Letters | undefined
  return new Plugin({
    view: (view) => {
      letters = new Letters(view)
      return letters
    },
    props: {
      handleKeyPress: (_view, event) => {
        const letter = letterOf(event)
        if (letter === undefined || !letters) return false
        letters.add(letter, performance.now() - event.timeStamp)
        return true
      },
    },
  })
}
