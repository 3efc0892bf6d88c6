import type { Analyzer } from '../../../shared/text/analyzer'
import { suffixFit } from '../../../shared/text/suffixes'
import { foldTr } from '../../../shared/text/turkish'
import { type Abbreviation, abbreviationsIn } from './abbreviations'
import { NameReader, type ReadName } from './name-reader'
import { publicNames } from './public-names'
import type { SearchChanges, SearchDoc } from './search-port'

/** Words of a query that name somebody: which (`to` excluded), whose ids, and how else they are written. */
export interface NamedWords {
  from: number
  to: number
  ids: string[]
  /** other names of the same, as folded words in order */
  alternatives: string[][]
}

/** An agency or person as the book knows it. */
interface Owner {
  names: readonly string[]
  person: boolean
  province?: string | undefined
  parentId?: string | undefined
}

/** One name, whoever bears it. */
interface Name {
  /** folded words with function words, as they stand in texts */
  readonly words: readonly string[]
  /** search keys of each telling word */
  readonly keys: readonly ReadonlySet<string>[]
  readonly ids: Set<string>
  /** names that texts or the public list give for the same, by how many say so */
  readonly others: Map<string, number>
}

/** What the book keeps between runs. */
export interface StoredNames {
  seq: number
  /** names as they were read; left out when that was another analysis */
  read?: [string, ReadName][] | undefined
  owners: [string, Owner][]
  defined: [string, Abbreviation[]][]
}

const MOST_ALTERNATIVES = 8
/** An inflected abbreviation without apostrophe (*iskurun*) is taken for it from so many letters on. */
const SHORTEST_INFLECTED = 3

/**
 * Who is meant by words of a query: agencies and people by name, short name, alias and former name, with everything
 * under an agency; abbreviations that texts of the archive introduce; and some public institutions. Kept in step by the
 * changes search gets; a query only looks up the names that begin with its words.
 */
export class NameBook {
  private readonly owners = new Map<string, Owner>()
  private readonly under = new Map<string, Set<string>>()
  private readonly defined = new Map<string, Abbreviation[]>()
  private readonly names = new Map<string, Name>()
  private readonly byFirst = new Map<string, Set<string>>()
  private readonly reader: NameReader
  /** journal number of the last change it knows; 0 = must be filled */
  seq = 0

  constructor(
    private readonly analyzer: Analyzer,
    stored?: StoredNames,
  ) {
    this.reader = new NameReader(analyzer, stored?.read)
    for (const { short, long } of publicNames) this.link({ short, long }, 1)
    for (const [id, owner] of stored?.owners ?? []) this.putOwner(id, owner)
    for (const [id, list] of stored?.defined ?? []) this.putDefined(id, list)
    this.seq = stored?.seq ?? 0
  }

  get size(): number {
    return this.owners.size
  }

  /** What to keep; the constructor takes it back. */
  stored(): StoredNames {
    const read = this.reader.stored([
      ...publicNames.flatMap(({ short, long }) => [short, long]),
      ...[...this.owners.values()].flatMap(({ names }) => names),
      ...[...this.defined.values()].flat().flatMap(({ short, long }) => [short, long]),
    ])
    return { seq: this.seq, read, owners: [...this.owners], defined: [...this.defined] }
  }

  /** Takes changed records out and in, as the index does. */
  apply({ replace, upsert, seq }: SearchChanges): void {
    for (const id of new Set([...replace, ...upsert.map(({ owner }) => owner)])) {
      this.dropOwner(id)
      this.dropDefined(id)
    }
    const introduced = new Map<string, Abbreviation[]>()
    for (const doc of upsert) {
      if (doc.names) this.putOwner(doc.id, ownerOf(doc))
      // A decision repeats words of its meeting.
      if (doc.type === 'decision') continue
      const found = Object.values(doc.fields).flatMap(abbreviationsIn)
      if (found.length > 0) introduced.set(doc.owner, [...(introduced.get(doc.owner) ?? []), ...found])
    }
    for (const [id, list] of introduced) this.putDefined(id, list)
    if (seq > 0) this.seq = seq
  }

  /**
   * Names among the words of a query: the longest first, none overlapping; several bearers of a name all count, unless
   * another word of the query is the province of some of them.
   * @param foldedWords words of the query in order, function words left out
   */
  idsFor(foldedWords: readonly string[]): NamedWords[] {
    const asked = foldedWords.map((word) => new Set([word, ...this.analyzer.keysOf(word)]))
    const found: NamedWords[] = []
    for (let from = 0; from < foldedWords.length;) {
      const { length, names } = this.namesAt(from, foldedWords, asked)
      if (length > 0) {
        const elsewhere = foldedWords.filter((_word, i) => i < from || i >= from + length)
        found.push({ from, to: from + length, ...this.meaning(names, elsewhere) })
      }
      from += Math.max(1, length)
    }
    return found.filter(({ ids, alternatives }) => ids.length > 0 || alternatives.length > 0)
  }

  /** The longest names that begin with a word of the query. */
  private namesAt(from: number, words: readonly string[], asked: readonly ReadonlySet<string>[]) {
    let length = 0
    let names: Name[] = []
    for (const sign of this.candidates(words[from] ?? '', asked[from] ?? new Set())) {
      const name = this.names.get(sign)
      if (!name || name.keys.length < length || from + name.keys.length > words.length) continue
      const fits =
        name.keys.length === 1
          ? this.isSame(name.words[0] ?? '', words[from] ?? '')
          : name.keys.every((keys, i) => [...(asked[from + i] ?? [])].some((key) => keys.has(key)))
      if (!fits) continue
      if (name.keys.length > length) names = []
      length = name.keys.length
      names.push(name)
    }
    return { length, names }
  }

