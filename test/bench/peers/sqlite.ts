import { createRequire } from 'node:module'
import { fieldBoosts, searchFields } from '../../../electron/services/search/search-port'
import type { Peer, PeerQuery } from './peer'

/** What is used of a SQLite package. */
interface Database {
  exec(sql: string): void
  insert(sql: string, values: string[]): void
  ids(sql: string, values: (string | number)[]): string[]
  close(): void
}

interface NativeStatement {
  run(...values: string[]): unknown
  pluck(): NativeStatement
  all(...values: (string | number)[]): unknown[]
}
interface Native {
  exec(sql: string): void
  prepare(sql: string): NativeStatement
  close(): void
}

const require = createRequire(import.meta.url)

/** better-sqlite3 is native and needs its install script or a compiler; where it is not built, undefined. */
function native(): Database | undefined {
  try {
    const Driver = require('better-sqlite3') as new (file: string) => Native
    const db = new Driver(':memory:')
    const prepared = new Map<string, NativeStatement>()
    const statement = (sql: string) => {
      const made = prepared.get(sql) ?? db.prepare(sql)
      prepared.set(sql, made)
      return made
    }
    return {
      exec: (sql) => db.exec(sql),
      insert: (sql, values) => void statement(sql).run(...values),
      ids: (sql, values) =>
        statement(sql)
          .all(...values)
          .map((row) => (row as { id: string }).id),
      close: () => db.close(),
    }
  } catch {
    return undefined
  }
}

async function webAssembly(): Promise<Database> {
  const { default: packed } = await import('node-sqlite3-wasm')
  const { Database: Driver } = packed
  const db = new Driver()
  const prepared = new Map<string, ReturnType<typeof db.prepare>>()
  const statement = (sql: string) => {
    const made = prepared.get(sql) ?? db.prepare(sql)
    prepared.set(sql, made)
    return made
  }
  return {
    exec: (sql) => db.exec(sql),
    insert: (sql, values) => void statement(sql).run(values),
    ids: (sql, values) =>
      statement(sql)
        .all(values)
        .map((row) => String(row['id'])),
    close: () => {
      for (const made of prepared.values()) made.finalize()
      db.close()
    },
  }
}

const quoted = (word: string) => `"${word.replaceAll('"', '')}"`

function matchOf({ words, kind, field }: PeerQuery, joint: string): string {
  const scope = field ? `${field} : ` : ''
  if (kind === 'phrase') return `${scope}${quoted(words.join(' '))}`
  const parts = words.map(
    (word, i) => quoted(word) + (kind === 'prefix' && i === words.length - 1 ? '*' : ''),
  )
  return `${scope}(${parts.join(` ${joint} `)})`
}

/**
 * SQLite FTS5 with one column a field, the same boosts, prefix index of 2 and 3 letters; all words must be there.
 * @param anyWord when too little has all words, any word will do
 */
export async function sqlitePeer({ anyWord = false } = {}): Promise<Peer> {
  const nativeDb = native()
  const db = nativeDb ?? (await webAssembly())
  db.exec(`CREATE TABLE docs (rowid INTEGER PRIMARY KEY, id TEXT, year TEXT)`)
  db.exec(`CREATE INDEX years ON docs (year)`)
  db.exec(
    `CREATE VIRTUAL TABLE words USING fts5(${searchFields.join(', ')}, content='', prefix='2 3', tokenize='unicode61 remove_diacritics 2')`,
  )
  const weights = searchFields.map((field) => fieldBoosts[field]).join(', ')
  const order = `ORDER BY bm25(words, ${weights}) LIMIT ?`
  const plain = `SELECT docs.id AS id FROM words JOIN docs ON docs.rowid = words.rowid WHERE words MATCH ? ${order}`
  const filtered = `SELECT docs.id AS id FROM words JOIN docs ON docs.rowid = words.rowid WHERE words MATCH ? AND docs.year = ? ${order}`
  const insertWords = `INSERT INTO words (rowid, ${searchFields.join(', ')}) VALUES (last_insert_rowid(), ${searchFields.map(() => '?').join(', ')})`
  return {
    name: nativeDb ? 'FTS5 (better-sqlite3)' : 'FTS5 (node-sqlite3-wasm)',
    lacks: ['fuzzy'],
    add(docs) {
      db.exec('BEGIN')
      for (const { id, year, fields } of docs) {
        db.insert('INSERT INTO docs (id, year) VALUES (?, ?)', [id, year])
        db.insert(
          insertWords,
          searchFields.map((field) => fields[field] ?? ''),
        )
      }
      db.exec('COMMIT')
    },
    finish: () => db.exec(`INSERT INTO words (words) VALUES ('optimize')`),
    ask(query, limit) {
      if (query.words.length === 0) return []
      const run = (joint: string) => {
        const match = matchOf(query, joint)
        return query.year === undefined
          ? db.ids(plain, [match, limit])
          : db.ids(filtered, [match, query.year, limit])
      }
      const all = run('AND')
      if (!anyWord || all.length >= 3 || query.kind === 'phrase' || query.words.length < 2) return all
      return [...new Set([...all, ...run('OR')])].slice(0, limit)
    },
    close: () => db.close(),
  }
}
