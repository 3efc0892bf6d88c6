import type { Analyzer } from '../../../shared/text/analyzer'
import type { IndexFiles } from './index-files'
import { NameBook, type NamedWords, type StoredNames } from './name-book'
import type { Expansions, SearchChanges } from './search-port'

const FILE = 'names.json'
/** Of the form of what is stored; another version is filled anew. */
const VERSION = 1

/**
 * The book of names beside the index, kept on the disk of this computer. Its journal number counts with that of the
 * index: what either of them missed is told to both again.
 */
export class KeptNames implements Expansions {
  private book: NameBook
  /** an older book that answers while this one is filled */
  private serving: NameBook | undefined
  private dirty = false

  private constructor(
    private readonly analyzer: Analyzer,
    private readonly analyzerName: string,
    private readonly files: IndexFiles | undefined,
    stored: StoredNames | undefined,
  ) {
    this.book = new NameBook(analyzer, stored)
    this.dirty = stored !== undefined && stored.read === undefined
  }

  /** Opens what was kept; an empty book when there is nothing or it is damaged. */
  static async open(
    analyzer: Analyzer,
    analyzerName: string,
    files: IndexFiles | undefined,
  ): Promise<KeptNames> {
    const bytes = await files?.load(FILE).catch(() => undefined)
    const stored = bytes && read(bytes, analyzerName)
    try {
      return new KeptNames(analyzer, analyzerName, files, stored)
    } catch {
      return new KeptNames(analyzer, analyzerName, files, undefined)
    }
  }

  /** Journal number it reached; 0 = must be filled. */
  get seq(): number {
    return this.book.seq
  }

  idsFor = (words: readonly string[]): NamedWords[] => (this.serving ?? this.book).idsFor(words)

  apply(changes: SearchChanges): void {
    this.book.apply(changes)
    if (changes.seq > 0) this.serving = undefined
    else if (changes.meanwhile) this.serving?.apply(changes)
    this.dirty = true
  }

  /** Begins anew. @param keepServing the old book answers until the new one is whole */
  reset(keepServing: boolean): void {
    const old = this.serving ?? this.book
    // An empty one would hide what the new one already knows.
    this.serving = keepServing && old.size > 0 ? old : undefined
    this.book = new NameBook(this.analyzer)
    this.dirty = true
  }

  /** Stores it if it changed; a disk that refuses costs no more than filling it again. */
  async flush(): Promise<void> {
    if (!this.dirty || this.book.seq === 0) return
    this.dirty = false
    const text = JSON.stringify({ version: VERSION, analyzer: this.analyzerName, ...this.book.stored() })
    await this.files?.replace(FILE, Buffer.from(text)).catch(() => {
      this.dirty = true
    })
  }
}

function read(bytes: Uint8Array, analyzerName: string): StoredNames | undefined {
  try {
    const stored = JSON.parse(Buffer.from(bytes).toString('utf8')) as StoredNames & {
      version?: number
      analyzer?: string
    }
    const { owners, defined, seq, version } = stored
    if (!Array.isArray(owners) || !Array.isArray(defined) || !Number.isInteger(seq) || version !== VERSION)
      return undefined
    // What another analysis has read is read again.
    return stored.analyzer === analyzerName && Array.isArray(stored.read) ? stored : { owners, defined, seq }
  } catch {
    return undefined
  }
}