  /** Signs of names that may begin with a word; an abbreviation may stand inflected in it. */
  private candidates(word: string, keys: ReadonlySet<string>): Set<string> {
    const signs = new Set<string>()
    const add = (key: string) => this.byFirst.get(key)?.forEach((sign) => signs.add(sign))
    keys.forEach(add)
    for (let length = SHORTEST_INFLECTED; length < word.length; length += 1) add(word.slice(0, length))
    return signs
  }

  /** Whether a word of a query is a name of one word, perhaps with a suffix. */
  private isSame(name: string, word: string): boolean {
    if (name === word) return true
    if (name.length < SHORTEST_INFLECTED) return false
    if (word.startsWith(name)) return suffixFit('noun', word.slice(name.length), name.slice(-1)) === 1
    return this.analyzer.keysOf(name)[0] === this.analyzer.keysOf(word)[0]
  }

  private meaning(names: readonly Name[], elsewhere: readonly string[]) {
    const meant = new Set<string>()
    const alternatives = new Map<string, string[]>()
    const known = new Set(names.map(({ words }) => words.join(' ')))
    const alsoCalled = (sign: string) => {
      const name = this.names.get(sign)
      if (!name) return
      name.ids.forEach((id) => meant.add(id))
      if (!known.has(sign)) alternatives.set(sign, [...name.words])
    }
    for (const { ids, others } of names) {
      ids.forEach((id) => meant.add(id))
      for (const sign of others.keys()) alsoCalled(sign)
    }
    const bearers = this.inProvince([...meant], elsewhere)
    for (const id of bearers)
      for (const name of this.owners.get(id)?.names ?? []) alsoCalled(signOf(this.wordsOf(name)))
    const ids = new Set<string>()
    for (const id of bearers) this.addWithUnits(id, ids)
    return { ids: [...ids], alternatives: [...alternatives.values()].slice(0, MOST_ALTERNATIVES) }
  }

  /** Only those of the province a query names, if it names one of theirs. */
  private inProvince(ids: string[], words: readonly string[]): string[] {
    if (ids.length < 2 || words.length === 0) return ids
    const mains = new Set(words.flatMap((word) => [word, ...this.analyzer.keysOf(word)]))
    const there = ids.filter((id) => {
      const province = this.owners.get(id)?.province
      return province !== undefined && mains.has(foldTr(province))
    })
    return there.length > 0 ? there : ids
  }

  private addWithUnits(id: string, into: Set<string>): void {
    if (into.has(id)) return
    into.add(id)
    for (const unit of this.under.get(id) ?? []) this.addWithUnits(unit, into)
  }

  private putOwner(id: string, owner: Owner): void {
    this.owners.set(id, owner)
    for (const name of owner.names) this.name(name)?.ids.add(id)
    if (owner.parentId === undefined) return
    const units = this.under.get(owner.parentId)
    if (units) units.add(id)
    else this.under.set(owner.parentId, new Set([id]))
  }

  private dropOwner(id: string): void {
    const owner = this.owners.get(id)
    if (!owner) return
    this.owners.delete(id)
    if (owner.parentId !== undefined) this.under.get(owner.parentId)?.delete(id)
    for (const written of owner.names) {
      const sign = signOf(this.wordsOf(written))
      this.names.get(sign)?.ids.delete(id)
      this.forgetIfUnused(sign)
    }
  }

  private putDefined(id: string, list: Abbreviation[]): void {
    this.defined.set(id, list)
    for (const one of list) this.link(one, 1)
  }

  private dropDefined(id: string): void {
    for (const one of this.defined.get(id) ?? []) this.link(one, -1)
    this.defined.delete(id)
  }

  /** Counts a short and a long name as the same, or takes that back. */
  private link({ short, long }: Abbreviation, by: 1 | -1): void {
    const [one, other] = [this.name(short), this.name(long)]
    if (!one || !other || one === other) return
    for (const [name, sign] of [
      [one, signOf(other.words)],
      [other, signOf(one.words)],
    ] as const) {
      const count = (name.others.get(sign) ?? 0) + by
      if (count > 0) name.others.set(sign, count)
      else name.others.delete(sign)
    }
    for (const { words } of [one, other]) this.forgetIfUnused(signOf(words))
  }

  private wordsOf(written: string): string[] {
    return this.reader.read(written).words
  }

  /** The entry of a name, made if new; undefined when there is no telling word in it. */
  private name(written: string): Name | undefined {
    const { words, keys: lists } = this.reader.read(written)
    if (lists.length === 0) return undefined
    const sign = signOf(words)
    const there = this.names.get(sign)
    if (there) return there
    const keys = lists.map((list) => new Set(list))
    const name: Name = { words, keys, ids: new Set(), others: new Map() }
    this.names.set(sign, name)
    for (const key of keys[0] ?? []) {
      const signs = this.byFirst.get(key)
      if (signs) signs.add(sign)
      else this.byFirst.set(key, new Set([sign]))
    }
    return name
  }

  private forgetIfUnused(sign: string): void {
    const name = this.names.get(sign)
    if (!name || name.ids.size > 0 || name.others.size > 0) return
    this.names.delete(sign)
    for (const key of name.keys[0] ?? []) this.byFirst.get(key)?.delete(sign)
  }
}

const signOf = (words: readonly string[]) => words.join(' ')

function ownerOf({ type, names = [], province, agencyIds = [], id }: SearchDoc): Owner {
  const person = type === 'participant'
  const parentId = person ? undefined : agencyIds.find((one) => one !== id)
  // A first name alone does not tell who is meant.
  const telling = person ? names.filter((name, i) => i > 0 || name.trim().includes(' ')) : names
  return {
    names: telling,
    person,
    ...(province === undefined ? {} : { province }),
    ...(parentId === undefined ? {} : { parentId }),
  }
}
